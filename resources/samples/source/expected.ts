import type { SampleFile } from "./files.ts";
import type { Applicant, IndicatorRow, StatedFact } from "./types.ts";

/** Units of the scheme's indicators: what a value of expected.json is in. */
const units: Readonly<Record<string, string>> = {
  "employment-jobs": "人",
  "employment-funding": "万元",
  "employment-growth": "%",
  "integration-platforms": "个",
  "integration-projects": "个",
  "integration-funding": "万元",
  "lean-firms": "个",
  "lean-platforms": "个",
  "lean-patents": "件",
  "global-platforms": "个",
  "global-events": "次",
  "global-talents": "人",
};

export interface PlacedFile {
  /** `outer!/inner` below the round's folder. */
  readonly path: string;
  readonly file: SampleFile;
}

interface ExpectedFact {
  readonly file: string;
  readonly place: "table" | "text";
  readonly key: string;
  readonly value: string;
  readonly unit: string;
  readonly role: "value" | "target";
  readonly year?: number;
  readonly qualifier?: string;
  readonly sentence?: string;
}

export function expectedApplicant(
  applicant: Applicant,
  placed: readonly PlacedFile[],
  flags: Readonly<Record<string, unknown>>,
) {
  const own = placed.filter(({ file }) => file.applicant === applicant);
  const projectFile = own.find(({ file }) => file.holds.includes("projects"));
  return {
    id: applicant.id,
    name: applicant.name,
    city: applicant.city,
    subject: applicant.subject,
    direction: applicant.direction,
    files: own.map(({ path, file }) => ({
      path,
      kind: file.kind,
      ...(file.refusal ? { refusal: file.refusal } : {}),
    })),
    facts: own.flatMap(({ path, file }) => [
      ...(file.holds.includes("indicators")
        ? applicant.indicators.flatMap((row) => tableFacts(path, row))
        : []),
      ...(file.holds.includes("stated") ? applicant.stated.map((fact) => statedFact(path, fact)) : []),
    ]),
    projects: {
      file: projectFile?.path ?? null,
      count: applicant.projects.rows.length,
      statedTotal: applicant.projects.expectTotal,
      rows: applicant.projects.rows.map((row) => ({
        name: row.name,
        organization: row.organization,
        period: row.period,
        totalInvestment: row.expect,
      })),
    },
    flags,
  };
}

function tableFacts(file: string, row: IndicatorRow): ExpectedFact[] {
  const base = { file, place: "table", key: row.key, unit: units[row.key] ?? "" } as const;
  const { expect } = row;
  const yearly = (expect.years ?? []).flatMap((value, i): ExpectedFact[] =>
    value === null ? [] : [{ ...base, value, role: "value", year: 2018 + i }],
  );
  const own: ExpectedFact[] =
    expect.value === null
      ? []
      : [
          {
            ...base,
            value: expect.value,
            role: "value",
            ...(expect.valueQualifier ? { qualifier: expect.valueQualifier } : {}),
          },
        ];
  const target: ExpectedFact[] =
    expect.target === null
      ? []
      : [
          {
            ...base,
            value: expect.target,
            role: "target",
            year: 2024,
            ...(expect.targetQualifier ? { qualifier: expect.targetQualifier } : {}),
          },
        ];
  return [...yearly, ...own, ...target];
}

function statedFact(file: string, fact: StatedFact): ExpectedFact {
  return {
    file,
    place: "text",
    key: fact.key,
    value: fact.value,
    unit: units[fact.key] ?? "",
    role: fact.role,
    ...(fact.year === undefined ? {} : { year: fact.year }),
    ...(fact.qualifier === undefined ? {} : { qualifier: fact.qualifier }),
    sentence: fact.sentence,
  };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { collectPaths } from "../../electron/intake/collect.ts";
import { type InspectedFile, inspectFile } from "../../electron/intake/inspect.ts";
import { defaultLimits } from "../../electron/intake/limits.ts";
import { Scheme } from "../../shared/scheme/scheme.ts";
import type { ReadFact } from "../../shared/submission/fact.ts";

const root = join(import.meta.dirname, "../..");
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"));

const Expected = z.object({
  applicants: z.array(
    z.object({
      name: z.string(),
      city: z.string(),
      subject: z.string(),
      direction: z.string(),
      files: z.array(z.object({ path: z.string(), kind: z.string(), refusal: z.string().optional() })),
      facts: z.array(
        z.object({
          file: z.string(),
          place: z.enum(["table", "text"]),
          key: z.string(),
          value: z.string(),
          unit: z.string(),
          role: z.string(),
          year: z.number().optional(),
          qualifier: z.string().optional(),
        }),
      ),
      projects: z.object({
        file: z.string().nullable(),
        statedTotal: z.string().nullable(),
        rows: z.array(
          z.object({
            name: z.string(),
            organization: z.string(),
            period: z.string(),
            totalInvestment: z.string(),
          }),
        ),
      }),
    }),
  ),
  applicationTables: z.array(
    z.object({
      file: z.string(),
      rows: z.array(
        z.object({ name: z.string(), city: z.string(), subject: z.string(), direction: z.string() }),
      ),
    }),
  ),
  mails: z.array(z.object({ file: z.string(), receivedAt: z.string() })),
  files: z.array(z.object({ path: z.string(), kind: z.string(), refusal: z.string().optional() })),
});

const expected = Expected.parse(readJson("resources/samples/expected.json"));
const found = new Map<string, InspectedFile>();

beforeAll(async () => {
  const scheme = Scheme.parse(readJson("resources/schemes/hunan-2021.json"));
  const folder = join(root, "resources/samples/round");
  const { files } = await collectPaths([folder]);
  for (const { absolute } of files) {
    const path = absolute.slice(folder.length + 1);
    const input = { path, bytes: readFileSync(absolute), provenance: {} };
    for (const file of await inspectFile(input, { scheme, limits: defaultLimits }))
      found.set(file.file, file);
  }
});

const fileAt = (path: string): InspectedFile => {
  const file = found.get(path);
  if (file === undefined) throw new Error(`not read: ${path}`);
  return file;
};

/** Numbers by value: a reader may write 12 or 12.0. */
const number = (value: string | null): number | null => (value === null ? null : Number(value));

describe("what intake makes of the sample round", () => {
  test("every file is there with its kind, or refused with its reason", () => {
    const made = expected.files.map(({ path }) => {
      const file = found.get(path);
      return [path, file?.error?.code ?? file?.extraction?.kind];
    });
    expect(made).toEqual(expected.files.map(({ path, kind, refusal }) => [path, refusal ?? kind]));
  });

  test("mails have the time at which they were received", () => {
    const made = expected.mails.map(({ file }) => {
      const attachment = [...found.values()].find((one) => one.file.startsWith(`${file}!/`));
      return { file, receivedAt: Date.parse(attachment?.provenance.receivedAt ?? "") };
    });
    expect(made).toEqual(
      expected.mails.map(({ file, receivedAt }) => ({ file, receivedAt: Date.parse(receivedAt) })),
    );
  });

  test("application tables give every row", () => {
    const made = expected.applicationTables.map(({ file }) => ({
      file,
      rows: fileAt(file).extraction?.applications.map(({ name, city, subject, direction }) => ({
        name,
        city,
        subject,
        direction,
      })),
    }));
    expect(made).toEqual(expected.applicationTables);
  });
});

describe.each(expected.applicants)("$name", (applicant) => {
  const plans = applicant.files.filter(({ kind, refusal }) => kind === "plan" && refusal === undefined);

  test("its plan says who it is", () => {
    const made = plans.map(({ path }) => {
      const who = fileAt(path).extraction?.applicant;
      return [who?.name?.value, who?.city?.value, who?.subject?.value, who?.direction?.value];
    });
    expect(made).toEqual(
      plans.map(() => [applicant.name, applicant.city, applicant.subject, applicant.direction]),
    );
  });

  test("every expected fact is read, once for each time it stands there", () => {
    const files = [...new Set(applicant.facts.map(({ file }) => file))];
    const missing = files.flatMap((file) => {
      const made = (fileAt(file).extraction?.facts ?? []).map(factLine);
      return applicant.facts
        .filter((fact) => fact.file === file)
        .map(factLine)
        .filter((line) => {
          const at = made.indexOf(line);
          if (at >= 0) made.splice(at, 1);
          return at < 0;
        });
    });
    expect(missing).toEqual([]);
  });

  test("a workbook of indicators gives nothing that does not stand in it", () => {
    const workbooks = [
      ...new Set(
        applicant.facts
          .filter(({ file, place }) => place === "table" && file.endsWith(".xlsx"))
          .map(({ file }) => file),
      ),
    ];
    for (const file of workbooks)
      expect((fileAt(file).extraction?.facts ?? []).map(factLine).sort()).toEqual(
        applicant.facts
          .filter((fact) => fact.file === file)
          .map(factLine)
          .sort(),
      );
  });

  test("its projects are read with their money in 万元, and the total it states", () => {
    const { file, rows, statedTotal } = applicant.projects;
    const extraction = fileAt(file ?? "").extraction;
    const made = extraction?.projects.map(({ name, organization, period, totalInvestment }) => ({
      name,
      organization,
      period,
      totalInvestment: number(totalInvestment),
    }));
    expect(made).toEqual(rows.map((row) => ({ ...row, totalInvestment: Number(row.totalInvestment) })));
    expect(number(extraction?.statedTotal?.value ?? null)).toBe(number(statedTotal));
  });
});

const factLine = (
  fact: Pick<ReadFact, "key" | "value" | "unit"> & {
    role: string;
    year?: number | undefined;
    qualifier?: string | undefined;
  },
): string =>
  [fact.key, Number(fact.value), fact.unit, fact.year ?? "", fact.role, fact.qualifier ?? ""].join(" ");

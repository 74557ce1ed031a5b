import type { Dossier } from "../submission/dossier.ts";
import type { Application } from "../submission/fact.ts";
import { byText } from "../text/by-text.ts";
import { type OrganisationName, organisationName } from "../text/organisation-name.ts";
import { nameOf } from "./check-quotas.ts";
import { findCity } from "./city-name.ts";
import type { Finding } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";
import type { Scheme } from "./scheme.ts";

/** Rows of the 申报汇总表 with their names prepared, once for a whole round. */
export interface PreparedApplications {
  readonly rows: readonly Row[];
  readonly byKey: ReadonlyMap<string, readonly Row[]>;
  /** Cities whose table has arrived. */
  readonly cities: ReadonlySet<string>;
}

interface Row {
  readonly application: Application;
  readonly name: OrganisationName;
  readonly city: string;
}

const placeOf = ({ evidence }: Application): string =>
  [evidence.file, evidence.block, (evidence.cell ?? "").padStart(8)].join(" ");

const append = (index: Map<string, Row[]>, key: string, row: Row): void => {
  const rows = index.get(key);
  if (rows === undefined) index.set(key, [row]);
  else rows.push(row);
};

export function prepareApplications(
  scheme: Scheme,
  applications: readonly Application[],
): PreparedApplications {
  const sorted = [...applications].sort((one, other) => byText(placeOf(one), placeOf(other)));
  const rows = sorted.map((application): Row => {
    const city = findCity(scheme.cities, application.city) ?? application.city;
    return { application, city, name: organisationName(application.name, city) };
  });
  const byKey = new Map<string, Row[]>();
  for (const row of rows) for (const key of row.name.keys) append(byKey, key, row);
  const cities = new Set(rows.map((row) => row.city).filter((city) => city !== ""));
  return { rows, byKey, cities };
}

const cityOf = (scheme: Scheme, dossier: Dossier): string => {
  const written = dossier.identity.city?.value ?? "";
  return findCity(scheme.cities, written) ?? written;
};

/** Rows of this applicant; a row of another city with the same name is another unit. */
function rowsFor(scheme: Scheme, dossier: Dossier, prepared: PreparedApplications): Row[] {
  const city = cityOf(scheme, dossier);
  const name = organisationName(dossier.identity.name?.value ?? "", city);
  const found = new Set(name.keys.flatMap((key) => prepared.byKey.get(key) ?? []));
  return [...found].filter((row) => row.city === "" || city === "" || row.city === city);
}

const fields = ["city", "subject", "direction"] as const;

function differences(scheme: Scheme, dossier: Dossier, row: Row): Finding[] {
  return fields.flatMap((field) => {
    const identity = dossier.identity[field];
    const listed = field === "city" ? row.city : row.application[field];
    const own = field === "city" ? cityOf(scheme, dossier) : (identity?.value ?? "");
    if (listed === null || listed === "" || own === "" || listed === own) return [];
    return [
      makeFinding({
        rule: `application-table:${field}`,
        kind: "application-table",
        status: "contradiction",
        subject: nameOf(dossier),
        expected: listed,
        actual: own,
        params: { field, listed },
        evidence: [row.application.evidence, identity?.evidence],
      }),
    ];
  });
}

/**
 * One submission beside the 申报汇总表 (附件4): listed and the same, listed and different, or arrived and not listed. Nothing is said
 * while no table of its city has arrived: whether the table itself is missing is a question of its own.
 */
export function checkApplication(
  scheme: Scheme,
  dossier: Dossier,
  prepared: PreparedApplications,
): Finding[] {
  const base = { kind: "application-table", subject: nameOf(dossier) } as const;
  const city = cityOf(scheme, dossier);
  const rows = rowsFor(scheme, dossier, prepared);
  const [row] = rows;
  if (!row)
    return prepared.cities.has(city)
      ? [
          makeFinding({
            ...base,
            rule: "application-table:listed",
            status: "contradiction",
            reason: "not-listed",
            params: { city },
            evidence: [dossier.identity.name?.evidence],
          }),
        ]
      : [];
  const different = rows.flatMap((one) => differences(scheme, dossier, one));
  if (different.length > 0) return different;
  return [
    makeFinding({
      ...base,
      rule: "application-table:listed",
      status: "met",
      params: { city: row.city },
      evidence: rows.map((one) => one.application.evidence),
    }),
  ];
}

/** Rows of a 申报汇总表 for which nothing has arrived. A submission with a similar name makes it a question. Linear in both. */
export function checkListedOnly(
  scheme: Scheme,
  dossiers: readonly Dossier[],
  prepared: PreparedApplications,
): Finding[] {
  const arrived = new Set(dossiers.flatMap((dossier) => rowsFor(scheme, dossier, prepared)));
  const outlines = new Map<string, Dossier[]>();
  for (const dossier of dossiers) {
    const name = organisationName(dossier.identity.name?.value ?? "", cityOf(scheme, dossier));
    for (const key of name.outline) outlines.set(key, [...(outlines.get(key) ?? []), dossier]);
  }
  const missing = prepared.rows.filter((row) => !arrived.has(row) && row.application.name.trim() !== "");
  return missing.map((row) => {
    const near = [...new Set(row.name.outline.flatMap((key) => outlines.get(key) ?? []))];
    return makeFinding({
      rule: `application-table:missing:${row.application.name}`,
      kind: "application-table",
      status: near.length > 0 ? "to-confirm" : "not-reported",
      reason: near.length > 0 ? "similar" : "listed-only",
      subject: row.application.name,
      params: { city: row.city, names: near.map(nameOf).sort(byText).join("、") },
      evidence: [row.application.evidence],
      submissions: near.map((dossier) => dossier.submission).sort(byText),
    });
  });
}

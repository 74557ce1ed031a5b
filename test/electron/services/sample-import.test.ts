import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import type { Finding } from "../../../shared/scheme/finding.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import { ask, freshProgram } from "../../support/program.ts";
import { expectedSample } from "../../support/sample-round.ts";

let program: Composed;
let round = "";
const dossiers = new Map<string, Dossier>();
const findings = new Map<string, Finding[]>();
let roundFindings: Finding[] = [];

beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  const { job } = await ask(program, "round/start-sample", {});
  await program.context.jobs.settled(job);
  const state = await ask(program, "job/get", { job });
  expect(state).toMatchObject({ kind: "sample", state: "done", failure: null });
  round = state.result?.round ?? "";
  const { submissions } = await ask(program, "intake/list", { round });
  for (const { id, name } of submissions)
    dossiers.set(name, await ask(program, "submission/get", { submission: id }));
  const checked = await ask(program, "check/run", { round });
  for (const entry of checked.submissions) findings.set(entry.name, entry.findings);
  roundFindings = checked.round;
  return fresh.end;
});

const dossierOf = (name: string): Dossier => {
  const dossier = dossiers.get(name);
  if (!dossier) throw new Error(`no submission ${name}`);
  return dossier;
};
const findingsOf = (name: string, kind: Finding["kind"]) =>
  (findings.get(name) ?? []).filter((finding) => finding.kind === kind);

test("the submissions are the applicants that sent something, each once", () => {
  expect([...dossiers.keys()].sort()).toEqual(expectedSample.applicants.map(({ name }) => name).sort());
});

test("every file has an arrival with its kind, or its reason", async () => {
  const { arrivals } = await ask(program, "intake/list", { round });
  const made = new Map(arrivals.map(({ path, kind, error }) => [path, error?.code ?? kind]));
  expect(expectedSample.files.map(({ path }) => [path, made.get(path)])).toEqual(
    expectedSample.files.map(({ path, kind, refusal }) => [path, refusal ?? kind]),
  );
});

describe.each(expectedSample.applicants)("$name", (applicant) => {
  test("is known by name, city, type and direction", () => {
    const { identity } = dossierOf(applicant.name);
    expect({
      city: identity.city?.value,
      subject: identity.subject?.value,
      direction: identity.direction?.value,
    }).toEqual({ city: applicant.city, subject: applicant.subject, direction: applicant.direction });
  });

  test("holds its own files, and of others only what its city sent for it", () => {
    const own = applicant.files.map(({ path }) => path);
    const { files } = dossierOf(applicant.name);
    const paths = files.flatMap((file) => file.provenance.map(({ path }) => path));
    expect(paths).toEqual(expect.arrayContaining(own));
    const others = files.filter((file) => !file.provenance.some(({ path }) => own.includes(path)));
    expect(
      others.map((file) => file.kind).filter((kind) => kind !== "letter" && kind !== "application-table"),
    ).toEqual([]);
  });

  test("has every fact it states, value by value, with the file it stands in", () => {
    const line = (
      fact: { key: string; value: string; unit: string; role: string; year?: number | undefined },
      file: string,
    ) => [file, fact.key, Number(fact.value), fact.unit, fact.year ?? "", fact.role].join(" ");
    const read = dossierOf(applicant.name).facts.flatMap((fact) =>
      fact.read === null ? [] : [line(fact.read, fact.read.evidence.file)],
    );
    const missing = applicant.facts.filter((fact) => {
      const at = read.indexOf(line(fact, fact.file));
      if (at >= 0) read.splice(at, 1);
      return at < 0;
    });
    expect(missing).toEqual([]);
  });

  test("has its projects in 万元 and the total it states", () => {
    const { projects, statedTotals } = dossierOf(applicant.name);
    expect(
      projects.map(({ name, organization, period, totalInvestment }) => ({
        name,
        organization,
        period,
        totalInvestment: Number(totalInvestment),
      })),
    ).toEqual(
      applicant.projects.rows.map((row) => ({ ...row, totalInvestment: Number(row.totalInvestment) })),
    );
    const stated = applicant.projects.statedTotal;
    expect(statedTotals.map((total) => Number(total.value))).toEqual(stated === null ? [] : [Number(stated)]);
  });

  test("is checked as its flags say", () => {
    const { flags, name } = applicant;
    const late = findingsOf(name, "deadline").map((finding) => finding.status);
    expect(late.includes("not-met")).toBe(flags.late !== undefined);
    const national = findingsOf(name, "exclusion").some((finding) => finding.status !== "met");
    expect(national).toBe(flags.alreadyNational !== undefined);
    if (flags.contradiction) {
      const { key } = flags.contradiction;
      expect(
        (findings.get(name) ?? []).some(
          (finding) => finding.status === "contradiction" && finding.rule.includes(key),
        ),
      ).toBe(true);
    }
    for (const key of Object.keys(flags.missing ?? {})) {
      expect(findings.get(name)).toContainEqual(
        expect.objectContaining({ rule: `threshold:${key}`, status: "not-reported" }),
      );
    }
    if (flags.deviation) {
      expect(findingsOf(name, "eligibility")).toContainEqual(
        expect.objectContaining({ status: "to-confirm" }),
      );
    }
  });
});

test("lengths of plans are those that were written, though this notice limits none", () => {
  const long = expectedSample.applicants.filter(({ flags }) => flags.planTooLong);
  const short = expectedSample.applicants.filter(({ flags }) => flags.planTooShort);
  for (const { name } of long) expect(dossierOf(name).totalChars).toBeGreaterThan(10_000);
  for (const { name } of short) expect(dossierOf(name).totalChars).toBeLessThan(1000);
  expect([long.length, short.length]).toEqual([1, 1]);
});

test("a city over its quota is named, with its applicants", () => {
  const over = expectedSample.applicants.filter(({ flags }) => flags.overQuota);
  const quota = roundFindings.filter((finding) => finding.kind === "quota" && finding.status === "not-met");
  expect(quota).toHaveLength(1);
  expect(quota[0]?.subject).toContain("长沙市");
  expect(quota[0]?.submissions?.length).toBe(over.length);
});

test("no evidence names a file that is not there", async () => {
  const { arrivals } = await ask(program, "intake/list", { round });
  const known = new Set(arrivals.map((arrival) => arrival.sha256));
  for (const dossier of dossiers.values()) {
    for (const { read } of dossier.facts) {
      if (read === null) continue;
      expect(known.has(read.evidence.sha256)).toBe(true);
      const { document } = await ask(program, "document/get", { round, sha256: read.evidence.sha256 });
      expect(document?.blocks.some((block) => block.id === read.evidence.block)).toBe(true);
    }
  }
});

import type { Composed } from "../../electron/compose.ts";
import { insertArrival, insertContent, insertReading } from "../../electron/db/contents.ts";
import { transact } from "../../electron/db/database.ts";
import { findRound } from "../../electron/db/rounds.ts";
import { indexDocument } from "../../electron/db/search.ts";
import { buildDossier, storeVersion } from "../../electron/services/build-dossier.ts";
import { sha256Of } from "../../electron/services/files.ts";
import type { RoundSettings } from "../../shared/contract/round.ts";
import type { DirectionId, SubjectId } from "../../shared/scheme/scheme.ts";
import type { RankingRule } from "../../shared/scoring/ranking.ts";
import type { Document } from "../../shared/submission/document.ts";
import type { Extraction, ReadFact } from "../../shared/submission/fact.ts";
import { schemeOf } from "./dossier.ts";
import { ask, bringKey, makeKey, type TestIdentity } from "./program.ts";

export interface Applicant {
  /** Empty: nobody could read one. */
  readonly name: string;
  readonly city?: string;
  readonly subject?: SubjectId;
  /** `null`: nobody named one. */
  readonly direction?: DirectionId | null;
  readonly text?: string;
  /** In place of one paragraph with `text`; headings whose text is a section's title make the outline. */
  readonly blocks?: Document["blocks"];
  /** Short names its papers give it. */
  readonly aliases?: readonly string[];
  readonly facts?: readonly { key: string; value: string; unit: string; sure?: boolean }[];
}

/** Titles of the outline of the default scheme. */
const sectionIds: Readonly<Record<string, string>> = Object.fromEntries(
  schemeOf("hunan-2021").outline.map(({ id, title }) => [title, id]),
);

const evidenceOf = (sha256: string, file: string) => ({ file, sha256, block: "b1", text: file });

function extractionOf(applicant: Applicant, sha256: string, file: string): Extraction {
  const evidence = evidenceOf(sha256, file);
  const recognised = <Value>(value: Value) => ({ value, sure: true, evidence });
  return {
    kind: "plan",
    applicant: {
      name: applicant.name === "" ? null : recognised(applicant.name),
      city: recognised(applicant.city ?? "长沙市"),
      subject: recognised(applicant.subject ?? "region"),
      direction: applicant.direction === null ? null : recognised(applicant.direction ?? "lean"),
    },
    facts: (applicant.facts ?? []).map(
      ({ key, value, unit, sure = true }, index): ReadFact => ({
        key,
        value,
        unit,
        role: "value",
        sure,
        ...(sure ? {} : { doubt: "about" }),
        evidence: { ...evidence, start: index, end: index + 1 },
      }),
    ),
    projects: [],
    statedTotal: null,
    applications: [],
    outline: (applicant.blocks ?? []).flatMap((block) =>
      block.kind === "heading"
        ? [
            {
              section: sectionIds[block.text] ?? null,
              title: block.text,
              chars: 1000,
              evidence: { ...evidence, block: block.id, text: block.text },
            },
          ]
        : [],
    ),
    totalChars: 5000,
    ...(applicant.aliases ? { aliases: [...applicant.aliases] } : {}),
  };
}

/** Stores one applicant as an import would, without the time it takes to write and read a real document. */
export function seedApplicant(
  program: Composed,
  roundId: string,
  number: number,
  applicant: Applicant,
): string {
  const { context } = program;
  const round = findRound(context.db, roundId);
  if (!round) throw new Error("no such round");
  const name = `${applicant.name}.docx`;
  const text = applicant.text ?? `${applicant.name}的实施方案`;
  const bytes = Buffer.from(`${number} ${text} ${JSON.stringify(applicant.blocks ?? "")}`);
  const sha256 = sha256Of(bytes);
  const document: Document = { blocks: applicant.blocks ?? [{ kind: "paragraph", id: "b1", text }] };
  const submission = context.ports.newId();
  transact(context.db, () => {
    insertContent(context.db, sha256, bytes);
    insertReading(context.db, roundId, {
      sha256,
      name,
      bytes: bytes.length,
      kind: "plan",
      status: "ok",
      error: null,
      messages: [],
      document,
      extraction: extractionOf(applicant, sha256, name),
    });
    insertArrival(context.db, roundId, {
      id: context.ports.newId(),
      sha256,
      path: name,
      container: null,
      sender: null,
      subject: null,
      receivedAt: "2021-11-20T08:00:00.000Z",
      importedAt: context.ports.now(),
    });
    indexDocument(context.db, roundId, sha256, document);
    const dossier = buildDossier(context, round, {
      submission,
      number,
      version: 1,
      files: [sha256],
      applications: [],
      previous: null,
    });
    storeVersion(context, round, dossier, "import");
  });
  return submission;
}

export interface SeatedExpert {
  readonly id: string;
  readonly key: TestIdentity;
}

export interface OpenedRound {
  readonly round: string;
  readonly submissions: readonly string[];
  readonly experts: readonly SeatedExpert[];
}

export interface RoundPlan {
  /** An id; Hunan 2021 when left out. */
  readonly scheme?: string;
  readonly applicants: readonly Applicant[];
  readonly experts: readonly string[];
  readonly rule?: Partial<RankingRule>;
  readonly settings?: Partial<RoundSettings>;
  readonly open?: boolean;
  /** The experts have laptops of their own: their keys are not on this one. */
  readonly apart?: boolean;
}

/** Maxima of the four items of the default form, in order. */
export const maxima = ["30", "25", "25", "20"];

/** A Hunan round with its applicants and experts, everybody assigned to everything, open for review. */
export async function seedRound(program: Composed, plan: RoundPlan): Promise<OpenedRound> {
  const view = await ask(program, "round/create", { scheme: plan.scheme ?? "hunan-2021", name: "测试轮次" });
  const round = view.id;
  const submissions = plan.applicants.map((applicant, index) =>
    seedApplicant(program, round, index + 1, applicant),
  );
  const experts: SeatedExpert[] = [];
  for (const name of plan.experts) {
    const key = plan.apart === true ? await makeKey(name) : await bringKey(program, name);
    const expert = await ask(program, "expert/save", { round, expert: null, name, employer: "", avoid: [] });
    await ask(program, "expert/enrol", { round, expert: expert.id, identity: key.text });
    await ask(program, "assignment/set", {
      round,
      expert: expert.id,
      submissions: [...submissions],
      assigned: true,
    });
    experts.push({ id: expert.id, key });
  }
  const items = view.scheme.scoreSheet.items;
  await ask(program, "round/save-settings", {
    round,
    settings: {
      ...view.settings,
      ...plan.settings,
      maxima: Object.fromEntries(items.map((item, index) => [item.id, maxima[index] ?? "10"])),
      rule: { method: "mean", decimals: 2, minimumSheets: 1, seats: { lean: 1 }, ...plan.rule },
    },
  });
  if (plan.open !== false) {
    const { submissions: all } = await ask(program, "intake/list", { round });
    const questions = all.reduce((sum, submission) => sum + submission.questions, 0);
    await ask(program, "round/open", { round, questions });
  }
  return { round, submissions, experts };
}

/** Declares, scores every item and marks complete, as the desk does. */
export async function scoreSheet(
  program: Composed,
  at: { round: string; expert: string; submission: string },
  scores: readonly string[],
): Promise<void> {
  await ask(program, "desk/declare", { ...at, recusal: null });
  const { form } = await ask(program, "desk/list", { round: at.round, expert: at.expert });
  for (const [index, item] of form.items.entries()) {
    await ask(program, "desk/save-item", { ...at, item: item.id, score: scores[index] ?? "0", comment: "" });
  }
  await ask(program, "desk/set-complete", { ...at, complete: true });
}

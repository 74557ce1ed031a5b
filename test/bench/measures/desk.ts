import type { Composed } from "../../../electron/compose.ts";
import { planBlocks } from "../../e2e/support/desk-round.ts";
import { ask, startProgram } from "../../support/program.ts";
import { type OpenedRound, seedRound } from "../../support/seeded-round.ts";
import { median, type Time } from "../row.ts";

export interface DeskMeasure {
  readonly dossiers: number;
  readonly round: string;
  readonly expert: string;
  readonly submission: string;
  /** Everything the window asks for before the first page stands there; beside parsing the same answers from their text. */
  readonly open: Time;
  readonly parse: Time;
  /** One item over all applicants; beside reading the same scores with one plain query. */
  readonly compare: Time;
  readonly query: Time;
  readonly search: Time;
  readonly scan: Time;
  readonly hits: number;
  /** A typed score stored and answered; beside a commit of one row into a table without anything else. */
  readonly save: Time;
  readonly commit: Time;
}

/** Paragraphs in each of four sections: some 5,000 characters, as notices ask for. */
const PARAGRAPHS = 12;

export async function measureDesk(folder: string, dossiers: number): Promise<DeskMeasure> {
  const program = await startProgram(folder);
  const opened = await seedRound(program, {
    applicants: Array.from({ length: dossiers }, (_, index) => {
      const name = `示例第${String(index + 1).padStart(4, "0")}高新技术产业园区`;
      return {
        name,
        direction: "lean" as const,
        facts: [{ key: "lean-firms", value: String(300 + index), unit: "家" }],
        blocks: planBlocks(name, PARAGRAPHS),
      };
    }),
    experts: ["王甲"],
  });
  const at = { round: opened.round, expert: opened.experts[0]?.id ?? "" };
  await scoreOne(program, opened, at);
  const submission = opened.submissions.at(-1) ?? "";
  const measured = {
    ...(await measureOpening(program, { ...at, submission })),
    ...(await measureComparing(program, at)),
    ...(await measureSearching(program, at)),
    ...(await measureSaving(program, { ...at, submission })),
  };
  await program.close();
  return { dossiers, ...at, submission, ...measured };
}

interface Seat {
  readonly round: string;
  readonly expert: string;
}

/** Every applicant declared, with a score on the first item: the fullest a comparison can be. */
async function scoreOne(program: Composed, { submissions }: OpenedRound, at: Seat): Promise<void> {
  const { form } = await ask(program, "desk/list", at);
  const item = form.items[0]?.id ?? "";
  for (const submission of submissions) {
    await ask(program, "desk/declare", { ...at, submission, recusal: null });
    await ask(program, "desk/save-item", { ...at, submission, item, score: "20", comment: "" });
  }
}

async function measureOpening(program: Composed, sheet: Seat & { submission: string }) {
  const { round, expert, submission } = sheet;
  const asked = async (): Promise<unknown[]> => {
    const dossier = await ask(program, "submission/get", { submission });
    const sha256 = dossier.files[0]?.sha256 ?? "";
    return [
      dossier,
      await ask(program, "round/get", { round }),
      await ask(program, "desk/list", { round, expert }),
      await ask(program, "desk/get-sheet", sheet),
      await ask(program, "desk/get-place", sheet),
      await ask(program, "note/list", { round, expert, submission: null }),
      await ask(program, "document/get", { round, sha256 }),
    ];
  };
  const text = JSON.stringify(await asked());
  return { open: await median(9, asked), parse: await median(9, () => JSON.parse(text)) };
}

async function measureComparing(program: Composed, at: Seat) {
  const { form } = await ask(program, "desk/list", at);
  const item = form.items[0]?.id ?? "";
  const plain = program.context.db.prepare("SELECT * FROM sheet_item WHERE expert_id = ? AND item = ?");
  return {
    compare: await median(5, () => ask(program, "desk/compare-item", { ...at, item })),
    query: await median(5, () => plain.all(at.expert, item)),
  };
}

/** Words of two characters, of four, and a number, each standing in every dossier or in one. */
const words = ["领导", "双创服务", "11,205", "0007"];

async function measureSearching(program: Composed, at: Seat) {
  let hits = 0;
  const { submissions } = await ask(program, "intake/list", { round: at.round });
  const texts: string[] = [];
  for (const { id } of submissions) {
    const { files } = await ask(program, "submission/get", { submission: id });
    const { document } = await ask(program, "document/get", {
      round: at.round,
      sha256: files[0]?.sha256 ?? "",
    });
    texts.push(JSON.stringify(document));
  }
  let turn = 0;
  const next = (): string => words[turn++ % words.length] ?? "";
  return {
    search: await median(8, async () => {
      const found = { round: at.round, expert: at.expert, text: next(), submission: null, limit: 100 };
      hits += (await ask(program, "search/find", found)).total;
    }),
    scan: await median(8, () => {
      const word = next();
      return texts.filter((text) => text.includes(word)).length;
    }),
    hits: Math.round(hits / 8),
  };
}

async function measureSaving(program: Composed, sheet: Seat & { submission: string }) {
  const { form } = await ask(program, "desk/list", { round: sheet.round, expert: sheet.expert });
  const item = form.items[1]?.id ?? "";
  const { db } = program.context;
  db.exec("CREATE TABLE IF NOT EXISTS bench_row (n INTEGER)");
  const insert = db.prepare("INSERT INTO bench_row (n) VALUES (?)");
  let score = 0;
  const save = await median(15, () => {
    score = (score % 20) + 1;
    return ask(program, "desk/save-item", { ...sheet, item, score: String(score), comment: "" });
  });
  const commit = await median(15, () => insert.run(1));
  db.exec("DROP TABLE bench_row");
  return { save, commit };
}

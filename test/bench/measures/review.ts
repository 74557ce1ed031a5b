import { createPublicKey, sign as signBytes, verify as verifyBytes } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Composed } from "../../../electron/compose.ts";
import { listDossierHeads } from "../../../electron/db/submissions.ts";
import { signJws } from "../../../electron/seal/jws.ts";
import type { Signer } from "../../../electron/seal/keys.ts";
import { identityFile } from "../../../electron/seal/public-key.ts";
import { backUp } from "../../../electron/services/backup.ts";
import { mergeFiles } from "../../../electron/services/merge-results.ts";
import type { ResultPayload } from "../../../shared/seal/payloads.ts";
import { ask, startProgram } from "../../support/program.ts";
import { makeSigner } from "../../support/sealed-round.ts";
import { maxima } from "../../support/seeded-round.ts";
import { type BenchSize, median, type Time, timed } from "../row.ts";

export interface ReviewMeasure {
  readonly check: Time;
  readonly parse: Time;
  readonly search: {
    readonly word: Time;
    readonly scan: Time;
    readonly hits: number;
    readonly searches: number;
    readonly characters: number;
  };
  readonly merge: {
    readonly time: Time;
    readonly sheets: number;
    readonly results: number;
    readonly verify: Time;
    readonly verifyEach: Time;
  };
  readonly ranking: { readonly time: Time; readonly sheets: number; readonly sum: Time };
  readonly backup: { readonly time: Time; readonly longestWaitMs: number; readonly megabytes: number };
  readonly saveItem: Time;
}

/** Everything after intake, on a database that holds the imported submissions. */
export async function measureReview(folder: string, size: BenchSize): Promise<ReviewMeasure> {
  const program = await startProgram(folder);
  const [latest] = await ask(program, "round/list", {});
  const round = latest?.id ?? "";
  const check = await median(3, () => ask(program, "check/run", { round }));
  const parse = await median(3, () => parseDossiers(program));
  const search = await measureSearch(program, round, size.searches);
  const signers = await openForReview(program, round, size.experts);
  const saveItem = await measureDesk(program, round, signers);
  const { results, verifyAll } = await signedResults(program, round, signers);
  const { value, ...merged } = await timed(() => mergeFiles(program.context, round, results));
  if (!value.ok || value.value.some((outcome) => !outcome.merged || outcome.refused.length > 0))
    throw new Error("a result was refused");
  const time = await median(3, () => ask(program, "ranking/get", { round }));
  const { directions } = await ask(program, "ranking/get", { round });
  const rows = directions.flatMap((direction) => direction.rows);
  const sheets = rows.reduce((count, row) => count + row.sheets.length, 0);
  const sum = await median(5, () => plainMeans(rows));
  const verify = await median(3, verifyAll);
  const verifyEach = await median(1, () => verifySmall(signers[0]?.signer, sheets));
  const backup = await measureBackup(program, folder);
  await program.close();
  return {
    check,
    parse,
    search,
    saveItem,
    merge: { time: merged, sheets, results: results.length, verify, verifyEach },
    ranking: { time, sheets, sum },
    backup,
  };
}

/** Bare verification, as if every sheet of some 500 bytes carried a signature of its own. */
function verifySmall(signer: Signer | undefined, times: number): void {
  if (!signer) return;
  const data = Buffer.alloc(500, "x");
  const signature = signBytes(null, data, signer.privateKey);
  const key = createPublicKey(signer.privateKey);
  for (let index = 0; index < times; index += 1) verifyBytes(null, data, key, signature);
}

function parseDossiers(program: Composed): number {
  const rows = program.context.db.prepare("SELECT dossier FROM submission_version").all() as {
    dossier: string;
  }[];
  return rows.reduce((sum, row) => sum + JSON.parse(row.dossier).facts.length, 0);
}

const words = ["创新", "创业大赛", "高价值专利", "2024年", "离岸基地", "放管服", "0007", "不在其中的字"];

async function measureSearch(program: Composed, round: string, searches: number) {
  const rows = program.context.db.prepare("SELECT text FROM search_block").all() as {
    text: string;
  }[];
  const texts = rows.map((row) => row.text);
  let hits = 0;
  const found = await timed(async () => {
    for (let index = 0; index < searches; index += 1) {
      const text = words[index % words.length] ?? "";
      hits += (await ask(program, "search/find", { round, text, submission: null, limit: 50 })).total;
    }
  });
  const scanned = await timed(() => {
    let count = 0;
    for (let index = 0; index < searches; index += 1) {
      const text = words[index % words.length] ?? "";
      count += texts.filter((one) => one.includes(text)).length;
    }
    return count;
  });
  const each = ({ ms, cpuMs }: Time): Time => ({ ms: ms / searches, cpuMs: cpuMs / searches });
  return {
    word: each(found),
    scan: each(scanned),
    hits,
    searches,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
  };
}

async function openForReview(
  program: Composed,
  round: string,
  count: number,
): Promise<{ id: string; signer: Signer }[]> {
  const view = await ask(program, "round/get", { round });
  await ask(program, "round/save-settings", {
    round,
    settings: {
      ...view.settings,
      maxima: Object.fromEntries(
        view.scheme.scoreSheet.items.map((item, index) => [item.id, maxima[index] ?? "0"]),
      ),
      rule: {
        method: count >= 3 ? "trimmed" : "mean",
        decimals: 2,
        minimumSheets: 1 + Number(count >= 3) * 2,
        seats: { employment: 3, integration: 3, lean: 3, global: 3 },
      },
    },
  });
  const { submissions } = await ask(program, "intake/list", { round });
  const seats: { id: string; signer: Signer }[] = [];
  for (let index = 0; index < count; index += 1) {
    const signer = makeSigner(`专家${index + 1}`);
    const { id } = await ask(program, "expert/save", {
      round,
      expert: null,
      name: `专家${index + 1}`,
      employer: "",
      avoid: [],
    });
    await ask(program, "expert/enrol", { round, expert: id, identity: identityFile(signer.identity) });
    await ask(program, "assignment/set", {
      round,
      expert: id,
      submissions: submissions.map((one) => one.id),
      assigned: true,
    });
    seats.push({ id, signer });
  }
  await ask(program, "round/open", {
    round,
    questions: submissions.reduce((sum, one) => sum + one.questions, 0),
  });
  return seats;
}

/** One keystroke's worth of work at the desk, stored. */
async function measureDesk(
  program: Composed,
  round: string,
  seats: readonly { id: string }[],
): Promise<Time> {
  const expert = seats[0]?.id ?? "";
  const { entries, form } = await ask(program, "desk/list", { round, expert });
  const at = { round, expert, submission: entries.at(-1)?.submission ?? "" };
  await ask(program, "desk/declare", { ...at, recusal: null });
  let score = 0;
  return median(15, () => {
    score += 1;
    return ask(program, "desk/save-item", {
      ...at,
      item: form.items[0]?.id ?? "",
      score: String(score),
      comment: "",
    });
  });
}

async function signedResults(
  program: Composed,
  round: string,
  seats: readonly { id: string; signer: Signer }[],
) {
  const heads = listDossierHeads(program.context.db, round);
  const results: { name: string; bytes: number; read(): Promise<Uint8Array> }[] = [];
  const signatures: { data: Buffer; signature: Buffer; key: ReturnType<typeof createPublicKey> }[] = [];
  for (const [place, { id, signer }] of seats.entries()) {
    const { payload } = await ask(program, "result/preview", { round, expert: id });
    const { form } = await ask(program, "desk/list", { round, expert: id });
    const sheets = heads.map(({ submission, version, digest }, index): ResultPayload["sheets"][number] => {
      const scores = form.items.map((_, at) => (index * 7 + place * 3 + at * 5) % 20);
      return {
        submission,
        version,
        dossier: digest,
        recusal: null,
        items: form.items.map((item, at) => ({
          item: item.id,
          score: String(scores[at]),
          comment: "基础扎实，特色明显",
        })),
        remark: "",
        total: String(scores.reduce((sum, score) => sum + score, 0)),
      };
    });
    const text = await signJws(
      { ...payload, expert: { ...payload.expert, key: signer.identity.keyId }, sheets },
      "pingshen-result",
      signer,
    );
    results.push({ name: `${place}.psr`, bytes: text.length, read: async () => Buffer.from(text) });
    const cut = text.lastIndexOf(".");
    signatures.push({
      data: Buffer.from(text.slice(0, cut)),
      signature: Buffer.from(text.slice(cut + 1), "base64url"),
      key: createPublicKey({
        key: { kty: "OKP", crv: "Ed25519", x: signer.identity.publicKey },
        format: "jwk",
      }),
    });
  }
  const verifyAll = (): void => {
    for (const { data, signature, key } of signatures) verifyBytes(null, data, key, signature);
  };
  return { results, verifyAll };
}

/** The arithmetic of a ranking and nothing else: binary floats, a sum, a sort. */
function plainMeans(rows: readonly { sheets: readonly { total: string }[] }[]): number[] {
  return rows
    .map((row) => row.sheets.reduce((sum, sheet) => sum + Number(sheet.total), 0) / row.sheets.length)
    .sort((a, b) => b - a);
}

async function measureBackup(program: Composed, folder: string) {
  const waits = monitorEventLoopDelay({ resolution: 5 });
  waits.enable();
  const { ms, cpuMs } = await timed(() => backUp(program.context, "merge"));
  waits.disable();
  return {
    time: { ms, cpuMs },
    longestWaitMs: waits.max / 1e6,
    megabytes: statSync(join(folder, "pingshen.db")).size / 1024 / 1024,
  };
}

import { createPublicKey, verify } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Composed } from "../../../electron/compose.ts";
import { listDossierHeads } from "../../../electron/db/submissions.ts";
import { signJws } from "../../../electron/seal/jws.ts";
import type { Signer } from "../../../electron/seal/keys.ts";
import { identityFile } from "../../../electron/seal/public-key.ts";
import { backUp } from "../../../electron/services/backup.ts";
import { mergeFiles } from "../../../electron/services/results.ts";
import type { ResultPayload } from "../../../shared/seal/payloads.ts";
import { ask, startProgram } from "../../support/program.ts";
import { makeSigner } from "../../support/sealed-round.ts";
import { maxima } from "../../support/seeded-round.ts";
import { type BenchSize, median, timed } from "../row.ts";

export interface ReviewMeasure {
  readonly checkMs: number;
  readonly parseMs: number;
  readonly search: {
    readonly wordMs: number;
    readonly scanMs: number;
    readonly hits: number;
    readonly characters: number;
  };
  readonly merge: {
    readonly ms: number;
    readonly sheets: number;
    readonly results: number;
    readonly verifyMs: number;
    readonly verifyOnePerSheetMs: number;
  };
  readonly ranking: { readonly ms: number; readonly sheets: number; readonly sumMs: number };
  readonly backup: { readonly ms: number; readonly longestWaitMs: number; readonly megabytes: number };
  readonly saveItemMs: number;
}

/** Everything after intake, on a database that holds the imported submissions. */
export async function measureReview(folder: string, size: BenchSize): Promise<ReviewMeasure> {
  const program = await startProgram(folder);
  const [latest] = await ask(program, "round/list", {});
  const round = latest?.id ?? "";
  const checkMs = await median(3, () => ask(program, "check/run", { round }));
  const parseMs = await median(3, () => parseDossiers(program));
  const search = await measureSearch(program, round, size.searches);
  const signers = await openForReview(program, round, size.experts);
  const saveItemMs = await measureDesk(program, round, signers);
  const { results, raw } = await signedResults(program, round, signers);
  const merged = await timed(() => mergeFiles(program.context, round, results));
  if (!merged.value.ok || merged.value.value.some((outcome) => !outcome.merged || outcome.refused.length > 0))
    throw new Error("a result was refused");
  const ms = await median(3, () => ask(program, "ranking/get", { round }));
  const ranking = await ask(program, "ranking/get", { round });
  const sheets = ranking.directions.flatMap(({ rows }) => rows).flatMap((row) => row.sheets);
  const sumMs = await median(5, () => plainMeans(ranking.directions.flatMap(({ rows }) => rows)));
  const backup = await measureBackup(program, folder);
  await program.close();
  return {
    checkMs,
    parseMs,
    search,
    saveItemMs,
    merge: {
      ms: merged.ms,
      sheets: sheets.length,
      results: results.length,
      verifyMs: raw(1),
      verifyOnePerSheetMs: raw(sheets.length / Math.max(1, results.length)),
    },
    ranking: { ms, sheets: sheets.length, sumMs },
    backup,
  };
}

function parseDossiers(program: Composed): number {
  const rows = program.context.db.prepare("SELECT dossier FROM submission_version").all() as {
    dossier: string;
  }[];
  return rows.reduce((sum, row) => sum + JSON.parse(row.dossier).facts.length, 0);
}

const words = ["创新", "创业大赛", "高价值专利", "2024年", "离岸基地", "放管服", "0007", "不在其中的字"];

async function measureSearch(program: Composed, round: string, searches: number) {
  const rows = program.context.db.prepare("SELECT text FROM search_text WHERE round_id = ?").all(round) as {
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
  return {
    wordMs: found.ms / searches,
    scanMs: scanned.ms / searches,
    hits,
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
): Promise<number> {
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
  const raw = (times: number): number => {
    const start = performance.now();
    for (const { data, signature, key } of signatures)
      for (let index = 0; index < times; index += 1) verify(null, data, key, signature);
    return performance.now() - start;
  };
  return { results, raw };
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
  const { ms } = await timed(() => backUp(program.context, "merge"));
  waits.disable();
  return {
    ms,
    longestWaitMs: waits.max / 1e6,
    megabytes: statSync(join(folder, "pingshen.db")).size / 1024 / 1024,
  };
}

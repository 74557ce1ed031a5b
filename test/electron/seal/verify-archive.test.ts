import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { readIdentity } from "../../../electron/seal/public-key.ts";
import { verifyBytes } from "../../../electron/seal/verify-file.ts";
import { writeZip } from "../../../electron/seal/zip.ts";
import type { Ranking } from "../../../shared/scoring/ranking.ts";
import type { PublicIdentity } from "../../../shared/seal/identity.ts";
import { ask, bringKey, freshProgram, passphrase } from "../../support/program.ts";
import { type OpenedRound, scoreSheet, seedRound } from "../../support/seeded-round.ts";
import { unzip } from "../export/support.ts";

let program: Composed;
let round: OpenedRound;
let archive: Buffer;
let parts: Map<string, Buffer>;
let keys: PublicIdentity[];

/** Item scores of each expert for each applicant: the first two are tied. */
const items = [
  [
    ["30", "20", "20", "10"],
    ["20", "20", "20", "20"],
    ["9.5", "9", "9", "9"],
  ],
  [
    ["20", "20", "20", "20"],
    ["30", "20", "20", "10"],
    ["1", "1", "1", "1"],
  ],
];

async function judgeAll(): Promise<void> {
  for (const [place, { id, key }] of round.experts.entries()) {
    for (const [index, submission] of round.submissions.entries())
      await scoreSheet(program, { round: round.round, expert: id, submission }, items[place]?.[index] ?? []);
    await ask(program, "result/sign", { round: round.round, expert: id, keyId: key.keyId, passphrase });
  }
}

beforeAll(async () => {
  const fresh = await freshProgram({ now: () => "2021-12-01T02:00:00.000Z" });
  program = fresh.program;
  round = await seedRound(program, {
    applicants: [{ name: "一号" }, { name: "二号" }, { name: "三号" }],
    experts: ["王甲", "李乙"],
    rule: { seats: { lean: 1 } },
  });
  await judgeAll();
  const [first = "", second = ""] = round.submissions;
  await ask(program, "ranking/decide", {
    round: round.round,
    direction: "lean",
    order: [second, first],
    reason: "工作基础更实",
    by: "赵组长",
  });
  const chair = await bringKey(program, "赵组长");
  const { payload } = await ask(program, "panel/preview", { round: round.round });
  await ask(program, "panel/sign", {
    round: round.round,
    keyId: chair.keyId,
    passphrase,
    content: payload.content,
  });
  const made = await ask(program, "export/make", { round: round.round, what: "result-archive" });
  archive = readFileSync(made.files[0]?.path ?? "");
  parts = await unzip(archive);
  keys = [...round.experts.map(({ key }) => key.text), chair.text].flatMap((text) => {
    const identity = readIdentity(text);
    return identity.ok ? [identity.value] : [];
  });
  return fresh.end;
});

/** The archive with some parts changed (`null`: taken out), its list of digests made to fit: only its meaning is wrong. */
async function forged(changes: Readonly<Record<string, Buffer | string | null>>): Promise<Buffer> {
  const entries = new Map(parts);
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) entries.delete(name);
    else entries.set(name, Buffer.from(content));
  }
  entries.delete("SHA256SUMS");
  const lines = [...entries].map(
    ([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`,
  );
  return writeZip(
    [...entries, ["SHA256SUMS", Buffer.from(lines.join(""))]],
    new Date("2021-12-01T02:00:00.000Z"),
  );
}

const text = (name: string): string => parts.get(name)?.toString("utf8") ?? "";
const named = (folder: string): string => [...parts.keys()].find((name) => name.startsWith(folder)) ?? "";
const verdictOf = async (bytes: Buffer) => {
  const { verdict, sort, details } = await verifyBytes(bytes, keys);
  return [verdict, sort, details.place ?? "", details.problem ?? ""];
};

function withRanking(change: (ranking: Ranking) => void): string {
  const ranking = JSON.parse(text("ranking.json")) as Ranking;
  change(ranking);
  return `${JSON.stringify(ranking, null, 2)}\n`;
}

describe("verifying a result archive", () => {
  test("all of it is checked, and the ranking follows again from the signed sheets and the decision", async () => {
    const { verdict, sort, details } = await verifyBytes(archive, keys);
    expect([verdict, sort]).toEqual(["valid", "archive"]);
    expect(details).toMatchObject({
      round: round.round,
      results: "2",
      decisions: "1",
      sheetsNotCounted: "0",
      ranking: "replayed",
      panel: "current",
      signature: "sound",
    });
    expect(Number(details.record)).toBeGreaterThan(10);
  });

  test("without the keys it is sound in itself, and the signers are named to be compared", async () => {
    const { verdict, details } = await verifyBytes(archive, keys.slice(1));
    expect(verdict).toBe("unknown-key");
    expect(details).toMatchObject({ signature: "sound", unknownKeys: keys[0]?.keyId });
    expect(details.signers).toContain("王甲");
  });

  test("a part that was changed, added or taken out is named", async () => {
    const lines = text("SHA256SUMS");
    const zip = (entries: readonly (readonly [string, Buffer])[]) => writeZip(entries, new Date(0));
    const others = [...parts].filter(([name]) => name !== "decisions.json");
    expect(await verdictOf(await zip([...others, ["decisions.json", Buffer.from("[]\n")]]))).toEqual([
      "altered",
      "archive",
      "decisions.json",
      "digest-differs",
    ]);
    expect(await verdictOf(await zip(others))).toEqual([
      "altered",
      "archive",
      "decisions.json",
      "file-missing",
    ]);
    expect(await verdictOf(await zip([...parts, ["files/多出来的.docx", Buffer.from("PK")]]))).toEqual([
      "altered",
      "archive",
      "files/多出来的.docx",
      "file-not-listed",
    ]);
    expect(lines).toContain("decisions.json");
  });

  test("a ranking nobody's sheets give is found out, digests or no digests", async () => {
    const score = withRanking(({ directions }) => {
      const [row] = directions.find(({ rows }) => rows.length > 0)?.rows ?? [];
      if (row) row.score = "99.00";
    });
    expect(await verdictOf(await forged({ "ranking.json": score }))).toEqual([
      "altered",
      "archive",
      "ranking.json",
      "replay-differs",
    ]);
    const total = withRanking(({ directions }) => {
      const sheet = directions.flatMap(({ rows }) => rows).flatMap(({ sheets }) => sheets)[0];
      if (sheet) sheet.expert = "somebody-else";
    });
    expect(await verdictOf(await forged({ "ranking.json": total }))).toEqual([
      "altered",
      "archive",
      "ranking.json",
      "score-not-signed",
    ]);
  });

  test("a decision about a tie that was turned round is found out by the ranking", async () => {
    const decisions = JSON.parse(text("decisions.json")) as { order: string[] }[];
    for (const decision of decisions) decision.order.reverse();
    expect(await verdictOf(await forged({ "decisions.json": `${JSON.stringify(decisions)}\n` }))).toEqual([
      "altered",
      "archive",
      "ranking.json",
      "replay-differs",
    ]);
  });

  test("an entry taken out of the record breaks its chain", async () => {
    const lines = text("audit.jsonl").split("\n");
    expect(await verdictOf(await forged({ "audit.jsonl": lines.toSpliced(3, 1).join("\n") }))).toEqual([
      "altered",
      "archive",
      "audit.jsonl",
      "record-broken",
    ]);
  });

  test("a score form other than the one that was signed is found out", async () => {
    const form = JSON.parse(text("form.json")) as { items: { max: string }[] };
    const [item] = form.items;
    if (item) item.max = "31";
    const changed = await forged({ "form.json": JSON.stringify(form) });
    expect(await verdictOf(changed)).toEqual(["altered", "archive", named("results/"), "form-differs"]);
  });

  test("a result with one changed byte, and one whose key was left out, are refused by name", async () => {
    const result = named("results/");
    const [head = "", payload = "", signature = ""] = text(result).trim().split(".");
    const turned = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
    expect(await verdictOf(await forged({ [result]: [head, payload, turned].join(".") }))).toEqual([
      "altered",
      "archive",
      result,
      "signature",
    ]);
    const signer = (JSON.parse(Buffer.from(head, "base64url").toString("utf8")) as { kid: string }).kid;
    expect(await verdictOf(await forged({ [`keys/${signer}.json`]: null }))).toEqual([
      "unknown-key",
      "archive",
      result,
      "signature",
    ]);
  });

  test("a result that was left out leaves totals nobody signed", async () => {
    expect(await verdictOf(await forged({ [named("results/")]: null }))).toEqual([
      "altered",
      "archive",
      "ranking.json",
      "score-not-signed",
    ]);
  });

  test("a part that is no JSON, and a list of digests that is none, are malformed", async () => {
    expect(await verdictOf(await forged({ "scheme.json": "{" }))).toEqual([
      "malformed",
      "archive",
      "scheme.json",
      "malformed",
    ]);
    const entries = [...parts].filter(([name]) => name !== "SHA256SUMS");
    const zip = await writeZip([...entries, ["SHA256SUMS", Buffer.from("nonsense\n")]], new Date(0));
    expect(await verdictOf(zip)).toEqual(["malformed", "archive", "SHA256SUMS", "malformed"]);
  });

  test("text no program of ours writes is refused, not a crash", async () => {
    const lines = text("audit.jsonl").trim().split("\n");
    const entry = JSON.parse(lines[0] ?? "") as { detail: Record<string, string> };
    entry.detail.name = "half \ud800";
    const changed = [JSON.stringify(entry), ...lines.slice(1)].join("\n");
    expect((await verdictOf(await forged({ "audit.jsonl": changed }))).slice(0, 2)).toEqual([
      "malformed",
      "archive",
    ]);
    const ranking = withRanking(({ directions }) => {
      const [row] = directions.find(({ rows }) => rows.length > 0)?.rows ?? [];
      if (row) row.name = "half \ud800";
    });
    expect((await verdictOf(await forged({ "ranking.json": ranking }))).slice(0, 2)).toEqual([
      "malformed",
      "archive",
    ]);
  });
});

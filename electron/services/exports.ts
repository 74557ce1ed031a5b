import { readFileSync } from "node:fs";
import type { WrittenFile } from "../../shared/contract/app.ts";
import type { Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { Ranking } from "../../shared/scoring/ranking.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { listAudit } from "../db/audit.ts";
import { listExperts } from "../db/experts.ts";
import { listIdentities } from "../db/identities.ts";
import { listDecisions, listPacks, listResults } from "../db/results.ts";
import { findRound } from "../db/rounds.ts";
import { listFiles } from "../db/written-files.ts";
import { writeCheckTable } from "../export/check-table.ts";
import { writeRecommendationList } from "../export/recommendation-list.ts";
import { writeResultArchive } from "../export/result-archive.ts";
import { writeScoreTable } from "../export/score-table.ts";
import { checkOf } from "./checks.ts";
import { type Context, notFound, type OpenRound, openRound } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { detailOf, rankingOf } from "./ranking.ts";
import { schemeInForce } from "./rounds.ts";

type Wanted = ParsedInputOf<"export/make">;
type Refusal = Failure<"open-tie" | "cut-line-unset" | "nothing-ranked">;

export function createExportHandlers(context: Context): Pick<Handlers, "export/make" | "export/list"> {
  return {
    "export/make": (input) => make(context, input),
    "export/list": ({ round }) =>
      findRound(context.db, round) ? succeed(listFiles(context.db, round)) : notFound("round"),
  };
}

const wholeTrail = 1_000_000;

async function make(context: Context, wanted: Wanted): Promise<ResultOf<"export/make">> {
  const round = findRound(context.db, wanted.round);
  if (!round) return notFound("round");
  const at = context.ports.now();
  if (wanted.what === "check-table") {
    const checks = checkOf(context, round);
    const bytes = await writeCheckTable({
      round: round.name,
      checks,
      directionNames: namesOf(schemeInForce(round)),
      at,
    });
    return written(context, wanted, round.name, bytes, "xlsx");
  }
  const open = openRound(context, wanted.round);
  if (!open.ok) return open;
  const ranking = rankingOf(context, open.value);
  if (wanted.what === "score-table") {
    const detail = detailOf(context, open.value);
    if (detail.rows.length === 0) return fail("nothing-ranked");
    const bytes = await writeScoreTable({
      round: round.name,
      ranking,
      detail,
      directionNames: namesOf(open.value.frozenScheme),
      at,
    });
    return written(context, wanted, round.name, bytes, "xlsx");
  }
  if (wanted.what === "result-archive") {
    return written(context, wanted, round.name, await archiveOf(context, open.value, ranking, at), "zip");
  }
  const refusal = refuseList(ranking);
  return (
    refusal ?? written(context, wanted, round.name, await listOf(open.value, ranking, wanted, at), "docx")
  );
}

const namesOf = (scheme: Scheme) =>
  Object.fromEntries(scheme.directions.map((direction) => [direction.id, direction.name]));

/** A list goes out only when nothing about who stands on it is open. */
function refuseList(ranking: Ranking): Refusal | null {
  const judged = ranking.directions.filter((direction) => direction.rows.some((row) => row.rank !== null));
  if (judged.length === 0) return fail("nothing-ranked");
  const unset = judged.find((direction) => direction.seats === null);
  if (unset) return fail("cut-line-unset", { direction: say("zh", `direction.${unset.direction}`) });
  const tied = judged.find((direction) => direction.openTie !== null);
  return tied ? fail("open-tie", { direction: say("zh", `direction.${tied.direction}`) }) : null;
}

const listOf = (round: OpenRound, ranking: Ranking, wanted: Wanted, at: string): Promise<Buffer> =>
  writeRecommendationList({
    title: listTitle(round),
    ranking,
    cities: round.frozenScheme.cities,
    directionNames: namesOf(round.frozenScheme),
    order: wanted.order,
    layout: wanted.layout,
    at,
  });

/** A list of the sample round must never be taken for a real one. */
const listTitle = ({ name, frozenScheme: { year, province } }: OpenRound): string =>
  `${name.startsWith("示例") ? "（示例）" : ""}${say("zh", "export.listTitle", { year: String(year), province })}`;

function archiveOf(context: Context, round: OpenRound, ranking: Ranking, at: string): Promise<Buffer> {
  const { db } = context;
  return writeResultArchive({
    round: { id: round.id, name: round.name },
    scheme: round.frozenScheme,
    form: round.form,
    ranking,
    decisions: listDecisions(db, round.id),
    results: listResults(db, round.id).map(({ payload, sequence, digest, jws }) => ({
      expertName: payload.expert.name,
      sequence,
      digest,
      jws,
    })),
    packs: listPacks(db, round.id).map(({ digest, manifest }) => ({ digest, jws: manifest })),
    identities: [
      ...listExperts(db, round.id).flatMap((expert) => expert.identity ?? []),
      ...listIdentities(db).map((identity) => identity.sealed.identity),
    ],
    audit: listAudit(db, null, wholeTrail).toReversed(),
    files: listFiles(db, round.id).flatMap(archivable),
    at,
  });
}

/** The lists and tables made so far, as they were made; one that was moved away is not in the archive. */
function archivable(file: WrittenFile): { name: string; bytes: Buffer }[] {
  if (!/\.(docx|xlsx)$/.test(file.name)) return [];
  try {
    return [{ name: file.name, bytes: readFileSync(file.path) }];
  } catch {
    return [];
  }
}

function written(
  context: Context,
  wanted: Wanted,
  round: string,
  bytes: Buffer,
  extension: string,
): { ok: true; value: { files: WrittenFile[] } } {
  const file = writeExport(context, {
    round: wanted.round,
    name: `${fileNameOf(round)}-${say("zh", `exports.${wanted.what}`)}.${extension}`,
    bytes,
    action: "export.make",
    detail: { what: wanted.what, order: wanted.order, layout: wanted.layout },
  });
  return succeed({ files: [file] });
}

import { readFileSync } from "node:fs";
import type { WrittenFile } from "../../shared/contract/app.ts";
import type { Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import type { Ranking } from "../../shared/scoring/ranking.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { listAudit } from "../db/audit.ts";
import { listExperts } from "../db/experts.ts";
import { listIdentities } from "../db/identities.ts";
import { listPanelResults } from "../db/panel-results.ts";
import { listDecisions, listPacks, listResults } from "../db/results.ts";
import { findRound } from "../db/rounds.ts";
import { listFiles } from "../db/written-files.ts";
import { writeCheckTable } from "../export/check-table.ts";
import { groupNamesOf } from "../export/group-name.ts";
import { writePublicityNotice } from "../export/publicity-notice.ts";
import { type RecommendationList, writeRecommendationList } from "../export/recommendation-list.ts";
import { writeResultArchive } from "../export/result-archive.ts";
import { writeReviewOpinions } from "../export/review-opinions.ts";
import { writeScoreTable } from "../export/score-table.ts";
import type { ScoreTable } from "../export/score-table-input.ts";
import { checkOf } from "./checks.ts";
import { type Context, notFound, type OpenRound, openRound } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { gradesOf } from "./grading.ts";
import { namesAsStored, scoresAsStored } from "./printed-as-stored.ts";
import { detailOf, rankingOf } from "./ranking.ts";
import { schemeInForce } from "./rounds.ts";

type Wanted = ParsedInputOf<"export/make">;
type WantedOfPanel = Wanted & { readonly what: Exclude<Wanted["what"], "check-table"> };
type WantedDocument = ParsedInputOf<"export/preview">;
type Refusal = Failure<"open-tie" | "cut-line-unset" | "nothing-ranked">;

export function createExportHandlers(
  context: Context,
): Pick<Handlers, "export/preview" | "export/make" | "export/list"> {
  return {
    "export/preview": (input) => preview(context, input),
    "export/make": (input) => make(context, input),
    "export/list": ({ round }) =>
      findRound(context.db, round) ? succeed(listFiles(context.db, round)) : notFound("round"),
  };
}

const wholeTrail = 1_000_000;

interface Made {
  readonly bytes: Buffer;
  readonly extension: "docx" | "xlsx" | "zip";
  readonly asStored?: "names" | "scores";
}

async function make(context: Context, wanted: Wanted): Promise<ResultOf<"export/make">> {
  const round = findRound(context.db, wanted.round);
  if (!round) return notFound("round");
  const { what } = wanted;
  if (what === "check-table") {
    const bytes = await writeCheckTable({
      round: round.name,
      checks: checkOf(context, round),
      directionNames: groupNamesOf(schemeInForce(round)),
      scheme: schemeInForce(round),
      at: context.ports.now(),
    });
    return succeed({
      files: [written(context, wanted, round.name, { bytes, extension: "xlsx" })],
      asStored: null,
    });
  }
  const open = openRound(context, wanted.round);
  if (!open.ok) return open;
  const ranking = rankingOf(context, open.value);
  const made = await makeOfPanel(context, open.value, ranking, { ...wanted, what });
  if (!("bytes" in made)) return made;
  const asStored = await readBack(made, ranking);
  return succeed({ files: [written(context, wanted, round.name, made)], asStored });
}

async function preview(context: Context, wanted: WantedDocument): Promise<ResultOf<"export/preview">> {
  const open = openRound(context, wanted.round);
  if (!open.ok) return open;
  const made = await makeDocument(context, open.value, rankingOf(context, open.value), wanted);
  return "bytes" in made ? succeed({ base64: made.bytes.toString("base64") }) : made;
}

async function makeOfPanel(
  context: Context,
  round: OpenRound,
  ranking: Ranking,
  wanted: WantedOfPanel,
): Promise<Made | Refusal> {
  const { what } = wanted;
  const at = context.ports.now();
  if (what === "result-archive")
    return { bytes: await archiveOf(context, round, ranking, at), extension: "zip" };
  if (what === "score-table") {
    const table = tableOf(context, round, ranking, at);
    return table.detail.rows.length === 0
      ? fail("nothing-ranked")
      : { bytes: await writeScoreTable(table), extension: "xlsx", asStored: "scores" };
  }
  return makeDocument(context, round, ranking, { ...wanted, what });
}

async function makeDocument(
  context: Context,
  round: OpenRound,
  ranking: Ranking,
  wanted: WantedDocument,
): Promise<Made | Refusal> {
  const at = context.ports.now();
  if (wanted.what === "review-opinions") {
    const table = tableOf(context, round, ranking, at);
    return table.detail.rows.length === 0
      ? fail("nothing-ranked")
      : { bytes: await writeReviewOpinions(table), extension: "docx" };
  }
  const refusal = refuseList(ranking);
  if (refusal) return refusal;
  const list = listOf(round, ranking, wanted, at);
  const bytes =
    wanted.what === "publicity-notice"
      ? writePublicityNotice(list, wanted.publicity)
      : writeRecommendationList(list);
  return { bytes: await bytes, extension: "docx", asStored: "names" };
}

async function readBack({ bytes, extension, asStored }: Made, ranking: Ranking) {
  if (asStored === undefined) return null;
  const name = `${asStored}.${extension}`;
  const check = asStored === "names" ? namesAsStored : scoresAsStored;
  return { what: asStored, count: await check(name, bytes, ranking) };
}

const tableOf = (context: Context, round: OpenRound, ranking: Ranking, at: string): ScoreTable => ({
  round: round.name,
  ranking,
  detail: detailOf(context, round),
  experts: listExperts(context.db, round.id).map(({ id, name }, index) => ({
    expert: id,
    name,
    number: index + 1,
  })),
  directionNames: groupNamesOf(round.frozenScheme),
  grades: gradesOf(context, round, ranking),
  at,
});

/** A list goes out only when nothing about who stands on it is open. */
function refuseList(ranking: Ranking): Refusal | null {
  const judged = ranking.directions.filter((direction) => direction.rows.some((row) => row.rank !== null));
  if (judged.length === 0) return fail("nothing-ranked");
  const unset = judged.find((direction) => direction.seats === null);
  if (unset) return fail("cut-line-unset", { direction: say("zh", `rankGroup.${unset.direction}`) });
  const tied = judged.find((direction) => direction.openTie !== null);
  return tied ? fail("open-tie", { direction: say("zh", `rankGroup.${tied.direction}`) }) : null;
}

const listOf = (
  round: OpenRound,
  ranking: Ranking,
  wanted: WantedDocument,
  at: string,
): RecommendationList => ({
  title: listTitle(round),
  ranking,
  cities: round.frozenScheme.cities,
  directionNames: groupNamesOf(round.frozenScheme),
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
    panels: listPanelResults(db, round.id).map(({ sequence, digest, jws }) => ({ sequence, digest, jws })),
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

const written = (context: Context, wanted: Wanted, round: string, { bytes, extension }: Made): WrittenFile =>
  writeExport(context, {
    round: wanted.round,
    name: `${fileNameOf(round)}-${say("zh", `exports.${wanted.what}`)}.${extension}`,
    bytes,
    action: "export.make",
    detail: { what: wanted.what, order: wanted.order, layout: wanted.layout },
  });

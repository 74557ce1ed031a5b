import type { Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import type { PanelWarning, SignedPanel } from "../../shared/contract/panel.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import type { Ranking, RankRow } from "../../shared/scoring/ranking.ts";
import { inForce } from "../../shared/seal/in-force.ts";
import type { PanelContent, PanelPayload } from "../../shared/seal/panel-payload.ts";
import { byText } from "../../shared/text/by-text.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { listExperts } from "../db/experts.ts";
import { insertPanelResult, listPanelResults, type StoredPanel } from "../db/panel-results.ts";
import { listDecisions, listResultHeads, type ResultHead } from "../db/results.ts";
import { listDossierHeads, listSubmissions } from "../db/submissions.ts";
import { fingerprintOf, shortCodeOf } from "../seal/fingerprint.ts";
import { contentDigest, panelExtension, writePanel } from "../seal/panel-file.ts";
import { type Context, type OpenRound, openRound, preferencesOf } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { gradesOf, standing } from "./grading.ts";
import { openSigner } from "./identities.ts";
import { rankingOf } from "./ranking.ts";

type PanelHandlers = Pick<Handlers, "panel/preview" | "panel/sign">;

export function createPanelHandlers(context: Context): PanelHandlers {
  return {
    "panel/preview": ({ round }) => preview(context, round),
    "panel/sign": (input) => sign(context, input),
  };
}

/** The newest result of every expert, by expert: what they say is not needed here. */
const newestOf = (heads: readonly ResultHead[]): ResultHead[] =>
  inForce(heads, ({ expert }) => expert).sort((one, other) => byText(one.expert, other.expert));

/** Everything the chair answers for, from what is stored now. */
function panelContentOf(context: Context, round: OpenRound, ranking: Ranking): PanelContent {
  const { db } = context;
  const names = new Map(listExperts(db, round.id).map(({ id, name }) => [id, name]));
  const heads = new Map(listDossierHeads(db, round.id).map((head) => [head.submission, head]));
  const row = ({ submission, rank, score, place, decision }: RankRow) => ({
    submission,
    rank,
    score,
    place,
    decision,
  });
  return {
    round: { id: round.id, name: round.name },
    scheme: { id: round.frozenScheme.id, digest: round.schemeDigest },
    form: { digest: round.formDigest },
    rule: ranking.rule,
    submissions: listSubmissions(db, round.id)
      .filter((one) => one.standing === "in")
      .flatMap(({ id, number, name, city, subject, direction }) => {
        const head = heads.get(id);
        if (!head) return [];
        const { version, digest } = head;
        return [{ submission: id, number, name, city, subject, direction, version, dossier: digest }];
      }),
    results: newestOf(listResultHeads(db, round.id)).map(({ expert, sequence, digest }) => ({
      expert,
      name: names.get(expert) ?? expert,
      sequence,
      digest,
    })),
    ranking: ranking.directions.map(({ direction, seats, rows }) => ({
      group: direction,
      seats,
      rows: rows.map(row),
    })),
    unplaced: ranking.unplaced.map(({ submission }) => submission),
    grades: gradesOf(context, round, ranking).rows.map(({ submission, level, levelName, reason, marks }) => ({
      submission,
      level,
      name: levelName,
      reason,
      vetoes: standing(marks),
    })),
    decisions: listDecisions(db, round.id),
  };
}

const warning = (
  code: PanelWarning["code"],
  blocks: boolean,
  params: Readonly<Record<string, string>>,
): PanelWarning => ({ code, blocks, params });

function warningsOf(context: Context, ranking: Ranking, content: PanelContent): PanelWarning[] {
  const { locale } = preferencesOf(context);
  const groups = ranking.directions.filter(({ rows }) => rows.length > 0);
  const names = (list: Ranking["directions"]): string =>
    list.map(({ direction }) => say(locale, `rankGroup.${direction}`)).join("、");
  const rows = [...groups.flatMap((group) => group.rows), ...ranking.unplaced];
  const missing = rows.reduce((sum, row) => sum + row.missing.length, 0);
  const tied = groups.filter(({ openTie }) => openTie !== null);
  const unset = groups.filter(({ seats }) => seats === null);
  const open = content.grades.filter(({ reason }) => reason === "tie-at-share");
  return [
    ...(rows.some((row) => row.rank !== null) ? [] : [warning("nothing-ranked", true, {})]),
    ...(tied.length === 0 ? [] : [warning("open-tie", true, { groups: names(tied) })]),
    ...(missing === 0 ? [] : [warning("missing-sheets", false, { count: String(missing) })]),
    ...(unset.length === 0 ? [] : [warning("cut-line-unset", false, { groups: names(unset) })]),
    ...(ranking.unplaced.length === 0
      ? []
      : [warning("unplaced", false, { count: String(ranking.unplaced.length) })]),
    ...(open.length === 0 ? [] : [warning("grade-open", false, { count: String(open.length) })]),
  ];
}

interface Draft {
  readonly payload: PanelPayload;
  readonly warnings: readonly PanelWarning[];
  readonly ready: boolean;
}

function draftOf(context: Context, round: OpenRound, by: Pick<PanelPayload, "chair" | "remark">): Draft {
  const ranking = rankingOf(context, round);
  const content = panelContentOf(context, round, ranking);
  const warnings = warningsOf(context, ranking, content);
  const last = listPanelResults(context.db, round.id).at(-1)?.sequence ?? 0;
  const payload: PanelPayload = {
    ...content,
    type: "pingshen/panel",
    format: 1,
    content: contentDigest(content),
    ...by,
    sequence: last + 1,
    signedAt: context.ports.now(),
  };
  return { payload, warnings, ready: warnings.every(({ blocks }) => !blocks) };
}

const viewOf = (stored: StoredPanel, content: string): SignedPanel => ({
  digest: stored.digest,
  sequence: stored.sequence,
  chair: stored.payload.chair,
  fingerprint: fingerprintOf(stored.payload.chair.key),
  shortCode: shortCodeOf(stored.digest),
  signedAt: stored.signedAt,
  remark: stored.payload.remark,
  current: stored.payload.content === content,
});

function preview(context: Context, roundId: string): ResultOf<"panel/preview"> {
  const round = openRound(context, roundId);
  if (!round.ok) return round;
  const { payload, warnings, ready } = draftOf(context, round.value, {
    chair: { name: "", key: "" },
    remark: "",
  });
  const signed = listPanelResults(context.db, roundId).map((one) => viewOf(one, payload.content));
  return succeed({ payload, warnings: [...warnings], ready, signed: signed.toReversed() });
}

async function sign(context: Context, input: ParsedInputOf<"panel/sign">): Promise<ResultOf<"panel/sign">> {
  const round = openRound(context, input.round);
  if (!round.ok) return round;
  if (round.value.side !== "host") return fail("wrong-state");
  const signer = await openSigner(context, input.keyId, input.passphrase);
  if (!signer.ok) return signer;
  const { name, keyId } = signer.value.identity;
  // Opening the key takes a while: what is signed is what is stored now, and only if it is what was shown.
  const draft = draftOf(context, round.value, { chair: { name, key: keyId }, remark: input.remark });
  if (!draft.ready) return fail("panel-not-ready");
  if (draft.payload.content !== input.content) return fail("panel-changed");
  const written = await writePanel(draft.payload, signer.value);
  const { payload } = draft;
  const file = writeExport(
    context,
    {
      round: input.round,
      name: `${fileNameOf(round.value.name)}-${say("zh", "panelSign.fileName")}-${payload.sequence}${panelExtension}`,
      bytes: Buffer.from(written.text),
      action: "panel.sign",
      detail: {
        chair: name,
        key: keyId,
        digest: written.digest,
        content: payload.content,
        sequence: String(payload.sequence),
      },
    },
    () =>
      insertPanelResult(context.db, input.round, {
        digest: written.digest,
        sequence: payload.sequence,
        jws: written.text,
        payload,
        signedAt: payload.signedAt,
      }),
  );
  return succeed({
    file,
    digest: written.digest,
    shortCode: shortCodeOf(written.digest),
    fingerprint: fingerprintOf(keyId),
    signedAt: payload.signedAt,
    sequence: payload.sequence,
  });
}

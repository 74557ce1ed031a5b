import type { ExportKind } from "../../../shared/contract/export.ts";
import type { Params } from "../../../shared/contract/result.ts";
import type { RoundOverview, RoundView } from "../../../shared/contract/round.ts";
import type { WordKey } from "../../../shared/text/catalogue/index.ts";

export interface BlockedReason {
  readonly words: WordKey;
  readonly params: Params;
}

const reason = (words: WordKey, params: Params = {}): BlockedReason => ({ words, params });

/** Why an export cannot be made now, as far as the counts tell; the service has the last word (unset places, for one). */
export function blockedReasons(what: ExportKind, view: RoundView, overview: RoundOverview): BlockedReason[] {
  if (what === "check-table") return [];
  if (view.state !== "open") return [reason("exports.blocked.notOpen")];
  const reasons: BlockedReason[] = [];
  if (overview.signed === 0) reasons.push(reason("exports.blocked.nothing"));
  if (what !== "recommendation-list" && what !== "publicity-notice") return reasons;
  if (overview.openTies > 0) {
    reasons.push(reason("exports.blocked.openTie", { count: String(overview.openTies) }));
  }
  return reasons;
}

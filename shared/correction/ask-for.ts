import type { Finding, FindingKind, FindingReason, FindingStatus } from "../scheme/finding.ts";
import { wordParams } from "../scheme/finding-words.ts";
import type { Evidence } from "../submission/evidence.ts";
import { isWordKey, say } from "../text/catalogue/index.ts";
import { cellWords, ownFileName } from "../text/place-words.ts";
import type { CorrectionItem } from "./correction.ts";

/** What an applicant can put right; quotas, deadlines and exclusions are for the office to decide. */
const askable: readonly FindingKind[] = [
  "identity",
  "threshold",
  "recomputed",
  "confused-indicator",
  "contradiction",
  "outline",
  "total-length",
  "attachment",
  "project-sum",
  "count",
  "application-table",
  "point",
];
/** What the clerk has to do before anybody is asked: confirm, set, look again. */
const clerksOwn: readonly FindingReason[] = [
  "identity-unknown",
  "identity-unconfirmed",
  "pair-in-principle",
  "fact-unconfirmed",
  "base-years-unset",
  "growth-method-unset",
  "provisional",
  // Without a readable plan every section is missing: the plan itself is asked for.
  "no-plan",
  "unread-files",
  "unconfirmed",
  "unknown-city",
  "answer-open",
  "reference-open",
  "input-missing",
];
const open: readonly FindingStatus[] = ["not-reported", "contradiction", "to-confirm", "not-met"];
/** An indicator below its threshold is a result, not a gap. */
const results: readonly FindingKind[] = ["threshold", "point"];

export const isAskable = (finding: Finding): boolean =>
  askable.includes(finding.kind) &&
  open.includes(finding.status) &&
  !(finding.status === "not-met" && results.includes(finding.kind)) &&
  !(finding.reason !== undefined && clerksOwn.includes(finding.reason));

const longest = 24;

function quoteOf(text: string): string {
  const characters = Array.from(text.trim().replace(/\s+/g, " "));
  return `“${characters.slice(0, longest).join("")}${characters.length > longest ? "…" : ""}”`;
}

/** `指标表.xlsx · C5`, or the words that stand there: a place as the applicant finds it in its own file, wherever that came in. */
export const placeOf = ({ file, cell, text }: Evidence): string =>
  `${ownFileName(file)} · ${cell === undefined ? quoteOf(text) : cellWords("zh", cell)}`;

/** The finding in words for the applicant: what to send, not what the clerk should look at. */
function requestOf(finding: Finding): string {
  const key = `letter.item.${finding.kind}.${finding.status}`;
  return say("zh", isWordKey(key) ? key : "letter.item", wordParams("zh", finding));
}

/** Findings → what a letter would ask for, in the order of the check, each with its places once. */
export const itemsOf = (findings: readonly Finding[]): CorrectionItem[] =>
  findings.filter(isAskable).map((finding) => ({
    rule: finding.rule,
    status: finding.status,
    text: requestOf(finding),
    places: [...new Set(finding.evidence.map(placeOf))],
  }));

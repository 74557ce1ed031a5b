import type { DirectionId, SubjectId } from "../../scheme/scheme.ts";
import { compact } from "../../text/normalise-text.ts";

const subjects: readonly (readonly [SubjectId, RegExp])[] = [
  ["institute", /科研院所|科研机构|院所|研究院|研究所/],
  ["university", /高校|高等院校|高等学校|大学|院校/],
  ["enterprise", /企业|公司/],
  ["region", /区域|园区|县域|县级|行政区|开发区|高新区/],
];
const directions: readonly (readonly [DirectionId, RegExp])[] = [
  ["employment", /创业(?:带动)?就业/],
  ["integration", /融通创新/],
  ["lean", /精益创业/],
  ["global", /全球化创业|全球化/],
];

const ticked = /[☑☒■√✓✔●◉]\s*([^☐□○◯☑☒■√✓✔●◉,;、]+)|([^☐□○◯☑☒■√✓✔●◉,;、\s]+)\s*[☑■√✓✔](?=$|[☐□\s])/gu;

/** Only the ticked choices of `□创业就业 ☑融通创新`; the whole text where nothing is to be ticked. */
function tickedText(text: string): string {
  if (!/[☐□○◯]/.test(text) || !/[☑☒■√✓✔●◉]/u.test(text)) return /[☐□]/.test(text) ? "" : compact(text);
  return [...text.matchAll(ticked)].map((found) => compact(found[1] ?? found[2] ?? "")).join(" ");
}

function only<Id>(rules: readonly (readonly [Id, RegExp])[], text: string): Id | null {
  const found = rules.filter(([, pattern]) => pattern.test(text));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

/** 区域 / 高校 / 科研院所 / 企业 named by a cell or after a label; `null` when none or several are. */
export const subjectOfText = (text: string): SubjectId | null => only(subjects, tickedText(text));

/** 创业就业 / 融通创新 / 精益创业 / 全球化创业 named by a text; `null` when none or several are. */
export const directionOfText = (text: string): DirectionId | null => only(directions, tickedText(text));

/** Every direction a text names, for counting. */
export const directionsIn = (text: string): DirectionId[] =>
  directions.filter(([, pattern]) => pattern.test(text)).map(([id]) => id);

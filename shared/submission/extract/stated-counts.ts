import { compact, compactText, rawSpan } from "../../text/normalise-text.ts";
import type { StatedCount } from "../fact.ts";
import type { TableReading } from "../table/table-reading.ts";
import { type Context, cellEvidence, textEvidence } from "./context.ts";

/** `合计：12 个`, `合计（共12项）`, `12个项目`: in the label of a total a bare count is one of rows. */
const inTotal = /(\d+)(?:个|项)/;
/** Only where the sentence speaks of the projects of the table: 产学研项目40个 is an indicator. */
const inText =
  /(?:主要|重点|重大)?建设项目(?:汇总表)?[^,，。;；\d]{0,8}?(?:共计|总计|合计|共)(?:有|列|安排|实施)?(\d+)(?:个|项)/;

const countOf = (digits: string | undefined): number | null => {
  const count = Number(digits);
  return digits === undefined || !Number.isSafeInteger(count) ? null : count;
};

/** Counts a project table states for itself, in the label of its total or in its title. */
export function countsOfTable(context: Context, reading: TableReading): StatedCount[] {
  const totals = reading.totals.filter((total) => total.kind === "total").map((total) => total.label);
  const title = reading.titleCell === null ? [] : [reading.titleCell];
  return [...totals, ...title].flatMap((cell) => {
    const { text } = compactText(cell.text);
    const found = countOf((cell === reading.titleCell ? inText : inTotal).exec(text)?.[1]);
    return found === null ? [] : [{ count: found, evidence: cellEvidence(context, reading.block, cell) }];
  });
}

/** `主要建设项目共12个` in running text. */
export function countsOfText(context: Context, block: string, raw: string): StatedCount[] {
  if (!raw.includes("项目")) return [];
  const plain = compact(raw);
  if (!plain.includes("建设项目") || !inText.test(plain)) return [];
  const normalised = compactText(raw);
  const found = inText.exec(normalised.text);
  const count = countOf(found?.[1]);
  if (found === null || count === null) return [];
  const span = rawSpan(normalised, found.index, found.index + found[0].length);
  return [{ count, evidence: textEvidence(context, block, span, span.text) }];
}

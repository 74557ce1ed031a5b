import guangxi from "../../../resources/schemes/guangxi-2020.json" with { type: "json" };
import hunan from "../../../resources/schemes/hunan-2021.json" with { type: "json" };
import { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Block, TableBlock } from "../../../shared/submission/document.ts";
import { extractFile } from "../../../shared/submission/extract-file.ts";
import type { ReadFact } from "../../../shared/submission/fact.ts";

export const hunanScheme = Scheme.parse(hunan);
export const guangxiScheme = Scheme.parse(guangxi);
export const sha256 = "a".repeat(64);

/** A cell: its text, or text with row span and column span; `null` where a merged cell covers or nothing stands. */
export type Place = string | readonly [string, number, number] | null;

export function table(id: string, rows: readonly (readonly Place[])[], sheet?: string): TableBlock {
  const cells = rows.flatMap((line, row) =>
    line.flatMap((place, column) => {
      if (place === null || place === "") return [];
      const [text, rowSpan, columnSpan] = typeof place === "string" ? ([place, 1, 1] as const) : place;
      return [{ text, row: row + 1, column: column + 1, rowSpan, columnSpan }];
    }),
  );
  const columns = Math.max(...rows.map((line) => line.length));
  return {
    kind: "table",
    id,
    ...(sheet === undefined ? {} : { sheet }),
    hidden: false,
    rows: rows.length,
    columns,
    cells,
  };
}

/** Paragraphs and tables in order, with ids b1, b2 …; a text beginning with # is a heading of that level. */
export const document = (
  ...parts: readonly (string | ((id: string) => TableBlock))[]
): { blocks: Block[] } => ({
  blocks: parts.map((part, index) => {
    const id = `b${index + 1}`;
    if (typeof part !== "string") return part(id);
    const level = /^#+/.exec(part)?.[0].length ?? 0;
    return level > 0
      ? { kind: "heading" as const, id, level, text: part.slice(level).trim() }
      : { kind: "paragraph" as const, id, text: part };
  }),
});

export const extract = (
  blocks: { blocks: Block[] },
  file = "材料.docx",
  scheme: Scheme | null = hunanScheme,
) => extractFile({ document: blocks, file, sha256, scheme });

/** `key value unit year qualifier role doubt @block cell start-end` of a fact, as short as a table can be read. */
export const factLine = (fact: ReadFact): string =>
  [
    fact.key,
    fact.value + fact.unit,
    fact.year ?? "",
    fact.qualifier ?? "",
    fact.role === "value" ? "" : fact.role,
    fact.sure ? "" : `?${fact.doubt}`,
    `@${fact.evidence.block}${fact.evidence.cell === undefined ? "" : ` ${fact.evidence.cell}`} ${fact.evidence.start}-${fact.evidence.end}`,
  ]
    .filter((part) => part !== "")
    .join(" ");

import type { Block, Document } from "../../../shared/submission/document.ts";

/** The blocks of one sheet of a workbook: its cells and what stands on it beside them. */
export interface SheetGroup {
  readonly name: string;
  readonly hidden: boolean;
  readonly blocks: readonly Block[];
}

/** Sheets of a workbook in their order; `null` for a document of another kind, or with one sheet. */
export function sheetGroups(document: Document): readonly SheetGroup[] | null {
  const groups: { name: string; hidden: boolean; blocks: Block[] }[] = [];
  const before: Block[] = [];
  for (const block of document.blocks) {
    const sheet = block.kind === "table" ? block.sheet : undefined;
    if (sheet !== undefined && sheet !== groups.at(-1)?.name)
      groups.push({ name: sheet, hidden: block.kind === "table" && block.hidden, blocks: [] });
    (groups.at(-1)?.blocks ?? before).push(block);
  }
  groups[0]?.blocks.unshift(...before);
  return groups.length > 1 ? groups : null;
}

/** Index of the sheet a block stands on. */
export const sheetOfBlock = (groups: readonly SheetGroup[], block: string): number =>
  groups.findIndex((group) => group.blocks.some((candidate) => candidate.id === block));

/** Class of the tables a long table of a Word document is drawn as. */
export const TABLE_PART = "table-part";

/** Pixels a row takes before it was laid out. */
const ROW = 24;

/** The sum of what the grid of the table says; `null` where it leaves out a column. */
function gridWidth(table: HTMLTableElement): string | null {
  const widths = [...table.querySelectorAll<HTMLElement>(":scope > colgroup > col")].map((column) =>
    column.style.width.endsWith("pt") ? Number.parseFloat(column.style.width) : 0,
  );
  return widths.length > 0 && widths.every((width) => width > 0)
    ? `${widths.reduce((sum, width) => sum + width, 0)}pt`
    : null;
}

/**
 * A part of a long table stands in a box of its own, which costs nothing while it is far. Its columns are as wide as the grid
 * says, so that those of the parts stand below each other.
 */
export function boxTableParts(root: Element): void {
  for (const table of root.querySelectorAll<HTMLTableElement>(`table.${TABLE_PART}`)) {
    const width = gridWidth(table);
    if (width !== null) {
      table.style.tableLayout = "fixed";
      if (!table.style.width || table.style.width === "auto") table.style.width = width;
    }
    const box = table.ownerDocument.createElement("div");
    box.className = "table-box";
    box.style.setProperty("--rows", `${table.rows.length * ROW}px`);
    table.replaceWith(box);
    box.append(table);
  }
}

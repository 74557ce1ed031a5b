/** A table with merged cells, drawn the same way in Word and in Excel. Rows and columns count from 1. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly head: boolean;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly GridCell[];
  /** Relative widths. */
  readonly widths: readonly number[];
}

/** A header cell that spans rows or columns: `text`, columns wide, rows deep. */
export type Head = readonly [text: string, columnSpan?: number, rowSpan?: number];

/** Header rows given cell by cell; a place already taken by a cell from above is passed over. */
export function drawGrid(
  heads: readonly (readonly Head[])[],
  body: readonly (readonly string[])[],
  widths: readonly number[],
): Grid {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  const place = (row: number, head: Head, isHead: boolean) => {
    let column = 1;
    while (taken.has(`${row}:${column}`)) column++;
    const [text, columnSpan = 1, rowSpan = 1] = head;
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++) taken.add(`${r}:${c}`);
    cells.push({ row, column, text, rowSpan, columnSpan, head: isHead });
  };
  heads.forEach((row, i) => {
    for (const head of row) place(i + 1, head, true);
  });
  body.forEach((row, i) => {
    const rest = widths.length - row.length + 1;
    row.forEach((text, at) => {
      place(heads.length + i + 1, [text, at === row.length - 1 ? rest : 1], false);
    });
  });
  return { columns: widths.length, rows: heads.length + body.length, cells, widths };
}

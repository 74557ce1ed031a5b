import type { CellMerge, RowGeometry } from "../flow/edge-table.ts";

interface PendingCell {
  joinsLeft: boolean;
  vertical: CellMerge["vertical"];
}

const newCell = (): PendingCell => ({ joinsLeft: false, vertical: "none" });
const MAX_CELLS = 1000;

/** Collects `\trowd … \cellx` of a row. */
export class RowDefinition {
  private left = 0;
  private rights: number[] = [];
  private cells: PendingCell[] = [];
  private pending = newCell();

  /** True when the word belongs to the definition of a row. */
  word(name: string, value: number | null): boolean {
    switch (name) {
      case "trowd":
        this.left = 0;
        this.rights = [];
        this.cells = [];
        this.pending = newCell();
        return true;
      case "trleft":
        this.left = value ?? 0;
        return true;
      case "clmrg":
        this.pending.joinsLeft = true;
        return true;
      case "clvmgf":
        this.pending.vertical = "restart";
        return true;
      case "clvmrg":
        this.pending.vertical = "continue";
        return true;
      case "cellx":
        this.addCell(value ?? 0);
        return true;
      default:
        return false;
    }
  }

  private addCell(right: number): void {
    if (this.rights.length < MAX_CELLS) {
      this.rights.push(right);
      this.cells.push(this.pending);
    }
    this.pending = newCell();
  }

  geometry(): RowGeometry | null {
    return this.rights.length === 0
      ? null
      : { edges: [Math.min(this.left, this.rights[0] ?? 0), ...this.rights], cells: [...this.cells] };
  }
}

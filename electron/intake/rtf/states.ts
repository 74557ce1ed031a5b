import { newParagraph, type ParagraphDraft } from "../flow/drafts.ts";
import { RowFlow } from "../flow/row-flow.ts";
import type { Reading } from "../reading.ts";
import type { Destination } from "./destinations.ts";
import { RowDefinition } from "./row-definition.ts";

/** What a group may change and its end undoes. */
export interface GroupState {
  destination: Destination;
  font: number;
  deleted: boolean;
  hidden: boolean;
  /** Rows of tables inside tables are described apart. */
  nested: boolean;
  /** Bytes that repeat a `\u` character for old readers. */
  repeats: number;
}

export interface ParagraphState {
  inTable: boolean;
  depth: number;
  outline: number | null;
  style: number;
}

/** Text that stands apart: the body, a note, a header, a text box. */
export interface Stretch {
  readonly flow: RowFlow;
  readonly destination: Destination;
  readonly groups: number;
  paragraph: ParagraphDraft;
  state: ParagraphState;
  readonly row: RowDefinition;
  readonly nestedRow: RowDefinition;
}

export const plainParagraph = (): ParagraphState => ({ inTable: false, depth: 0, outline: null, style: 0 });
export const separate: ReadonlySet<Destination> = new Set(["note", "margin", "box", "comment"]);

/** `groups`: how many groups are open where it begins. */
export const newStretch = (destination: Destination, groups: number, reading: Reading): Stretch => ({
  flow: new RowFlow(reading),
  destination,
  groups,
  paragraph: newParagraph(),
  state: plainParagraph(),
  row: new RowDefinition(),
  nestedRow: new RowDefinition(),
});

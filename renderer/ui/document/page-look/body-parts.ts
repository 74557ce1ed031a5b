import { SaxesParser } from "saxes";

/** A stretch of the body of a Word document that can be parsed by itself. */
export interface BodyPart {
  /** A document of its own: the same root and body around some of their paragraphs and tables. */
  readonly xml: string;
  /** Rows of its first table that earlier parts have; 0: every table begins here. */
  readonly rowsBefore: number;
  /** Its last table goes on in the next part. */
  readonly goesOn: boolean;
}

/** Elements after which a part ends: some milliseconds of parsing and drawing. */
const PART = 400;
/** A table is cut only when it is longer than this, as a cut one has columns as wide as its grid says; then more often. */
const TABLE = 1500;
const TABLE_PART = 600;
/** Characters looked at in one go. */
const SLICE = 16 * 1024;

/** What holds paragraphs and tables: they are drawn as if it were not there. */
const holders: Readonly<Record<string, string>> = { document: "body", body: "sdt", sdt: "sdtContent" };

interface Holder {
  readonly name: string;
  readonly local: string;
  readonly tag: string;
}

interface Table {
  readonly depth: number;
  readonly start: number;
  /** All in front of its first row. */
  head: string | null;
  rowStart: number;
  rows: number;
  cuts: number;
  /** Of the rows since the last cut, and of the last row. */
  weight: number;
  rowWeight: number;
}

const localOf = (name: string): string => name.slice(name.indexOf(":") + 1);

/** A cell that goes on from the row above. */
const continuesCell = /<(?:[\w.-]+:)?vMerge(?![^>]*restart)[\s/>]/;
/** The mark at the end of the paragraph is deleted: it is read as one with the next. */
const endIsDeleted = /^[\s\S]*?<(?:[\w.-]+:)?(?:del|moveFrom)[\s/>][\s\S]*?<\/(?:[\w.-]+:)?pPr>/;

class Cutter {
  readonly ready: BodyPart[] = [];
  private readonly xml: string;
  private readonly holders: Holder[] = [];
  private readonly parser = new SaxesParser({ xmlns: false });
  /** Elements that are open inside of a paragraph or table. */
  private depth = 0;
  private start = -1;
  private blockStart = 0;
  private weight = 0;
  private table: Table | null = null;
  private resumed: { readonly head: string; readonly rows: number } | null = null;

  constructor(xml: string) {
    this.xml = xml;
    this.parser.on("opentag", ({ name }) => this.open(name));
    this.parser.on("closetag", ({ name }) => this.close(name));
  }

  read(from: number): void {
    this.parser.write(this.xml.slice(from, from + SLICE));
  }

  private open(name: string): void {
    const end = this.parser.position;
    const start = this.xml.lastIndexOf("<", end - 1);
    if (this.depth === 0 && this.isHolder(name)) {
      this.cut(start, false);
      this.holders.push({ name, local: localOf(name), tag: this.xml.slice(start, end) });
      return;
    }
    if (this.depth === 0) this.openBlock(name, start);
    this.depth += 1;
    this.weight += 1;
    const { table } = this;
    if (table === null) return;
    if (this.depth === table.depth + 1 && localOf(name) === "tr") {
      table.head ??= this.xml.slice(table.start, start);
      table.rowStart = start;
      table.rowWeight = 0;
    }
    table.rowWeight += 1;
  }

  private isHolder(name: string): boolean {
    const around = this.holders.at(-1)?.local;
    if (around === undefined) return true;
    return localOf(name) === (around === "sdtContent" ? "sdt" : holders[around]);
  }

  private openBlock(name: string, start: number): void {
    if (this.start < 0) this.start = start;
    this.blockStart = start;
    if (localOf(name) === "tbl")
      this.table = {
        depth: 1,
        start,
        head: null,
        rowStart: start,
        rows: 0,
        cuts: 0,
        weight: 0,
        rowWeight: 0,
      };
  }

  private close(name: string): void {
    const end = this.parser.position;
    if (this.depth === 0) {
      this.cut(this.xml.lastIndexOf("<", end - 1), false);
      this.holders.pop();
      return;
    }
    this.depth -= 1;
    if (this.table !== null && this.depth === this.table.depth && localOf(name) === "tr")
      this.closeRow(this.table, end);
    if (this.depth > 0) return;
    this.table = null;
    if (this.weight >= PART && !this.goesOnInNext(end)) this.cut(end, false);
  }

  private closeRow(table: Table, end: number): void {
    const own = table.rowWeight;
    const most = table.cuts === 0 ? TABLE : TABLE_PART;
    if (table.weight >= most && !continuesCell.test(this.xml.slice(table.rowStart, end))) {
      this.cut(table.rowStart, true);
      this.resumed = { head: table.head ?? "", rows: table.rows };
      this.start = table.rowStart;
      table.weight = 0;
      table.cuts += 1;
      this.weight = own;
    }
    table.rows += 1;
    table.weight += own;
  }

  private goesOnInNext(end: number): boolean {
    return endIsDeleted.test(this.xml.slice(this.blockStart, end));
  }

  private cut(end: number, goesOn: boolean): void {
    if (this.start >= 0) {
      const opened = this.holders.map(({ tag }) => tag).join("");
      const closed = this.holders.toReversed().map(({ name }) => `</${name}>`);
      const table = goesOn ? this.tableEnd() : "";
      const text = `${this.resumed?.head ?? ""}${this.xml.slice(this.start, end)}${table}`;
      this.ready.push({
        xml: `${opened}${text}${closed.join("")}`,
        rowsBefore: this.resumed?.rows ?? 0,
        goesOn,
      });
    }
    this.start = -1;
    this.weight = 0;
    this.resumed = null;
  }

  private tableEnd(): string {
    const { table } = this;
    const name = table === null ? "" : (/^<([^\s/>]+)/.exec(this.xml.slice(table.start))?.[1] ?? "");
    return `</${name}>`;
  }
}

/**
 * Cuts the main part of a Word document between its paragraphs, tables and rows of long tables, looking no further than it is
 * asked to. Throws where the text is no XML.
 */
export function* bodyParts(xml: string): Generator<BodyPart> {
  const cutter = new Cutter(xml);
  for (let at = 0; at < xml.length; at += SLICE) {
    cutter.read(at);
    yield* cutter.ready.splice(0);
  }
}

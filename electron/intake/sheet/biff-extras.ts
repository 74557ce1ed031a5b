import { decodeChinese, decodeLatin } from "../decode-text.ts";
import type { Reading } from "../reading.ts";
import { columnName } from "./sheet-table.ts";

/** What lies on or beside the cells of one sheet of an old workbook. */
export interface SheetExtras {
  /** Text boxes, and the titles of charts. */
  readonly boxes: string[];
  /** `B2：remark` */
  readonly remarks: string[];
  /** What is printed above and below, with Excel's codes. */
  readonly margins: string[];
  /** Pictures that lie on the sheet. */
  pictures: number;
  /** Objects of other programs. */
  objects: number;
}

const noExtras = (): SheetExtras => ({ boxes: [], remarks: [], margins: [], pictures: 0, objects: 0 });

const BOF = new Set([0x0809, 0x0409, 0x0209]);
const EOF = 0x0a;
const BOUND_SHEET = 0x85;
const HEADER = 0x14;
const FOOTER = 0x15;
const NOTE = 0x1c;
const OBJECT = 0x5d;
const TEXT_OBJECT = 0x1b6;
const CONTINUE = 0x3c;
const SERIES_TEXT = 0x100d;
const NOTE_OBJECT = 0x19;
const PICTURE_OBJECT = 8;
/** Part of an object record that says where the data of another program lie. */
const LINKED_DATA = 9;
const BIFF8 = 0x0600;

interface BiffRecord {
  readonly type: number;
  readonly at: number;
  readonly data: Buffer;
}

function* records(stream: Buffer, reading: Reading): Generator<BiffRecord> {
  for (let at = 0; at + 4 <= stream.length; ) {
    reading.tick();
    const length = stream.readUInt16LE(at + 2);
    if (at + 4 + length > stream.length) return;
    yield { type: stream.readUInt16LE(at), at, data: stream.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

/** Characters behind a flag byte: two bytes each, or one when the flag says so. */
const flagged = (data: Buffer, count: number): string =>
  ((data[0] ?? 0) & 1) === 1
    ? data.toString("utf16le", 1, 1 + count * 2)
    : data.toString("latin1", 1, 1 + count);

/** Parts of an object record: type, length, content ([MS-XLS] 2.4.181). */
function holdsPart(data: Buffer, wanted: number): boolean {
  for (let at = 0; at + 4 <= data.length; at += 4 + data.readUInt16LE(at + 2))
    if (data.readUInt16LE(at) === wanted) return true;
  return false;
}

const gbk = (bytes: Buffer): string => decodeChinese(bytes) ?? decodeLatin(bytes);

/** Collects, for each sheet in the order of the workbook, what the library leaves out ([MS-XLS] 2.4). */
class ExtrasReader {
  private readonly starts: number[] = [];
  private readonly byStart = new Map<number, SheetExtras>();
  private readonly notes = new Map<number, string>();
  private readonly texts = new Map<number, string>();
  private sheet: SheetExtras = noExtras();
  private depth = 0;
  private wide = true;
  private object = { id: 0, kind: 0 };
  /** Characters of a text object that are still to come, in the records that continue it. */
  private left = 0;
  private text = "";

  take({ type, at, data }: BiffRecord): void {
    if (type !== CONTINUE) this.closeText();
    if (BOF.has(type)) this.openPart(at, data);
    else if (type === EOF) this.closePart();
    else if (type === BOUND_SHEET && data.length >= 4) this.starts.push(data.readUInt32LE(0));
    else if (type === HEADER || type === FOOTER) this.sheet.margins.push(this.marginOf(data));
    else if (type === NOTE) this.note(data);
    else if (type === OBJECT && data.length >= 8) this.openObject(data);
    else if (type === TEXT_OBJECT && this.wide && data.length >= 12) this.left = data.readUInt16LE(10);
    else if (type === CONTINUE) this.goOn(data);
    else if (type === SERIES_TEXT && data.length > 3) this.addBox(this.seriesText(data));
  }

  /** Charts on a sheet are parts inside its part. */
  private openPart(at: number, data: Buffer): void {
    this.depth += 1;
    if (this.depth > 1) return;
    this.wide = data.length >= 2 && data.readUInt16LE(0) >= BIFF8;
    this.sheet = noExtras();
    this.byStart.set(at, this.sheet);
  }

  private closePart(): void {
    this.depth = Math.max(0, this.depth - 1);
    if (this.depth > 0) return;
    for (const [id, place] of this.notes) {
      const text = this.texts.get(id)?.trim();
      if (text) this.sheet.remarks.push(`${place}：${text}`);
    }
    this.notes.clear();
    this.texts.clear();
  }

  private openObject(data: Buffer): void {
    this.object = { kind: data.readUInt16LE(4), id: data.readUInt16LE(6) };
    if (this.object.kind !== PICTURE_OBJECT) return;
    if (this.wide && holdsPart(data, LINKED_DATA)) this.sheet.objects += 1;
    else this.sheet.pictures += 1;
  }

  private marginOf(data: Buffer): string {
    if (data.length < 3) return "";
    return this.wide ? flagged(data.subarray(2), data.readUInt16LE(0)) : gbk(data.subarray(1));
  }

  private seriesText(data: Buffer): string {
    return this.wide ? flagged(data.subarray(3), data[2] ?? 0) : gbk(data.subarray(3));
  }

  private note(data: Buffer): void {
    if (data.length < 8) return;
    const place = `${columnName(data.readUInt16LE(2) + 1)}${data.readUInt16LE(0) + 1}`;
    if (this.wide) this.notes.set(data.readUInt16LE(6), place);
    else if (data.length > 6) this.sheet.remarks.push(`${place}：${gbk(data.subarray(6))}`);
  }

  private goOn(data: Buffer): void {
    if (this.left <= 0 || data.length < 1) return;
    const part = flagged(data, this.left);
    this.text += part;
    this.left -= part.length;
  }

  private closeText(): void {
    const text = this.text.trim();
    this.text = "";
    this.left = 0;
    if (text === "") return;
    if (this.object.kind === NOTE_OBJECT) this.texts.set(this.object.id, text);
    else this.addBox(text);
  }

  private addBox(text: string): void {
    if (text.trim() !== "") this.sheet.boxes.push(text.replace(/\r\n?/g, "\n").trim());
  }

  finish(): (SheetExtras | undefined)[] {
    return this.starts.map((start) => this.byStart.get(start));
  }
}

/** For each sheet of the workbook stream of an .xls or .et, in order, what is no cell. */
export function biffExtras(stream: Buffer, reading: Reading): (SheetExtras | undefined)[] {
  const reader = new ExtrasReader();
  for (const record of records(stream, reading)) reader.take(record);
  return reader.finish();
}

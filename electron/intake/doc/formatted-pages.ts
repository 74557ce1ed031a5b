const PAGE = 512;

/** Formatting of the bytes from `start` to `end` (exclusive) of the `WordDocument` stream. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly grpprl: Buffer;
}

const NOTHING = Buffer.alloc(0);

type ReadRun = (page: Buffer, count: number, index: number) => Omit<FormattedRun, "start" | "end">;

/** Paragraph formatting on a page ([MS-DOC] 2.9.175): offset in a 13-byte entry, size in words, style, modifiers. */
const paragraphRun: ReadRun = (page, count, index) => {
  const at = (page[(count + 1) * 4 + index * 13] ?? 0) * 2;
  if (at === 0 || at >= PAGE - 1) return { style: 0, grpprl: NOTHING };
  const words = page[at] ?? 0;
  const start = words === 0 ? at + 2 : at + 1;
  const size = words === 0 ? (page[at + 1] ?? 0) * 2 : words * 2 - 1;
  if (size < 2 || start + 2 > PAGE) return { style: 0, grpprl: NOTHING };
  return {
    style: page.readUInt16LE(start),
    grpprl: page.subarray(start + 2, Math.min(start + size, PAGE - 1)),
  };
};

/** Character formatting on a page ([MS-DOC] 2.9.31). */
const characterRun: ReadRun = (page, count, index) => {
  const at = (page[(count + 1) * 4 + index] ?? 0) * 2;
  if (at === 0 || at >= PAGE - 1) return { style: 0, grpprl: NOTHING };
  return { style: 0, grpprl: page.subarray(at + 1, Math.min(at + 1 + (page[at] ?? 0), PAGE - 1)) };
};

function pageRuns(page: Buffer, entryBytes: number, readRun: ReadRun): FormattedRun[] {
  const count = Math.min(page[PAGE - 1] ?? 0, Math.floor((PAGE - 5) / (4 + entryBytes)));
  const runs: FormattedRun[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = page.readUInt32LE(index * 4);
    const end = page.readUInt32LE(index * 4 + 4);
    if (end > start) runs.push({ start, end, ...readRun(page, count, index) });
  }
  return runs;
}

/** Runs of formatting, found by the offset of a character. A page that is listed twice is read once. */
export class FormattedPages {
  private readonly runs: FormattedRun[] = [];

  constructor(document: Buffer, plc: Buffer, kind: "paragraphs" | "characters") {
    const seen = new Set<number>();
    const count = Math.floor((plc.length - 4) / 8);
    for (let index = 0; index < count; index += 1) {
      const page = (plc.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff) * PAGE;
      if (seen.has(page) || page + PAGE > document.length) continue;
      seen.add(page);
      const bytes = document.subarray(page, page + PAGE);
      const found =
        kind === "paragraphs" ? pageRuns(bytes, 13, paragraphRun) : pageRuns(bytes, 1, characterRun);
      for (const run of found) this.runs.push(run);
    }
    this.runs.sort((a, b) => a.start - b.start);
  }

  /** The run that covers this offset, or `null`. */
  at(offset: number): FormattedRun | null {
    const run = this.runs[this.indexAfter(offset) - 1];
    return run && offset < run.end ? run : null;
  }

  /** First offset after this one at which the formatting may change. */
  nextChange(offset: number): number {
    const index = this.indexAfter(offset);
    const next = this.runs[index]?.start ?? Number.POSITIVE_INFINITY;
    const run = this.runs[index - 1];
    return run && offset < run.end ? Math.min(run.end, next) : next;
  }

  /** Index of the first run that starts after this offset. */
  private indexAfter(offset: number): number {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.runs[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

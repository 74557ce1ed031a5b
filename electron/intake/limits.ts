/**
 * What a file may cost before it is refused or cut. A sender controls every byte of a submission, so each limit is
 * checked against the sizes a file *declares* before anything is allocated, and again against what it really yields.
 */
export interface IntakeLimits {
  /** Bytes of one file as it lies in a folder, mail or archive. */
  readonly fileBytes: number;
  /** Inflated bytes of everything inside one given file, all levels together. */
  readonly inflatedBytes: number;
  /** Inflated bytes of one part of an office file (an XML stream). */
  readonly partBytes: number;
  /** Inflated to stored bytes; only looked at above `ratioFloorBytes`, short runs of spaces compress better than this. */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  /** Entries in one zip, and files in all inside one given file. */
  readonly entries: number;
  /** Archives and mails inside each other; the given file is level 0. */
  readonly nestingDepth: number;
  readonly xmlDepth: number;
  /** Cells with text in one document; more are cut with a message. */
  readonly cells: number;
  readonly sheets: number;
  /** Numbers of the last row and column read; places without text cost nothing, so these are what a sheet can have at all. */
  readonly rows: number;
  readonly columns: number;
  /** Characters (UTF-16 units) of text in one document; more are cut with a message. */
  readonly characters: number;
  readonly blocks: number;
  /** Pages of a PDF; more are cut with a message. */
  readonly pages: number;
  /**
   * Time for one file: `timeFloorMs` or `timePerMegabyteMs` × megabytes, whichever is more. The processor's time, as that a
   * computer is busy with other work is not the file's fault; by the clock up to `clockPerTime` times as much.
   */
  readonly timeFloorMs: number;
  readonly timePerMegabyteMs: number;
  /** Old-generation heap of one reading thread. */
  readonly heapMegabytes: number;
  /**
   * Memory of one reading thread outside of that heap (contents of files, inflated parts), beside three times the size of
   * the given file.
   */
  readonly bufferMegabytes: number;
}

const MEGABYTE = 1024 * 1024;

export const defaultLimits: IntakeLimits = {
  fileBytes: 200 * MEGABYTE,
  inflatedBytes: 400 * MEGABYTE,
  partBytes: 96 * MEGABYTE,
  ratio: 250,
  ratioFloorBytes: 4 * MEGABYTE,
  entries: 5000,
  nestingDepth: 4,
  xmlDepth: 400,
  cells: 500_000,
  sheets: 500,
  rows: 1_048_576,
  columns: 16_384,
  characters: 20_000_000,
  blocks: 200_000,
  pages: 3000,
  timeFloorMs: 10_000,
  timePerMegabyteMs: 2000,
  heapMegabytes: 512,
  bufferMegabytes: 512,
};

export const clockPerTime = 10;

/** Milliseconds of the processor a file of this many bytes may take. */
export const timeAllowed = (bytes: number, limits: IntakeLimits): number =>
  Math.max(limits.timeFloorMs, Math.ceil((bytes / MEGABYTE) * limits.timePerMegabyteMs));

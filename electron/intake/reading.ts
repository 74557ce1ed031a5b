import type { Block, Document } from "../../shared/submission/document.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import { clockPerTime, type IntakeLimits, timeAllowed } from "./limits.ts";
import { ReadMessages } from "./read-messages.ts";

/** What a reader gives back: the blocks, and whether something of the file's text is missing from them. */
export interface ReadResult {
  readonly document: Document;
  readonly partial: boolean;
}

/** Notes that name text of the file which is not in the blocks. */
const missingText: ReadonlySet<string> = new Set([
  "embedded-object",
  "embedded-document",
  "drawing-text-skipped",
  "comments-ignored",
]);

/** Milliseconds of the processor that this thread has had. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The budget and the notebook of reading one file. */
export class Reading {
  readonly limits: IntakeLimits;
  readonly messages = new ReadMessages();
  /** Set when text is known to be missing from the result. */
  partial = false;
  private readonly signal: AbortSignal | undefined;
  private begun: { readonly processor: number; readonly clock: number };
  private readonly allowed: number;
  private cells = 0;
  private characters = 0;
  private ticks = 0;
  private sheetsCut = false;

  constructor(bytes: number, limits: IntakeLimits, signal?: AbortSignal) {
    this.limits = limits;
    this.signal = signal;
    this.allowed = timeAllowed(bytes, limits);
    this.begun = { processor: processorTime(), clock: performance.now() };
  }

  /** The time a file inside a container took is its own, not the container's. */
  restartClock(): void {
    this.begun = { processor: processorTime(), clock: performance.now() };
  }

  /** Called once per XML element or row; looks at the clock now and then. */
  tick(): void {
    this.ticks += 1;
    if ((this.ticks & 0xfff) === 0) this.check();
  }

  /** Milliseconds left; below zero when its time is over. */
  remaining(): number {
    const clock = performance.now() - this.begun.clock;
    return Math.min(
      this.allowed - (processorTime() - this.begun.processor),
      this.allowed * clockPerTime - clock,
    );
  }

  check(): void {
    if (this.signal?.aborted) throw new IntakeRefusal("cancelled");
    if (this.remaining() < 0) throw new IntakeRefusal("timeout");
  }

  /** True while the document may grow by this text; the first refusal leaves a message. */
  admit(text: string): boolean {
    this.characters += text.length;
    if (this.characters <= this.limits.characters) return true;
    this.partial = true;
    this.messages.add("text-cut", "", { limit: String(this.limits.characters) });
    return false;
  }

  /** True while the document may have one more cell. Who asks says what is missing. */
  hasRoom(): boolean {
    this.cells += 1;
    return this.cells <= this.limits.cells;
  }

  admitCell(text: string): boolean {
    if (this.hasRoom()) return this.admit(text);
    this.cutTable();
    return false;
  }

  cutTable(): void {
    this.partial = true;
    this.messages.add("table-cut", "", { limit: String(this.limits.cells) });
  }

  /** `sheet`: the first that is not read. */
  cutSheets(sheet: string): void {
    if (this.sheetsCut) return;
    this.sheetsCut = true;
    this.partial = true;
    this.messages.add("sheets-cut", sheet, { limit: String(this.limits.sheets) });
  }

  cutBlocks(): void {
    this.partial = true;
    this.messages.add("blocks-cut", "", { limit: String(this.limits.blocks) });
  }

  result(blocks: Block[]): ReadResult {
    for (const block of blocks) this.mend(block);
    const partial = this.partial || this.messages.list.some(({ code }) => missingText.has(code));
    return { document: { blocks }, partial };
  }

  /** Half a character (a lone surrogate) can be neither stored nor signed: it is shown as a replacement character. */
  private mend(block: Block): void {
    for (const piece of block.kind === "table" ? block.cells : [block]) {
      if (piece.text.isWellFormed()) continue;
      piece.text = piece.text.toWellFormed();
      this.messages.add("half-character");
    }
  }
}

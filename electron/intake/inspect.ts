import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { Block, Document, FileKind, RefusalCode } from "../../shared/submission/document.ts";
import { extractFile } from "../../shared/submission/extract-file.ts";
import type { Extraction, Provenance } from "../../shared/submission/fact.ts";
import { refusals } from "../../shared/text/catalogue/refusals.ts";
import { isDisguised, withoutMarks } from "./clean-name.ts";
import type { Budget, InnerFile } from "./inner-file.ts";
import {
  emptyExtraction,
  type InspectedFile,
  type InspectInput,
  type Read,
  refusedFile,
  refusedRead,
  type StartedFile,
  sha256Of,
} from "./inspected-file.ts";
import { IntakeRefusal, refusalFrom } from "./intake-refusal.ts";
import type { IntakeLimits } from "./limits.ts";
import type { UnwrappedMail } from "./mail/mail-parts.ts";
import { isNoise } from "./noise.ts";
import { type Opened, openContent } from "./open-content.ts";
import { readContent } from "./read-content.ts";
import { Reading } from "./reading.ts";
import { type Content, compareExtension, extensionOf } from "./sniff.ts";
import { unwrapZip } from "./unwrap-zip.ts";

export type { InspectedFile, InspectInput };

export interface InspectOptions {
  readonly scheme: Scheme | null;
  readonly limits: IntakeLimits;
  readonly signal?: AbortSignal;
  /** Files, by SHA-256, that ended a reading thread before: refused without being touched again. */
  readonly refused?: ReadonlyMap<string, RefusalCode>;
  /** Called before each file is read, and again for a container when it goes on after a file inside it. */
  readonly onStart?: (started: StartedFile) => void;
}

interface Source {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly provenance: Provenance;
  readonly depth: number;
  readonly noise: boolean;
  /** The name it was given under showed otherwise than it is. */
  readonly disguised?: boolean;
}

type UnwrapMail = (
  bytes: Uint8Array,
  reading: Reading,
  budget: Budget,
  within: string | null,
) => UnwrappedMail | Promise<UnwrappedMail>;

/** Loaded when the first such mail arrives. */
const mailFormats: Partial<Record<Content, () => Promise<UnwrapMail>>> = {
  mail: async () => (await import("./mail/unwrap-mail.ts")).unwrapMail,
  msg: async () => (await import("./mail/unwrap-msg.ts")).unwrapMsg,
  tnef: async () => (await import("./mail/unwrap-tnef.ts")).unwrapTnef,
};

const words: Readonly<Record<string, string>> = refusals.zh;
const NOTHING = new Uint8Array();

/** A mail tells more about where it came from than was known before it was read. */
type ReadWithOrigin = Read & { readonly provenance?: Provenance };

/** Until a file is read; an error made for every file would cost as much as opening it. */
const unread: Read = { status: "refused", error: null, document: null, extraction: null, messages: [] };

const isNoiseSource = (source: Source): boolean =>
  source.noise || isNoise(source.file.slice(source.file.lastIndexOf("!/") + 1));

/** An archive inside itself unfolds for ever. */
const containsItself = ({ file, bytes, provenance }: Source, sha256: string): InspectedFile => ({
  ...refusedFile({ path: file, bytes, provenance }, "bomb"),
  sha256,
});

function repeated(source: Source, known: InspectedFile, ms: number): InspectedFile {
  const place = known.file;
  const text = (words["message.duplicate-content"] ?? "").replace("{place}", place);
  const messages = [...known.messages, { code: "duplicate-content", place, text }];
  return { ...known, file: source.file, content: source.bytes, provenance: source.provenance, messages, ms };
}

/** Reads one given file and everything inside it; keeps the results in the order they are handed on. */
class Inspection {
  readonly results: InspectedFile[] = [];
  private readonly options: InspectOptions;
  private readonly budget: Budget;
  /** First result of each content under each kind of name; `null` while it is being read. */
  private readonly known = new Map<string, InspectedFile | null>();

  constructor(options: InspectOptions) {
    this.options = options;
    this.budget = { inflatedBytes: options.limits.inflatedBytes, files: options.limits.entries };
  }

  async visit(source: Source): Promise<void> {
    const started = performance.now();
    const sha256 = sha256Of(source.bytes);
    this.options.onStart?.({ file: source.file, sha256, bytes: source.bytes.length });
    // The name decides with the content what a file is: a lock file or a text named .docx is no precedent for others.
    const key = `${sha256} ${isNoiseSource(source)} ${extensionOf(source.file)}`;
    const known = this.known.get(key);
    if (known) this.results.push(repeated(source, known, performance.now() - started));
    else if (known === null) this.results.push(containsItself(source, sha256));
    else {
      this.known.set(key, null);
      this.known.set(key, await this.readNew(source, sha256, started));
    }
  }

  /** Takes its place in the list first, so that a container stands before its files. */
  private async readNew(source: Source, sha256: string, started: number): Promise<InspectedFile> {
    const index = this.results.length;
    const reading = new Reading(source.bytes.length, this.options.limits, this.options.signal);
    const { file, bytes } = source;
    if (source.disguised) reading.messages.add("name-disguised", file);
    const placed = { file, sha256, bytes: bytes.length, content: bytes, provenance: source.provenance };
    this.results.push({ ...placed, ...unread, ms: 0 });
    const read = await this.readOrRefuse(source, sha256, reading);
    const done = { ...placed, ...read, ms: performance.now() - started };
    this.results[index] = done;
    return done;
  }

  private async readOrRefuse(source: Source, sha256: string, reading: Reading): Promise<ReadWithOrigin> {
    try {
      const opened = this.open(source, sha256, reading);
      if (opened.content === "archive") return await this.readArchive(source, sha256, opened, reading);
      const format = opened.content === "noise" ? undefined : mailFormats[opened.content];
      if (format) return await this.readMail(source, sha256, await format(), reading);
      return await this.readPlain(source, sha256, opened, reading);
    } catch (error) {
      return refusedRead(refusalFrom(error), source.file, reading.messages.list);
    }
  }

  private open(source: Source, sha256: string, reading: Reading): Opened {
    reading.check();
    const { limits, refused } = this.options;
    const before = refused?.get(sha256);
    if (before) throw new IntakeRefusal(before);
    if (isNoiseSource(source)) return { content: "noise", package: null };
    if (source.bytes.length === 0) throw new IntakeRefusal("empty");
    if (source.bytes.length > limits.fileBytes) throw new IntakeRefusal("too-large");
    const opened = openContent(source.bytes, source.file, limits);
    if (opened.content !== "noise" && compareExtension(source.file, opened.content) === "differs")
      this.noteExtension(opened.content, reading);
    return opened;
  }

  private noteExtension(content: Content, reading: Reading): void {
    reading.messages.add("extension-differs", "", { content: words[`content.${content}`] ?? content });
  }

  private async readPlain(source: Source, sha256: string, opened: Opened, reading: Reading): Promise<Read> {
    if (opened.content === "noise") {
      reading.messages.add("noise");
      const extraction = emptyExtraction("noise");
      return { status: "ok", error: null, document: null, extraction, messages: reading.messages.list };
    }
    const { document, partial } = await readContent(source, opened, reading);
    if (document.blocks.length === 0) reading.messages.add("no-text");
    else if (opened.content !== "image") this.notePictures(document, reading);
    const extraction = this.extract(document, source, sha256, reading);
    const status = partial || reading.partial ? "partial" : "ok";
    return { status, error: null, document, extraction, messages: reading.messages.list };
  }

  /** Pages of paper, photographed and put into a document: nothing of them is text. */
  private notePictures({ blocks }: Document, reading: Reading): void {
    if (!blocks.every((block) => block.kind === "image")) return;
    reading.partial = true;
    reading.messages.add("pictures-only");
  }

  /** A mistake of ours in understanding a document must not cost the document. */
  private extract(document: Document, source: Source, sha256: string, reading: Reading): Extraction {
    try {
      const { scheme } = this.options;
      const { extraction, messages } = extractFile({ document, file: source.file, sha256, scheme });
      reading.messages.list.push(...messages);
      return extraction;
    } catch {
      reading.partial = true;
      reading.messages.add("extraction-failed");
      return emptyExtraction("unknown");
    }
  }

  private async readArchive(
    source: Source,
    sha256: string,
    opened: Opened,
    reading: Reading,
  ): Promise<ReadWithOrigin> {
    if (opened.package === null) throw new IntakeRefusal("broken");
    this.refuseDepth(source);
    const codes: (RefusalCode | null)[] = [];
    for (const inner of unwrapZip(opened.package, reading, this.budget))
      codes.push(await this.visitInner(source, sha256, inner, source.provenance, reading));
    const [first] = codes;
    if (first && codes.every((code) => code === first)) throw new IntakeRefusal(first);
    return this.containerRead("archive", [], codes.some(Boolean), reading);
  }

  private async readMail(
    source: Source,
    sha256: string,
    unwrap: UnwrapMail,
    reading: Reading,
  ): Promise<ReadWithOrigin> {
    this.refuseDepth(source);
    const mail = await unwrap(source.bytes, reading, this.budget, source.provenance.receivedAt ?? null);
    const provenance = { ...source.provenance, ...mail.provenance };
    const codes: (RefusalCode | null)[] = [];
    for (const inner of mail.files)
      codes.push(await this.visitInner(source, sha256, inner, provenance, reading));
    return { ...this.containerRead("mail", mail.blocks, codes.some(Boolean), reading), provenance };
  }

  private refuseDepth(source: Source): void {
    if (source.depth >= this.options.limits.nestingDepth) throw new IntakeRefusal("too-deep");
  }

  private containerRead(kind: FileKind, blocks: Block[], incomplete: boolean, reading: Reading): Read {
    const { document } = reading.result(blocks);
    const totalChars = blocks.reduce((sum, block) => sum + ("text" in block ? [...block.text].length : 0), 0);
    return {
      status: incomplete || reading.partial ? "partial" : "ok",
      error: null,
      document,
      extraction: emptyExtraction(kind, totalChars),
      messages: reading.messages.list,
    };
  }

  /** The refusal of the container's way to this file, if it could not be taken out; what it holds is its own matter. */
  private async visitInner(
    outer: Source,
    sha256: string,
    inner: InnerFile,
    provenance: Provenance,
    reading: Reading,
  ): Promise<RefusalCode | null> {
    const file = `${outer.file}!/${inner.name}`;
    const own = { ...provenance, path: file };
    if (inner.content !== null) {
      await this.visit({
        file,
        bytes: inner.content,
        provenance: own,
        depth: outer.depth + 1,
        noise: inner.noise,
      });
      this.options.onStart?.({ file: outer.file, sha256, bytes: outer.bytes.length });
      reading.restartClock();
      return null;
    }
    const refusal = inner.refusal ?? new IntakeRefusal("broken");
    reading.messages.add("entry-refused", inner.name);
    this.results.push(
      refusedFile({ path: file, bytes: NOTHING, provenance: own }, refusal.code, refusal.content),
    );
    return refusal.code;
  }
}

/**
 * Reads a file and everything inside it: the file itself first, then each inner one (`outer!/inner`), depth first. Bad
 * input is a `refused` or `partial` result with code, place and sentence; never an exception.
 */
export async function inspectFile(input: InspectInput, options: InspectOptions): Promise<InspectedFile[]> {
  const inspection = new Inspection(options);
  const file = withoutMarks(input.path);
  const provenance = { ...input.provenance, path: file };
  const disguised = isDisguised(input.path);
  await inspection.visit({ file, bytes: input.bytes, provenance, depth: 0, noise: false, disguised });
  return inspection.results;
}

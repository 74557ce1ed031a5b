import { IntakeRefusal } from "./intake-refusal.ts";
import type { IntakeLimits } from "./limits.ts";
import { openPackage, type Package, readEntry } from "./open-package.ts";
import { documentContents } from "./read-content.ts";
import { type Content, compareExtension, extensionOf, isVolume, sniffBytes, sniffPackage } from "./sniff.ts";

export interface Opened {
  readonly content: Content | "noise";
  /** The entries, when the content is some kind of zip. */
  readonly package: Package | null;
}

const containers: ReadonlySet<string> = new Set<Content>(["archive", "mail", "msg", "tnef"]);
const isReadable = (content: Content): boolean => documentContents.has(content) || containers.has(content);

/** OpenDocument says what it is in its first entry. */
function mimetypeOf(source: Package, limits: IntakeLimits): string | null {
  const entry = source.entries.find((candidate) => candidate.name === "mimetype");
  if (!entry || entry.declaredBytes > 200 || entry.encrypted) return null;
  return readEntry(source, entry, limits, 200).toString("latin1");
}

/** Text can be made of almost anything, so it is believed only under a name that promises text, or none at all. */
function refuseFalseText(content: Content, file: string): void {
  if (content !== "text" && content !== "unknown") return;
  const agreement = compareExtension(file, content);
  if (agreement === "differs") throw new IntakeRefusal("not-what-it-says", "", content);
  if (content === "text" && agreement === "open" && extensionOf(file) !== "")
    throw new IntakeRefusal("unsupported", "", content);
}

/** An office file whose main folder is missing is damaged rather than an archive of documents. */
function refuseHollow(content: Content, file: string, source: Package): void {
  if (content !== "archive" || !/^(docx|docm|xlsx|xlsm|pptx)$/.test(extensionOf(file))) return;
  const names = source.entries.map((entry) => entry.name.toLowerCase());
  if (names.length === 0 || names.includes("[content_types].xml")) throw new IntakeRefusal("broken");
  if (names.some((name) => /^(word|xl|ppt|_rels)\//.test(name))) throw new IntakeRefusal("broken");
}

/** Tells what a file is and opens it if it is a zip. Throws for what is not read here, naming what it really is. */
export function openContent(bytes: Uint8Array, file: string, limits: IntakeLimits): Opened {
  if (isVolume(bytes, file)) throw new IntakeRefusal("unsupported", "", "volume");
  const sniffed = sniffBytes(bytes);
  const source = sniffed === "zip" ? openPackage(bytes, limits) : null;
  const content =
    sniffed === "zip" && source
      ? sniffPackage(
          source.entries.map((entry) => entry.name),
          mimetypeOf(source, limits),
        )
      : sniffed === "zip"
        ? "archive"
        : sniffed;
  refuseFalseText(content, file);
  if (source) refuseHollow(content, file, source);
  if (content === "encrypted-office") throw new IntakeRefusal("encrypted");
  if (!isReadable(content)) throw new IntakeRefusal("unsupported", "", content);
  return { content, package: source };
}

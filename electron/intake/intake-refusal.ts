import type { RefusalCode } from "../../shared/submission/document.ts";
import type { FileRefusal } from "../../shared/submission/fact.ts";
import { refusals } from "../../shared/text/catalogue/refusals.ts";

/**
 * Ends the reading of one file. Streaming parsers can only be left by throwing; `inspectFile` turns it into data, so
 * it never leaves this folder.
 */
export class IntakeRefusal extends Error {
  readonly code: RefusalCode;
  /** A part, entry or sheet inside the file; empty when the file itself is meant. */
  readonly place: string;
  /** What the content really is, for `unsupported` and `not-what-it-says`: a `content.<name>` of the catalogue. */
  readonly content: string | null;

  constructor(code: RefusalCode, place = "", content: string | null = null) {
    super(place === "" ? code : `${code}: ${place}`);
    this.name = "IntakeRefusal";
    this.code = code;
    this.place = place;
    this.content = content;
  }
}

const words: Readonly<Record<string, string>> = refusals.zh;

const sentence = (code: RefusalCode, content: string | null): string => {
  const named = content === null ? undefined : words[`refusal.${code}.named`];
  const advice = words[`advice.${content}`] ?? words["advice.other"] ?? "";
  return (named ?? words[`refusal.${code}`] ?? code)
    .replaceAll("{content}", words[`content.${content}`] ?? "")
    .replaceAll("{advice}", advice);
};

/** The refusal as it is stored and shown: code, place and a sentence a clerk can act on. */
export const toFileRefusal = (error: IntakeRefusal, file: string): FileRefusal => ({
  code: error.code,
  place: error.place === "" ? file : error.place,
  message: sentence(error.code, error.content),
});

/** Stack exhaustion and failed allocations are the file's doing; anything else unexpected means it is broken. */
export function refusalFrom(error: unknown): IntakeRefusal {
  if (error instanceof IntakeRefusal) return error;
  if (error instanceof RangeError && /call stack/i.test(error.message)) return new IntakeRefusal("too-deep");
  if (
    error instanceof RangeError &&
    /(invalid|array buffer|string) (string )?(length|allocation)/i.test(error.message)
  )
    return new IntakeRefusal("out-of-memory");
  return new IntakeRefusal("broken");
}

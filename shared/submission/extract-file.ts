import type { Scheme } from "../scheme/scheme.ts";
import { countCharacters } from "../text/count-characters.ts";
import type { Document, ReadMessage } from "./document.ts";
import type { Extraction } from "./fact.ts";

export interface ExtractInput {
  readonly document: Document;
  /** Path of the file as it arrived, `outer!/inner` inside a mail or an archive; evidence names it. */
  readonly file: string;
  readonly sha256: string;
  /** `null`: no scheme chosen; identity, projects and lengths are still read, indicators and outline are not. */
  readonly scheme: Scheme | null;
}

export interface ExtractOutput {
  readonly extraction: Extraction;
  readonly messages: ReadMessage[];
}

/** Document → everything that can be read out of it. Never throws on odd content: what is odd becomes a message. */
export function extractFile(input: ExtractInput): ExtractOutput {
  const totalChars = input.document.blocks.reduce(
    (sum, block) =>
      sum +
      (block.kind === "table"
        ? block.cells.reduce((cells, cell) => cells + countCharacters(cell.text), 0)
        : countCharacters(block.text)),
    0,
  );
  return {
    extraction: {
      kind: "unknown",
      applicant: { name: null, city: null, subject: null, direction: null },
      facts: [],
      projects: [],
      statedTotal: null,
      applications: [],
      outline: [],
      totalChars,
    },
    messages: [],
  };
}

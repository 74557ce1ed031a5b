import type { Block } from "../../../shared/submission/document.ts";
import type { Provenance } from "../../../shared/submission/fact.ts";
import { cleanName, distinctName, isDisguised } from "../clean-name.ts";
import type { Budget, InnerFile } from "../inner-file.ts";
import { IntakeRefusal } from "../intake-refusal.ts";
import type { Reading } from "../reading.ts";

/** What a mail gives, in whatever format it came. */
export interface UnwrappedMail {
  readonly provenance: Omit<Provenance, "path">;
  readonly blocks: Block[];
  readonly files: readonly InnerFile[];
}

export interface AttachedFile {
  readonly name: string;
  /** Name for an attachment that has none. */
  readonly fallback: string;
  readonly content: Uint8Array;
  readonly noise: boolean;
}

/** Attachments under names no path can be made of, each once, within what the given file may unfold to. */
export function innerFiles(attached: readonly AttachedFile[], reading: Reading, budget: Budget): InnerFile[] {
  const taken = new Set<string>();
  budget.files -= attached.length;
  if (budget.files < 0) throw new IntakeRefusal("too-many-entries");
  return attached.map((file) => {
    const named = cleanName(file.name);
    const name = distinctName(named === "" ? file.fallback : named, taken);
    if (isDisguised(file.name)) reading.messages.add("name-disguised", name);
    budget.inflatedBytes -= file.content.length;
    const tooLarge = file.content.length > reading.limits.fileBytes || budget.inflatedBytes < 0;
    const refusal = tooLarge ? new IntakeRefusal("too-large") : null;
    return { name, content: tooLarge ? null : file.content, refusal, noise: file.noise };
  });
}

/** Subject and text of a mail, a paragraph per line. */
export function mailBlocks(subject: string | undefined, body: string, reading: Reading): Block[] {
  const blocks: Block[] = [];
  const title = subject?.trim() ?? "";
  if (title !== "") blocks.push({ kind: "heading", id: "b1", level: 1, text: title });
  for (const line of body.split(/\r?\n/)) {
    const text = line.trim();
    if (text === "" || blocks.length >= reading.limits.blocks || !reading.admit(text)) continue;
    blocks.push({ kind: "paragraph", id: `b${blocks.length + 1}`, text });
  }
  return blocks;
}

import type { ReadMessage } from "./document.ts";
import { type ExtractInput, extractFile } from "./extract-file.ts";
import type { Applicant, Extraction } from "./fact.ts";

/** Doubt of everything that stands only in the text of a mail: it is worth a question, never an answer. */
const DOUBT = "mail-body";

const unsure = <Found extends { readonly sure: boolean } | null>(found: Found): Found =>
  found === null ? found : { ...found, sure: false };

const unsureApplicant = ({ name, city, subject, direction }: Applicant): Applicant => ({
  name: unsure(name),
  city: unsure(city),
  subject: unsure(subject),
  direction: unsure(direction),
});

/**
 * What the text of a mail says of an applicant: 申报单位, 所在市州, 方向, indicator values (更正：…). Of a mail only these
 * count; projects, lists and outlines belong into its attachments. Nothing of it is `sure`.
 */
export function extractMailBody(input: ExtractInput): { extraction: Extraction; messages: ReadMessage[] } {
  const { extraction, messages } = extractFile(input);
  return {
    extraction: {
      ...extraction,
      kind: "mail",
      applicant: unsureApplicant(extraction.applicant),
      facts: extraction.facts
        .filter((fact) => fact.role === "value")
        .map((fact) => ({ ...fact, sure: false, doubt: fact.doubt ?? DOUBT })),
      projects: [],
      statedTotal: null,
      applications: [],
      outline: [],
    },
    messages,
  };
}

/** Does a mail say something the files that came with it leave open? */
export function addsTo(mail: Extraction, files: readonly (Extraction | null)[]): boolean {
  if (mail.facts.length > 0) return true;
  const fields = ["name", "city", "subject", "direction"] as const;
  return fields.some(
    (field) =>
      mail.applicant[field] !== null && files.every((file) => (file?.applicant[field] ?? null) === null),
  );
}

import type { Fact, IdentityField } from "../../../shared/submission/dossier.ts";
import { formatDecimal } from "../../ui/format.ts";
import type { WordsInUse } from "../../ui/use-words.tsx";

/** Subject types and directions are ids; names and cities are their own words. */
export const identityWord = (words: WordsInUse, field: IdentityField, value: string): string =>
  field === "subject" || field === "direction" ? words.tryWord(`${field}.${value}`, value) : value;

/** `约 11,200`: the value in force with the word that qualified it in the text. */
export function factValue(words: WordsInUse, fact: Fact): string {
  const amount = formatDecimal(fact.value);
  const qualifier = fact.state === "corrected" || fact.state === "typed" ? undefined : fact.read?.qualifier;
  return qualifier === undefined ? amount : `${words.t(`intake.qualifier.${qualifier}`)} ${amount}`;
}

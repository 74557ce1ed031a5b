import { problemText, type SchemeProblem } from "../../../../shared/scheme/scheme-problems.ts";
import type { Locale } from "../../../../shared/text/define-words.ts";
import type { FieldProblemAt } from "../../../ui/field-problems.ts";

/** A fault belongs to a field when it is at its place or anywhere inside it (`cities` shows that of `cities[3]`). */
const isWithin = (field: string, at: string): boolean =>
  field === at || field.startsWith(`${at}.`) || field.startsWith(`${at}[`);

/** What is wrong with a field of a draft, in words that stand beside it. */
export const fieldProblemAt =
  (locale: Locale, problems: readonly SchemeProblem[]): FieldProblemAt =>
  (at, reach = "within") => {
    const found = problems.find(({ field }) => (reach === "own" ? field === at : isWithin(field, at)));
    return found && problemText(locale, found);
  };

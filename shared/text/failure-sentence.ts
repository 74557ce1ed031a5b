import type { CallName, CodeOf } from "../contract/index.ts";
import type { Params } from "../contract/result.ts";
import { isWordKey, say, type WordKey } from "./catalogue/index.ts";
import type { Locale } from "./define-words.ts";

type KnownCode = { [Name in CallName]: CodeOf<Name> }[CallName] | "unreachable" | "too-many" | "bad-path";

/** Does not compile while a code of the contract has no sentence. */
const keyOfKnown = (code: KnownCode): WordKey => `error.${code}`;

const keyOf = (code: string): WordKey => {
  const key = keyOfKnown(code as KnownCode);
  return isWordKey(key) ? key : "error.unknown";
};

/** What happened, what was not lost and what to do, for the code of a failure. */
export const failureSentence = (locale: Locale, code: string, params: Params = {}): string =>
  say(locale, keyOf(code), params);

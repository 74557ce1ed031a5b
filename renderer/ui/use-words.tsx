import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Params } from "../../shared/contract/result.ts";
import { isWordKey, say, type WordKey } from "../../shared/text/catalogue/index.ts";
import type { Locale } from "../../shared/text/define-words.ts";

export interface WordsInUse {
  readonly locale: Locale;
  /** The words for a key, with `{name}` filled in. */
  readonly t: (key: WordKey, params?: Params) => string;
  /** For keys made of data (`audit.<action>`): the words, or `fallback` where the catalogue has none. */
  readonly tryWord: (key: string, fallback: string, params?: Params) => string;
}

const LocaleContext = createContext<Locale>("zh");

export const LocaleProvider = ({ locale, children }: { locale: Locale; children: ReactNode }) => (
  <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
);

export function useWords(): WordsInUse {
  const locale = useContext(LocaleContext);
  return useMemo(
    () => ({
      locale,
      t: (key, params) => say(locale, key, params),
      tryWord: (key, fallback, params) => (isWordKey(key) ? say(locale, key, params) : fallback),
    }),
    [locale],
  );
}

export type Locale = "zh" | "en";

export interface Words<Key extends string> {
  readonly zh: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/** Both languages with the same keys, checked by the compiler. `{name}` in a text is filled from params. */
export const defineWords = <const Zh extends Record<string, string>>(words: {
  zh: Zh;
  en: Record<keyof Zh & string, string>;
}): Words<keyof Zh & string> => words;

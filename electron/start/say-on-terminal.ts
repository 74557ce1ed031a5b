import type { Params } from "../../shared/contract/result.ts";
import { say, type WordKey } from "../../shared/text/catalogue/index.ts";
import { startLocale } from "./start-locale.ts";

const locale = startLocale(process.env);

export const tell = (key: WordKey, params: Params = {}): void => {
  process.stdout.write(`${say(locale, key, params)}\n`);
};

/** One sentence and no stack trace: the reader is a clerk. */
export const complain = (key: WordKey, params: Params = {}): void => {
  process.stderr.write(`${say(locale, key, params)}\n`);
};

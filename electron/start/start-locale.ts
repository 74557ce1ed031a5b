import type { Locale } from "../../shared/text/define-words.ts";

/** Language of what is said before the preferences are read. Chinese unless the system clearly asks for English. */
export function startLocale(environment: NodeJS.ProcessEnv): Locale {
  const asked = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^en/i.test(asked) ? "en" : "zh";
}

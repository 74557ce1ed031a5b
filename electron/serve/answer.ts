import type { Result } from "../../shared/contract/result.ts";
import { say, type WordKey } from "../../shared/text/catalogue/index.ts";
import type { Locale } from "../../shared/text/define-words.ts";
import { commonHeaders } from "./security-headers.ts";

/** A short sentence: an empty refusal is a blank page for a person and an error for some readers. */
export const sentence = (status: number, key: WordKey, locale: Locale): Response =>
  new Response(`${say(locale, key)}\n`, {
    status,
    headers: { ...commonHeaders, "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** Expected failures are data too, so every answered call is a 200; `status` is for what never was a call. */
export const answer = (result: Result<unknown>, status = 200): Response =>
  new Response(JSON.stringify(result), {
    status,
    headers: {
      ...commonHeaders,
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
    },
  });

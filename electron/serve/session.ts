import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The secrets of one launch. Neither is written anywhere, and the start token works once. */
export interface Session {
  readonly token: string;
  readonly cookieName: string;
  /** The value for the cookie, once; `null` for a wrong token or a second use. */
  redeem(token: string): string | null;
  admits(cookieHeader: string | undefined): boolean;
}

const secret = (): string => randomBytes(32).toString("base64url");

/** Comparing digests takes the same time wherever the first difference is, and for any length. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

export function createSession(): Session {
  const token = secret();
  const cookie = secret();
  // Cookies do not know ports: two launches in one browser must not overwrite each other's.
  const cookieName = `pingshen-${randomBytes(6).toString("hex")}`;
  let redeemed = false;
  return {
    token,
    cookieName,
    redeem: (offered) => {
      if (redeemed || !same(offered, token)) return null;
      redeemed = true;
      return cookie;
    },
    admits: (header) =>
      (header ?? "")
        .split(/;\s*/)
        .some((pair) => pair.startsWith(`${cookieName}=`) && same(pair.slice(cookieName.length + 1), cookie)),
  };
}

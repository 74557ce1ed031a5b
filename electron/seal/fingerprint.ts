import { fromBase64url } from "./base64url.ts";

const groupsOfFive = (digits: string): string => (digits.match(/.{5}/g) ?? []).join(" ");

const decimalDigits = (bytes: Uint8Array, digits: number): string =>
  (BigInt(`0x${Buffer.from(bytes).toString("hex")}`) % 10n ** BigInt(digits))
    .toString()
    .padStart(digits, "0");

/**
 * A key id as 30 decimal digits in six groups, e.g. `04512 88310 …`: read aloud over the table or the telephone in any language
 * or dialect. 30 digits are 99.6 bits: finding a second key with the same digits takes about 2^99 tries. The remainder of a
 * 256-bit number is even to within 2^-156.
 */
export function fingerprintOf(keyId: string): string {
  const bytes = fromBase64url(keyId);
  if (bytes?.length !== 32) throw new TypeError("a key id is 32 bytes in base64url");
  return groupsOfFive(decimalDigits(bytes, 30));
}

/** First thing to compare on two receipts of the same file: 10 digits (33 bits) of its SHA-256. Not a proof: `verify` is. */
export const shortCodeOf = (digest: string): string =>
  groupsOfFive(decimalDigits(Buffer.from(digest, "hex"), 10));

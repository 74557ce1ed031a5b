import { fail, type Result, succeed } from "../contract/result.ts";

export const passphraseProblems = ["too-short", "too-long", "too-simple", "has-name"] as const;
export type PassphraseProblem = (typeof passphraseProblems)[number];

/** Characters; a Han character counts two, for it carries more than a letter and people type fewer of them. */
export const shortestPassphrase = 10;
const longest = 128;
const han = /\p{Script=Han}/u;

const commonParts = [
  "password",
  "qwerty",
  "asdfgh",
  "zxcvbn",
  "abcdef",
  "iloveyou",
  "admin",
  "123456",
  "654321",
];

/**
 * What the key derivation sees: full width and half width, composed and decomposed letters, and blanks at the ends make no
 * difference, so that another input method on another laptop opens the same key.
 */
export const normalisePassphrase = (text: string): string => text.normalize("NFKC").trim();

const lengthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (han.test(character) ? 2 : 1), 0);

/** What is left after runs of one character, of neighbours (1234, abcd) and well-known passwords is taken out. */
function unpredictable(text: string): number {
  const rest = commonParts.reduce((left, part) => left.replaceAll(part, ""), text.toLowerCase());
  const codes = Array.from(rest, (character) => character.codePointAt(0) ?? 0);
  const surprising = codes.filter((code, index) => {
    const step = code - (codes[index - 1] ?? Number.NaN);
    return Number.isNaN(step) || Math.abs(step) > 1;
  });
  return new Set(surprising).size;
}

/**
 * Rules for a passphrase that protects a signing key lying on a disk: at least 10 characters (a Han character counts two),
 * at most 128, not predictable, not containing the owner's name. No rules about kinds of characters: they make people write
 * the passphrase down (NIST SP 800-63B 3.1.1.2). Gives the normalised passphrase.
 */
export function checkPassphrase(text: string, owner: string): Result<string, PassphraseProblem> {
  const plain = normalisePassphrase(text);
  const length = lengthOf(plain);
  if (length < shortestPassphrase)
    return fail("too-short", { length: String(length), least: String(shortestPassphrase) });
  if (length > longest) return fail("too-long", { most: String(longest) });
  const name = normalisePassphrase(owner);
  if (name !== "" && lengthOf(plain.replaceAll(name, "")) < shortestPassphrase)
    return fail("has-name", { name });
  return unpredictable(plain) < (han.test(plain) ? 4 : 5) ? fail("too-simple", {}) : succeed(plain);
}

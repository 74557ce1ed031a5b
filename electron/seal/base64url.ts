export const toBase64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/**
 * Bytes of a base64url text (RFC 4648, no padding), or `null`. Node's decoder skips foreign characters and ignores the unused
 * bits of the last one, so several texts give the same bytes: only the one canonical text is accepted.
 */
export function fromBase64url(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : null;
}

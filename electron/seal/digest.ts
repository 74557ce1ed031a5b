import { createHash } from "node:crypto";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { ScoreForm } from "../../shared/scoring/sheet.ts";
import { canonicalBytes } from "../../shared/seal/canonical.ts";
import { dossierStatement, formStatement, schemeStatement } from "../../shared/seal/statements.ts";
import type { Dossier } from "../../shared/submission/dossier.ts";
import { answerWindow } from "../answer-window.ts";

/** SHA-256 as 64 lower-case hex digits. */
export const sha256Hex = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** Some ten milliseconds of hashing. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** As `sha256Hex`; the window is answered in between, which a pack of 200 MB would keep waiting for a second. */
export async function sha256InTurns(bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    if (at > 0) await answerWindow();
    hash.update(bytes.subarray(at, at + PIECE_BYTES));
  }
  return hash.digest("hex");
}

export const digestOf = (statement: unknown): string => sha256Hex(canonicalBytes(statement));

export const dossierDigest = (dossier: Omit<Dossier, "digest">): string =>
  digestOf(dossierStatement(dossier));

export const schemeDigest = (scheme: Scheme): string => digestOf(schemeStatement(scheme));

export const formDigest = (form: ScoreForm): string => digestOf(formStatement(form));

import { createHash } from "node:crypto";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { ScoreForm } from "../../shared/scoring/sheet.ts";
import { canonicalBytes } from "../../shared/seal/canonical.ts";
import { dossierStatement, formStatement, schemeStatement } from "../../shared/seal/statements.ts";
import type { Dossier } from "../../shared/submission/dossier.ts";

/** SHA-256 as 64 lower-case hex digits. */
export const sha256Hex = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

export const digestOf = (statement: unknown): string => sha256Hex(canonicalBytes(statement));

export const dossierDigest = (dossier: Omit<Dossier, "digest">): string =>
  digestOf(dossierStatement(dossier));

export const schemeDigest = (scheme: Scheme): string => digestOf(schemeStatement(scheme));

export const formDigest = (form: ScoreForm): string => digestOf(formStatement(form));

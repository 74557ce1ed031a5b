import { z } from "zod";
import { DecimalString, DirectionId, SubjectId } from "../scheme/scheme.ts";
import { FileKind, ReadMessage } from "./document.ts";
import { Evidence } from "./evidence.ts";
import {
  FileRefusal,
  FileStatus,
  Project,
  Provenance,
  ReadFact,
  ReadSection,
  StatedCount,
  StatedTotal,
} from "./fact.ts";

/** `read`: the reader was sure; `to-confirm`: a person must look; the rest are a person's acts. */
export const FactState = z.enum(["read", "to-confirm", "confirmed", "corrected", "rejected", "typed"]);
export type FactState = z.infer<typeof FactState>;

/** A fact of a submission: what was read, and what a person made of it. Both are kept. */
export const Fact = z.object({
  id: z.string(),
  /** As read; `null` for a value a person typed that no file gives. */
  read: ReadFact.nullable(),
  state: FactState,
  key: z.string(),
  /** The value in force: as read, or as corrected. */
  value: DecimalString,
  unit: z.string(),
  year: z.number().int().optional(),
  role: z.enum(["value", "target", "requirement"]),
  /** Who, when and why, for a value a person changed or typed. */
  correction: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type Fact = z.infer<typeof Fact>;

/** Identity fields the clerk confirms: same states as facts. */
export const identityFields = ["name", "city", "subject", "direction"] as const;
export const IdentityField = z.enum(identityFields);
export type IdentityField = z.infer<typeof IdentityField>;

export const IdentityValue = z.object({
  value: z.string(),
  state: FactState,
  readValue: z.string().nullable(),
  evidence: Evidence.nullable(),
  correction: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type IdentityValue = z.infer<typeof IdentityValue>;

export const DossierFile = z.object({
  sha256: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  kind: FileKind,
  status: FileStatus,
  error: FileRefusal.nullable(),
  messages: z.array(ReadMessage),
  provenance: z.array(Provenance),
});
export type DossierFile = z.infer<typeof DossierFile>;

/** A submission at one version: everything a check, a page of the desk or a pack needs except the blocks. */
export const Dossier = z.object({
  submission: z.string(),
  /** Short number within the round, from 1, in order of arrival. */
  number: z.number().int().positive(),
  version: z.number().int().positive(),
  /** SHA-256 of the canonical dossier statement (shared/seal/dossier-statement.ts). */
  digest: z.string(),
  identity: z.object({
    name: IdentityValue.nullable(),
    city: IdentityValue.nullable(),
    subject: IdentityValue.nullable(),
    direction: IdentityValue.nullable(),
  }),
  /** When it was received (ISO instant); `null`: no mail says so and nobody has entered it. */
  receivedAt: z.string().nullable(),
  /** Set where a person entered the time of receipt (paper, a USB stick): who, when, why, and what a mail said. */
  receipt: z
    .object({ by: z.string(), at: z.string(), reason: z.string(), readValue: z.string().nullable() })
    .optional(),
  sender: z.string().nullable(),
  files: z.array(DossierFile),
  facts: z.array(Fact),
  projects: z.array(Project),
  statedTotals: z.array(StatedTotal),
  statedCounts: z.array(StatedCount).optional(),
  outline: z.array(ReadSection),
  totalChars: z.number().int(),
});
export type Dossier = z.infer<typeof Dossier>;

export const subjectOf = (dossier: Dossier): SubjectId | null => {
  const parsed = SubjectId.safeParse(dossier.identity.subject?.value);
  return parsed.success ? parsed.data : null;
};

export const directionOf = (dossier: Dossier): DirectionId | null => {
  const parsed = DirectionId.safeParse(dossier.identity.direction?.value);
  return parsed.success ? parsed.data : null;
};

/**
 * Questions a clerk still has to answer before a check may rely on this dossier. `directionless`: the notice knows no directions, so none
 * is asked for.
 */
export function openQuestions(dossier: Dossier, directionless = false): number {
  const facts = dossier.facts.filter((fact) => fact.state === "to-confirm").length;
  const identity = identityFields.filter((field) => {
    const value = dossier.identity[field];
    if (field === "direction" && directionless) return false;
    return value === null || value.state === "to-confirm";
  }).length;
  return facts + identity;
}

import { carryOver } from "../../shared/submission/carry-over.ts";
import { combineExtractions } from "../../shared/submission/combine-extractions.ts";
import { type Dossier, type DossierFile, openQuestions } from "../../shared/submission/dossier.ts";
import type { Application } from "../../shared/submission/fact.ts";
import { arrivalsOf, findExtracted, type ReadingHead, type StoredArrival } from "../db/contents.ts";
import type { StoredRound } from "../db/rounds.ts";
import { saveDossier } from "../db/submissions.ts";
import { dossierDigest } from "../seal/digest.ts";
import { type Context, record } from "./context.ts";
import { schemeInForce } from "./rounds.ts";

export interface DossierPlan {
  readonly submission: string;
  readonly number: number;
  readonly version: number;
  readonly files: readonly string[];
  readonly applications: readonly Application[];
  /** The version before: what the clerk confirmed, corrected or typed there is kept where the same was read again. */
  readonly previous: Dossier | null;
  /** The submission a file was taken from: decisions about what stands in the file go with it. */
  readonly takenFrom?: Dossier | null;
}

/** A dossier from what its files say, ready to be stored. */
export function buildDossier(context: Context, round: StoredRound, plan: DossierPlan): Dossier {
  const sources = [...new Set(plan.files)].flatMap((sha256) => {
    const reading = findExtracted(context.db, round.id, sha256);
    return reading ? [{ reading, arrivals: arrivalsOf(context.db, round.id, sha256) }] : [];
  });
  const combined = combineExtractions({
    scheme: schemeInForce(round),
    files: sources.flatMap(({ reading, arrivals }) =>
      reading.extraction === null
        ? []
        : [
            {
              file: arrivals[0]?.path ?? reading.name,
              sha256: reading.sha256,
              extraction: reading.extraction,
            },
          ],
    ),
    applications: plan.applications,
    newId: context.ports.newId,
  });
  const arrivals = sources.flatMap((source) => source.arrivals);
  const fresh = {
    submission: plan.submission,
    number: plan.number,
    version: plan.version,
    ...combined,
    receivedAt: latestReceipt(sources),
    sender: arrivals.find((arrival) => arrival.sender !== null)?.sender ?? null,
    files: sources.map(({ reading, arrivals: own }) => fileOf(reading, own)),
  };
  return withDigest(carryOver(plan.previous, fresh, plan.takenFrom ?? null));
}

export const withDigest = (dossier: Omit<Dossier, "digest">): Dossier => ({
  ...dossier,
  digest: dossierDigest(dossier),
});

/** Stores a version just built; inside the caller's transaction, which records it. */
export const storeDossier = (context: Context, round: StoredRound, dossier: Dossier, reason: string): void =>
  saveDossier(context.db, round.id, dossier, { at: context.ports.now(), reason });

/** Stores a version just built, with its audit entry; inside the caller's transaction. */
export function storeVersion(context: Context, round: StoredRound, dossier: Dossier, reason: string): void {
  storeDossier(context, round, dossier, reason);
  record(context, dossier.version > 1 ? "submission.new-version" : "submission.create", round.id, {
    submission: dossier.submission,
    name: dossier.identity.name?.value ?? "",
    version: String(dossier.version),
    files: String(dossier.files.length),
    questions: String(openQuestions(dossier, round.scheme.directions.length === 0)),
    reason,
    digest: dossier.digest,
  });
}

const fileOf = (reading: ReadingHead, arrivals: readonly StoredArrival[]): DossierFile => ({
  sha256: reading.sha256,
  name: reading.name,
  bytes: reading.bytes,
  kind: reading.kind,
  status: reading.status,
  error: reading.error,
  messages: [...reading.messages],
  provenance: arrivals.map((arrival) => ({
    path: arrival.path,
    ...(arrival.sender === null ? {} : { sender: arrival.sender }),
    ...(arrival.subject === null ? {} : { subject: arrival.subject }),
    ...(arrival.receivedAt === null ? {} : { receivedAt: arrival.receivedAt }),
  })),
});

/** When the submission was whole: the last of its files, each counted from its first arrival. */
function latestReceipt(sources: readonly { arrivals: readonly StoredArrival[] }[]): string | null {
  const first = sources.flatMap(({ arrivals }) => {
    const times = arrivals.flatMap((arrival) => arrival.receivedAt ?? []).sort();
    return times.slice(0, 1);
  });
  return first.sort().at(-1) ?? null;
}

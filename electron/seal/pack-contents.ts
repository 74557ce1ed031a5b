import { z } from "zod";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import { RankingRule } from "../../shared/scoring/ranking.ts";
import type { ScoreForm } from "../../shared/scoring/sheet.ts";
import type { Document } from "../../shared/submission/document.ts";
import type { Dossier } from "../../shared/submission/dossier.ts";
import type { PackNotice, PackPlan } from "./pack-plans.ts";

export const packExtension = ".psp";

/** What an expert's laptop gets: the round as frozen, and everything there is to read about the assigned submissions. */
export interface PackContents {
  readonly round: { readonly id: string; readonly name: string };
  readonly scheme: Scheme;
  readonly form: ScoreForm;
  readonly rule: RankingRule;
  /** `key`: id of the expert's enrolled key. */
  readonly expert: {
    readonly id: string;
    readonly name: string;
    readonly key: string;
    /** Units that suggest 回避; left out: none. */
    readonly units?: readonly string[];
  };
  /** Submission → other names its papers give the applicant. */
  readonly aliases?: ReadonlyMap<string, readonly string[]>;
  /** ISO instant. */
  readonly madeAt: string;
  /** Exactly the assigned submissions, each at the version to be judged. */
  readonly dossiers: readonly Dossier[];
  /** Blocks of a file that was read, by the file's SHA-256. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Original files by SHA-256. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Text of the notice, where the scheme is the clerk's own: every laptop has those of the program already. */
  readonly notice?: PackNotice | undefined;
  /** Plans of the clerk's own, newest version; left out: none. */
  readonly plans?: readonly PackPlan[] | undefined;
}

/** `round.json`: for people who unzip a pack; a reader checks that it says what the manifest says. */
export const RoundEntry = z.strictObject({ id: z.string(), name: z.string(), rule: RankingRule });

export const manifestEntry = "manifest.jws";
export const clerkEntry = "clerk.pub.json";
export const roundEntry = "round.json";
export const schemeEntry = "scheme.json";
export const formEntry = "form.json";
export const noticeEntry = "notice.json";
export const plansEntry = "plans.json";
export const dossierEntry = (submission: string): string => `dossiers/${submission}.json`;
export const documentEntry = (sha256: string): string => `documents/${sha256}.json`;
export const fileEntry = (sha256: string): string => `files/${sha256}`;

/** Every name an entry may have. No name from a submission is ever used, so none can lead outside or leak. */
export const entryNames =
  /^(manifest\.jws|clerk\.pub\.json|round\.json|scheme\.json|form\.json|notice\.json|plans\.json|dossiers\/[A-Za-z0-9_-]{1,64}\.json|documents\/[0-9a-f]{64}\.json|files\/[0-9a-f]{64})$/;

import type { Handlers } from "../../shared/contract/index.ts";
import { succeed } from "../../shared/contract/result.ts";
import { diffDossiers } from "../../shared/submission/diff-dossiers.ts";
import { openQuestions } from "../../shared/submission/dossier.ts";
import { findSubmission, isDirectionless } from "../db/submissions.ts";
import { findVersion, listVersions } from "../db/versions.ts";
import { type Context, notFound } from "./context.ts";

type VersionHandlers = Pick<Handlers, "submission/get-versions" | "submission/diff">;

/** The versions of a submission, and what differs between two of them. */
export function createVersionHandlers(context: Context): VersionHandlers {
  const { db } = context;
  return {
    "submission/get-versions": ({ submission }) => {
      const found = findSubmission(db, submission);
      const directionless = found !== null && isDirectionless(db, found.round);
      return found
        ? succeed(
            listVersions(db, submission).map(({ dossier, createdAt, reason, sheets }) => ({
              version: dossier.version,
              createdAt,
              reason,
              digest: dossier.digest,
              files: dossier.files.length,
              questions: openQuestions(dossier, directionless),
              sheets,
            })),
          )
        : notFound("submission");
    },
    "submission/diff": ({ submission, before, after }) => {
      const old = findVersion(db, submission, before);
      const now = findVersion(db, submission, after);
      return old && now ? succeed(diffDossiers(old, now)) : notFound("version");
    },
  };
}

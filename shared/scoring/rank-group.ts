import { z } from "zod";
import { directionIds, type Scheme, subjectIds } from "../scheme/scheme.ts";

/** What is ranked together: the applicants of a direction, of a subject type, or all of them. */
const rankGroupIds = [...directionIds, ...subjectIds, "all"] as const;
export const RankGroup = z.enum(rankGroupIds);
export type RankGroup = z.infer<typeof RankGroup>;

/**
 * The groups of a scheme, in its order. By direction where the notice knows directions. A notice without them (Shijiazhuang 2018) ranks
 * all together, or each subject type by itself where its quotas are per type.
 */
export function rankGroupsOf(scheme: Pick<Scheme, "directions" | "subjects" | "quotas">): RankGroup[] {
  if (scheme.directions.length > 0) return scheme.directions.map((direction) => direction.id);
  const perType = scheme.quotas.some((quota) => quota.subject !== null);
  return perType ? [...new Set(scheme.subjects.map((subject) => subject.id))] : ["all"];
}

/** The group an applicant is ranked in; `null`: what decides about it is not known of the applicant. */
export function rankGroupOf(
  groups: readonly RankGroup[],
  applicant: Pick<{ direction: string | null; subject: string | null }, "direction" | "subject">,
): RankGroup | null {
  return (
    groups.find((group) => group === "all" || group === applicant.direction || group === applicant.subject) ??
    null
  );
}

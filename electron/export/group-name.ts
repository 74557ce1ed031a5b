import { directionIds, type Scheme } from "../../shared/scheme/scheme.ts";
import type { RankGroup } from "../../shared/scoring/rank-group.ts";
import { say } from "../../shared/text/catalogue/index.ts";

/** The notice's own names of directions and types; what is missing is named as the program names it. */
export type GroupNames = Readonly<Partial<Record<RankGroup, string>>>;

/** Several subjects may be one type of the notice (高校及科研院所): they then have one name. */
export const groupNamesOf = (scheme: Scheme): GroupNames => ({
  ...Object.fromEntries(scheme.subjects.map(({ id, name, type }) => [id, type ?? name])),
  ...Object.fromEntries(scheme.directions.map(({ id, name }) => [id, name])),
});

/** A group as a heading names it: 创业就业方向, 高校及科研院所, 全部申报单位. */
export function groupName(names: GroupNames, group: RankGroup): string {
  const own = names[group];
  if (own === undefined) return say("zh", `rankGroup.${group}`);
  const isDirection = directionIds.some((id) => id === group);
  return isDirection ? say("zh", "export.directionName", { name: own }) : own;
}

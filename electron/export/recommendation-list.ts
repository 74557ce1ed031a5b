import type { SubjectId } from "../../shared/scheme/scheme.ts";
import type { Ranking } from "../../shared/scoring/ranking.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { headingNumber } from "./gb9704.ts";
import { type GroupNames, groupName } from "./group-name.ts";
import { type Line, type PageMargin, writeOfficialDocument } from "./official-document.ts";
import { type ListEntry, type ListGroup, type ListOrder, recommendedGroups } from "./recommended-groups.ts";

/** `annex`: one name per line, no number; `numbered`: 共N个 with 1、; `inline`: by subject type, in one line with 、. */
export type ListLayout = "annex" | "numbered" | "inline";

export interface RecommendationList {
  /** Without the count, e.g. `2021年湖南省大众创业万众创新示范基地推荐名单`. */
  readonly title: string;
  readonly ranking: Ranking;
  /** In administrative order. */
  readonly cities: readonly string[];
  /** The scheme's own name of each direction. */
  readonly directionNames: GroupNames;
  readonly order: ListOrder;
  readonly layout: ListLayout;
  /** ISO instant written into the file. */
  readonly at: string;
  readonly margin?: PageMargin;
}

/** 推荐名单 as .docx, after the annex of 国办发〔2020〕51号 and GB/T 9704-2012. Applicants that are not recommended never appear. */
export function writeRecommendationList(list: RecommendationList): Promise<Buffer> {
  const count = groupsOf(list).reduce((sum, group) => sum + group.entries.length, 0);
  const heading = words(list.layout === "annex" ? "count" : "total", count);
  const lines: Line[] = [
    { style: "annex", text: say("zh", "export.annex") },
    { style: "blank", text: "" },
    ...titleLines(`${list.title}${heading}`).map((text): Line => ({ style: "title", text })),
    { style: "blank", text: "" },
    ...listLines(list),
  ];
  return writeOfficialDocument(lines, {
    title: list.title,
    at: list.at,
    ...(list.margin ? { margin: list.margin } : {}),
  });
}

const groupsOf = (list: RecommendationList): ListGroup[] =>
  recommendedGroups(list.ranking, list.cities, list.order, list.directionNames);

/** The names under their headings, without the title. */
export const listLines = (list: RecommendationList): Line[] =>
  list.layout === "inline" ? bySubject(groupsOf(list)) : byDirection(groupsOf(list), list);

/** Characters of 22 pt on a line of 156 mm. */
const titleWidth = 20;

/** GB/T 9704 7.3.1: a title that needs two lines is broken between words, never inside one. */
export function titleLines(title: string): string[] {
  const half = [...title].length - [...title.matchAll(/[\x20-\x7e]/g)].length / 2;
  if (half <= titleWidth) return [title];
  const at = title.search(/示范基地|推荐名单/);
  return at <= 0 ? [title] : [title.slice(0, at), title.slice(at)];
}

const words = (kind: "count" | "total", count: number): string =>
  say("zh", kind === "count" ? "export.count" : "export.totalCount", { count: String(count) });

function byDirection(groups: readonly ListGroup[], list: RecommendationList): Line[] {
  return groups.flatMap(({ direction, entries }, i): Line[] => {
    const name = groupName(list.directionNames, direction);
    const count = words(list.layout === "annex" ? "count" : "total", entries.length);
    const heading = say("zh", "export.directionHeading", { number: headingNumber(i + 1), name, count });
    return [
      // All in one order: the title has said how many there are.
      ...(direction === "all" ? [] : [{ style: "level-one", text: heading } satisfies Line]),
      ...entries.map(
        (entry, at): Line => ({
          style: "text",
          text: list.layout === "numbered" ? `${at + 1}、${entry.name}` : entry.name,
        }),
      ),
    ];
  });
}

const subjectOrder: readonly SubjectId[] = ["region", "university", "institute", "enterprise"];

function bySubject(groups: readonly ListGroup[]): Line[] {
  const entries: readonly ListEntry[] = groups.flatMap((group) => group.entries);
  const kinds = [...subjectOrder, null].map((subject) => ({
    name: subject === null ? say("zh", "export.otherSubject") : say("zh", `subject.${subject}`),
    names: entries.filter((entry) => entry.subject === subject).map((entry) => entry.name),
  }));
  return kinds
    .filter(({ names }) => names.length > 0)
    .flatMap(({ name, names }, i): Line[] => [
      {
        style: "level-one",
        text: say("zh", "export.subjectHeading", {
          number: headingNumber(i + 1),
          name,
          count: words("total", names.length),
        }),
      },
      { style: "text", text: `${names.join("、")}。` },
    ]);
}

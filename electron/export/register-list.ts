import type { Base } from "../../shared/register/base.ts";
import type { DirectionId } from "../../shared/scheme/scheme.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { headingNumber } from "./gb9704.ts";
import { type Line, type PageMargin, writeOfficialDocument } from "./official-document.ts";
import { titleLines } from "./recommendation-list.ts";

export interface RegisterList {
  /** Without the count, e.g. `第三批双创示范基地名单`. */
  readonly title: string;
  /** In the printed order of the list. */
  readonly bases: readonly Base[];
  /** Directions in the order of the document, with its own names; empty: one list without headings. */
  readonly directions: readonly { readonly id: DirectionId; readonly name: string }[];
  /** ISO instant written into the file. */
  readonly at: string;
  readonly margin?: PageMargin;
}

const counted = (count: number): string => say("zh", "export.count", { count: String(count) });

/** The lines of a published list: 附件, title with the count, each direction with its count, one full name per line. */
function registerLines(list: Omit<RegisterList, "at" | "margin">): Line[] {
  const named = list.bases.filter((base) => base.status !== "removed");
  const names = (bases: readonly Base[]): Line[] => bases.map(({ name }) => ({ style: "text", text: name }));
  const directed = list.directions.flatMap(({ id, name }) => {
    const bases = named.filter((base) => base.direction === id);
    return bases.length === 0 ? [] : [{ name: say("zh", "export.directionName", { name }), bases }];
  });
  const rest = named.filter((base) => !list.directions.some(({ id }) => id === base.direction));
  // Without a heading of their own they would look like the last direction's.
  const undirected = say("zh", "export.otherDirection");
  const groups =
    directed.length > 0 && rest.length > 0 ? [...directed, { name: undirected, bases: rest }] : directed;
  return [
    { style: "annex", text: say("zh", "export.annex") },
    { style: "blank", text: "" },
    ...titleLines(`${list.title}${counted(named.length)}`).map((text): Line => ({ style: "title", text })),
    { style: "blank", text: "" },
    ...groups.flatMap(({ name, bases }, index): Line[] => [
      {
        style: "level-one",
        text: say("zh", "export.directionHeading", {
          number: headingNumber(index + 1),
          name,
          count: counted(bases.length),
        }),
      },
      ...names(bases),
    ]),
    ...(groups.length === 0 ? names(rest) : []),
  ];
}

/** 名单 as .docx, after the annex of 国办发〔2020〕51号 and GB/T 9704-2012. A base that lost the title is left out. */
export const writeRegisterList = (list: RegisterList): Promise<Buffer> =>
  writeOfficialDocument(registerLines(list), {
    title: list.title,
    at: list.at,
    ...(list.margin ? { margin: list.margin } : {}),
  });

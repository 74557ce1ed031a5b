import type { Measure, Point, SubjectId } from "../../../../shared/scheme/scheme.ts";
import { freshId, noSource } from "./draft-scheme.ts";

export const pointKinds = ["has", "whether", "effect", "numeric"] as const;
export type PointKind = (typeof pointKinds)[number];

export const measureKinds = ["count", "share", "change", "compare"] as const;

const input = (id: string) => ({ id, name: "", unit: "" });

/** A way to compute without any number: the line is unset until somebody enters the notice's. */
export function newMeasure(kind: Measure["kind"]): Measure {
  const line = { op: ">=" as const, value: null };
  switch (kind) {
    case "count":
      return { kind, ...line, count: input("count") };
    case "share":
      return { kind, ...line, part: input("part"), whole: input("whole") };
    case "change":
      return { kind, ...line, before: input("before"), after: input("after") };
    case "compare":
      return {
        kind,
        op: ">",
        own: input("own"),
        references: [{ ...input("reference-1"), source: noSource }],
      };
  }
}

/** A point is a number exactly when it has a way to compute it. */
export const withKind = (point: Point, kind: PointKind): Point => ({
  ...point,
  kind,
  measure: kind === "numeric" ? (point.measure ?? newMeasure("count")) : null,
});

const firstWords: readonly (readonly [RegExp, PointKind])[] = [
  [/^有无/, "has"],
  [/是否.*(\d|高于|低于|超过|达到)/, "numeric"],
  [/是否/, "whether"],
  [/(效果|成效|情况)/, "effect"],
  [/有无/, "has"],
];

/** What kind of question a sentence asks, by the notice's own words; a person looks at it afterwards. */
export const kindOf = (text: string): PointKind =>
  firstWords.find(([pattern]) => pattern.test(text))?.[1] ?? "whether";

const heading = /^[（(]?[一二三四五六七八九十]+[）)、.．]\s*/;
const ordinal = /^[（(]?\d+[）)、.．]\s*/;

/**
 * Lines of a 评价标准要点 → points of one type. A line that begins with （一） or 一、 is the group of those below it, as long as it asks
 * nothing itself. Sentences inside a line are points of their own.
 */
export function pointsFromText(
  typed: string,
  subject: SubjectId,
  place: string,
  taken: readonly string[],
): Point[] {
  const ids = [...taken];
  let group = "";
  return typed.split("\n").flatMap((raw): Point[] => {
    const line = raw.trim();
    if (line === "") return [];
    const bare = line.replace(heading, "").replace(ordinal, "").trim();
    if (heading.test(line) && !/有无|是否/.test(bare)) {
      group = bare.replace(/[。；;：:]$/, "");
      return [];
    }
    return bare
      .split(/[；;。]/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== "")
      .map((text) => {
        const id = freshId(`${subject}-own`, ids);
        ids.push(id);
        const point: Point = {
          id,
          subject,
          group,
          text,
          kind: "whether",
          measure: null,
          notes: [],
          source: { place, quote: text },
        };
        return withKind(point, kindOf(text));
      });
  });
}

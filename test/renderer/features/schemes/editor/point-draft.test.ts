import { describe, expect, it } from "vitest";
import {
  kindOf,
  newMeasure,
  pointsFromText,
  withKind,
} from "../../../../../renderer/features/schemes/editor/point-draft.ts";
import { schemeProblems } from "../../../../../shared/scheme/scheme-problems.ts";
import { schemeOf } from "../../../../support/dossier.ts";

const pasted = `（一）优化管理服务。
有无搭建政企共建公共服务平台；有无推出“放管服”改革的政策举措
1.是否建设了信息资源共享平台。

（二）提升支撑能力
本区域研发投入强度是否高于全省平均水平
对政策措施实施的效果进行评估`;

describe("evaluation points pasted from a notice", () => {
  const points = pointsFromText(pasted, "region", "附件一", ["region-own-1"]);

  it("become one point a sentence, under the part they stand in, each with its words as its source", () => {
    expect(points.map(({ id, group, text, kind }) => [id, group, text, kind])).toEqual([
      ["region-own-2", "优化管理服务", "有无搭建政企共建公共服务平台", "has"],
      ["region-own-3", "优化管理服务", "有无推出“放管服”改革的政策举措", "has"],
      ["region-own-4", "优化管理服务", "是否建设了信息资源共享平台", "whether"],
      ["region-own-5", "提升支撑能力", "本区域研发投入强度是否高于全省平均水平", "numeric"],
      ["region-own-6", "提升支撑能力", "对政策措施实施的效果进行评估", "effect"],
    ]);
    expect(points.every(({ source, text }) => source.place === "附件一" && source.quote === text)).toBe(true);
  });

  it("a number is asked to be named before it can be saved, and is never given a line by the program", () => {
    const draft = { ...schemeOf("shijiazhuang-2018"), points };
    expect(schemeProblems(draft).map(({ field, code }) => [field, code])).toEqual([
      ["points[3].measure.count.name", "empty"],
      ["points[3].measure.count.unit", "empty"],
    ]);
    expect(points[3]?.measure).toMatchObject({ value: null });
  });

  it("the kinds of the five systems' own points are mostly guessed as they were written by hand", () => {
    const own = schemeOf("shijiazhuang-2018").points;
    const same = own.filter(({ text, kind }) => kindOf(text) === kind);
    expect(same.length / own.length).toBeGreaterThan(0.9);
  });
});

it("a point that becomes a number gets a way to compute it, and loses it when it is none again", () => {
  const [point] = pointsFromText("是否做了", "region", "p", []);
  if (!point) throw new Error("no point");
  const number = withKind(point, "numeric");
  expect(number.measure).toEqual(newMeasure("count"));
  expect(withKind(number, "has").measure).toBeNull();
});

import { describe, expect, test } from "vitest";
import { writeRegisterList } from "../../../electron/export/register-list.ts";
import { foldBases } from "../../../shared/register/fold-bases.ts";
import { proposeBases } from "../../../shared/register/propose-bases.ts";
import { noticeOf, registry, schemeOf } from "../../support/dossier.ts";
import { blocksOf, inspectOne } from "../../support/inspect-bytes.ts";
import { at } from "./support.ts";

const scheme = schemeOf("national-2020");
const bases = foldBases(registry(), []);
const title = scheme.register?.title ?? "";
const make = (list: typeof bases) =>
  writeRegisterList({ title, bases: list, directions: scheme.directions, at });

/** The annex as it is printed: title, headings with counts, one name per line. */
const annex = noticeOf("national-2020")
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "");
const printed = annex.slice(annex.lastIndexOf("第三批双创示范基地名单（92个）"));

describe("the register of 国办发〔2020〕51号 as a document", () => {
  test("reproduces the 92 lines of the annex in order, with its headings and counts", async () => {
    const file = await inspectOne("名单.docx", await make(bases));
    const lines = blocksOf(file)
      .flatMap((block) => (block.kind === "heading" || block.kind === "paragraph" ? [block.text.trim()] : []))
      .filter((line) => line !== "");
    expect(printed).toHaveLength(1 + 4 + 92);
    expect(lines).toEqual(["附件", ...printed]);
  });

  test("read again it gives the same bases, each asked about because it is listed already", async () => {
    const file = await inspectOne("名单.docx", await make(bases));
    const document = file.document ?? { blocks: [] };
    const { rows, mismatches } = proposeBases({ file: file.file, sha256: file.sha256, document }, bases, []);
    expect(rows.map(({ name, direction }) => [name, direction])).toEqual(
      bases.map(({ name, direction }) => [name, direction]),
    );
    expect(mismatches).toEqual([]);
    expect(rows.every((row) => row.questions[0]?.code === "listed-already")).toBe(true);
    const fresh = proposeBases({ file: file.file, sha256: file.sha256, document }, [], []);
    expect(fresh.rows.flatMap((row) => row.questions)).toEqual([]);
  });

  test("a base that lost the title is left out and the counts follow", async () => {
    const left = bases.map((base, index) => (index === 0 ? { ...base, status: "removed" as const } : base));
    const lines = blocksOf(await inspectOne("名单.docx", await make(left))).flatMap((block) =>
      block.kind === "paragraph" || block.kind === "heading" ? [block.text] : [],
    );
    expect(lines).toContain("第三批双创示范基地名单（91个）");
    expect(lines).toContain("一、创业就业方向（24个）");
    expect(lines).not.toContain(bases[0]?.name);
  });

  test("a heading with another count than its lines is said", () => {
    const block = (id: string, text: string) => ({ kind: "paragraph" as const, id, text });
    const document = {
      blocks: [block("b1", "一、精益创业方向（3个）"), block("b2", "甲市乙区"), block("b3", "1、丙市高新区")],
    };
    const { rows, mismatches } = proposeBases({ file: "a.docx", sha256: "a".repeat(64), document }, [], []);
    expect(rows.map((row) => [row.name, row.direction])).toEqual([
      ["甲市乙区", "lean"],
      ["丙市高新区", "lean"],
    ]);
    expect(mismatches).toEqual([{ heading: "一、精益创业方向（3个）", stated: 3, found: 2 }]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noticeDocument } from "../../shared/scheme/notice-document.ts";
import { allSchemes, noticeOf } from "../support/dossier.ts";

const resources = join(import.meta.dirname, "../../resources");
const ids = allSchemes().map((scheme) => scheme.id);
const textOf = (id: string): string => readFileSync(join(resources, `schemes/notices/${id}.txt`), "utf8");

describe("the documents a reader can open", () => {
  test.each(ids)("%s is there, as the tests know it, and names no person to call", (id) => {
    expect(textOf(id)).toBe(noticeOf(id));
    expect(textOf(id)).not.toMatch(/0\d{2,3}-\d{7,8}|1[3-9]\d{9}/);
  });

  test("headings of the plan keep their level, and ids their place", () => {
    const { blocks } = noticeDocument(textOf("guangxi-plan-2021"));
    const headings = blocks.flatMap((block) =>
      block.kind === "heading" ? [`${block.level} ${block.text}`] : [],
    );
    expect(headings).toContain("1 二、重点任务");
    expect(headings).toContain("2 (一) 科技创新能力提升行动。");
    expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
    expect(JSON.stringify(blocks)).not.toContain("**");
  });
});

describe("help on each document", () => {
  const pages = readdirSync(join(resources, "help"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(join(resources, "help", name), "utf8"));

  test.each(ids)("%s has one page that names it", (id) => {
    expect(pages.filter((page) => page.includes(`方案编号 \`${id}\``))).toHaveLength(1);
  });
});

import { describe, expect, test } from "vitest";
import { type Line, writeOfficialDocument } from "../../../electron/export/official-document.ts";
import { at, unzip } from "./support.ts";

const line = (style: Line["style"], text: string): Line => ({ style, text });

const xmlOf = async (file: Buffer): Promise<string> =>
  (await unzip(file)).get("word/document.xml")?.toString("utf8") ?? "";

async function paragraphs(lines: readonly Line[]): Promise<{ text: string; kept: boolean }[]> {
  const xml = await xmlOf(await writeOfficialDocument(lines, { title: "示例", at }));
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => ({
    text: one.replace(/<[^>]+>/g, ""),
    kept: one.includes("<w:keepNext/>"),
  }));
}

describe("a page of an official document", () => {
  test("never ends with a heading", async () => {
    const lines = [
      line("title", "名单"),
      line("level-one", "一、创业就业方向（1个）"),
      line("text", "甲区"),
      line("level-one", "二、融通创新方向（1个）"),
      line("level-two", "（一）区域"),
      line("text", "乙区"),
    ];
    expect((await paragraphs(lines)).filter(({ kept }) => kept).map(({ text }) => text)).toEqual([
      "名单",
      "一、创业就业方向（1个）",
      "二、融通创新方向（1个）",
      "（一）区域",
    ]);
  });

  test("never holds a signature without text above it", async () => {
    const lines = [
      line("title", "通知"),
      line("text", "1. 甲"),
      line("text", "请于期限前报送。"),
      line("text", "特此通知。"),
      line("blank", ""),
      line("signature", "示例委"),
      line("signature", "2021年12月10日"),
    ];
    expect(await paragraphs(lines)).toEqual([
      { text: "通知", kept: true },
      { text: "1. 甲", kept: false },
      { text: "请于期限前报送。", kept: true },
      { text: "特此通知。", kept: true },
      { text: "", kept: true },
      { text: "示例委", kept: true },
      { text: "2021年12月10日", kept: false },
    ]);
  });

  test("keeps off the grid of the page, whatever else a paragraph asks for", async () => {
    const file = await writeOfficialDocument([line("title", "名单"), line("text", "甲")], {
      title: "名单",
      at,
    });
    const xml = await xmlOf(file);
    expect(xml.match(/<w:snapToGrid w:val="0"\/>/g)).toHaveLength(2);
  });
});

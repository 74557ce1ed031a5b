import { describe, expect, it } from "vitest";
import { prepareFile, receiveFile } from "../../../electron/intake/prepare-file.ts";
import { inspectOne } from "../../support/inspect-bytes.ts";
import { docxWith, paragraph } from "../../support/office-fixture.ts";

const read = () =>
  inspectOne("实施方案.docx", docxWith(paragraph("申报单位：示例大学") + paragraph("共56家。")));

describe("a file on its way out of a reading thread", () => {
  it("arrives as it was read, with what is stored made already", async () => {
    const file = await read();
    const received = receiveFile(structuredClone(prepareFile(file)));
    const { prepared, ...rest } = received;
    expect(rest).toEqual({ ...file, content: received.content });
    expect(prepared).toEqual({
      kind: file.extraction?.kind,
      document: JSON.stringify(file.document),
      extraction: JSON.stringify(file.extraction),
      searchRows: [
        { block: "b1", text: "申报单位：示例大学", grams: "申报 报单 单位 位 示例 例大 大学 学" },
        { block: "b2", text: "共56家。", grams: "共5 56 6家 家" },
      ],
    });
  });

  it("sends no objects beside their texts, and makes them when they are asked for", async () => {
    const sent = prepareFile(await read());
    expect(Object.keys(sent)).not.toContain("document");
    expect(Object.keys(sent)).not.toContain("extraction");
    const received = receiveFile(sent);
    expect(Object.getOwnPropertyDescriptor(received, "document")?.get).toBeTypeOf("function");
    expect(received.document).toBe(received.document);
  });

  it("is itself when nothing was read of it", async () => {
    const refused = await inspectOne("空.docx", new Uint8Array());
    expect(receiveFile(prepareFile(refused))).toEqual(refused);
  });
});

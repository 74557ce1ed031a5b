import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectPaths } from "../../../electron/intake/collect.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "collect-"));
  await mkdir(join(folder, "收件/长沙/深"), { recursive: true });
  await writeFile(join(folder, "收件/长沙/方案.docx"), "1234");
  await writeFile(join(folder, "收件/长沙/深/表.xlsx"), "");
  await writeFile(join(folder, "收件/a.eml"), "x");
  await symlink("/etc/passwd", join(folder, "收件/passwd"));
  await symlink("..", join(folder, "收件/loop"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("collectPaths", () => {
  it("lists files of folders and loose files by relative path, and does not follow links", async () => {
    const { files, messages } = await collectPaths([
      join(folder, "收件"),
      join(folder, "收件/a.eml"),
      join(folder, "没有"),
    ]);
    expect(files.map((file) => [file.path, file.bytes])).toEqual([
      ["收件/a.eml", 1],
      ["收件/长沙/方案.docx", 4],
      ["收件/长沙/深/表.xlsx", 0],
      ["a.eml", 1],
    ]);
    expect(files[1]?.absolute).toBe(join(folder, "收件/长沙/方案.docx"));
    expect(files[0]?.mtime).toBeGreaterThan(1e12);
    expect(messages.map(({ code, place }) => [code, place])).toEqual([
      ["symlink-skipped", "收件/loop"],
      ["symlink-skipped", "收件/passwd"],
      ["path-unreadable", "没有"],
    ]);
  });

  it("stops at its limits and says so", async () => {
    const few = await collectPaths([join(folder, "收件/长沙")], { files: 1, depth: 9 });
    expect([few.files.length, few.messages.map((message) => message.code)]).toEqual([1, ["too-many-files"]]);
    const shallow = await collectPaths([join(folder, "收件/长沙")], { files: 9, depth: 1 });
    expect(shallow.messages).toMatchObject([{ code: "folder-too-deep", place: "长沙/深" }]);
  });
});

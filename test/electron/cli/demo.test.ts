import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sha256Of } from "../../../electron/services/files.ts";
import { cli } from "../../support/cli.ts";
import { freshFolder, removeFolder } from "../../support/program.ts";

const folder = freshFolder();
afterAll(() => removeFolder(folder));

test("the demo goes the whole way, says what happened at each stage, and leaves files that verify", async () => {
  const out = join(folder, "demo");
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "我的笔记.txt"), "不要动");
  const { code, json, err } = await cli(["demo", "--out", out, "--json"]);
  expect([code, err]).toEqual([0, ""]);
  expect(json.stages.map(({ id }: { id: string }) => id)).toEqual([
    "intake",
    "confirm",
    "check",
    "panel",
    "open",
    "pack",
    "review",
    "merge",
    "rank",
    "export",
  ]);
  for (const stage of json.stages) {
    expect(stage.lines.length).toBeGreaterThan(0);
    for (const { path, sha256 } of stage.files) expect(sha256Of(readFileSync(path))).toBe(sha256);
  }
  const [good] = readdirSync(join(out, "results")).filter((name) => name.endsWith(".psr"));
  const valid = await cli(["verify", join(out, "results", good ?? ""), "--json"]);
  expect([valid.code, valid.json.verdict]).toEqual([0, "valid"]);
  const panels = readdirSync(join(out, "lists")).filter((name) => name.endsWith(".psc"));
  const panel = join(out, "lists", panels[0] ?? "");
  const beside = await cli(["verify", panel, "--json"]);
  expect([beside.code, beside.json.verdict, beside.json.sort]).toEqual([0, "valid", "panel"]);
  const [bad] = readdirSync(join(out, "results")).filter((name) => name.endsWith(".altered"));
  const altered = await cli(["verify", join(out, "results", bad ?? ""), "--json"]);
  expect([altered.code, altered.json.verdict]).toEqual([1, "altered"]);
  const doctor = await cli(["doctor", "--db", join(out, "clerk", "pingshen.db"), "--json"]);
  expect([doctor.code, doctor.json.healthy]).toEqual([0, true]);
  expect(existsSync(join(out, "我的笔记.txt"))).toBe(true);
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { loadRegistry, loadScheme, loadSchemes } from "../../../electron/services/resources.ts";
import { noticeOf, schemeOf } from "../../support/dossier.ts";

const resources = path.join(import.meta.dirname, "../../../resources");
const folders: string[] = [];

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "resources-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const guangxi = () => structuredClone(schemeOf("guangxi-2020"));
const withScheme = (scheme: unknown, name = "guangxi-2020.json") =>
  path.join(folderWith({ [name]: JSON.stringify(scheme) }), name);

describe("schemes in the package", () => {
  test("both load, by id", () => {
    const schemes = loadSchemes(path.join(resources, "schemes"));
    expect(schemes.ok && schemes.value.map((scheme) => scheme.id)).toEqual(
      expect.arrayContaining(["guangxi-2020", "hunan-2021"]),
    );
  });
});

describe("a wrong scheme file", () => {
  test("names the field of a wrong type", () => {
    const scheme = { ...guangxi(), deadline: { ...guangxi().deadline, date: "2020年9月25日" } };
    const file = withScheme(scheme);
    expect(loadScheme(file)).toMatchObject({
      ok: false,
      code: "scheme-invalid",
      params: { file, field: "deadline.date" },
    });
  });

  test("names a field nobody knows, instead of ignoring it", () => {
    const result = loadScheme(withScheme({ ...guangxi(), deadlines: [] }));
    expect(result).toMatchObject({ ok: false, code: "scheme-invalid" });
    expect(JSON.stringify(result)).toContain("deadlines");
  });

  test("is refused for a threshold on a pair that is not allowed", () => {
    const scheme = guangxi();
    const jobs = scheme.indicators[0];
    if (jobs?.thresholds.region) jobs.thresholds.enterprise = jobs.thresholds.region;
    expect(loadScheme(withScheme(scheme))).toMatchObject({
      ok: false,
      params: { field: "indicators[0].thresholds.enterprise" },
    });
  });

  test("is refused for a repeated id and for a quota of an unknown city", () => {
    const repeated = guangxi();
    if (repeated.outline[1]) repeated.outline[1].id = "basis";
    expect(loadScheme(withScheme(repeated))).toMatchObject({ ok: false, params: { field: "outline[1].id" } });
    const stray = guangxi();
    if (stray.quotas[0]) stray.quotas[0].cities = ["长沙市"];
    expect(loadScheme(withScheme(stray))).toMatchObject({ ok: false, params: { field: "quotas[0].cities" } });
  });

  test("is refused when its name is not its id, when it is no JSON, and when it is not there", () => {
    expect(loadScheme(withScheme(guangxi(), "other.json"))).toMatchObject({
      ok: false,
      code: "scheme-misnamed",
    });
    const folder = folderWith({ "broken.json": "{" });
    expect(loadSchemes(folder)).toMatchObject({
      ok: false,
      code: "resource-not-json",
      params: { file: path.join(folder, "broken.json") },
    });
    expect(loadSchemes(path.join(folder, "nowhere"))).toMatchObject({
      ok: false,
      code: "resource-unreadable",
    });
  });

  test("may begin with a byte order mark", () => {
    const folder = folderWith({ "guangxi-2020.json": `\ufeff${JSON.stringify(guangxi())}` });
    expect(loadSchemes(folder).ok).toBe(true);
  });
});

describe("the register of the third batch", () => {
  const registry = loadRegistry(path.join(resources, "registry"));
  const bases = registry.ok ? registry.value : [];

  test("holds the 92 names of the annex in its order, under its headings", () => {
    const annex = noticeOf("national-2020")
      .split("\n")
      .map((line) => line.trim());
    const lines = annex.slice(annex.indexOf("一、创业就业方向（25个）")).filter((line) => line !== "");
    const names = lines.filter((line) => !/^[一二三四]、.*方向（\d+个）$/.test(line));
    expect(bases.map((base) => base.name)).toEqual(names);
    expect(bases).toHaveLength(92);
    for (const base of bases) {
      const heading = base.source.replace("国办发〔2020〕51号附件 ", "");
      const at = lines.indexOf(heading);
      const next = lines.findIndex((line, index) => index > at && /^[一二三四]、/.test(line));
      expect(lines.slice(at, next < 0 ? undefined : next)).toContain(base.name);
    }
  });

  test("has 25, 27, 32 and 8 bases in the four directions", () => {
    const counts = Map.groupBy(bases, (base) => base.direction);
    expect([...counts].map(([direction, list]) => [direction, list.length])).toEqual([
      ["employment", 25],
      ["integration", 27],
      ["lean", 32],
      ["global", 8],
    ]);
    expect(new Set(bases.map((base) => [base.batch, base.level, base.register].join()))).toEqual(
      new Set(["第三批,national,national-2020"]),
    );
  });

  test("is refused with the field when a direction is wrong", () => {
    const folder = folderWith({
      "r.json": JSON.stringify({
        id: "r",
        title: "t",
        issuer: "i",
        documentNo: "",
        date: "2020-12-09",
        bases: [{ name: "n", direction: "创业就业", batch: "b", level: "national", source: "s" }],
      }),
    });
    expect(loadRegistry(folder)).toMatchObject({
      ok: false,
      code: "registry-invalid",
      params: { field: "bases[0].direction" },
    });
  });
});

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { blocksOf, inspectOne } from "../../support/inspect-bytes.ts";
import { ask, codeOf, freshProgram, importFiles, newRound, projectRoot } from "../../support/program.ts";
import { seedApplicant } from "../../support/seeded-round.ts";

let now = "2021-12-01T02:00:00.000Z";
let program: Composed;
let round = "";

const sample = join(projectRoot, "resources/samples/round");
const filesIn = (path: string): string[] =>
  readdirSync(join(sample, path), { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((name) => statSync(join(sample, name)).isFile());

beforeAll(async () => {
  const fresh = await freshProgram({ now: () => now });
  program = fresh.program;
  round = await newRound(program, "市级函件");
  const files = Object.fromEntries(
    filesIn("株洲市")
      .filter((name) => !name.includes("推荐申报文件"))
      .map((name) => [name, readFileSync(join(sample, name))]),
  );
  await importFiles(program, round, files);
  const names = ["岳阳甲园区", "岳阳乙园区", "岳阳丙园区"];
  for (const [index, name] of names.entries())
    seedApplicant(program, round, 51 + index, { name, city: "岳阳市" });
  seedApplicant(program, round, 54, { name: "永州示例园区", city: "永州市" });
  seedApplicant(program, round, 55, { name: "永州示例园区", city: "永州市" });
  return fresh.end;
});

const proposed = async (city: string) =>
  (await ask(program, "city-letter/propose", { round })).find((one) => one.city === city)?.items ?? [];

describe("letters to the recommending cities", () => {
  test("each city is asked for what it answers for itself, in administrative order", async () => {
    const all = await ask(program, "city-letter/propose", { round });
    expect(all.map(({ city }) => city)).toEqual(["株洲市", "岳阳市", "永州市"]);
    expect((await proposed("岳阳市")).map(({ rule }) => rule)).toEqual([
      expect.stringMatching(/^quota:.*岳阳市$/),
      expect.stringMatching(/^attachment:.*岳阳市$/),
      expect.stringMatching(/^attachment:.*岳阳市$/),
    ]);
    expect((await proposed("岳阳市"))[0]?.text).toBe(
      "岳阳市推荐 3 家（岳阳甲园区、岳阳乙园区、岳阳丙园区），限额为 2 家，请核减后重新报送推荐文件和申报汇总表。",
    );
    expect((await proposed("永州市")).map(({ text }) => text)).toContain(
      "“永州示例园区”以第 54、55 号重复申报，请明确保留哪一份并撤回其余。",
    );
    const zhuzhou = (await proposed("株洲市")).map(({ text }) => text).join("\n");
    expect(zhuzhou).toContain("推荐");
    expect(zhuzhou).not.toContain("申报汇总表”，请补报");
  });

  test("the letter goes to the city's commission, and a new paper of that city ends its clock", async () => {
    const items = await proposed("株洲市");
    expect(
      await codeOf(program, "city-letter/make", { round, city: "石家庄市", items, deadline: null }),
    ).toBe("unknown-city");
    const made = await ask(program, "city-letter/make", {
      round,
      city: "株洲市",
      items,
      deadline: "2021-12-08",
    });
    expect(made.clock).toMatchObject({ state: "waiting", daysLeft: 7, correction: { city: "株洲市" } });
    const lines = blocksOf(await inspectOne("a.docx", readFileSync(made.file.path))).map((block) =>
      block.kind === "table" ? "" : block.text,
    );
    expect(lines[0]).toBe("关于补正双创示范基地申报材料的通知");
    expect(lines.join("\n")).toContain("株洲市发展改革委：");
    expect(lines.join("\n")).toContain("你委推荐报送的");
    expect(lines.slice(-2)).toEqual(["湖南省发展和改革委员会", "2021年12月1日"]);
    now = "2021-12-09T02:00:00.000Z";
    const list = () => ask(program, "city-letter/list", { round });
    expect(await list()).toMatchObject([{ state: "overdue", daysLeft: -1 }]);
    const letter = filesIn("株洲市").find((name) => name.includes("推荐申报文件")) ?? "";
    await importFiles(program, round, { [letter]: readFileSync(join(sample, letter)) });
    expect(await list()).toMatchObject([
      { state: "answered", arrived: [expect.stringContaining("推荐申报文件")] },
    ]);
    expect((await proposed("株洲市")).some(({ rule }) => rule.startsWith("attachment:"))).toBe(false);
    expect(() => program.context.db.exec("DELETE FROM city_correction")).toThrow(/append-only/);
  });
});

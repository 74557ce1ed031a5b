import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { blocksOf, inspectOne } from "../../support/inspect-bytes.ts";
import { ask, codeOf, freshProgram, projectRoot, uploadFile } from "../../support/program.ts";

/** Lists as offices have them, written with Word and Excel libraries and saved in the older formats by LibreOffice. */
const fixture = (name: string): string => join(projectRoot, "test/fixtures/registers", name);

let program: Composed;
beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  return fresh.end;
});

const read = async (name: string, register: string) =>
  ask(program, "register/read-list", { upload: await uploadFile(program, fixture(name)), register });

const rowsOfProvince = [
  ["长沙示例高新技术产业开发区", "长沙市", "lean", "region", "第一批", ""],
  ["示例大学", "长沙市", "employment", "university", "第一批", ""],
  ["长沙示例高新区", "长沙市", "lean", "region", "第一批", "repeated"],
  ["株洲示例轨道装备有限公司", "株洲市", "integration", "enterprise", "第二批", ""],
  ["深圳示例科技园", "深圳市", "global", "region", "第二批", "unknown-city"],
  ["岳阳示例经开区", "岳阳市", null, "region", "第二批", "direction-unknown"],
  ["湖南省岳阳市城陵矶新港区", "岳阳市", "lean", "region", "第二批", ""],
];

describe.each(["xlsx", "docx", "xls", "doc", "ods"])("a table of bases as .%s", (extension) => {
  test("is read row by row, cities of merged cells too, and asks about doubles, unknown cities and directions", async () => {
    const { rows, mismatches } = await read(`省级基地名单.${extension}`, `list-${extension}`);
    expect(
      rows.map(({ name, city, direction, subject, batch, questions }) => [
        name,
        city,
        direction,
        subject,
        batch,
        questions.map(({ code }) => code).join(" "),
      ]),
    ).toEqual(rowsOfProvince);
    expect(mismatches).toEqual([]);
    expect(rows[2]?.questions[0]?.about).toBe("长沙示例高新技术产业开发区");
    for (const row of rows)
      expect(row.evidence).toMatchObject({ file: `省级基地名单.${extension}`, text: row.name });
  });
});

describe.each(["docx", "odt"])("a list under headings as .%s", (extension) => {
  test("is read line by line with the direction of its heading", async () => {
    const { rows, mismatches } = await read(`市级基地名单.${extension}`, "city");
    expect(rows.map(({ name, direction }) => [name, direction])).toEqual([
      ["示例职业学院", "employment"],
      ["石家庄市示例县", "employment"],
      ["石家庄市示例开发区", "lean"],
      ["石家庄市示例研究院", "lean"],
    ]);
    expect(mismatches).toEqual([{ heading: "二、精益创业方向（3个）", stated: 3, found: 2 }]);
  });
});

describe("taking a list in", () => {
  const register = "province-2021";
  let rows: Awaited<ReturnType<typeof read>>["rows"] = [];
  beforeEach(async () => {
    ({ rows } = await read("省级基地名单.xlsx", register));
  });
  const detailsOf = (row: (typeof rows)[number]) => ({
    register,
    name: row.name,
    level: "province" as const,
    direction: row.direction,
    subject: row.subject,
    province: "示例省",
    city: row.city,
    batch: row.batch,
    source: `${row.evidence.file} ${row.evidence.cell ?? ""}`,
  });
  const add = (list: typeof rows, confirm: boolean) =>
    program.call("register/add", {
      rows: list.map((row) => ({
        details: detailsOf(row),
        confirmed: confirm ? row.questions.map(({ code }) => code) : [],
      })),
    });

  test("nothing is taken while a question is open, nor with a double in it; then all of it at once", async () => {
    const single = rows.filter((row) => !row.questions.some(({ code }) => code === "repeated"));
    expect(await add(single, false)).toMatchObject({
      code: "question-open",
      params: { name: "深圳示例科技园" },
    });
    expect(await add(rows, true)).toMatchObject({ code: "already-listed" });
    expect((await ask(program, "register/list", { register })).bases).toEqual([]);
    const added = await add(single, true);
    expect(added.ok && added.value.map(({ name }) => name)).toEqual(single.map(({ name }) => name));
    const again = await read("省级基地名单.docx", register);
    expect(again.rows.map(({ questions }) => questions[0]?.code)).toEqual(
      Array.from({ length: 7 }, () => expect.stringMatching(/^(?:listed-already|repeated)$/)),
    );
  });

  test("an alias makes the list know the base under its other name", async () => {
    const { bases } = await ask(program, "register/list", { register, text: "示例大学" });
    const base = bases[0]?.id ?? "";
    const act = { kind: "alias" as const, name: "示例理工学院", source: "教育部更名批复" };
    expect(await ask(program, "register/act", { base, act })).toMatchObject({ aliases: ["示例理工学院"] });
    expect((await ask(program, "register/list", { text: "理工学院" })).bases).toMatchObject([
      { name: "示例大学" },
    ]);
    const [university] = rows.filter(({ name }) => name === "示例大学");
    if (!university) throw new Error("no row");
    expect(
      await codeOf(program, "register/add", {
        rows: [{ details: { ...detailsOf(university), name: "示例理工学院" }, confirmed: [] }],
      }),
    ).toBe("already-listed");
  });

  test("what was taken in goes out as a list with headings and counts, and comes back without a mismatch", async () => {
    const { file } = await ask(program, "register/export", { register, title: "示例省双创示范基地名单" });
    const inspected = await inspectOne("out.docx", readFileSync(file.path));
    const lines = blocksOf(inspected).flatMap((block) =>
      block.kind === "table" || block.text === "" ? [] : [block.text],
    );
    expect(lines).toEqual([
      "附件",
      "示例省双创示范基地名单（6个）",
      "一、创业就业方向（1个）",
      "示例大学",
      "二、融通创新方向（1个）",
      "株洲示例轨道装备有限公司",
      "三、精益创业方向（2个）",
      "长沙示例高新技术产业开发区",
      "湖南省岳阳市城陵矶新港区",
      "四、全球化创业方向（1个）",
      "深圳示例科技园",
      "五、方向未载明（1个）",
      "岳阳示例经开区",
    ]);
  });
});

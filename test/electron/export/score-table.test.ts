import { Decimal } from "decimal.js";
import type { Cell, Workbook, Worksheet } from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeScoreTable } from "../../../electron/export/score-table.ts";
import {
  at,
  convert,
  form,
  hasOffice,
  openWorkbook,
  rankedRound,
  type TestApplicant,
  type TestRound,
} from "./support.ts";

const applicant = (name: string, scores: TestApplicant["scores"]): TestApplicant => ({
  name,
  city: "长沙市",
  subject: "region",
  direction: "lean",
  scores,
});

const five: TestApplicant["scores"] = [
  ["25", "24.5", "15", "16"],
  ["28.1", "27.2", "18.3", "18.4"],
  ["20", "21", "12", "13"],
  ["26.6", "25.5", "16.4", "17.3"],
  ["27", "22.2", "14.1", "19"],
];

const write = (round: TestRound): Promise<Buffer> =>
  writeScoreTable({ round: "示例轮次", ...round, directionNames: {}, at });

const lean = async (file: Buffer): Promise<Worksheet> => sheet(await openWorkbook(file), "精益创业方向");

function sheet(workbook: Workbook, name: string): Worksheet {
  const found = workbook.getWorksheet(name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

const formulaOf = (cell: Cell): string => cell.formula ?? "";
/** What a reader sees: the number that stands there with the decimals of its format. */
const shown = (cell: Cell, decimals: number): string =>
  typeof cell.result === "number" ? new Decimal(cell.result).toFixed(decimals) : String(cell.result ?? "");

describe("the score table", () => {
  test("has a sheet per direction in use, then the details", async () => {
    const round = rankedRound([
      applicant("示例甲园区", five),
      { ...applicant("示例乙公司", five), subject: "enterprise", direction: "integration" },
    ]);
    const workbook = await openWorkbook(await write(round));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["融通创新方向", "精益创业方向", "评分明细"]);
  });

  test("a trimmed mean is a live formula over live totals, and shows the stored score", async () => {
    const round = rankedRound([applicant("示例甲园区", five)]);
    const page = await lean(await write(round));
    expect(formulaOf(page.getCell("J4"))).toBe(
      'IF(COUNT(E4:I4)<3,"",ROUND((SUM(E4:I4)-MAX(E4:I4)-MIN(E4:I4))/(COUNT(E4:I4)-2),2))',
    );
    expect(shown(page.getCell("J4"), 2)).toBe(round.ranking.directions[2]?.rows[0]?.score);
    expect(formulaOf(page.getCell("E4"))).toBe("'评分明细'!H3");
    expect(["E4", "F4", "G4", "H4", "I4"].map((place) => shown(page.getCell(place), 1))).toEqual([
      "80.5",
      "92.0",
      "66.0",
      "85.8",
      "82.3",
    ]);
  });

  test("a mean is AVERAGE with ROUND", async () => {
    const round = rankedRound([applicant("示例甲园区", five)], {
      method: "mean",
      decimals: 3,
      minimumSheets: 2,
    });
    const page = await lean(await write(round));
    expect(formulaOf(page.getCell("J4"))).toBe('IF(COUNT(E4:I4)<2,"",ROUND(AVERAGE(E4:I4),3))');
    expect(shown(page.getCell("J4"), 3)).toBe("81.320");
  });

  test("a recusal is a word, an expert without a sheet is blank, and neither is a zero", async () => {
    const round = rankedRound([
      applicant("示例甲园区", [null, ...five.slice(1)]),
      applicant("示例乙园区", five.slice(0, 2)),
    ]);
    const page = await lean(await write(round));
    expect(page.getCell("E4").value).toBe("回避");
    expect(page.getCell("G5").value).toBe("");
    expect(page.getCell("A5").value).toBe("—");
    expect(page.getCell("J5").result ?? "").toBe("");
    expect(page.getCell("L5").value).toMatch(/有效评分只有 2 份/);
  });

  test("experts are numbers in the table, and names stand only in the signature block", async () => {
    const base = rankedRound([applicant("示例甲园区", five)]);
    const named: TestRound = {
      ...base,
      experts: base.experts.map((expert) => ({ ...expert, name: `张${expert.expert}` })),
    };
    const workbook = await openWorkbook(await write(named));
    const texts = textsOf(sheet(workbook, "精益创业方向"));
    expect(texts.filter(([, text]) => text.includes("张")).map(([row]) => row)).toEqual([7, 8, 9, 10, 11]);
    expect(texts.filter(([row]) => row <= 5).map(([, text]) => text)).toContain("专家5");
    expect(textsOf(sheet(workbook, "评分明细")).filter(([, text]) => text.includes("张"))).toEqual([]);
  });

  test("an expert who handed in nothing keeps the number the program shows, and has a column", async () => {
    const base = rankedRound([applicant("示例甲园区", five.slice(0, 2))]);
    const late = { expert: "e0", name: "未交者", number: 1 };
    const round: TestRound = {
      ...base,
      experts: [late, ...base.experts.map((expert, i) => ({ ...expert, number: i + 2 }))],
      ranking: {
        ...base.ranking,
        directions: base.ranking.directions.map((direction) => ({
          ...direction,
          rows: direction.rows.map((row) => ({ ...row, missing: ["e0"] })),
        })),
      },
    };
    const page = await lean(await write(round));
    expect(["E3", "F3", "G3"].map((cell) => page.getCell(cell).value)).toEqual(["专家1", "专家2", "专家3"]);
    expect(page.getCell("E4").value).toBe("未交");
    expect(page.getCell("F4").result).toBe(80.5);
  });

  test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1+1"])(
    "%j as a name or a remark stays text",
    async (danger) => {
      const round = rankedRound([applicant(danger, five)]);
      const rows = round.detail.rows.map((row) => ({ ...row, remark: danger }));
      const workbook = await openWorkbook(await write({ ...round, detail: { form, rows } }));
      for (const cell of [
        sheet(workbook, "精益创业方向").getCell("B4"),
        sheet(workbook, "评分明细").getCell("I3"),
      ])
        expect([cell.value, cell.numFmt, cell.formula]).toEqual([danger, "@", undefined]);
    },
  );

  test("is set up for A4 landscape with a frozen header that is printed on every page", async () => {
    const page = await lean(await write(rankedRound([applicant("示例甲园区", five)])));
    expect(page.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "3:3",
    });
    expect(page.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect(page.getColumn(2).width).toBe(44);
  });

  test("is the same bytes for the same data", async () => {
    const round = rankedRound([applicant("示例甲园区", five)]);
    expect((await write(round)).equals(await write(round))).toBe(true);
  });
});

const textsOf = (page: Worksheet): [row: number, text: string][] => {
  const texts: [number, string][] = [];
  page.eachRow((row, at) => {
    // A merged line gives its text in every cell of the row; once is enough.
    const own = new Set<string>();
    row.eachCell((cell) => {
      if (typeof cell.value === "string") own.add(cell.value);
    });
    for (const text of own) texts.push([at, text]);
  });
  return texts;
};

const score = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((tenths) => String(tenths / 10));
const sheetOf = fc.tuple(score(30), score(30), score(20), score(20)).map((items) => [...items]);
const applicants = fc.array(fc.array(fc.option(sheetOf, { freq: 8 }), { minLength: 1, maxLength: 7 }), {
  minLength: 60,
  maxLength: 60,
});

describe("recalculated by LibreOffice", () => {
  test.skipIf(!hasOffice).each([
    ["trimmed", 2],
    ["trimmed", 1],
    ["mean", 2],
    ["mean", 3],
    ["mean", 0],
  ] as const)(
    "every total and score of 60 random applicants equals the stored string: %s, %i decimals (skipped where soffice is missing)",
    async (method, decimals) => {
      const [scores = []] = fc.sample(applicants, { numRuns: 1, seed: 2021 + decimals });
      const round = rankedRound(
        scores.map((one, i) => applicant(`示例第${i + 1}园区`, one)),
        { method, decimals, minimumSheets: 3 },
      );
      const stale = await withWrongResults(await write(round));
      const again = await openWorkbook(convert(stale, "xlsx", "xlsx"));
      const page = sheet(again, "精益创业方向");
      const rows = round.ranking.directions[2]?.rows ?? [];
      const last = page.getRow(3).cellCount - 2;
      const found = rows.map((_, i) => shown(page.getCell(4 + i, last), decimals));
      expect(found).toEqual(rows.map((row) => row.score ?? ""));
      const totals = rows.flatMap((row, i) =>
        row.sheets.map((one) => shown(page.getCell(4 + i, columnOf(page, one.expertName)), 1)),
      );
      expect(totals).toEqual(
        rows.flatMap((row) => row.sheets.map((one) => new Decimal(one.total).toFixed(1))),
      );
    },
  );
});

const columnOf = (page: Worksheet, head: string): number => {
  for (let column = 5; column < 20; column++) if (page.getCell(3, column).text === head) return column;
  throw new Error(`no column ${head}`);
};

/** Every cached result replaced by nonsense: only a real recalculation can bring the right values back. */
async function withWrongResults(file: Buffer): Promise<Buffer> {
  const workbook = await openWorkbook(file);
  for (const page of workbook.worksheets)
    page.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula, result: -777 };
      });
    });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

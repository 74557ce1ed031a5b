import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { transact } from "../../../electron/db/database.ts";
import { indexSources, storeSearchRows } from "../../../electron/db/search.ts";
import { ask, codeOf, freshProgram, newRound } from "../../support/program.ts";
import { seedApplicant } from "../../support/seeded-round.ts";

let program: Composed;
let round = "";
const texts = [
  "2020年自治区双创示范基地建设，累计孵化企业５２家，每万人拥有专利8.5件。",
  "自治区级创新创业平台12个；2020年，大中小企业产学研合作项目58项。",
  "湘西州龙𬀩任园区管委会主任，联系人𠮷田，邮箱 Fgw@Example.CN。",
  "创新 创业\n创新创业创新，“揭榜挂帅”；ABC-123abc，ＡＢＣ。",
  "国际合作平台：与20个国家（地区）合作，外籍高层次人才3人。",
  "",
  "带动就业11,205人，其中返乡创业１１，２０５人次；投资1,234,567.8万元。",
  "带动就业11205人；基于5G的工业互联网，ISO9001认证，型号XJ-205B。",
];
let submissions: string[] = [];

beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  round = await newRound(program, "检索");
  submissions = texts.map((text, index) =>
    seedApplicant(program, round, index + 1, { name: `第${index}园区`, text }),
  );
  const other = await newRound(program, "别轮");
  seedApplicant(program, other, 1, { name: "别轮园区", text: "自治区创新创业 only here" });
  return fresh.end;
});

/** Any width and case; a comma between digits is no character. */
const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\d),(?=\d)/g, "");
/** What is typed, without what hangs on to it by chance. */
const meant = (text: string): string =>
  fold(text)
    .trim()
    .replace(/^,(?=\d)|(?<=\d),$/g, "");
/** Plain substring search, the measure of exactness. */
const plain = (text: string): number[] =>
  texts.flatMap((one, index) => (fold(one).includes(meant(text)) ? [index] : []));
async function found(text: string): Promise<number[]> {
  const { hits } = await ask(program, "search/find", { round, text, submission: null, limit: 500 });
  return hits.map((hit) => submissions.indexOf(hit.submission ?? "")).sort();
}

describe("search is exact", () => {
  test.each([
    "自治区",
    "自治",
    "双创",
    "创新创业",
    "创业创新",
    "2020年自治区",
    "2020年",
    "５２家",
    "52家",
    "揭榜挂帅",
    "龙𬀩",
    "𠮷田",
    "𬀩任",
    "abc",
    "ＡＢＣ",
    "20个国家",
    "业",
    "专利8.5件",
    "Example",
    "20年自治区",
    "11205",
    "11,205",
    "１１，２０５",
    "1,205",
    "205",
    "11,",
    "11,2",
    ",205",
    "1234567",
    "234,567.8",
    "7.8万",
    "5G",
    "g的工业",
    "SO90",
    "9001认",
    "J-205",
    " 5g ",
    "20个 国家",
    "不在其中",
  ])("%s is found where it stands and nowhere else", async (text) => {
    expect(await found(text)).toEqual(plain(text));
  });

  test("any two, three, four or more characters of any text, cut anywhere", async () => {
    const cut = fc
      .tuple(
        fc.constantFrom(...texts.filter((text) => text !== "")),
        fc.nat(),
        fc.integer({ min: 2, max: 9 }),
      )
      .map(([text, at, length]) => {
        const characters = Array.from(text);
        const start = at % Math.max(1, characters.length - length);
        return characters.slice(start, start + length).join("");
      })
      // Marks alone are not looked up.
      .filter((text) => /[\p{L}\p{N}]/u.test(text));
    await fc.assert(
      fc.asyncProperty(cut, async (text) => {
        expect(await found(text)).toEqual(plain(text));
      }),
      { numRuns: 600 },
    );
  });

  test("nothing is found that does not stand there, whatever is typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }), async (text) => {
        for (const index of await found(text)) expect(plain(text)).toContain(index);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    '"',
    "' OR 1=1 --",
    "NEAR(自治 区)",
    "自治*",
    "-自治",
    "^自治",
    "自治 AND",
    "创新 OR 创业",
    "*",
    "()",
    "\u0000",
    "𬀩\ud800",
  ])("what looks like a query is only text: %j", async (text) => {
    const answer = await program.call("search/find", { round, text, submission: null, limit: 10 });
    expect(answer.ok).toBe(true);
    expect(await found(text)).toEqual(plain(text).filter((index) => texts[index] !== ""));
  });
});

test("what is stored and not yet in the index is found all the same, and only once", async () => {
  const { db } = program.context;
  const waiting = transact(db, () =>
    storeSearchRows(db, round, "f".repeat(64), [
      { block: "b1", text: "尚未编入", grams: "尚未 未编 编入 入" },
    ]),
  );
  const count = async () =>
    (await ask(program, "search/find", { round, text: "尚未编入", submission: null, limit: 9 })).total;
  expect(await count()).toBe(1);
  indexSources(db, [waiting]);
  expect(await count()).toBe(1);
});

describe("a hit", () => {
  test("shows the text around it and where in it, in characters", async () => {
    for (const text of ["龙𬀩", "揭榜挂帅", "52家", "ABC", "11205", "205人", "5G"]) {
      const { hits } = await ask(program, "search/find", { round, text, submission: null, limit: 10 });
      for (const hit of hits) {
        const marked = Array.from(hit.excerpt).slice(hit.start, hit.end).join("");
        expect(fold(marked)).toBe(fold(text));
      }
    }
  });

  test("names the applicant, the file and the block, and only of this round", async () => {
    const { hits, total } = await ask(program, "search/find", {
      round,
      text: "揭榜挂帅",
      submission: null,
      limit: 10,
    });
    expect({ hits, total }).toMatchObject({
      total: 1,
      hits: [{ submission: submissions[3], submissionName: "第3园区", file: "第3园区.docx", block: "b1" }],
    });
    expect(
      (await ask(program, "search/find", { round, text: "only here", submission: null, limit: 10 })).total,
    ).toBe(0);
  });

  test("can be looked for in one applicant, and no more are given than asked for", async () => {
    const inOne = await ask(program, "search/find", {
      round,
      text: "自治区",
      submission: submissions[1] ?? "",
      limit: 10,
    });
    expect(inOne.hits.map(({ submission }) => submission)).toEqual([submissions[1]]);
    const limited = await ask(program, "search/find", { round, text: "自治区", submission: null, limit: 1 });
    expect([limited.hits.length, limited.total]).toEqual([1, 2]);
    expect(
      await codeOf(program, "search/find", { round: "none", text: "x", submission: null, limit: 1 }),
    ).toBe("not-found");
    expect(await codeOf(program, "search/find", { round, text: "", submission: null, limit: 1 })).toBe(
      "bad-input",
    );
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { type ListLayout, writeRecommendationList } from "../../../electron/export/recommendation-list.ts";
import { ask, freshProgram, upload } from "../../support/program.ts";
import { at, hunanCities, rankedRound, type TestApplicant } from "../export/support.ts";

let program: Composed;
beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  return fresh.end;
});

const scores = [["25", "25", "15", "15"]];
const applicants: readonly TestApplicant[] = [
  { name: "永州示例农业科技园区", city: "永州市", subject: "region", direction: "lean", scores },
  { name: "长沙示例高新技术产业开发区", city: "长沙市", subject: "region", direction: "employment", scores },
  { name: "常德示例智能制造研究院", city: "常德市", subject: "institute", direction: "lean", scores },
  {
    name: "湖南示例重工股份有限公司",
    city: "长沙市",
    subject: "enterprise",
    direction: "integration",
    scores,
  },
  { name: "湖南示例大学", city: "长沙市", subject: "university", direction: "employment", scores },
];

const { ranking } = rankedRound(applicants, {
  method: "mean",
  minimumSheets: 1,
  seats: { lean: 3, integration: 2, employment: 2, global: 0 },
});
/** As a notice without directions ranks them: all in one order, without headings. */
const rows = ranking.directions.flatMap((one) => one.rows);
const inOneOrder: typeof ranking = {
  ...ranking,
  directions: [{ direction: "all", seats: 5, rows, provisional: false, openTie: null }],
};

async function comesBack(layout: ListLayout, of: typeof ranking) {
  const bytes = await writeRecommendationList({
    title: "2021年湖南省大众创业万众创新示范基地推荐名单",
    ranking: of,
    cities: hunanCities,
    directionNames: {},
    order: "administrative",
    layout,
    at,
  });
  const read = await ask(program, "register/read-list", {
    upload: await upload(program, "名单.docx", bytes),
    register: "示例名录",
  });
  expect(read.mismatches).toEqual([]);
  return read.rows
    .map(({ name, subject, direction, evidence }) => {
      const block = read.document.blocks.find(({ id }) => id === evidence.block);
      const text = block && block.kind !== "table" ? Array.from(block.text) : [];
      expect(text.slice(evidence.start, evidence.end).join("")).toBe(name);
      return [name, subject, direction].join(" ");
    })
    .sort();
}

const expected = (withDirection: boolean) =>
  applicants
    .map(({ name, subject, direction }) => [name, subject, withDirection ? direction : null].join(" "))
    .sort();

describe("the list a round exports is read back into the register", () => {
  test.each(["annex", "numbered"] as const)("%s: every base with its direction", async (layout) => {
    expect(await comesBack(layout, ranking)).toEqual(expected(true));
  });

  test("names in one line with 、 under their type: every base, its direction asked for", async () => {
    expect(await comesBack("inline", ranking)).toEqual(expected(false));
  });

  test.each(["annex", "numbered"] as const)(
    "%s, without directions: by the number in the title",
    async (layout) => {
      expect(await comesBack(layout, inOneOrder)).toEqual(expected(false));
    },
  );
});

import { expect, test } from "vitest";
import { evaluationRound } from "../../../shared/register/evaluation-round.ts";
import { foldBases } from "../../../shared/register/fold-bases.ts";
import { schemeOf } from "../../support/dossier.ts";

const { evaluation } = schemeOf("shijiazhuang-2018");

const dueOn = (today: string, reevaluation: string | null): string | undefined => {
  const stamp = { base: "b1", at: "2018-06-01T00:00:00Z", by: "示例" };
  const bases = foldBases(
    [],
    [
      {
        ...stamp,
        id: "e1",
        act: {
          kind: "added",
          details: {
            register: "shijiazhuang",
            name: "示例园区",
            level: "city",
            direction: null,
            subject: "region",
            province: "河北省",
            city: "石家庄市",
            batch: "2018年",
            source: "认定文件",
          },
        },
      },
      {
        ...stamp,
        id: "e2",
        act: {
          kind: "evaluated",
          scheme: "shijiazhuang-2018",
          year: 2018,
          outcome: "rectify",
          effect: "rectify",
          deadline: "2018-06-30",
          reevaluation,
          reason: "进展慢",
        },
      },
    ],
  );
  if (!evaluation) throw new Error("no evaluation");
  const round = evaluationRound(evaluation, "shijiazhuang-2018", bases, { year: 2018, today });
  return round.groups[0]?.rows[0]?.due;
};

test("the re-evaluation is due on the day set for it", () => {
  expect(dueOn("2018-08-30", "2018-08-31")).toBe("rectify");
  expect(dueOn("2018-08-31", "2018-08-31")).toBe("re-evaluate");
});

test("without such a day it is due once the last day of 整改 is over", () => {
  expect(dueOn("2018-06-30", null)).toBe("rectify");
  expect(dueOn("2018-07-01", null)).toBe("re-evaluate");
});

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readIdentity } from "../../electron/seal/public-key.ts";
import { verifyBytes } from "../../electron/seal/verify-file.ts";
import { ask, bringKey, passphrase, startProgram, type TestIdentity } from "../support/program.ts";
import { scoreSheet, seedRound } from "../support/seeded-round.ts";
import { expect, test } from "./support/window.ts";

const scores: readonly (readonly string[])[] = [
  ["20", "25"],
  ["20", "25"],
  ["10", "10"],
];

interface Stage {
  readonly dataFolder: string;
  readonly chair: TestIdentity;
}

/** A scored round of a notice without directions, two applicants tied at its only seat, with grades and a veto. */
async function stageRound(): Promise<Stage> {
  const dataFolder = mkdtempSync(join(tmpdir(), "pingshen-panel-"));
  const program = await startProgram(dataFolder);
  const { round, submissions, experts } = await seedRound(program, {
    scheme: "shijiazhuang-2018",
    applicants: ["示例甲区", "示例乙县", "示例丙区"].map((name) => ({
      name,
      city: "石家庄市",
      direction: null,
    })),
    experts: ["王甲"],
    rule: { seats: { all: 1 } },
    settings: {
      grading: {
        levels: [
          { id: "good", name: "优秀", minimum: "40", share: null },
          { id: "rest", name: "其他", minimum: null, share: null },
        ],
        veto: [{ id: "fraud", text: "弄虚作假" }],
      },
    },
  });
  const [expert] = experts;
  if (!expert) throw new Error("no expert");
  for (const [index, submission] of submissions.entries())
    await scoreSheet(program, { round, expert: expert.id, submission }, scores[index] ?? []);
  await ask(program, "result/sign", { round, expert: expert.id, keyId: expert.key.keyId, passphrase });
  const chair = await bringKey(program, "赵组长");
  await program.close();
  return { dataFolder, chair };
}

test("the chair decides the tie, records a veto and signs the panel result; a change afterwards is said", async ({
  openDesk,
}) => {
  const { dataFolder, chair } = await stageRound();
  const desk = await openDesk({ dataFolder });
  const { page } = desk;
  await page.getByRole("navigation").getByRole("link", { name: "汇总" }).click();

  const ranking = page.getByRole("region", { name: "全部申报单位", exact: true });
  await expect(ranking).toContainText("示例丙区");
  const sign = page.getByRole("region", { name: "评审结论签署" });
  await expect(sign).toContainText("入围线上同分尚未决定，不能签署");
  await expect(sign.getByRole("button", { name: "签署评审结论" })).toBeDisabled();

  const card = page.getByRole("region", { name: /只剩 1 个名额/ });
  await card.getByLabel("议定理由").fill("工作基础更扎实");
  await card.getByLabel("主持人（组长）").fill("赵组长");
  await card.getByRole("button", { name: "确认决定" }).click();
  await expect(sign).not.toContainText("不能签署");

  const grades = page.getByRole("region", { name: "等级", exact: true });
  await expect(grades.getByRole("row", { name: /示例甲区/ })).toContainText("优秀");
  await grades
    .getByRole("row", { name: /示例丙区/ })
    .getByRole("button", { name: "记录“弄虚作假”" })
    .click();
  await grades.getByLabel("理由").fill("材料不实");
  await grades.getByRole("button", { name: "记录", exact: true }).click();
  await expect(grades.getByRole("row", { name: /示例丙区/ })).toContainText("有否决情形");

  await sign.getByRole("radio", { name: /赵组长/ }).check();
  await sign.getByLabel("组长说明（可不填）").fill("专家组一致同意。");
  await sign.getByLabel("口令").fill("不对的口令在这里");
  await sign.getByRole("button", { name: "签署评审结论" }).click();
  await expect(sign).toContainText("口令不对");
  await sign.getByLabel("口令").fill(passphrase);
  await sign.getByRole("button", { name: "签署评审结论" }).click();
  await expect(sign.getByText("已签署第 1 次评审结论")).toBeVisible();
  await expect(sign).toContainText("与现在的排序一致");
  await expect(sign).toContainText("专家组一致同意。");

  const download = page.waitForEvent("download");
  await sign.getByRole("link", { name: "下载签名文件" }).click();
  const key = readIdentity(chair.text);
  const file = readFileSync(await (await download).path());
  expect(await verifyBytes(file, key.ok ? [key.value] : [])).toMatchObject({
    verdict: "valid",
    sort: "panel",
    details: { chair: "赵组长", decisions: "1", recommended: "1" },
  });

  await grades
    .getByRole("row", { name: /示例丙区/ })
    .getByRole("button", { name: "撤销“弄虚作假”" })
    .click();
  await grades.getByLabel("理由").fill("核实无误");
  await grades.getByRole("button", { name: "记录", exact: true }).click();
  await expect(sign).toContainText("签署后有变化，需要重新签署");
  await desk.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

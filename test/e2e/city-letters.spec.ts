import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, startProgram } from "../support/program.ts";
import { seedApplicant } from "../support/seeded-round.ts";
import { expect, test } from "./support/window.ts";

/** Three applicants of a city that may recommend two, and none of its papers. */
async function stageRound(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), "pingshen-city-"));
  const program = await startProgram(dataFolder);
  const { id } = await ask(program, "round/create", { scheme: "hunan-2021", name: "市级函件" });
  for (const [index, name] of ["岳阳甲园区", "岳阳乙园区", "岳阳丙园区"].entries())
    seedApplicant(program, id, index + 1, { name, city: "岳阳市" });
  await program.close();
  return dataFolder;
}

test("a city that recommends too many is written to, and the letter's clock runs", async ({ openDesk }) => {
  const dataFolder = await stageRound();
  const desk = await openDesk({ dataFolder });
  const { page } = desk;
  await page.getByRole("navigation").getByRole("link", { name: "核查" }).click();
  await page.getByRole("button", { name: "补正函" }).click();
  const cities = page.getByRole("region", { name: /给推荐单位/ });
  await cities.getByRole("row", { name: /岳阳市/ }).click();
  const form = page.getByRole("form", { name: /岳阳市发展改革委/ });
  await expect(form.getByLabel("第 1 项的文字")).toHaveValue(/岳阳市推荐 3 家.*限额为 2 家/);
  await expect(form.getByRole("region", { name: "函件预览" })).toContainText("岳阳市发展改革委：");
  await expect(form.getByRole("region", { name: "函件预览" })).toContainText("你委推荐报送的");
  await form.getByLabel("补正期限").fill("2099-12-31");
  await form.getByRole("button", { name: "生成补正函" }).click();
  await expect(page.getByRole("heading", { name: "已发给推荐单位的补正函" })).toBeVisible();
  await expect(cities.getByRole("row", { name: /岳阳市/ })).toContainText("补正中");
  const [round] = await desk.call("round/list", {});
  const sent = await desk.call("city-letter/list", { round: round?.id ?? "" });
  expect(sent).toMatchObject([{ state: "waiting", correction: { city: "岳阳市", deadline: "2099-12-31" } }]);
  await desk.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

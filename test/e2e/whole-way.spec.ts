import { execFile } from "node:child_process";
import { createPublicKey, verify as verifySignature } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { compactVerify, importJWK } from "jose";
import { projectRoot } from "./support/running-program.ts";
import { type Desk, expect, test } from "./support/window.ts";

const passphrase = "评审用口令 2021 示例";
const direction = "integration";

/** Every maximum typed by the clerk; their sum is the sheet's total. */
const maxima = { 工作机制建设: "30", 创新创业生态培育: "25", 创新创业支撑平台: "25", 金融和投融资环境: "20" };

const screen = (page: Page, name: string) => page.getByRole("navigation").getByRole("link", { name }).click();

const cli = async (...args: string[]): Promise<{ code: number; json: Record<string, unknown> }> => {
  const run = promisify(execFile);
  const command = [join(projectRoot, "electron", "cli.ts"), ...args, "--json"];
  return run(process.execPath, command).then(
    ({ stdout }) => ({ code: 0, json: JSON.parse(stdout) }),
    (error: { code: number; stdout: string }) => ({ code: error.code, json: JSON.parse(error.stdout) }),
  );
};

test("clerk, experts and chair take the sample round from mailed files to a verified list", async ({
  clerk,
  openDesk,
  keepPicture,
}) => {
  const round = await importSample(clerk);
  await keepPicture(clerk.page, "round");
  await confirmDossier(clerk, keepPicture);
  await lookAtChecks(clerk, keepPicture);
  await setRules(clerk);
  const experts = await seatExperts(clerk, openDesk, round);
  await openRound(clerk);
  const packs = await makePacks(clerk, experts.length);
  const results: string[] = [];
  for (const [place, expert] of experts.entries()) {
    const pack = packs[place] ?? "";
    results.push(
      place === 0
        ? await judgeInWindow(expert.desk, pack, keepPicture)
        : await judgeByCalls(expert.desk, pack, expert.id, round),
    );
  }
  await mergeResults(clerk, results, keepPicture);
  await decideTie(clerk, round);
  await exportAll(clerk, round, keepPicture);
  await verifyWithOtherSoftware(clerk, experts[0]?.publicFile ?? "", results[0] ?? "");
});

type KeepPicture = (page: Page, name: string) => Promise<void>;

async function importSample(clerk: Desk): Promise<string> {
  const { page } = clerk;
  await page.getByRole("button", { name: "打开示例轮次" }).click();
  await expect(page.getByRole("heading", { name: /示例：2021年湖南省/ })).toBeVisible();
  await expect(page.getByText(/16 家/).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /长沙市/ })).toContainText("超 1");
  const [round] = await clerk.call("round/list", {});
  return round?.id ?? "";
}

async function confirmDossier(clerk: Desk, keepPicture: KeepPicture): Promise<void> {
  const { page } = clerk;
  await screen(page, "收件");
  await page.getByText("湘潭示例莲城高新技术产业开发区").first().click();
  const facts = page.getByRole("region", { name: "读到的内容" });
  await expect(facts.getByText("待核实").first()).toBeVisible();
  await keepPicture(page, "intake");
  const [round] = await clerk.call("round/list", {});
  const before = await clerk.call("intake/list", { round: round?.id ?? "" });
  const dossier = before.submissions.find((entry) => entry.name.startsWith("湘潭示例莲城"));
  expect(dossier?.questions).toBeGreaterThan(0);
  await page.getByRole("button", { name: /接受全部有把握的/ }).click();
  await expect
    .poll(async () => {
      const now = await clerk.call("submission/get", { submission: dossier?.id ?? "" });
      return now.facts.filter((fact) => fact.state === "read").length;
    })
    .toBe(0);
  // What the reader was not sure of stays a question: accepting the sure ones never settles it.
  const after = await clerk.call("submission/get", { submission: dossier?.id ?? "" });
  expect(after.facts.filter((fact) => fact.state === "to-confirm").length).toBe(dossier?.questions);
}

async function lookAtChecks(clerk: Desk, keepPicture: KeepPicture): Promise<void> {
  const { page } = clerk;
  await screen(page, "核查");
  await page
    .getByRole("row", { name: /衡阳示例雁城/ })
    .getByRole("button", { name: /^9,120/ })
    .click();
  const detail = page
    .getByRole("complementary", { name: "核查说明" })
    .or(page.getByRole("region", { name: "核查说明" }));
  await expect(detail).toContainText("12350");
  await keepPicture(page, "checks");
}

async function setRules(clerk: Desk): Promise<void> {
  const { page } = clerk;
  await screen(page, "轮次");
  await page.getByRole("rowheader", { name: /示例：2021年湖南省/ }).click();
  await page.getByRole("button", { name: "轮次设置" }).click();
  for (const [item, max] of Object.entries(maxima)) await page.getByLabel(`${item} 满分`).fill(max);
  await expect(page.getByText("合计满分 100")).toBeVisible();
  await page.getByRole("radio", { name: /去掉一个最高分/ }).check();
  await page.getByRole("spinbutton", { name: "融通创新" }).fill("1");
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(page.getByText("有未保存的改动")).toHaveCount(0);
}

interface SeatedExpert {
  readonly desk: Desk;
  readonly id: string;
  readonly publicFile: string;
}

/** Three experts on laptops of their own; all judge the integration direction. */
async function seatExperts(
  clerk: Desk,
  openDesk: () => Promise<Desk>,
  round: string,
): Promise<SeatedExpert[]> {
  const { page } = clerk;
  const seated: SeatedExpert[] = [];
  await screen(page, "专家");
  for (const name of ["赵示例", "钱示例", "孙示例"]) {
    const desk = await openDesk();
    const publicFile =
      name === "赵示例"
        ? await createIdentity(desk, name)
        : (await desk.call("identity/create", { name, passphrase })).file.path;
    await page.getByRole("button", { name: "添加专家" }).first().click();
    await page.getByLabel("姓名").fill(name);
    await page.getByLabel("工作单位").fill("示例研究中心");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("row", { name: new RegExp(name) })).toBeVisible();
    await page
      .getByRole("row", { name: new RegExp(name) })
      .getByRole("button", { name: "登记身份" })
      .click();
    await page.getByLabel(`选择 ${name} 的身份文件`).setInputFiles(publicFile);
    await expect(page.getByText("请对方朗读核对")).toBeVisible();
    await page
      .getByRole("region", { name: `登记身份 ${name}` })
      .getByRole("button", { name: "关闭" })
      .click();
    const expert = (await clerk.call("expert/list", { round })).find((entry) => entry.name === name);
    seated.push({ desk, id: expert?.id ?? "", publicFile });
  }
  await page.getByRole("tab", { name: "分派" }).click();
  const { submissions } = await clerk.call("assignment/get", { round });
  for (const row of submissions.filter((submission) => submission.direction === direction)) {
    for (const name of ["赵示例", "钱示例", "孙示例"]) {
      const box = page.getByRole("checkbox", { name: `${name} 评 ${row.name}` });
      await box.click();
      await expect(box).toBeChecked();
    }
  }
  await expect
    .poll(async () => (await clerk.call("expert/list", { round })).map((expert) => expert.assigned))
    .toEqual([3, 3, 3]);
  return seated;
}

async function createIdentity(desk: Desk, name: string): Promise<string> {
  const { page } = desk;
  await page.getByRole("button", { name: "我是评审专家" }).click();
  await page.getByRole("button", { name: "创建身份" }).click();
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("口令", { exact: true }).fill(passphrase);
  await page.getByLabel("再输一次口令").fill(passphrase);
  await page.getByRole("button", { name: "建立签名身份" }).click();
  await expect.poll(async () => (await desk.call("identity/list", {})).length).toBe(1);
  const file = readdirSync(desk.exportFolder).find((entry) => entry.endsWith(".pub.json"));
  return join(desk.exportFolder, file ?? "");
}

async function openRound(clerk: Desk): Promise<void> {
  const { page } = clerk;
  const [round] = await clerk.call("round/list", {});
  await page.evaluate((id) => {
    location.hash = `/round/${id}/settings`;
  }, round?.id ?? "");
  await page.getByRole("region", { name: "开启评审" }).getByRole("button", { name: "开启评审" }).click();
  await expect(page.getByRole("dialog")).toContainText("16 家申报单位进入评审");
  await page.getByRole("button", { name: "冻结并开启评审" }).click();
  await expect(page.getByText(/评审已于 .* 开启/)).toBeVisible();
}

async function makePacks(clerk: Desk, count: number): Promise<string[]> {
  const { page } = clerk;
  await screen(page, "专家");
  await page.getByRole("tab", { name: "评审包" }).click();
  await page.getByLabel("姓名").fill("李经办");
  await page.getByLabel("口令", { exact: true }).fill(passphrase);
  await page.getByLabel("再输一次口令").fill(passphrase);
  await page.getByRole("button", { name: "建立签名身份" }).click();
  await page.getByLabel("李经办 的口令").fill(passphrase);
  await page.getByRole("button", { name: "生成全部评审包" }).click();
  await expect(page.getByRole("status").filter({ hasText: ".psp" })).toHaveCount(count);
  const [round] = await clerk.call("round/list", {});
  const files = await clerk.call("export/list", { round: round?.id ?? "" });
  return ["赵示例", "钱示例", "孙示例"].map(
    (name) => files.find((file) => file.name.endsWith(`${name}.psp`))?.path ?? "",
  );
}

/** The first expert does everything with keyboard and mouse: recuses from one, scores two, signs. */
async function judgeInWindow(desk: Desk, pack: string, keepPicture: KeepPicture): Promise<string> {
  const { page } = desk;
  await page.getByLabel("选择评审包（.psp）").setInputFiles(pack);
  await expect(page.getByText("评审包已打开")).toBeVisible();
  await page.getByRole("button", { name: "进入阅评台" }).click();
  await page.getByRole("button", { name: /开始评审第一家/ }).click();
  await page.getByRole("button", { name: "我应当回避" }).click();
  await page.getByRole("radio").first().check();
  await page.getByLabel("具体说明").fill("近三年在该单位兼职");
  await page.getByRole("button", { name: /^确认回避/ }).click();
  await expect(page.getByText("您已回避该单位")).toBeVisible();
  await page.getByRole("button", { name: "看下一家" }).click();
  await scoreByKeyboard(page, ["27", "22.5", "21", "17"], "87.5");
  await keepPicture(page, "desk");
  await page.getByRole("button", { name: "完成并看下一家" }).click();
  await scoreByKeyboard(page, ["27", "22.5", "21", "17"], "87.5");
  await page.getByRole("button", { name: /^完成/ }).click();
  await page
    .getByRole("button", { name: /下一步：核对并签署|签署/ })
    .first()
    .click();
  await keepPicture(page, "sign");
  await page.getByLabel("口令", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: "签署 3 份评分" }).click();
  await expect(page.getByRole("heading", { name: /签署回执/ })).toBeVisible();
  return signedFile(desk);
}

/** Unscored is an empty box; each score is on disk before the line says so. */
async function scoreByKeyboard(page: Page, scores: readonly string[], total: string): Promise<void> {
  await page.getByRole("button", { name: "没有上述情形，开始阅评" }).click();
  const boxes = page.getByRole("textbox", { name: /评分，0 至/ });
  await expect(boxes).toHaveCount(scores.length);
  await expect(boxes.first()).toHaveValue("");
  await boxes.first().focus();
  for (const score of scores) {
    await page.keyboard.type(score);
    await page.keyboard.press("Tab");
  }
  await expect(
    page
      .getByText(`合计${total}`)
      .or(page.getByText(total, { exact: true }))
      .first(),
  ).toBeVisible();
  await expect(page.getByText(/已保存/).first()).toBeVisible();
}

async function judgeByCalls(desk: Desk, pack: string, expert: string, round: string): Promise<string> {
  const copy = join(desk.dataFolder, "pack.psp");
  copyFileSync(pack, copy);
  await desk.page.evaluate(() => {
    location.hash = "/expert";
  });
  await desk.page.getByLabel("选择评审包（.psp）").setInputFiles(copy);
  await expect(desk.page.getByText("评审包已打开")).toBeVisible();
  const { entries, form } = await desk.call("desk/list", { round, expert });
  for (const entry of entries) {
    const at = { round, expert, submission: entry.submission };
    await desk.call("desk/declare", { ...at, recusal: null });
    for (const [index, item] of form.items.entries()) {
      await desk.call("desk/save-item", {
        ...at,
        item: item.id,
        score: ["27", "22.5", "21", "17"][index] ?? "0",
        comment: "",
      });
    }
    await desk.call("desk/set-complete", { ...at, complete: true });
  }
  const [identity] = await desk.call("identity/list", {});
  await desk.call("result/sign", { round, expert, keyId: identity?.keyId ?? "", passphrase });
  return signedFile(desk);
}

const signedFile = (desk: Desk): string =>
  join(desk.exportFolder, readdirSync(desk.exportFolder).find((name) => name.endsWith(".psr")) ?? "");

async function mergeResults(
  clerk: Desk,
  results: readonly string[],
  keepPicture: KeepPicture,
): Promise<void> {
  const { page } = clerk;
  await screen(page, "汇总");
  const altered = join(clerk.dataFolder, "altered.psr");
  const bytes = readFileSync(results[0] ?? "");
  bytes[Math.floor(bytes.length / 2)] = bytes[Math.floor(bytes.length / 2)] === 0x41 ? 0x42 : 0x41;
  writeFileSync(altered, bytes);
  await page.getByLabel("选择结果文件（.psr）").setInputFiles([altered, ...results]);
  await expect(page.getByText("4 个文件：并入 3 个，未并入 1 个")).toBeVisible();
  await expect(page.getByText(/在签署之后被改动过/).first()).toBeVisible();
  await keepPicture(page, "panel");
}

async function decideTie(clerk: Desk, round: string): Promise<void> {
  const { page } = clerk;
  const before = await clerk.tryCall("export/make", { round, what: "recommendation-list" });
  expect(before).toMatchObject({ ok: false, code: "open-tie" });
  const card = page.getByRole("region", { name: /只剩 1 个名额/ });
  await card.getByLabel("议定理由").fill("专家组合议，按支撑平台一项先后");
  await card.getByLabel("主持人（组长）").fill("周组长");
  await card.getByRole("button", { name: "确认决定" }).click();
  await expect(page.getByText(/已决定|已裁定/).first()).toBeVisible();
  await expect(page.getByRole("list", { name: "已记录的决定" })).toContainText(
    "专家组合议，按支撑平台一项先后（周组长",
  );
  const ranking = await clerk.call("ranking/get", { round });
  expect(ranking.directions.find((entry) => entry.direction === direction)?.openTie).toBeNull();
}

async function exportAll(clerk: Desk, round: string, keepPicture: KeepPicture): Promise<void> {
  const { page } = clerk;
  await screen(page, "导出");
  for (const what of ["推荐名单", "评分汇总表", "核查表", "归档包"]) {
    await page.getByRole("region", { name: what }).getByRole("button", { name: "生成" }).click();
    await expect(page.getByRole("row", { name: new RegExp(`-${what}\\.`) })).toBeVisible();
  }
  await keepPicture(page, "exports");
  const files = await clerk.call("export/list", { round });
  expect(files.filter((file) => /\.(docx|xlsx|zip)$/.test(file.name))).toHaveLength(4);
}

/** The CLI, jose, and Node's own Ed25519 over the raw JWS agree; one changed byte does not pass. */
async function verifyWithOtherSoftware(clerk: Desk, publicFile: string, result: string): Promise<void> {
  const good = await cli("verify", result, "--key", publicFile);
  expect([good.code, good.json.verdict]).toEqual([0, "valid"]);
  const altered = await cli("verify", join(clerk.dataFolder, "altered.psr"), "--key", publicFile);
  expect(altered.code).toBe(1);
  expect(altered.json.verdict).not.toBe("valid");
  const identity = JSON.parse(readFileSync(publicFile, "utf8"));
  const jwk = { kty: "OKP", crv: "Ed25519", x: identity.publicKey };
  const jws = readFileSync(result, "utf8").trim();
  const { payload } = await compactVerify(jws, await importJWK(jwk, "EdDSA"));
  expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
    type: "pingshen/result",
    expert: { name: "赵示例" },
  });
  const [header, body, signature] = jws.split(".");
  const key = createPublicKey({ key: jwk, format: "jwk" });
  expect(
    verifySignature(null, Buffer.from(`${header}.${body}`), key, Buffer.from(signature ?? "", "base64url")),
  ).toBe(true);
}

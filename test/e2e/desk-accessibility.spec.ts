import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type DeskRound, deskPath, makeDeskRound } from "./support/desk-round.ts";
import { type Desk, expect, test } from "./support/window.ts";

const go = (page: Page, path: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, path);

const passphrase = "松鹤延年-Kranich-1988";

/** A desk with everything on it: a sheet with scores and a comment, notes, a contradiction, a recusal. */
async function furnish(desk: Desk, round: DeskRound): Promise<void> {
  const expert = round.experts[0]?.id ?? "";
  const [first = "", second = "", third = ""] = round.submissions;
  const { form } = await desk.call("desk/list", { round: round.round, expert });
  for (const submission of [first, second]) {
    const at = { round: round.round, expert, submission };
    await desk.call("desk/declare", { ...at, recusal: null });
    for (const { id } of form.items)
      await desk.call("desk/save-item", {
        ...at,
        item: id,
        score: submission === first ? "18" : "7.5",
        comment: "",
      });
    const file = (await desk.call("submission/get", { submission })).files[0];
    await desk.call("note/save", {
      ...at,
      note: `note-${submission.slice(0, 20)}`,
      evidence: {
        file: file?.name ?? "",
        sha256: file?.sha256 ?? "",
        block: "b3",
        start: 0,
        end: 6,
        text: "示例依据文字",
      },
      items: form.items.map(({ id }) => id),
      text: "这一段值得再看：领导小组由县长任组长，考核办法没有写明。".repeat(3),
    });
  }
  await desk.call("desk/declare", {
    round: round.round,
    expert,
    submission: third,
    recusal: { ground: "adviser", reason: "近三年任该单位顾问" },
  });
}

interface Screen {
  readonly name: string;
  readonly path: string;
  readonly open?: (page: Page) => Promise<void>;
}

const page = (word: string) => async (window: Page) =>
  window
    .getByRole("tab", { name: word })
    .or(window.getByRole("combobox", { name: "材料", exact: true }))
    .first()
    .evaluate((element) => element instanceof HTMLButtonElement && element.click())
    .then(async () => {
      if (await window.getByRole("tab", { name: word }).count()) return;
      await window.getByRole("combobox", { name: "材料", exact: true }).click();
      await window
        .getByRole("option", { name: word })
        .first()
        .evaluate((element) => element.parentElement);
      await window.locator(".ant-select-item-option").filter({ hasText: word }).first().click();
    });

function screensOf(round: DeskRound): readonly Screen[] {
  const [first = "", , third = "", fourth = ""] = round.submissions;
  const at = deskPath(round, first);
  const expert = round.experts[0]?.id ?? "";
  return [
    { name: "choose", path: `/round/${round.round}/desk` },
    { name: "list", path: deskPath(round) },
    { name: "declare", path: deskPath(round, fourth) },
    { name: "recused", path: deskPath(round, third) },
    { name: "reading", path: at },
    { name: "indicators", path: at, open: page("指标") },
    { name: "projects", path: at, open: page("项目") },
    { name: "notice", path: at, open: page("通知要求") },
    { name: "notes", path: at, open: page("笔记") },
    { name: "compare", path: at, open: page("对照") },
    { name: "sign", path: `/round/${round.round}/sign/${expert}` },
    { name: "panel", path: `/round/${round.round}/panel` },
    { name: "start", path: "/expert" },
  ];
}

const settle = async (window: Page): Promise<void> => {
  await expect(window.locator(".loading")).toHaveCount(0);
  await expect(window.locator("main, .content").first()).toBeVisible();
};

async function look(desk: Desk, look: { theme: "light" | "dark"; scale: 100 | 200; locale?: "zh" | "en" }) {
  const { preferences } = await desk.call("app/get-state", {});
  await desk.call("app/save-preferences", {
    ...preferences,
    locale: look.locale ?? "zh",
    theme: look.theme,
    scale: look.scale,
  });
  await desk.page.reload();
}

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing on the screens of expert and chair, ${theme}`, async ({
    openDesk,
    keepPicture,
  }) => {
    const round = await makeDeskRound();
    const desk = await openDesk({ dataFolder: round.dataFolder });
    await furnish(desk, round);
    await look(desk, { theme, scale: 100 });
    const found: string[] = [];
    for (const screen of screensOf(round)) {
      await go(desk.page, screen.path);
      await settle(desk.page);
      await screen.open?.(desk.page);
      await settle(desk.page);
      const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
      found.push(
        ...violations.map(
          ({ id, nodes }) =>
            `${screen.name}: ${id} ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
        ),
      );
      await keepPicture(desk.page, `look-${screen.name}-${theme}`);
    }
    expect(found).toEqual([]);
  });
}

test("at 200 % type nothing scrolls sideways, and every word has its English", async ({
  openDesk,
  keepPicture,
}) => {
  const round = await makeDeskRound();
  const desk = await openDesk({ dataFolder: round.dataFolder });
  await furnish(desk, round);
  await look(desk, { theme: "light", scale: 200 });
  const wide: string[] = [];
  for (const screen of screensOf(round)) {
    await go(desk.page, screen.path);
    await settle(desk.page);
    await screen.open?.(desk.page);
    await settle(desk.page);
    const over = await desk.page.evaluate(() =>
      [
        document.documentElement,
        ...document.querySelectorAll(".content, .doc-scroll, .sheet-items, .table-page, .note-dock"),
      ]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map(
          (element) =>
            `${element.className || element.tagName} ${element.scrollWidth} > ${element.clientWidth}`,
        ),
    );
    wide.push(...over.map((words) => `${screen.name}: ${words}`));
    await keepPicture(desk.page, `look-${screen.name}-200`);
  }
  expect(wide).toEqual([]);

  await look(desk, { theme: "light", scale: 100, locale: "en" });
  const chinese: string[] = [];
  for (const screen of screensOf(round).filter((candidate) => candidate.open === undefined)) {
    await go(desk.page, screen.path);
    await settle(desk.page);
    // What people and the notice wrote stays Chinese; the program's own words on its controls do not.
    const words = await desk.page.evaluate(() =>
      [...document.querySelectorAll("button, [role='tab'], legend, h1, h2, label")]
        .filter((element) => element.closest(".doc-scroll, .item-basis, .look-controls") === null)
        .map((element) => element.textContent ?? ""),
    );
    chinese.push(
      ...words
        .filter(
          (word) =>
            /\p{Script=Han}/u.test(word) &&
            !/示例|王甲|李乙|测试|这一段值得再看|建设|培育|平台|环境|基础|特色|思路|目标|发展/u.test(word),
        )
        .map((word) => `${screen.name}: ${word}`),
    );
    await keepPicture(desk.page, `look-${screen.name}-en`);
  }
  expect(chinese).toEqual([]);
});

test("an expert who never touches the mouse reads, notes, scores, completes and signs", async ({
  openDesk,
}) => {
  const round = await makeDeskRound({ applicants: 2 });
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page: window } = desk;
  const { keyboard } = window;
  await go(window, deskPath(round));
  const press = async (name: RegExp | string, role: "button" | "link" = "button") => {
    const target = window.getByRole(role, { name }).first();
    await target.waitFor();
    for (let steps = 0; steps < 80; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement))
        return keyboard.press("Enter");
      await keyboard.press("Tab");
    }
    throw new Error(`${name} cannot be reached with Tab`);
  };
  for (const [index, scores] of [
    ["27", "22.5", "21", "17"],
    ["20", "20", "20", "15"],
  ].entries()) {
    await press(index === 0 ? /开始评审第一家/ : "没有上述情形，开始阅评");
    if (index === 0) await press("没有上述情形，开始阅评");
    await expect(window.getByRole("textbox", { name: /评分，0 至/ })).toHaveCount(4);
    await expect(window.locator(".doc-scroll [data-block='b1']")).toBeVisible();
    // Find a word, leave the box, note the hit.
    await keyboard.press("f");
    await keyboard.type("领导小组");
    await expect(window.getByText(/^1 \/ \d+$/)).toBeVisible();
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await keyboard.press("n");
    await expect(window.locator(".note-dock").getByRole("textbox", { name: "笔记" })).toBeFocused();
    await keyboard.type("第二处提到领导小组");
    await keyboard.press("Escape");
    await expect(window.locator(".note-dock .note-card")).toHaveCount(0);
    await keyboard.press(scores[0]?.[0] ?? "");
    await keyboard.type(scores[0]?.slice(1) ?? "");
    for (const score of scores.slice(1)) {
      await keyboard.press("Tab");
      await keyboard.type(score);
    }
    await keyboard.press("Control+Enter");
  }
  await expect(window.getByRole("button", { name: /核对并签署 2 份评分/ })).toBeVisible();
  await press(/核对并签署 2 份评分/);
  const box = window.getByLabel("口令", { exact: true });
  await box.waitFor();
  for (
    let steps = 0;
    steps < 80 && !(await box.evaluate((element) => element === document.activeElement));
    steps += 1
  )
    await keyboard.press("Tab");
  await keyboard.type(passphrase);
  await keyboard.press("Enter");
  await expect(window.getByRole("heading", { name: /签署回执/ })).toBeVisible({ timeout: 20_000 });
  const notes = await desk.call("note/list", {
    round: round.round,
    expert: round.experts[0]?.id ?? "",
    submission: null,
  });
  expect(notes.map((note) => [note.text, note.evidence?.text])).toEqual([
    ["第二处提到领导小组", "领导小组"],
    ["第二处提到领导小组", "领导小组"],
  ]);
});

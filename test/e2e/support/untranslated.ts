import type { Page } from "@playwright/test";

/** Everything the program's services have answered so far: notices, dossiers, names, what people wrote. */
export interface AnsweredData {
  readonly text: () => Promise<string>;
}

export function watchData(page: Page): AnsweredData {
  const answers: Promise<string>[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname !== "/call") return;
    const asked = JSON.parse(response.request().postData() ?? "{}").name;
    // The help is in Chinese and is not looked at; its words must not excuse others.
    if (String(asked).startsWith("help/")) return;
    answers.push(response.text().catch(() => ""));
  });
  return {
    text: async () => (await Promise.all(answers)).map((text) => text.replaceAll("\\n", "")).join("\n"),
  };
}

/** Chinese that stands on the screen, or in the name of a control, and in no answer of the services. */
export async function untranslated(page: Page, data: AnsweredData): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const words = new Set<string>();
    const keep = (text: string | null) => {
      if (text !== null && /\p{Script=Han}/u.test(text)) words.add(text);
    };
    // The switch names the other language in that language; help and letters are written in Chinese.
    const ours = (element: Element | null) =>
      element?.closest(".look-controls, .prose, .help-list, [lang='zh-CN']") === null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (ours(node.parentElement) && node.parentElement?.closest("script, style") === null)
        keep(node.textContent);
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
      if (ours(element))
        for (const name of ["aria-label", "title", "placeholder", "alt"]) keep(element.getAttribute(name));
    return [...words];
  });
  const known = await data.text();
  // A language is named in itself, and the words of a notice are quoted as they are.
  const own = (text: string) => (text === "中文" ? "" : text.replaceAll(/“[^”]*”/g, " "));
  return shown.filter((text) =>
    (own(text).match(/\p{Script=Han}+/gu) ?? []).some((run) => !known.includes(run)),
  );
}

import type { Block, Document } from "../submission/document.ts";

/** `一、`, `（一）`, markdown `##`: the levels a notice itself shows. */
const levels: readonly (readonly [RegExp, number])[] = [
  [/^#{1,3}\s*\**\s*[一二三四五六七八九十]+、/, 1],
  [/^[一二三四五六七八九十]+、[^。]{1,40}$/, 1],
  [/^#{1,4}\s*\**\s*[(（][一二三四五六七八九十]+[)）]/, 2],
  [/^[(（][一二三四五六七八九十]+[)）][^。]{1,30}$/, 2],
  [/^#{1,2}\s/, 1],
];

const unmarked = (line: string): string =>
  line
    .replace(/^#+\s*/, "")
    .replaceAll("**", "")
    .trim();

/** The stored text of a notice as blocks a reading pane shows and a person can point at. Ids are the line numbers: they never move. */
export function noticeDocument(text: string): Document {
  const blocks = text.split(/\r?\n/).flatMap((line, index): Block[] => {
    const plain = unmarked(line);
    if (plain === "") return [];
    const id = `b${index + 1}`;
    const level = levels.find(([pattern]) => pattern.test(line.trim()))?.[1];
    return level === undefined
      ? [{ kind: "paragraph", id, text: plain }]
      : [{ kind: "heading", id, level, text: plain }];
  });
  return { blocks };
}

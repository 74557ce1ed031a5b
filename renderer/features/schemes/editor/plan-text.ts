/** A line as it stands in the plan, without the marks of the file it was copied from. */
export const tidyLine = (line: string): string =>
  line
    .replace(/^\s*#+\s*/, "")
    .replaceAll("**", "")
    .trim()
    // Both widths occur; the sources of a plan are written with the full one.
    .replace(/^\(([一二三四五六七八九十]+)\)\s*/, "（$1）");

const digits = "一二三四五六七八九";

/** 一 … 九十九 → 1 … 99. */
export function chineseNumber(words: string): number {
  const [tens = "", ones = ""] = words.includes("十") ? words.split("十") : ["0", words];
  const ten = tens === "" ? 1 : digits.indexOf(tens) + 1;
  return ten * 10 + digits.indexOf(ones === "" ? "零" : ones) + 1;
}

const breaking = /^\/?(p|div|br|tr|li|h[1-6]|table|ul|ol|blockquote|hr|section|article|pre|title)$/;
const silent = /^(script|style|head|template)$/;

const entities: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  middot: "·",
  mdash: "—",
  hellip: "…",
  emsp: " ",
  ensp: " ",
};

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith("#")) return entities[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : "\ufffd";
}

const plain = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, decodeEntity);

/** Position after the element that must not be read, or the end of the text. */
function afterElement(html: string, lower: string, name: string, from: number): number {
  const end = lower.indexOf(`</${name}`, from);
  const close = end < 0 ? -1 : html.indexOf(">", end);
  return close < 0 ? html.length : close + 1;
}

/** Words of a web page, one line per block. A single pass over the text: hostile nesting costs nothing. */
export function htmlText(html: string): string {
  const lower = html.toLowerCase();
  const pieces: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) break;
    pieces.push(plain(html.slice(at, open)));
    if (html.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const close = html.indexOf(">", open);
    if (close < 0) {
      at = html.length;
      break;
    }
    const name = /^\/?[a-z0-9]*/.exec(lower.slice(open + 1, open + 20))?.[0] ?? "";
    if (breaking.test(name)) pieces.push("\n");
    at = silent.test(name) ? afterElement(html, lower, name, close) : close + 1;
  }
  if (at < html.length) pieces.push(plain(html.slice(at)));
  return pieces.join("");
}

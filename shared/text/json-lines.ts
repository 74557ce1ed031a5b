/** Where the values of a JSON text begin: path (`indicators[2].name`) → line, from 1. `JSON.parse` does not say. */
export function linesOfJson(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const blank = /\s*/y;
  const word = /"(?:[^"\\]|\\.)*"|[^\s,:[\]{}"]+/y;
  let at = 0;
  let line = 1;
  let counted = 0;
  const skip = (): void => {
    blank.lastIndex = at;
    blank.exec(text);
    at = blank.lastIndex;
    for (; counted < at; counted += 1) if (text[counted] === "\n") line += 1;
  };
  const token = (): string => {
    word.lastIndex = at;
    const found = word.exec(text)?.[0] ?? "";
    at += Math.max(1, found.length);
    return found;
  };
  /** An own stack: a text nested a million deep must not end the program. */
  const open: { path: string; index: number | null; key: string }[] = [];
  const pathHere = (): string => {
    const inner = open.at(-1);
    if (inner === undefined) return "";
    if (inner.index !== null) return `${inner.path}[${inner.index}]`;
    return inner.path === "" ? inner.key : `${inner.path}.${inner.key}`;
  };
  let wantsKey = false;
  for (skip(); at < text.length; skip()) {
    const mark = text[at];
    const inner = open.at(-1);
    if (mark === "{" || mark === "[") {
      const path = pathHere();
      lines.set(path, line);
      open.push({ path, index: mark === "[" ? 0 : null, key: "" });
      wantsKey = mark === "{";
      at += 1;
    } else if (mark === "}" || mark === "]") {
      open.pop();
      wantsKey = false;
      at += 1;
    } else if (mark === ",") {
      if (inner !== undefined && inner.index !== null) inner.index += 1;
      wantsKey = inner !== undefined && inner.index === null;
      at += 1;
    } else if (mark === ":") {
      wantsKey = false;
      at += 1;
    } else if (wantsKey && inner !== undefined) {
      const [from, key] = [line, token()];
      inner.key = unquoted(key);
      lines.set(pathHere(), from);
      wantsKey = false;
    } else {
      if (inner?.index != null) lines.set(pathHere(), line);
      token();
    }
  }
  return lines;
}

function unquoted(key: string): string {
  try {
    return String(JSON.parse(key));
  } catch {
    return key;
  }
}

/** The line of a field, or of the nearest thing around it where the field itself is not there. */
export function lineOfField(lines: ReadonlyMap<string, number>, field: string): number | null {
  for (let path = field; ; path = path.replace(/(?:\.|^)[^.[\]]*$|\[\d+\]$/, "")) {
    const found = lines.get(path);
    if (found !== undefined) return found;
    if (path === "") return null;
  }
}

const rest = /\s*$/y;
const atEnd = (text: string, at: number): boolean => {
  rest.lastIndex = at;
  return rest.test(text);
};

const jsonToken =
  /\s*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;

type Wanted = "value" | "key" | "colon" | "comma" | "nothing";

/** What may come after this token; `null`: it may not stand here. `open`: the brackets that are open. */
function after(
  mark: string | undefined,
  isText: boolean,
  wanted: Wanted,
  open: string[],
  first: boolean,
): Wanted | null {
  if (mark === "}" || mark === "]") {
    const fits = open.pop() === (mark === "}" ? "{" : "[") && (wanted === "comma" || first);
    return fits ? (open.length === 0 ? "nothing" : "comma") : null;
  }
  if (mark === ",") return wanted === "comma" ? (open.at(-1) === "{" ? "key" : "value") : null;
  if (mark === ":") return wanted === "colon" ? "value" : null;
  if (wanted === "key") return isText ? "colon" : null;
  if (wanted !== "value") return null;
  if (mark === undefined) return open.length === 0 ? "nothing" : "comma";
  open.push(mark);
  return mark === "{" ? "key" : "value";
}

/** The line on which a text stops being JSON (`JSON.parse` says it for some faults only); `null`: it is JSON. */
export function lineOfFault(text: string): number | null {
  const open: string[] = [];
  let wanted: Wanted = "value";
  let first = false;
  let at = 0;
  const lineHere = (): number =>
    text.slice(0, at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)).split("\n").length;
  for (;;) {
    jsonToken.lastIndex = at;
    const found = jsonToken.exec(text);
    if (!found && atEnd(text, at)) break;
    const next: Wanted | null = found && after(found[1], found[2] !== undefined, wanted, open, first);
    if (!found || next === null) return lineHere();
    first = found[1] === "{" || found[1] === "[";
    wanted = next;
    at = jsonToken.lastIndex;
  }
  return wanted === "nothing" ? null : lineHere();
}

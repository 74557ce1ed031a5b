import { namedHeadingLevel } from "../flow/typed-heading.ts";
import { forEachSprm } from "./sprm.ts";

export interface DocStyle {
  readonly name: string;
  /** Index of the style it is based on; itself when there is none. */
  readonly base: number;
  readonly builtIn: number;
  readonly grpprl: Buffer;
}

const PARAGRAPH = 1;
const NOTHING = Buffer.alloc(0);

/** Modifiers of a paragraph style: its first part (`UpxPapx`), which starts with the style's own number. */
function paragraphModifiers(style: Buffer, at: number): Buffer {
  const start = at + (at % 2);
  if (start + 2 > style.length) return NOTHING;
  const size = style.readUInt16LE(start);
  return size < 2 ? NOTHING : style.subarray(start + 4, start + 2 + size);
}

function readStyle(style: Buffer, baseBytes: number): DocStyle | null {
  if (style.length < baseBytes + 2) return null;
  const kind = style.readUInt16LE(2) & 0xf;
  const length = style.readUInt16LE(baseBytes);
  const nameEnd = baseBytes + 2 + length * 2;
  if (nameEnd > style.length) return null;
  return {
    name: style.toString("utf16le", baseBytes + 2, nameEnd),
    base: style.readUInt16LE(2) >> 4,
    builtIn: style.readUInt16LE(0) & 0xfff,
    grpprl: kind === PARAGRAPH ? paragraphModifiers(style, nameEnd + 2) : NOTHING,
  };
}

/** Styles by their index ([MS-DOC] 2.9.271, `STSH`). */
export function readStyleSheet(sheet: Buffer): (DocStyle | null)[] {
  if (sheet.length < 6) return [];
  const headerBytes = sheet.readUInt16LE(0);
  const count = sheet.readUInt16LE(2);
  const baseBytes = sheet.readUInt16LE(4);
  const styles: (DocStyle | null)[] = [];
  let at = 2 + headerBytes;
  while (styles.length < count && at + 2 <= sheet.length) {
    const size = sheet.readUInt16LE(at);
    styles.push(size === 0 ? null : readStyle(sheet.subarray(at + 2, at + 2 + size), baseBytes));
    at += 2 + size + (size % 2);
  }
  return styles;
}

const TITLE = 62;
const MAX_PARENTS = 20;
const OUTLINE_LEVEL = 0x2640;
const LIST = 0x460b;
const LIST_LEVEL = 0x260a;

export interface StyleMeaning {
  /** 0 to 8, 9 for body text; `null` when the style says nothing. */
  readonly outline: number | null;
  /** Number of a list use, 0 for none; `null` when the style says nothing. */
  readonly list: number | null;
  readonly listLevel: number;
}

const namedOutline = ({ builtIn, name }: DocStyle): number | null => {
  if (builtIn >= 1 && builtIn <= 9) return builtIn - 1;
  const level = builtIn === TITLE ? 1 : namedHeadingLevel(name);
  return level === null ? null : level - 1;
};

/** What a style says about outline and numbering, itself or through those it is based on. */
export function styleMeaning(styles: readonly (DocStyle | null)[], index: number): StyleMeaning {
  let outline: number | null = null;
  let list: number | null = null;
  let listLevel = 0;
  let at = index;
  for (let step = 0; step < MAX_PARENTS; step += 1) {
    const style = styles[at];
    if (!style) break;
    const own = { outline: null as number | null, list: null as number | null, level: 0 };
    forEachSprm(style.grpprl, (opcode, operand) => {
      if (opcode === OUTLINE_LEVEL) own.outline = operand[0] ?? null;
      else if (opcode === LIST) own.list = operand.readUInt16LE(0);
      else if (opcode === LIST_LEVEL) own.level = operand[0] ?? 0;
    });
    outline ??= own.outline ?? namedOutline(style);
    if (list === null && own.list !== null) {
      list = own.list;
      listLevel = own.level;
    }
    if (style.base === at) break;
    at = style.base;
  }
  return { outline, list, listLevel };
}

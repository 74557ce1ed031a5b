import { attribute, parseXml, type XmlAttributes } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";
import type { ParagraphDraft } from "./drafts.ts";
import { fitsHeading, typedHeadingLevel } from "./typed-heading.ts";

interface Style {
  name: string;
  basedOn: string | null;
  outline: number | null;
  numbering: string | null;
}

type Styles = ReadonlyMap<string, Style>;

/** Outline levels, names and parents of the paragraph styles. */
export function readStyles(bytes: Uint8Array, reading: Reading): Styles {
  const styles = new Map<string, Style>();
  let current: Style | null = null;
  const property = (name: string, value: string): void => {
    if (!current) return;
    if (name === "name") current.name = value;
    else if (name === "basedOn") current.basedOn = value;
    else if (name === "outlineLvl") current.outline = Number(value);
    else if (name === "numId") current.numbering = value;
  };
  parseXml(bytes, "styles.xml", reading, {
    open(name: string, attributes: XmlAttributes) {
      if (name === "style") {
        current = { name: "", basedOn: null, outline: null, numbering: null };
        if (attribute(attributes, "type") === "paragraph")
          styles.set(attribute(attributes, "styleId") ?? "", current);
      } else if (current) property(name, attribute(attributes, "val") ?? "");
    },
  });
  return styles;
}

const nameLevel = (name: string): number | null => {
  const numbered = /^(?:heading|标题)\s*([1-9])$/i.exec(name.trim());
  if (numbered) return Number(numbered[1]);
  return /^(title|标题)$/i.test(name.trim()) ? 1 : null;
};

const MAX_PARENTS = 20;

/** Level a style gives its paragraphs, by its outline level or name or those of a style it is based on. */
function styleLevel(styles: Styles, id: string | null): number | null {
  let style = id === null ? undefined : styles.get(id);
  for (let step = 0; style && step < MAX_PARENTS; step += 1) {
    if (style.outline !== null) return style.outline < 9 ? style.outline + 1 : null;
    const level = nameLevel(style.name);
    if (level !== null) return level;
    style = style.basedOn === null ? undefined : styles.get(style.basedOn);
  }
  return null;
}

interface NumberLevel {
  format: string;
  text: string;
}

/** Formats and texts of automatic numbering: `numId` → levels. */
export function readNumbering(
  bytes: Uint8Array,
  reading: Reading,
): ReadonlyMap<string, readonly NumberLevel[]> {
  const abstracts = new Map<string, NumberLevel[]>();
  const numbers = new Map<string, NumberLevel[]>();
  let levels: NumberLevel[] = [];
  let number = "";
  parseXml(bytes, "numbering.xml", reading, {
    open(name: string, attributes: XmlAttributes) {
      const value = attribute(attributes, "val") ?? "";
      const level = levels.at(-1);
      if (name === "abstractNum") {
        levels = [];
        abstracts.set(attribute(attributes, "abstractNumId") ?? "", levels);
      } else if (name === "lvl") levels.push({ format: "", text: "" });
      else if (name === "numFmt" && level) level.format = value;
      else if (name === "lvlText" && level) level.text = value;
      else if (name === "num") number = attribute(attributes, "numId") ?? "";
      else if (name === "abstractNumId") numbers.set(number, abstracts.get(value) ?? []);
    },
  });
  return numbers;
}

const chineseFormat = /^(chinese|japanese|taiwanese|ideograph)/;

/** 一、 or （一） numbered by the word processor: the number is not in the text, but it makes a heading all the same. */
function numberedLevel(level: NumberLevel | undefined, text: string): number | null {
  if (!level || !chineseFormat.test(level.format)) return null;
  return typedHeadingLevel(level.text.replace(/%\d/, "一") + text.trim());
}

export interface HeadingSources {
  styles(): Styles;
  numbering(): ReadonlyMap<string, readonly NumberLevel[]>;
}

/** Level 1 to 9 of a paragraph that is a heading, else `null`. Parts are read only when a paragraph refers to them. */
export function headingLevel(paragraph: ParagraphDraft, sources: HeadingSources): number | null {
  const { text, style, outline } = paragraph;
  if (!fitsHeading(text)) return null;
  if (outline !== null && outline < 9) return outline + 1;
  const styled = style === null || outline !== null ? null : styleLevel(sources.styles(), style);
  if (styled !== null) return Math.min(Math.max(styled, 1), 9);
  const typed = typedHeadingLevel(text);
  if (typed !== null || paragraph.numbering === null) return typed;
  return numberedLevel(sources.numbering().get(paragraph.numbering)?.[paragraph.numberingLevel], text);
}

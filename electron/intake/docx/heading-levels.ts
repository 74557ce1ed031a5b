import { type ParagraphDraft, shownText } from "../flow/drafts.ts";
import { fitsHeading, namedHeadingLevel, typedHeadingLevel } from "../flow/typed-heading.ts";
import { attribute, parseXml, type XmlAttributes } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";

export interface Style {
  name: string;
  basedOn: string | null;
  outline: number | null;
  numbering: string | null;
  numberingLevel: number;
}

export type Styles = ReadonlyMap<string, Style>;

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
    else if (name === "ilvl") current.numberingLevel = Number(value);
  };
  parseXml(bytes, "styles.xml", reading, {
    open(name: string, attributes: XmlAttributes) {
      if (name === "style") {
        current = { name: "", basedOn: null, outline: null, numbering: null, numberingLevel: 0 };
        if (attribute(attributes, "type") === "paragraph")
          styles.set(attribute(attributes, "styleId") ?? "", current);
      } else if (current) property(name, attribute(attributes, "val") ?? "");
    },
  });
  return styles;
}

export const MAX_PARENTS = 20;

/** Level a style gives its paragraphs, by its outline level or name or those of a style it is based on. */
function styleLevel(styles: Styles, id: string | null): number | null {
  let style = id === null ? undefined : styles.get(id);
  for (let step = 0; style && step < MAX_PARENTS; step += 1) {
    if (style.outline !== null) return style.outline < 9 ? style.outline + 1 : null;
    const level = namedHeadingLevel(style.name);
    if (level !== null) return level;
    style = style.basedOn === null ? undefined : styles.get(style.basedOn);
  }
  return null;
}

/** Level 1 to 9 of a paragraph that is a heading, else `null`. The styles are read only when a paragraph refers to one. */
export function headingLevel(paragraph: ParagraphDraft, styles: () => Styles): number | null {
  const { style, outline } = paragraph;
  const text = shownText(paragraph);
  if (!fitsHeading(text)) return null;
  if (outline !== null && outline < 9) return outline + 1;
  const styled = style === null || outline !== null ? null : styleLevel(styles(), style);
  return styled === null ? typedHeadingLevel(text) : Math.min(Math.max(styled, 1), 9);
}

import type { ListLevel } from "../flow/list-counter.ts";
import { namedHeadingLevel } from "../flow/typed-heading.ts";
import { attribute, parseXml, type XmlAttributes, type XmlHandlers } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";

interface OdfStyle {
  readonly parent: string | null;
  readonly name: string;
  readonly outline: number | null;
  readonly list: string | null;
  /** Page style of a sheet. */
  readonly page: string | null;
  font: string;
  /** Text of this style is not shown. */
  concealed: boolean;
  /** A table of this style is not shown. */
  hidden: boolean;
}

/** Number formats by the sample LibreOffice writes: 一, 二, 三, ... */
const samples: readonly (readonly [RegExp, string])[] = [
  [/^一, 二|^一, 十/, "chineseCounting"],
  [/^壹/, "chineseLegalSimplified"],
  [/^甲/, "ideographTraditional"],
  [/^子/, "ideographZodiac"],
  [/^①/, "decimalEnclosedCircle"],
  [/^１/, "decimalFullWidth"],
  [/^a/, "lowerLetter"],
  [/^A/, "upperLetter"],
  [/^i/, "lowerRoman"],
  [/^I/, "upperRoman"],
  [/^$/, "none"],
];

const formatOf = (sample: string): string =>
  samples.find(([pattern]) => pattern.test(sample))?.[1] ?? "decimal";

/** Text of a level, `%1、`: prefix, the numbers of the levels shown, suffix. */
function levelText(attributes: XmlAttributes, level: number): string {
  const shown = Math.min(Math.max(Number(attribute(attributes, "display-levels") ?? 1) || 1, 1), level);
  const numbers = Array.from({ length: shown }, (_, index) => `%${level - shown + index + 1}`).join(".");
  return `${attribute(attributes, "num-prefix") ?? ""}${numbers}${attribute(attributes, "num-suffix") ?? ""}`;
}

const MAX_PARENTS = 20;

/** Styles and lists of an OpenDocument file, from `styles.xml` and `content.xml` together. */
export class OdfStyles implements XmlHandlers {
  private readonly styles = new Map<string, OdfStyle>();
  private readonly lists = new Map<string, ListLevel[]>();
  private style: OdfStyle | null = null;
  private list: ListLevel[] = [];

  read(bytes: Uint8Array, place: string, reading: Reading): void {
    parseXml(bytes, place, reading, this);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "style") this.openStyle(attributes);
    else if (name === "text-properties" && this.style) {
      this.style.font = attribute(attributes, "font-name") ?? attribute(attributes, "font-family") ?? "";
      this.style.concealed = attribute(attributes, "display") === "none";
    } else if (name === "table-properties" && this.style)
      this.style.hidden = attribute(attributes, "display") === "false";
    else if (name === "list-style") this.openList(attribute(attributes, "name") ?? "");
    else if (name === "outline-style") this.openList("");
    else if (/^(list|outline)-level-style/.test(name) || name === "list-level-style-bullet")
      this.openLevel(name, attributes);
  }

  private openList(name: string): void {
    this.list = [];
    this.lists.set(name, this.list);
  }

  private openStyle(attributes: XmlAttributes): void {
    const id = attribute(attributes, "name") ?? "";
    const outline = Number(attribute(attributes, "default-outline-level"));
    this.style = {
      parent: attribute(attributes, "parent-style-name") ?? null,
      name: attribute(attributes, "display-name") ?? id.replaceAll("_20_", " "),
      outline: outline >= 1 && outline <= 9 ? outline : null,
      list: attribute(attributes, "list-style-name") ?? null,
      page: attribute(attributes, "master-page-name") ?? null,
      font: "",
      concealed: false,
      hidden: false,
    };
    this.styles.set(id, this.style);
  }

  private openLevel(name: string, attributes: XmlAttributes): void {
    const level = Number(attribute(attributes, "level"));
    if (!(level >= 1 && level <= 10)) return;
    const isNumber = !/bullet|image/.test(name);
    this.list[level - 1] = {
      format: isNumber ? formatOf(attribute(attributes, "num-format") ?? "") : "bullet",
      text: levelText(attributes, level),
      start: Number(attribute(attributes, "start-value") ?? 1) || 1,
      legal: false,
    };
  }

  /** Heading level of a paragraph style, by itself or those it comes from; `null` for text. */
  levelOf(id: string): number | null {
    return this.find(id, (style) => style.outline ?? namedHeadingLevel(style.name));
  }

  listOf(id: string): string | null {
    return this.find(id, (style) => style.list);
  }

  fontOf(id: string): string {
    return this.find(id, (style) => style.font || null) ?? "";
  }

  isConcealed(id: string): boolean {
    return this.styles.get(id)?.concealed === true;
  }

  isHidden(id: string): boolean {
    return this.styles.get(id)?.hidden === true;
  }

  /** Page style of the sheets of this style. */
  pageOf(id: string): string {
    return this.find(id, (style) => style.page || null) ?? "Default";
  }

  levels(list: string): readonly ListLevel[] {
    return this.lists.get(list) ?? [];
  }

  private find<Value>(from: string, pick: (style: OdfStyle) => Value | null): Value | null {
    let id: string | null = from;
    for (let step = 0; id !== null && step < MAX_PARENTS; step += 1) {
      const style: OdfStyle | undefined = this.styles.get(id);
      if (!style) return null;
      const value = pick(style);
      if (value !== null) return value;
      id = style.parent;
    }
    return null;
  }
}

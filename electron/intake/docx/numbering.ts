import type { ParagraphDraft } from "../flow/drafts.ts";
import { ListCounter, type ListDefinition, type ListLevel } from "../flow/list-counter.ts";
import { attribute, isOn, parseXml, type XmlAttributes } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";
import { MAX_PARENTS, type Styles } from "./heading-levels.ts";

interface DocxLevel extends ListLevel {
  /** Paragraph style that uses this level. */
  style: string | null;
}

interface DocxList extends ListDefinition {
  readonly levels: readonly DocxLevel[];
}

export type Numbering = ReadonlyMap<string, DocxList>;

const newLevel = (): DocxLevel => ({ format: "decimal", text: "", start: 1, legal: false, style: null });

interface Abstract {
  readonly levels: DocxLevel[];
  link: string;
  styleLink: string;
}

interface Instance {
  readonly abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, DocxLevel>;
}

/** Collects `abstractNum` and `num` elements; overridden levels stand inside the latter. */
class NumberingReader {
  readonly abstracts = new Map<string, Abstract>();
  readonly instances = new Map<string, Instance>();
  private abstract: Abstract | null = null;
  private number = "";
  private level: DocxLevel | null = null;
  private override = 0;

  open(name: string, attributes: XmlAttributes): void {
    const value = attribute(attributes, "val") ?? "";
    const instance = this.instances.get(this.number);
    if (name === "abstractNum") {
      this.abstract = { levels: [], link: "", styleLink: "" };
      this.abstracts.set(attribute(attributes, "abstractNumId") ?? "", this.abstract);
    } else if (name === "num") {
      this.abstract = null;
      this.number = attribute(attributes, "numId") ?? "";
    } else if (name === "abstractNumId")
      this.instances.set(this.number, { abstract: value, starts: new Map(), levels: new Map() });
    else if (name === "lvlOverride") this.override = Number(attribute(attributes, "ilvl") ?? 0);
    else if (name === "startOverride") instance?.starts.set(this.override, Number(value));
    else if (name === "numStyleLink" && this.abstract) this.abstract.link = value;
    else if (name === "styleLink" && this.abstract) this.abstract.styleLink = value;
    else if (name === "lvl") this.openLevel(Number(attribute(attributes, "ilvl") ?? 0), instance);
    else this.openLevelProperty(name, value, attributes);
  }

  private openLevel(index: number, instance: Instance | undefined): void {
    this.level = newLevel();
    if (!(index >= 0 && index < 9)) return;
    if (this.abstract) this.abstract.levels[index] = this.level;
    else instance?.levels.set(index, this.level);
  }

  private openLevelProperty(name: string, value: string, attributes: XmlAttributes): void {
    const { level } = this;
    if (!level) return;
    if (name === "numFmt") level.format = value;
    else if (name === "lvlText") level.text = value;
    else if (name === "start") level.start = Number(value) || 0;
    else if (name === "lvlRestart") level.restartsAfter = Number(value) || 0;
    else if (name === "isLgl") level.legal = isOn(attributes);
    else if (name === "pStyle") level.style = value;
  }
}

/** Lists of the document by `numId`. */
export function readNumbering(bytes: Uint8Array, reading: Reading): Numbering {
  const reader = new NumberingReader();
  parseXml(bytes, "numbering.xml", reading, reader);
  const linked = new Map([...reader.abstracts.values()].map((own) => [own.styleLink, own.levels]));
  const lists = new Map<string, DocxList>();
  for (const [id, { abstract, starts, levels: overrides }] of reader.instances) {
    const own = reader.abstracts.get(abstract);
    const base = (own?.link ? linked.get(own.link) : own?.levels) ?? [];
    const levels = Array.from({ length: 9 }, (_, index) => overrides.get(index) ?? base[index] ?? newLevel());
    lists.set(id, { key: abstract, id, starts, levels });
  }
  return lists;
}

export interface NumberingSources {
  styles(): Styles;
  numbering(): Numbering;
}

interface Use {
  readonly list: string;
  readonly level: number;
}

function styledUse(style: string | null, sources: NumberingSources): Use | null {
  let id = style;
  for (let step = 0; id !== null && step < MAX_PARENTS; step += 1) {
    const found = sources.styles().get(id);
    if (found?.numbering) {
      const levels = sources.numbering().get(found.numbering)?.levels ?? [];
      const level = levels.findIndex((own) => own.style === id);
      return { list: found.numbering, level: level >= 0 ? level : found.numberingLevel };
    }
    id = found?.basedOn ?? null;
  }
  return null;
}

/** Gives each numbered paragraph the number it shows. Parts are read only when a paragraph refers to them. */
export function docxLabels(sources: NumberingSources): (paragraph: ParagraphDraft) => string {
  const counter = new ListCounter();
  return ({ numbering, numberingLevel, style }) => {
    const use = numbering === null ? styledUse(style, sources) : { list: numbering, level: numberingLevel };
    const list = use === null ? undefined : sources.numbering().get(use.list);
    return use && list ? counter.label(list, use.level) : "";
  };
}

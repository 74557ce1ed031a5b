import { parseAsync } from "docx-preview";
import JSZip from "jszip";
import { type BodyPart, bodyParts } from "./body-parts.ts";
import { NotDrawn } from "./not-drawn.ts";
import { TABLE_PART } from "./table-part.ts";
import { bytesOfPart, refuseLarge, textOfPart } from "./unpack.ts";
import type { SectionProps, WordElement } from "./word-pages.ts";

export const options = {
  breakPages: false,
  ignoreFonts: true,
  renderAltChunks: false,
  renderComments: false,
  renderChanges: false,
  experimental: false,
  inWrapper: false,
  debug: false,
};

interface WordBody {
  readonly children: readonly WordElement[];
  readonly props: SectionProps;
}

/** The parsed document of docx-preview, as far as it is touched here. */
export interface ParsedWord {
  readonly documentPart: {
    body: WordBody & object;
    readonly _documentParser: { parseDocumentFile(root: Element): WordBody };
  };
  readonly stylesPart?: {
    readonly styles: readonly { id: string | null; paragraphProps?: { pageBreakBefore?: boolean } }[];
  };
  readonly _package: { _zip: JSZip };
}

export interface OpenedWord {
  readonly word: ParsedWord;
  /** The sections of the document in order. */
  readonly sections: readonly SectionProps[];
  /** The text says where pages end; whether it does so where it counts is known at its end. */
  readonly seemsPaginated: boolean;
  /** The elements of the body, some at a time. */
  readonly parts: Iterable<readonly WordElement[]>;
}

/** Parts of a package that are never drawn, or too large to be looked at before anything is. */
const passedOver =
  /(?:^|[/\\])(?:customXml|docProps|glossary)[/\\]|(?:^|[/\\])(?:comments\w*|fontTable|webSettings)\.xml/i;

function xmlOf(text: string): Document {
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  if (parsed.getElementsByTagName("parsererror").length > 0) throw new NotDrawn("format");
  return parsed;
}

const fileAt = (zip: JSZip, path: string): JSZip.JSZipObject | null =>
  zip.file(path) ?? zip.file(path.replaceAll("/", "\\"));

/** The part of the package that holds the text. */
async function mainPart(zip: JSZip): Promise<JSZip.JSZipObject> {
  const relations = fileAt(zip, "_rels/.rels");
  const related = relations ? [...xmlOf(await textOfPart(relations)).documentElement.children] : [];
  const target = related
    .find((relation) => relation.getAttribute("Type")?.endsWith("/officeDocument"))
    ?.getAttribute("Target");
  const main = fileAt(zip, target?.replace(/^\//, "") ?? "word/document.xml");
  if (!main) throw new NotDrawn("format");
  return main;
}

/** The main part with its sections only, each at the end of an empty paragraph. */
function withoutText(xml: string): string {
  const body = /<([\w.-]+:)?body(?:\s[^>]*)?>/.exec(xml);
  const [, root] = /<((?:[\w.-]+:)?document)[\s>]/.exec(xml) ?? [];
  if (body === null || root === undefined) return xml;
  const prefix = body[1] ?? "";
  const name = prefix.replace(/[.-]/g, "\\$&");
  const changes = new RegExp(`<${name}sectPrChange[\\s>][\\s\\S]*?</${name}sectPrChange>`, "g");
  const section = new RegExp(`<${name}sectPr(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</${name}sectPr>)`, "g");
  const sections = (xml.replace(changes, "").match(section) ?? []).map(
    (text) => `<${prefix}p><${prefix}pPr>${text}</${prefix}pPr></${prefix}p>`,
  );
  return `${xml.slice(0, body.index + body[0].length)}${sections.join("")}</${prefix}body></${root}>`;
}

/** A package with everything but the text and the pictures: quickly parsed, whatever the size of the document. */
async function packageWithoutText(zip: JSZip, main: JSZip.JSZipObject, xml: string): Promise<ArrayBuffer> {
  const small = new JSZip();
  const wanted = Object.values(zip.files).filter(
    (file) => !file.dir && file !== main && /\.(xml|rels)$/i.test(file.name) && !passedOver.test(file.name),
  );
  for (const file of wanted) small.file(file.name, await bytesOfPart(file));
  small.file(main.name, withoutText(xml));
  return small.generateAsync({ type: "arraybuffer", compression: "STORE" });
}

/** Says of a long table's pieces that they are pieces. */
function markTableParts(elements: readonly WordElement[], part: BodyPart): readonly WordElement[] {
  return elements.map((element, index) => {
    const begins = part.rowsBefore > 0 && index === 0;
    const goesOn = part.goesOn && index === elements.length - 1;
    if (element.type !== "table" || !(begins || goesOn)) return element;
    return {
      ...element,
      className: `${element.className ?? ""} ${TABLE_PART}`,
      ...(begins ? { rowsBefore: part.rowsBefore } : {}),
    };
  });
}

function* elementsOf(word: ParsedWord, xml: string): Generator<readonly WordElement[]> {
  const parser = word.documentPart._documentParser;
  for (const part of bodyParts(xml)) {
    const { children } = parser.parseDocumentFile(xmlOf(part.xml).documentElement);
    yield markTableParts(children, part);
  }
}

/** Opens a Word document without parsing its text yet. Throws `NotDrawn`. */
export async function openWord(bytes: ArrayBuffer): Promise<OpenedWord> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new NotDrawn("format");
  });
  refuseLarge(zip);
  const main = await mainPart(zip);
  const xml = await textOfPart(main);
  const word: ParsedWord = await parseAsync(await packageWithoutText(zip, main, xml), options);
  if (!word.documentPart?.body) throw new NotDrawn("format");
  // Pictures are taken from the whole package when they are drawn.
  word._package._zip = zip;
  const sections = word.documentPart.body.children.flatMap(({ sectionProps }) => sectionProps ?? []);
  return {
    word,
    sections,
    seemsPaginated:
      sections.length > 1 || /lastRenderedPageBreak|pageBreakBefore|type=["']page["']/.test(xml),
    parts: elementsOf(word, xml),
  };
}

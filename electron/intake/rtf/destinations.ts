import type { MessageCode } from "../../../shared/text/catalogue/refusals.ts";

/** What the text of a group is for. */
export type Destination =
  | "text"
  | "skip"
  | "fonts"
  | "styles"
  | "label"
  | "note"
  | "margin"
  | "box"
  | "comment"
  /** Name of a property of a shape, and its value: words drawn as a picture are one. */
  | "shape-name"
  | "shape-value"
  /** Text that is chosen only where a better form does not follow. */
  | "fallback";

export const destinations: Readonly<Record<string, Destination>> = {
  fonttbl: "fonts",
  stylesheet: "styles",
  listtext: "label",
  pntext: "label",
  footnote: "note",
  header: "margin",
  headerl: "margin",
  headerr: "margin",
  headerf: "margin",
  footer: "margin",
  footerl: "margin",
  footerr: "margin",
  footerf: "margin",
  shptxt: "box",
  annotation: "comment",
  sn: "shape-name",
  sv: "shape-value",
  upr: "fallback",
  ...Object.fromEntries(
    [
      "colortbl",
      "info",
      "pict",
      "objdata",
      "objclass",
      "objname",
      "fldinst",
      "datafield",
      "nonesttables",
      "nonshppict",
      "atnid",
      "atnauthor",
      "ftnsep",
      "ftnsepc",
      "ftncn",
      "aftnsep",
      "aftnsepc",
      "aftncn",
      "bkmkstart",
      "bkmkend",
      "listtable",
      "listoverridetable",
      "revtbl",
      "rsidtbl",
      "themedata",
      "datastore",
      "generator",
      "filetbl",
      "xe",
      "tc",
      "rxe",
      "txe",
      "do",
    ].map((name) => [name, "skip"] as const),
  ),
};

/** Groups marked as ignorable (`\*`) that hold text all the same. */
export const worthReading = new Set([
  "shppict",
  "shpinst",
  "shptxt",
  "nesttableprops",
  "ud",
  "pntext",
  "footnote",
  "annotation",
  "fldinst",
]);

export const notedWords: Readonly<Record<string, MessageCode>> = {
  object: "embedded-object",
  deleted: "tracked-changes",
  revised: "tracked-changes",
};

/** Control words that stand for characters. */
export const characters: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  lbr: "\n",
  softline: "\n",
  emdash: "—",
  endash: "–",
  emspace: "\u2003",
  enspace: "\u2002",
  qmspace: "\u2005",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
};

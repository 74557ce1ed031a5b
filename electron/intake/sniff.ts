import { compoundNames } from "./compound/compound-file.ts";
import { decodeText } from "./decode-text.ts";

/** What the bytes really are. Each has a name in the catalogue (`content.<name>`). */
export type Content =
  | "docx"
  | "xlsx"
  | "xlsb"
  | "pptx"
  | "odt"
  | "ods"
  | "odp"
  | "ofd"
  | "archive"
  | "doc"
  | "xls"
  | "ppt"
  | "msg"
  | "encrypted-office"
  | "cfb"
  | "pdf"
  | "rtf"
  | "html"
  | "mhtml"
  | "xml"
  | "mail"
  | "tnef"
  | "text"
  | "image"
  | "rar"
  | "7z"
  | "volume"
  | "gzip"
  | "tar"
  | "program"
  | "unknown";

type Magic = readonly [Content, number, string];

const magics: readonly Magic[] = [
  ["rar", 0, "526172211a07"],
  ["7z", 0, "377abcaf271c"],
  ["gzip", 0, "1f8b08"],
  ["tar", 257, "7573746172"],
  ["tnef", 0, "789f3e22"],
  ["image", 0, "89504e470d0a1a0a"],
  ["image", 0, "ffd8ff"],
  ["image", 0, "474946383761"],
  ["image", 0, "474946383961"],
  ["image", 0, "49492a00"],
  ["image", 0, "4d4d002a"],
  ["image", 8, "57454250"],
  ["program", 0, "4d5a9000"],
  ["program", 0, "7f454c46"],
];

const isBitmap = (bytes: Buffer): boolean =>
  bytes.length > 26 && bytes.toString("latin1", 0, 2) === "BM" && bytes.readUInt32LE(6) === 0;

const startsAt = (bytes: Buffer, offset: number, hex: string): boolean =>
  bytes.toString("hex", offset, offset + hex.length / 2) === hex;

function sniffCompound(bytes: Uint8Array): Content {
  const names = new Set(compoundNames(bytes));
  if (names.has("EncryptedPackage")) return "encrypted-office";
  if (names.has("WordDocument")) return "doc";
  if (names.has("Workbook") || names.has("Book")) return "xls";
  if (names.has("PowerPoint Document")) return "ppt";
  if (names.has("__properties_version1.0")) return "msg";
  return "cfb";
}

const mailHeader =
  /^(received|return-path|from|to|cc|subject|date|mime-version|message-id|delivered-to|content-type|x-[\w-]+|dkim-signature|reply-to|sender|authentication-results|arc-[\w-]+):/i;

/** A message starts with header lines, at least three of them known; folded lines belong to the one above. */
function looksLikeMail(head: string): boolean {
  const lines = head.replace(/^(From |>From )[^\n]*\n/, "").split(/\r?\n/);
  let known = 0;
  for (const line of lines) {
    if (line === "" || known >= 3) break;
    if (/^[ \t]/.test(line)) continue;
    if (mailHeader.test(line)) known += 1;
    else if (!/^[!-9;-~]+:/.test(line)) return false;
  }
  return known >= 3;
}

/** A web page saved whole is a mail in form, but no one sent it. */
function isSavedPage(head: string): boolean {
  const end = head.search(/\r?\n\r?\n/);
  const headers = (end < 0 ? head : head.slice(0, end)).toLowerCase();
  return (
    /^content-type:\s*multipart\/related/m.test(headers) &&
    /^mime-version:/m.test(headers) &&
    !/^(received|to|message-id|delivered-to):/m.test(headers)
  );
}

/** Control characters that no text has; a few stray ones (form feed, substitute) are seen in real exports. */
function looksBinary(text: string): boolean {
  let odd = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return true;
    if (code < 9 || (code > 13 && code < 27) || (code > 27 && code < 32) || code === 0xfffd) odd += 1;
  }
  return odd > text.length / 200;
}

const htmlStart = /^(<!--[^>]*-->\s*)*<(!doctype html|html|head|body|table|meta|style|div|center)[\s>]/i;

/** The first characters, as they must be for marks in ASCII to be found in them. */
function headOf(bytes: Buffer): string {
  const wide =
    bytes.length > 1 &&
    ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
  const head = wide ? (decodeText(bytes.subarray(0, 8192)) ?? "") : bytes.toString("latin1", 0, 4096);
  return head.replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, "").trimStart();
}

function sniffText(bytes: Buffer): Content {
  const head = headOf(bytes);
  if (htmlStart.test(head)) return "html";
  if (/^<\?xml/i.test(head)) return /<html/i.test(head) ? "html" : "xml";
  if (isSavedPage(head)) return "mhtml";
  if (looksLikeMail(head)) return "mail";
  const text = decodeText(bytes);
  return text === null || looksBinary(text) ? "unknown" : "text";
}

/** Tells what the bytes are, by content alone. A zip is `"zip"`: `sniffPackage` tells which kind by its entries. */
export function sniffBytes(content: Uint8Array): Content | "zip" {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (startsAt(bytes, 0, "504b0304") || startsAt(bytes, 0, "504b0506")) return "zip";
  if (startsAt(bytes, 0, "d0cf11e0a1b11ae1")) return sniffCompound(bytes);
  if (bytes.toString("latin1", 0, 1024).includes("%PDF-")) return "pdf";
  if (startsAt(bytes, 0, "7b5c727466")) return "rtf";
  if (isBitmap(bytes)) return "image";
  const magic = magics.find(([, offset, hex]) => startsAt(bytes, offset, hex));
  return magic ? magic[0] : sniffText(bytes);
}

const openDocument: Readonly<Record<string, Content>> = {
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
};

/** Kind of a zip by the names of its entries; `mimetype` is the content of the entry of that name, if it has one. */
export function sniffPackage(names: readonly string[], mimetype: string | null): Content {
  const open = mimetype === null ? undefined : openDocument[mimetype.trim().replace(/-template$/, "")];
  if (open) return open;
  const lower = names.map((name) => name.toLowerCase());
  const has = (test: (name: string) => boolean): boolean => lower.some(test);
  if (lower.includes("ofd.xml")) return "ofd";
  if (!lower.includes("[content_types].xml")) return "archive";
  if (has((name) => name.startsWith("word/"))) return "docx";
  if (lower.includes("xl/workbook.bin")) return "xlsb";
  if (has((name) => name.startsWith("xl/"))) return "xlsx";
  return has((name) => name.startsWith("ppt/")) ? "pptx" : "archive";
}

const expected: Readonly<Record<string, readonly Content[]>> = {
  docx: ["docx"],
  docm: ["docx"],
  dotx: ["docx"],
  xlsx: ["xlsx"],
  xlsm: ["xlsx"],
  xltx: ["xlsx"],
  xlsb: ["xlsb"],
  pptx: ["pptx"],
  odt: ["odt"],
  ott: ["odt"],
  ods: ["ods"],
  ots: ["ods"],
  odp: ["odp"],
  ofd: ["ofd"],
  zip: ["archive"],
  doc: ["doc"],
  wps: ["doc"],
  xls: ["xls"],
  et: ["xls"],
  ppt: ["ppt"],
  dps: ["ppt"],
  msg: ["msg"],
  pdf: ["pdf"],
  rtf: ["rtf"],
  html: ["html"],
  htm: ["html"],
  mht: ["mhtml"],
  mhtml: ["mhtml"],
  xml: ["xml"],
  eml: ["mail"],
  txt: ["text"],
  csv: ["text"],
  tsv: ["text"],
  md: ["text"],
  rar: ["rar"],
  "7z": ["7z"],
  gz: ["gzip"],
  tar: ["tar"],
  png: ["image"],
  jpg: ["image"],
  jpeg: ["image"],
  gif: ["image"],
  bmp: ["image"],
  tif: ["image"],
  tiff: ["image"],
  webp: ["image"],
  dat: ["tnef"],
};

const volumeNames = /\.(zip|7z|rar|tar)\.\d{3}$|\.z\d{2}$|\.part\d+\.rar$|\.r\d{2}$/i;
const END_RECORD = Buffer.from("504b0506", "hex");

/** One of several files an archive was cut into: by its name, by the mark of the first or the end record of the last. */
export function isVolume(content: Uint8Array, name: string): boolean {
  if (volumeNames.test(name)) return true;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (startsAt(bytes, 0, "504b0708")) return true;
  if (!startsAt(bytes, 0, "504b0304") && !/\.zip$/i.test(name)) return false;
  const end = bytes.lastIndexOf(END_RECORD);
  return (
    end >= 0 &&
    end + 22 <= bytes.length &&
    bytes.readUInt16LE(end + 4) > 0 &&
    bytes.readUInt16LE(end + 4) < 1000
  );
}

export const extensionOf = (name: string): string => /\.([^./\\]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** `agrees`, `differs` (a known extension of another kind), or `open` (no extension, or one that says nothing). */
export function compareExtension(name: string, content: Content): "agrees" | "differs" | "open" {
  const contents = expected[extensionOf(name)];
  if (!contents) return "open";
  return contents.includes(content) ? "agrees" : "differs";
}

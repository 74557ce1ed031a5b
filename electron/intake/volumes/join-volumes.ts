import { refusals } from "../../../shared/text/catalogue/refusals.ts";
import { emptyExtraction, type InspectedFile, type InspectInput } from "../inspected-file.ts";
import { ReadMessages } from "../read-messages.ts";
import { isVolume } from "../sniff.ts";
import { endRecord, unspan } from "./unspan.ts";

/** Pieces that belong together, and the archive they make. */
export interface JoinedVolumes {
  readonly input: InspectInput;
  readonly parts: readonly InspectedFile[];
}

/** More than this together is not kept in memory to be joined. */
export const MOST_JOINED_BYTES = 400 * 1024 * 1024;

/** A piece of a cut archive that was refused because it is one. */
export const isRefusedVolume = (file: InspectedFile): boolean =>
  file.error?.code === "unsupported" && file.content.length > 0 && isVolume(file.content, stepOf(file));

const folderOf = (file: InspectedFile): string => file.file.slice(0, file.file.lastIndexOf("/") + 1);
const stepOf = (file: InspectedFile): string => file.file.slice(file.file.lastIndexOf("/") + 1);
const buffer = ({ content }: InspectedFile): Buffer =>
  Buffer.from(content.buffer, content.byteOffset, content.byteLength);

interface Piece {
  readonly file: InspectedFile;
  /** Name without the number of the piece. */
  readonly stem: string;
  /** Cut anywhere (`.zip.001`), or between whole records (`.z01` … `.zip`). */
  readonly way: "cut" | "spanned";
  /** From 1; the last of a spanned one is known by its end record. */
  readonly number: number;
}

function pieceOf(file: InspectedFile): Piece | null {
  const name = stepOf(file);
  const [, cut, digits] = /^(.+)\.zip\.(\d{3})$/i.exec(name) ?? [];
  if (cut !== undefined) return { file, stem: cut, way: "cut", number: Number(digits) };
  const [, stem, end] = /^(.+)\.z(\d{2}|ip)$/i.exec(name) ?? [];
  if (stem === undefined || end === undefined) return null;
  const number = /\d/.test(end) ? Number(end) : (endRecord(buffer(file))?.disk ?? 0) + 1;
  return { file, stem, way: "spanned", number };
}

/** Pieces 1, 2, 3 … without a gap; the same piece may have come twice, another one under its number may not. */
function inOrder(pieces: readonly Piece[]): Piece[] | null {
  const byNumber = new Map<number, Piece>();
  for (const piece of pieces) {
    const known = byNumber.get(piece.number);
    if (known && known.file.sha256 !== piece.file.sha256) return null;
    if (!known) byNumber.set(piece.number, piece);
  }
  const ordered = [...byNumber.values()].sort((a, b) => a.number - b.number);
  return ordered.length > 1 && ordered.every((piece, index) => piece.number === index + 1) ? ordered : null;
}

function joinedBytes(ordered: readonly Piece[]): Buffer | null {
  const bytes = ordered.map((piece) => buffer(piece.file));
  if (bytes.reduce((sum, piece) => sum + piece.length, 0) > MOST_JOINED_BYTES) return null;
  if (ordered[0]?.way === "spanned") return unspan(bytes);
  const whole = Buffer.concat(bytes);
  return endRecord(whole)?.disk === 0 ? whole : null;
}

export const lastReceived = (files: readonly InspectedFile[]): InspectedFile | undefined =>
  files
    .toSorted((a, b) => (a.provenance.receivedAt ?? "").localeCompare(b.provenance.receivedAt ?? ""))
    .at(-1);

function join(pieces: readonly Piece[]): JoinedVolumes | null {
  const ordered = inOrder(pieces);
  const bytes = ordered && joinedBytes(ordered);
  const [first] = ordered ?? [];
  // What arrives in pieces has arrived with the last of them.
  const last = lastReceived(pieces.map((piece) => piece.file));
  if (!first || !bytes || !last) return null;
  const path = `${folderOf(last)}${refusals.zh["name.joined"].replace("{name}", first.stem)}`;
  return {
    input: { path, bytes, provenance: { ...last.provenance, path } },
    parts: pieces.map((piece) => piece.file),
  };
}

/** Pieces are looked for in one folder or mail first, then from one sender, then anywhere in the import. */
const nearness: readonly ((file: InspectedFile) => string)[] = [
  (file) => folderOf(file),
  (file) => file.provenance.sender ?? "",
  () => "",
];

/** Archives whose pieces are all among these files. Pieces of which one is missing, or that may belong to two, are left. */
export function joinVolumes(files: readonly InspectedFile[]): JoinedVolumes[] {
  let left = files.filter(isRefusedVolume).flatMap((file) => pieceOf(file) ?? []);
  const joined: JoinedVolumes[] = [];
  for (const near of nearness) {
    const sets = Map.groupBy(
      left,
      (piece) => `${piece.way}\n${piece.stem.toLowerCase()}\n${near(piece.file)}`,
    );
    left = [...sets.values()].flatMap((set) => {
      const whole = join(set);
      if (whole === null) return set;
      joined.push(whole);
      return [];
    });
  }
  return joined;
}

/** A piece whose content is read as part of the joined archive, or of the joined mail. */
export function joinedPart(part: InspectedFile, place: string): InspectedFile {
  const messages = new ReadMessages();
  const isArchive = part.error !== null;
  messages.add(isArchive ? "volume-joined" : "mail-joined", place);
  return {
    ...part,
    status: "ok",
    error: null,
    extraction: emptyExtraction(isArchive ? "archive" : "mail"),
    messages: messages.list,
  };
}

import { refusals } from "../../../shared/text/catalogue/refusals.ts";
import type { InspectedFile } from "../inspected-file.ts";
import { type JoinedVolumes, lastReceived, MOST_JOINED_BYTES } from "./join-volumes.ts";

/** A mail that is one of several numbered pieces of another. */
export const isMailPiece = (file: InspectedFile): boolean =>
  file.content.length > 0 && file.messages.some(({ code }) => code === "mail-piece");

const HEAD = 1 << 14;

/** The same by its bytes, before anything was read of it. */
export const looksLikeMailPiece = (bytes: Uint8Array): boolean =>
  /^content-type:\s*message\/partial/im.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD)).toString("latin1"),
  );

interface Piece {
  readonly file: InspectedFile;
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** Only the last piece has to say it. */
  readonly total: number | null;
  /** Header fields, each with the lines folded below it. */
  readonly fields: readonly string[];
  readonly body: Buffer;
}

const parameter = (field: string, name: string): string | null =>
  new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, "i").exec(field)?.slice(1).find(Boolean) ??
  null;

function pieceOf(file: InspectedFile): Piece | null {
  const bytes = Buffer.from(file.content.buffer, file.content.byteOffset, file.content.byteLength);
  const [gap] = /\r?\n\r?\n/.exec(bytes.toString("latin1", 0, 1 << 20)) ?? [];
  if (gap === undefined) return null;
  const end = bytes.indexOf(gap, 0, "latin1");
  const fields = bytes.toString("latin1", 0, end).split(/\r?\n(?![ \t])/);
  const type = fields.find((field) => /^content-type:\s*message\/partial/i.test(field)) ?? "";
  const id = parameter(type, "id");
  const number = Number(parameter(type, "number"));
  const total = Number(parameter(type, "total"));
  if (id === null || !Number.isInteger(number) || number < 1) return null;
  const body = bytes.subarray(end + gap.length);
  return { file, id, number, total: total > 0 ? total : null, fields, body };
}

/** All pieces from the first to the last, or `null` when one is missing or two claim the same place. */
function inOrder(pieces: readonly Piece[]): Piece[] | null {
  const byNumber = new Map<number, Piece>();
  for (const piece of pieces) {
    const known = byNumber.get(piece.number);
    if (known && !known.body.equals(piece.body)) return null;
    if (!known) byNumber.set(piece.number, piece);
  }
  const total = pieces.find((piece) => piece.total !== null)?.total ?? 0;
  const ordered = [...byNumber.values()].sort((a, b) => a.number - b.number);
  const whole = ordered.length === total && ordered.every((piece, index) => piece.number === index + 1);
  return whole && total > 1 ? ordered : null;
}

/** Fields that the mail inside brings itself (RFC 2046, 5.2.2.1). */
const inner = /^(content-[\w-]+|subject|message-id|encrypted|mime-version):/i;

function join(pieces: readonly Piece[]): JoinedVolumes | null {
  const ordered = inOrder(pieces);
  // What arrives in pieces has arrived with the last of them.
  const last = lastReceived(pieces.map(({ file }) => file));
  const outer = pieces.find(({ file }) => file === last);
  if (!ordered || !last || !outer) return null;
  if (ordered.reduce((sum, { body }) => sum + body.length, 0) > MOST_JOINED_BYTES) return null;
  const fields = outer.fields.filter((field) => !inner.test(field));
  const head = Buffer.from(fields.map((field) => `${field}\r\n`).join(""), "latin1");
  const name = last.file.replace(/\.eml$/i, "");
  const path = refusals.zh["name.joinedMail"].replace("{name}", name);
  return {
    input: {
      path,
      bytes: Buffer.concat([head, ...ordered.map(({ body }) => body)]),
      provenance: { ...last.provenance, path },
    },
    parts: pieces.map(({ file }) => file),
  };
}

/** Mails whose numbered pieces (`message/partial`) are all among these files. */
export function joinMails(files: readonly InspectedFile[]): JoinedVolumes[] {
  const pieces = files.filter(isMailPiece).flatMap((file) => pieceOf(file) ?? []);
  return [...Map.groupBy(pieces, ({ id }) => id).values()].flatMap((set) => join(set) ?? []);
}

import {
  contentsAt,
  hasPassingRefusal,
  insertArrival,
  insertContent,
  insertPrepared,
  type PreparedReading,
  replaceRefusal,
} from "../db/contents.ts";
import { transact } from "../db/database.ts";
import { listMappings } from "../db/mappings.ts";
import type { StoredRound } from "../db/rounds.ts";
import { storeSearchRows, type WaitingSource } from "../db/search.ts";
import type { InspectedFile } from "../intake/inspect.ts";
import { looksLikeMailPiece } from "../intake/volumes/join-mails.ts";
import { type Context, record } from "./context.ts";
import { sha256Of } from "./files.ts";
import { rebuildHolders } from "./rebuild-holders.ts";
import { schemeInForce } from "./rounds.ts";
import { type StorableFile, storableFile } from "./understand.ts";

/** What one source came to: itself and everything inside it. */
export interface StoredSource {
  readonly files: number;
  readonly refused: number;
  /** Texts for the search index, which is filled behind the store. */
  readonly waiting: readonly WaitingSource[];
}

/** A source is stored with everything inside it or not at all: one that has arrived is only read again where that may help. */
export const isToBeRead = (
  context: Context,
  round: StoredRound,
  path: string,
  bytes: Uint8Array,
): boolean => {
  const known = contentsAt(context.db, round.id, path);
  return (
    known.length === 0 ||
    !known.includes(sha256Of(bytes)) ||
    hasPassingRefusal(context.db, round.id, path) ||
    // It may have come before without the others.
    looksLikeMailPiece(bytes)
  );
};

/** Stores what a source holds, in one transaction with its audit entry; `onStored` happens in it too. */
export function storeSource(
  context: Context,
  round: StoredRound,
  source: { readonly path: string; readonly onStored?: () => void },
  inspected: readonly InspectedFile[],
): StoredSource {
  const { db, ports } = context;
  const importedAt = ports.now();
  const scheme = schemeInForce(round);
  return transact(db, () => {
    const mappings = listMappings(db).map((known) => known.mapping);
    const stored = inspected.map((file) =>
      storeFile(context, round, storableFile(file, scheme, mappings), importedAt),
    );
    const came = stored.filter((file) => file.isArrival || file.isReadAgain);
    const refused = came.filter((file) => file.isRefused).length;
    rebuildHolders(
      context,
      round,
      stored.filter((file) => file.isReadAgain).map((file) => file.sha256),
      "reread",
    );
    if (came.length > 0)
      record(context, "import.file", round.id, {
        path: source.path,
        files: String(came.length),
        refused: String(refused),
      });
    source.onStored?.();
    return { files: came.length, refused, waiting: stored.flatMap((file) => file.waiting ?? []) };
  });
}

interface StoredFile {
  readonly sha256: string;
  readonly isArrival: boolean;
  /** Refused before, and not for what it is. */
  readonly isReadAgain: boolean;
  readonly isRefused: boolean;
  readonly waiting: WaitingSource | null;
}

function storeFile(
  context: Context,
  round: StoredRound,
  { file, read, searchRows }: StorableFile,
  importedAt: string,
): StoredFile {
  const { db, ports } = context;
  const isArrival = insertArrival(db, round.id, arrivalOf(file, ports.newId(), importedAt));
  if (isArrival) insertContent(db, file.sha256, file.content);
  const reading = { ...headOf(file), ...read };
  const isNew = isArrival && insertPrepared(db, round.id, reading);
  // A piece of an archive that could not be taken out has no content of its own to be known by.
  const isReadAgain = !isNew && file.bytes > 0 && replaceRefusal(db, round.id, reading);
  const waiting =
    (isNew || isReadAgain) && searchRows.length > 0
      ? storeSearchRows(db, round.id, file.sha256, searchRows)
      : null;
  return { sha256: file.sha256, isArrival, isReadAgain, isRefused: file.status === "refused", waiting };
}

const headOf = (
  file: InspectedFile,
): Omit<PreparedReading, "kind" | "messages" | "document" | "extraction"> => ({
  sha256: file.sha256,
  name: file.file.slice(file.file.lastIndexOf("/") + 1),
  bytes: file.bytes,
  status: file.status,
  error: file.error,
});

const arrivalOf = (file: InspectedFile, id: string, importedAt: string) => ({
  id,
  sha256: file.sha256,
  path: file.file,
  container: containerOf(file.file),
  sender: file.provenance.sender ?? null,
  subject: file.provenance.subject ?? null,
  receivedAt: file.provenance.receivedAt ?? null,
  importedAt,
});

/** `mail.eml!/zip.zip!/a.docx` came in `mail.eml!/zip.zip`. */
const containerOf = (path: string): string | null => {
  const cut = path.lastIndexOf("!/");
  return cut < 0 ? null : path.slice(0, cut);
};

import { readContent, readingName } from "../db/contents.ts";
import type { Database } from "../db/database.ts";
import { IntakeRefusal } from "../intake/intake-refusal.ts";
import { defaultLimits } from "../intake/limits.ts";
import { openPackage, readEntry } from "../intake/open-package.ts";
import type { ServedFile } from "../program.ts";
import { pictureType } from "../serve/content-type.ts";

/** A photograph of a page; more is no picture in a text. */
const MOST_BYTES = 40 * 1024 * 1024;

const lastStep = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

/** Office files keep their pictures in a folder of their own: `word/media`, `xl/media`, `Pictures`. */
const inPictureFolder = (name: string): boolean => /(^|\/)(media|Pictures)\//i.test(name);

/**
 * A picture inside an imported office file by the name its image block has. Only kinds the window can show (by content);
 * `null`: none such, or one that breaks a limit.
 */
export function embeddedPicture(
  db: Database,
  round: string,
  sha256: string,
  name: string,
): ServedFile | null {
  const bytes = readingName(db, round, sha256) === null ? null : readContent(db, sha256);
  if (bytes?.[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  try {
    const source = openPackage(bytes, defaultLimits);
    const entry = source.entries.find(
      (candidate) =>
        inPictureFolder(candidate.name) && lastStep(candidate.name).toLowerCase() === name.toLowerCase(),
    );
    if (entry === undefined) return null;
    const content = readEntry(source, entry, defaultLimits, MOST_BYTES);
    return pictureType(content) === null ? null : { name: lastStep(entry.name), bytes: content };
  } catch (error) {
    if (error instanceof IntakeRefusal) return null;
    throw error;
  }
}

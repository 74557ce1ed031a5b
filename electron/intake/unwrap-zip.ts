import { cleanPath, distinctName, isDisguised, isUnsafePath } from "./clean-name.ts";
import type { Budget, InnerFile } from "./inner-file.ts";
import { IntakeRefusal, refusalFrom } from "./intake-refusal.ts";
import { type Package, type PackageEntry, readEntry } from "./open-package.ts";
import type { Reading } from "./reading.ts";

function entryContent(source: Package, entry: PackageEntry, reading: Reading, budget: Budget): Uint8Array {
  if (entry.symlink || isUnsafePath(entry.name)) throw new IntakeRefusal("unsafe-path");
  const { limits } = reading;
  const content = readEntry(source, entry, limits, Math.min(limits.fileBytes, budget.inflatedBytes));
  budget.inflatedBytes -= content.length;
  return content;
}

function takeOut(
  source: Package,
  entry: PackageEntry,
  reading: Reading,
  budget: Budget,
): Pick<InnerFile, "content" | "refusal"> {
  try {
    return { content: entryContent(source, entry, reading, budget), refusal: null };
  } catch (error) {
    const { code, content } = refusalFrom(error);
    return { content: null, refusal: new IntakeRefusal(code, "", content) };
  }
}

/**
 * The files of an archive, one after the other. An entry that is encrypted, damaged, too large or points outside is given
 * with its refusal; the others are given all the same.
 */
export function* unwrapZip(source: Package, reading: Reading, budget: Budget): Generator<InnerFile> {
  const taken = new Set<string>();
  for (const entry of source.entries) {
    if (entry.folder) continue;
    reading.check();
    budget.files -= 1;
    if (budget.files < 0) throw new IntakeRefusal("too-many-entries");
    const wanted = cleanPath(entry.name);
    const name = distinctName(wanted, taken);
    if (isDisguised(entry.name)) reading.messages.add("name-disguised", name);
    if (name !== wanted) reading.messages.add("duplicate-name", name);
    yield { name, noise: false, ...takeOut(source, entry, reading, budget) };
  }
}

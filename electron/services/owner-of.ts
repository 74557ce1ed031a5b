import { type GroupFile, isSupplement, namesAround } from "../../shared/submission/group-submissions.ts";
import { compact } from "../../shared/text/normalise-text.ts";
import type { NameIndex } from "./name-index.ts";

/** Names shorter than this stand in too many sentences. */
const shortest = 4;

const only = <Thing>(things: readonly Thing[]): Thing | null => {
  const [first, more] = new Set(things);
  return first !== undefined && more === undefined ? first : null;
};

/** The only submission a folder or archive around the files is named after. */
function byFolder<Thing>(group: readonly GroupFile[], known: NameIndex<Thing>): Thing | null {
  for (const file of group)
    for (const name of namesAround(file)) {
      const owner = only(known.find(name));
      if (owner !== null) return owner;
    }
  return null;
}

/** The only submission the subjects of the mails name. */
function bySubject<Thing>(
  group: readonly GroupFile[],
  names: readonly { readonly name: string; readonly thing: Thing }[],
): Thing | null {
  const subjects = group.filter(isSupplement).map((file) => compact(file.provenance.subject ?? ""));
  return only(
    names
      .filter(({ name }) => [...name].length >= shortest)
      .filter(({ name }) => subjects.some((subject) => subject.includes(compact(name))))
      .map(({ thing }) => thing),
  );
}

/** Whose supplement files are that do not name their applicant: their folder says it, else the subject of their mail. */
export const ownerOf = <Thing>(
  group: readonly GroupFile[],
  known: NameIndex<Thing>,
  names: readonly { readonly name: string; readonly thing: Thing }[],
): Thing | null => byFolder(group, known) ?? bySubject(group, names);

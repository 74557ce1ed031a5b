/** Marks that turn the reading direction make `方案‮xcod.exe` look like a document. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f]/g;

/** True for a name that shows otherwise than it is: its extension may not be the one that is seen. */
export const isDisguised = (name: string): boolean => name.search(directionMarks) >= 0;

/** A name as it can be shown: the extension that is seen is the one it has. */
export const withoutMarks = (name: string): string => name.toWellFormed().replace(directionMarks, "");

/** A path from an archive as it is shown and stored: no direction marks, no `./` in front, no doubled slashes. */
export const cleanPath = (path: string): string =>
  path
    .toWellFormed()
    .replace(directionMarks, "")
    .replace(/^(\.\/)+/, "")
    .replace(/\/{2,}/g, "/");

/** True for a path that would leave the folder it is unpacked into, on any system. */
export function isUnsafePath(path: string): boolean {
  if (path.startsWith("/") || /^[a-z]:/i.test(path) || path.search(control) >= 0) return true;
  return path.split("/").some((step) => step.trim() === "..");
}

/** Name of an attachment: one step, nothing that a path could be made of. */
export const cleanName = (name: string): string =>
  name.toWellFormed().replace(directionMarks, "").replace(control, "").replace(/[/\\]/g, "_").trim();

/** Gives the second file of a name another one: `a.docx` → `a (2).docx`. */
export function distinctName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf(".");
  const [stem, extension] =
    dot > name.lastIndexOf("/") + 1 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  let candidate = name;
  for (let count = 2; taken.has(candidate.toLowerCase()); count += 1)
    candidate = `${stem} (${count})${extension}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}

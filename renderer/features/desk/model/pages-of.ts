import type { FileKind } from "../../../../shared/submission/document.ts";
import type { Dossier, DossierFile } from "../../../../shared/submission/dossier.ts";

/** What an expert reads first, first. Mails and archives are wrappers: their content stands beside them. */
const order: readonly FileKind[] = [
  "plan",
  "project-table",
  "indicator-table",
  "application-table",
  "letter",
  "evidence",
  "unknown",
];

/** The readable files of a dossier in reading order. */
export function filesToRead(dossier: Dossier): DossierFile[] {
  return dossier.files
    .filter((file) => order.includes(file.kind))
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

/** Pages every applicant has, in the order of the tabs. */
export const ownPages = ["indicators", "projects", "notice", "notes", "compare", "tasks"] as const;

export const filePage = (file: Pick<DossierFile, "sha256">): string => `file:${file.sha256}`;

/** The page a pane starts with: the plan, else the first file that could be read, else the indicators. */
export function firstPage(dossier: Dossier): string {
  const files = filesToRead(dossier);
  const readable = files.find((file) => file.status !== "refused") ?? files[0];
  return readable === undefined ? "indicators" : filePage(readable);
}

/** The page wanted, as long as the dossier has it. */
export function pageToShow(dossier: Dossier, wanted: string | null): string {
  if (wanted === null) return firstPage(dossier);
  if (!wanted.startsWith("file:")) return wanted;
  return dossier.files.some((file) => filePage(file) === wanted) ? wanted : firstPage(dossier);
}

/** Kinds of which one tab each is shown; what is over goes into the list of further documents. */
export function splitTabs(files: readonly DossierFile[], most: number, shown: string) {
  const tabs = files.slice(0, most);
  const more = files.slice(most);
  const hidden = more.find((file) => filePage(file) === shown);
  return { tabs, more, hidden };
}

import { describe, expect, test } from "vitest";
import { distinctPlaces } from "../../../../renderer/features/desk/model/indicator-values.ts";
import {
  filesToRead,
  firstPage,
  pageToShow,
  splitTabs,
} from "../../../../renderer/features/desk/model/pages-of.ts";
import type { Dossier, DossierFile } from "../../../../shared/submission/dossier.ts";

const file = (
  letter: string,
  kind: DossierFile["kind"],
  status: DossierFile["status"] = "ok",
): DossierFile => ({
  sha256: letter.repeat(64),
  name: `${letter}.docx`,
  bytes: 1,
  kind,
  status,
  error: null,
  messages: [],
  provenance: [],
});
const dossier = (...files: DossierFile[]): Dossier => ({
  submission: "s1",
  number: 1,
  version: 1,
  digest: "0".repeat(64),
  identity: { name: null, city: null, subject: null, direction: null },
  receivedAt: null,
  sender: null,
  files,
  facts: [],
  projects: [],
  statedTotals: [],
  outline: [],
  totalChars: 0,
});

describe("what a pane shows of a dossier", () => {
  test("the plan first, wrappers and noise not at all", () => {
    const files = [file("a", "mail"), file("b", "evidence"), file("c", "plan"), file("d", "noise")];
    expect(filesToRead(dossier(...files)).map((entry) => entry.kind)).toEqual(["plan", "evidence"]);
  });

  test("a plan that could not be read gives way to a document that could", () => {
    const files = [file("a", "plan", "refused"), file("b", "letter")];
    expect(firstPage(dossier(...files))).toBe(`file:${"b".repeat(64)}`);
  });

  test("without any document the indicators are shown", () => {
    expect(firstPage(dossier())).toBe("indicators");
  });

  test("a page of another dossier is not shown, a table is", () => {
    const own = dossier(file("a", "plan"));
    expect(pageToShow(own, `file:${"f".repeat(64)}`)).toBe(`file:${"a".repeat(64)}`);
    expect(pageToShow(own, "projects")).toBe("projects");
  });

  test("documents over the number of tabs stay reachable in the list", () => {
    const files = [file("a", "plan"), file("b", "letter"), file("c", "evidence")];
    const { tabs, more, hidden } = splitTabs(files, 2, `file:${"c".repeat(64)}`);
    expect([tabs.length, more.length, hidden?.name]).toEqual([2, 1, "c.docx"]);
  });

  test("several values out of one sentence lead to one place", () => {
    const place = { file: "a.docx", sha256: "a".repeat(64), block: "b1", text: "" };
    const places = [
      { ...place, start: 1, end: 2 },
      { ...place, start: 5, end: 6 },
      { ...place, cell: "r1c1" },
    ];
    expect(distinctPlaces(places)).toEqual([places[0], places[2]]);
  });
});

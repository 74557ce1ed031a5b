import { describe, expect, it } from "vitest";
import {
  firstFileOf,
  rowsAsArrived,
  rowsBySubmission,
} from "../../../renderer/features/intake/arrival-rows.ts";
import type { Arrival, SubmissionSummary } from "../../../shared/contract/intake.ts";

const arrival = (path: string, part: Partial<Arrival> = {}): Arrival => ({
  id: path,
  sha256: path,
  path,
  container: path.includes("!/") ? path.slice(0, path.lastIndexOf("!/")) : null,
  sender: null,
  subject: null,
  receivedAt: null,
  importedAt: "2021-11-28T00:00:00Z",
  bytes: 1,
  kind: "plan",
  status: "ok",
  error: null,
  messages: [],
  submission: null,
  ...part,
});

const submission = (id: string): SubmissionSummary => ({
  id,
  number: 1,
  version: 1,
  name: id,
  city: "",
  subject: null,
  direction: null,
  files: 1,
  refusedFiles: 0,
  questions: 0,
  receivedAt: null,
  standing: "in",
  standingReason: "",
});

describe("what arrived, as a list", () => {
  it("puts what was in a mail and in an archive under it, without noise", () => {
    const rows = rowsAsArrived([
      arrival("报送.eml", { kind: "mail" }),
      arrival("报送.eml!/附件.zip", { kind: "archive" }),
      arrival("报送.eml!/附件.zip!/方案.docx"),
      arrival("报送.eml!/附件.zip!/Thumbs.db", { kind: "noise" }),
      arrival("单个.docx"),
    ]);
    expect(rows.map((row) => `${row.depth} ${row.key}`)).toEqual([
      "0 报送.eml",
      "1 报送.eml!/附件.zip",
      "2 报送.eml!/附件.zip!/方案.docx",
      "0 单个.docx",
    ]);
  });

  it("keeps a file whose container is not shown", () => {
    expect(rowsAsArrived([arrival("丢失.zip!/方案.docx")]).map((row) => row.depth)).toEqual([0]);
  });

  it("opens the files of one applicant and lists files of none last", () => {
    const rows = rowsBySubmission(
      [arrival("a.docx", { submission: "s1" }), arrival("b.docx", { submission: "s2" }), arrival("函.docx")],
      [submission("s1"), submission("s2")],
      "s1",
    );
    expect(rows.map((row) => row.key)).toEqual(["s1", "a.docx", "s2", "unplaced", "函.docx"]);
  });
});

describe("the file shown first for an applicant", () => {
  it("is the one most values come from", () => {
    const files = [
      arrival("函.docx", { submission: "s", kind: "letter" }),
      arrival("方案.docx", { submission: "s", kind: "plan" }),
      arrival("附件1.xlsx", { submission: "s", kind: "indicator-table" }),
    ];
    expect(firstFileOf(files, "s")?.path).toBe("附件1.xlsx");
  });

  it("is one that could be read, if there is any", () => {
    const files = [
      arrival("附件1.xlsx", { submission: "s", kind: "indicator-table", status: "refused" }),
      arrival("函.docx", { submission: "s", kind: "letter" }),
    ];
    expect(firstFileOf(files, "s")?.path).toBe("函.docx");
  });
});

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { FileKind } from "../../../shared/submission/document.ts";
import type { Extraction } from "../../../shared/submission/fact.ts";
import type { GroupFile } from "../../../shared/submission/group-submissions.ts";
import { countLooks } from "../../support/count-looks.ts";
import { groupSubmissions } from "../../support/group-submissions.ts";
import { hunanScheme, sha256 } from "./support.ts";

const evidence = { file: "x", sha256, block: "b1", text: "x" };

interface Told {
  readonly name?: string;
  readonly city?: string;
  readonly rows?: readonly string[];
}

const extraction = (kind: FileKind, told: Told): Extraction => ({
  kind,
  applicant: {
    name: told.name === undefined ? null : { value: told.name, sure: true, evidence },
    city: told.city === undefined ? null : { value: told.city, sure: true, evidence },
    subject: null,
    direction: null,
  },
  facts: [],
  projects: [],
  statedTotal: null,
  applications: (told.rows ?? []).map((name) => ({
    city: "长沙市",
    name,
    subject: null,
    direction: null,
    contact: "",
    evidence,
  })),
  outline: [],
  totalChars: 0,
});

const file = (path: string, kind: FileKind | null, told: Told = {}): GroupFile => ({
  file: path,
  sha256: Array.from(path)
    .reduce((hash, letter) => ((hash * 31 + (letter.codePointAt(0) ?? 0)) % 0xffffff) >>> 0, 7)
    .toString(16)
    .padStart(64, "0"),
  provenance: { path },
  extraction: kind === null ? null : extraction(kind, told),
  container: path.includes("!/") ? path.slice(0, path.lastIndexOf("!/")) : null,
});

const shape = (files: readonly GroupFile[]) => {
  const { submissions, roundFiles } = groupSubmissions(files, hunanScheme);
  return {
    submissions: submissions.map((group) => [
      group.name?.value ?? null,
      ...group.files.map((member) => member.file),
    ]),
    roundFiles: roundFiles.map((member) => member.file),
  };
};

const city = [
  file("长沙.zip!/长沙市/推荐文件.docx", "letter"),
  file("长沙.zip!/长沙市/附件4.xlsx", "application-table", { rows: ["示例南方大学", "示例机械有限公司"] }),
  file("长沙.zip!/长沙市/01南方大学/方案.docx", "plan", { name: "示例南方大学", city: "长沙市" }),
  file("长沙.zip!/长沙市/01南方大学/附件3.xlsx", "project-table"),
  file("长沙.zip!/长沙市/01南方大学/证明材料/证明.pdf", null),
  file("长沙.zip!/长沙市/02示例机械/方案.docx", "plan", { name: "示例机械有限责任公司" }),
  file("长沙.zip!/长沙市/02示例机械/附件1.xlsx", "indicator-table", { name: "示例机械有限公司" }),
];

describe("groupSubmissions", () => {
  it("makes several submissions of an archive with a folder per applicant; what is the city's stays with the round", () => {
    expect(shape(city)).toEqual({
      submissions: [
        [
          "示例南方大学",
          "长沙.zip!/长沙市/01南方大学/方案.docx",
          "长沙.zip!/长沙市/01南方大学/证明材料/证明.pdf",
          "长沙.zip!/长沙市/01南方大学/附件3.xlsx",
        ],
        [
          "示例机械有限责任公司",
          "长沙.zip!/长沙市/02示例机械/方案.docx",
          "长沙.zip!/长沙市/02示例机械/附件1.xlsx",
        ],
      ],
      roundFiles: ["长沙.zip!/长沙市/推荐文件.docx", "长沙.zip!/长沙市/附件4.xlsx"],
    });
  });

  it("makes one submission of a mail that carries one applicant, its letter and its one-row table with it", () => {
    const mail = [
      file("湘潭.eml!/推荐函.docx", "letter"),
      file("湘潭.eml!/方案.docx", "plan", { name: "湘潭示例高新区" }),
      file("湘潭.eml!/附件4.xlsx", "application-table", {
        name: "湘潭示例高新技术产业开发区",
        rows: ["湘潭示例高新技术产业开发区"],
      }),
      file("湘潭.eml!/坏文件.docx", null),
    ];
    expect(shape(mail)).toEqual({
      submissions: [
        [
          "湘潭示例高新区",
          "湘潭.eml!/坏文件.docx",
          "湘潭.eml!/推荐函.docx",
          "湘潭.eml!/方案.docx",
          "湘潭.eml!/附件4.xlsx",
        ],
      ],
      roundFiles: [],
    });
  });

  it("keeps the same name from two cities apart, and joins the same name in two mails of one city", () => {
    const files = [
      file("a.eml!/方案.docx", "plan", { name: "示例大学", city: "长沙市" }),
      file("b.eml!/方案.docx", "plan", { name: "示例大学", city: "株洲市" }),
      file("c.eml!/附件3.xlsx", "project-table", { name: "示例大学", city: "长沙市" }),
    ];
    expect(shape(files).submissions).toEqual([
      ["示例大学", "a.eml!/方案.docx", "c.eml!/附件3.xlsx"],
      ["示例大学", "b.eml!/方案.docx"],
    ]);
  });

  it("lets a plan whose applicant could not be read be a submission, with the folder that names its owner", () => {
    const files = [
      file("衡阳市/示例园区/方案.docx", "plan", { name: "衡阳示例园区" }),
      file("衡阳市/某某职业技术学院/方案.docx", "plan"),
      file("衡阳市/某某职业技术学院/扫描.pdf", null),
    ];
    expect(shape(files).submissions).toEqual([
      [null, "衡阳市/某某职业技术学院/扫描.pdf", "衡阳市/某某职业技术学院/方案.docx"],
      ["衡阳示例园区", "衡阳市/示例园区/方案.docx"],
    ]);
  });

  it("leaves a loose file that names nobody with the round", () => {
    expect(shape([file("不明.xlsx", "unknown"), file("方案.docx", "plan", { name: "示例大学" })])).toEqual({
      submissions: [["示例大学", "方案.docx"]],
      roundFiles: ["不明.xlsx"],
    });
  });

  it("does not depend on the order in which files arrive", () => {
    const all = [
      ...city,
      file("x.eml!/方案.docx", "plan", { name: "示例机械有限公司", city: "株洲市" }),
      file("不明.xlsx", "unknown"),
      file("x.eml!/说明.docx", "unknown"),
    ];
    const expected = shape(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), (files) => {
        expect(shape(files)).toEqual(expected);
      }),
    );
  });

  it("places every file exactly once", () => {
    const { submissions, roundFiles } = shape(city);
    const placed = [...submissions.flatMap(([, ...files]) => files), ...roundFiles];
    expect(placed.sort()).toEqual(city.map((member) => member.file).sort());
  });
});

test("four times as many mails are looked into about four times as often, not sixteen", () => {
  const mails = (count: number): GroupFile[] =>
    Array.from({ length: count }, (_, number) => {
      const mail = `信/${number}.eml`;
      const name = `示例第${number}大学`;
      const provenance = { path: mail, subject: `关于${name}申报材料的报送` };
      return [
        file(mail, "mail"),
        file(`${mail}!/方案.docx`, "plan", { name }),
        { ...file(`散/${number}.pdf`, "evidence"), provenance },
      ];
    }).flat();
  const looksAt = (count: number): number =>
    countLooks(mails(count), (watched) => {
      expect(groupSubmissions(watched, hunanScheme).submissions).toHaveLength(count);
    });
  const few = looksAt(100);
  expect(few).toBeGreaterThan(300);
  // Sorting takes somewhat more than four times as many.
  expect(looksAt(400) / few).toBeLessThan(6);
});

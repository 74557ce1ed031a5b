import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import ExcelJS, { type Workbook } from "exceljs";
import { fromBufferPromise } from "yauzl";
import type { NumberedExpert } from "../../../electron/export/score-table-input.ts";
import type { ScoreDetail } from "../../../shared/contract/ranking.ts";
import type { DirectionId, SubjectId } from "../../../shared/scheme/scheme.ts";
import { rank } from "../../../shared/scoring/rank.ts";
import type { RankingRule } from "../../../shared/scoring/ranking.ts";
import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import { rankInput } from "../../support/ranking-input.ts";
import { scoreForm } from "../../support/score-form.ts";

export const at = "2021-12-10T02:00:00.000Z";

export const hunanCities = [
  "长沙市",
  "株洲市",
  "湘潭市",
  "衡阳市",
  "邵阳市",
  "岳阳市",
  "常德市",
  "张家界市",
  "益阳市",
  "郴州市",
  "永州市",
  "怀化市",
  "娄底市",
  "湘西土家族苗族自治州",
];

export interface TestApplicant {
  readonly name: string;
  readonly city: string;
  readonly subject: SubjectId;
  readonly direction: DirectionId;
  /** Item scores of expert 1, 2, …; `null`: recused. */
  readonly scores: readonly (readonly string[] | null)[];
}

export interface TestRound {
  readonly experts: readonly NumberedExpert[];
  readonly ranking: ReturnType<typeof rank>;
  readonly detail: ScoreDetail;
}

export const form: ScoreForm = scoreForm({ basis: "30", features: "30", tasks: "20", goals: "20" }, "0.1");

/** A ranked round out of item scores; totals are added in hundredths, apart from the code under test. */
export function rankedRound(
  applicants: readonly TestApplicant[],
  rule: Partial<RankingRule> = {},
): TestRound {
  const sheets = applicants.flatMap(({ scores }, i) =>
    scores.map((items, at) => ({
      submission: `s${i + 1}`,
      expert: `e${at + 1}`,
      items,
      total: items === null ? null : sum(items),
      recused: items === null,
    })),
  );
  const ranking = rank(
    rankInput({
      rule: {
        method: "trimmed",
        decimals: 2,
        minimumSheets: 3,
        seats: { employment: 2, integration: 2, lean: 2, global: 2 },
        ...rule,
      },
      cities: hunanCities,
      experts: Array.from({ length: 9 }, (_, i) => ({ id: `e${i + 1}`, name: `专家${i + 1}` })),
      submissions: applicants.map(({ name, city, subject, direction }, i) => ({
        submission: `s${i + 1}`,
        number: i + 1,
        name,
        city,
        subject,
        direction,
      })),
      sheets,
    }),
  );
  const rows = sheets.flatMap(({ submission, expert, items, total }) =>
    items === null || total === null
      ? []
      : [
          {
            submission,
            expert,
            expertName: `专家${expert.slice(1)}`,
            items: form.items.map(({ id }, i) => ({ item: id, score: items[i] ?? null, comment: "" })),
            remark: "",
            total,
          },
        ],
  );
  const experts = [...new Set(sheets.map(({ expert }) => expert))].map((expert, i) => ({
    expert,
    name: `专家${i + 1}`,
    number: i + 1,
  }));
  return { ranking, detail: { form, rows }, experts };
}

function sum(items: readonly string[]): string {
  const hundredths = items.reduce((total, item) => total + Math.round(Number(item) * 100), 0);
  return String(hundredths / 100);
}

export async function unzip(file: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(file);
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return parts;
}

export async function openWorkbook(file: Uint8Array): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  // exceljs asks for an ArrayBuffer in its types and takes a Buffer.
  await workbook.xlsx.load(new Uint8Array(file).buffer);
  return workbook;
}

export const hasOffice = spawnSync("soffice", ["--version"]).status === 0;
export const hasPoppler = spawnSync("pdfinfo", ["-v"]).status === 0;

/** Without this LibreOffice shows the results that stand in the file. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Converts with LibreOffice under its own profile, so that an office that is open elsewhere is not in the way. */
export function convert(file: Buffer, from: "docx" | "xlsx", to: "pdf" | "xlsx"): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "pingshen-office-"));
  try {
    const source = join(folder, `source.${from}`);
    const out = join(folder, "out");
    writeFileSync(source, file);
    mkdirSync(join(folder, "profile/user"), { recursive: true });
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), alwaysRecalculate);
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        out,
        source,
      ],
      { stdio: "ignore", timeout: 1_200_000 },
    );
    return readFileSync(join(out, `source.${to}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import type { Document, FileKind } from "../document.ts";
import type { Extraction } from "../fact.ts";

export interface ClassifyInput {
  readonly document: Document;
  readonly file: string;
  readonly found: Pick<Extraction, "projects" | "applications" | "outline" | "facts" | "totalChars">;
  readonly indicatorTables: number;
}

const firstLines = 8;

function opening(document: Document): string {
  const texts: string[] = [];
  for (const block of document.blocks.slice(0, firstLines)) {
    texts.push(
      block.kind === "table"
        ? block.cells
            .slice(0, 4)
            .map((cell) => cell.text)
            .join("\n")
        : block.text,
    );
  }
  return texts.join("\n").replace(/[^\S\n]/g, "");
}

const letterTitle =
  /关于.{0,40}(?:推荐|报送|上报|申报|呈报).{0,60}的?(?:函|请示|报告|意见|通知)|推荐(?:函|文件|意见|报告)$/m;
const planTitle = /(?:实施|建设|创建|工作)方案|书面材料|申报(?:材料|书|报告)|建设规划/;
const evidenceTitle = /证明|证书|营业执照|审计报告|批复|认定|合同|协议|承诺书|公示|获奖|专利/;
const planLength = 800;
const longestTitle = 24;

const byName: readonly (readonly [RegExp, FileKind])[] = [
  [/申报汇总表|附件4|推荐汇总表/, "application-table"],
  [/项目汇总表|建设项目(?:汇总|清单)|附件3/, "project-table"],
  [/指标(?:表|情况)|量化指标/, "indicator-table"],
  [/推荐(?:函|文件|意见)|请示|报送函|申报函/, "letter"],
  [/方案|书面材料|申报材料|申报书/, "plan"],
  [/证明|证书|执照|审计|批复|附件/, "evidence"],
];

function byContent(input: ClassifyInput): FileKind | null {
  const { found, document } = input;
  const start = opening(document);
  const prose = document.blocks.reduce(
    (sum, block) => sum + (block.kind === "paragraph" ? block.text.length : 0),
    0,
  );
  const matched = found.outline.filter((section) => section.section !== null).length;
  if (letterTitle.test(start) && prose < 3000 && matched < 2) return "letter";
  if (matched >= 2 || (planTitle.test(start) && prose >= planLength)) return "plan";
  const tables: (readonly [number, FileKind])[] = [
    [found.applications.length, "application-table"],
    [found.projects.length, "project-table"],
    [input.indicatorTables, "indicator-table"],
  ];
  const [best] = tables.filter(([count]) => count > 0 && prose < planLength * 2);
  if (best !== undefined) return best[1];
  if (prose >= planLength * 2 && found.outline.length >= 3) return "plan";
  const titles = start.split("\n").filter((line) => line.length <= longestTitle && !/[。；;]/.test(line));
  return titles.some((line) => evidenceTitle.test(line)) ? "evidence" : null;
}

const longestTableTitle = 40;

/** A line that calls itself one of the annexed tables, though nothing was read out of it. */
function byTitle(document: Document): FileKind | null {
  const titles = opening(document)
    .split("\n")
    .filter((line) => line.length <= longestTableTitle && /(?:表|清单)(?:[(（].*)?$/.test(line));
  for (const [pattern, kind] of byName.slice(0, 3))
    if (titles.some((line) => pattern.test(line))) return kind;
  return null;
}

/** What a file is for: its content decides; only where that says nothing its title and its name do. */
export function classify(input: ClassifyInput): FileKind {
  const content = byContent(input) ?? byTitle(input.document);
  if (content !== null) return content;
  const name = input.file.split(/!\/|[/\\]/).at(-1) ?? "";
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? "unknown";
}

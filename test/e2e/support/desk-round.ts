import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "../../../shared/submission/document.ts";
import { schemeOf } from "../../support/dossier.ts";
import { startProgram } from "../../support/program.ts";
import { type OpenedRound, seedRound } from "../../support/seeded-round.ts";

export interface DeskRound extends OpenedRound {
  readonly dataFolder: string;
}

/** A plan with every section of the notice; `paragraphs` of about 100 characters in each. */
export function planBlocks(name: string, paragraphs: number): Document["blocks"] {
  let id = 0;
  const nextId = (): string => {
    id += 1;
    return `b${id}`;
  };
  const { outline } = schemeOf("hunan-2021");
  return outline.flatMap(({ title }, section): Document["blocks"] => [
    { kind: "heading", id: nextId(), level: 1, text: title },
    ...Array.from({ length: paragraphs }, (_, index) => ({
      kind: "paragraph" as const,
      id: nextId(),
      text: `${name}（${section + 1}.${index + 1}）：建立由县长任组长的领导小组，2020年吸纳重点人群就业11,${String(200 + index)}人，建成双创服务大厦3.45万平方米，汇聚服务机构21家。`,
    })),
  ]);
}

/** A data folder with an open round, made by the services themselves: no time is spent on importing files. */
export async function makeDeskRound(
  options: { applicants?: number; paragraphs?: number; extra?: Document["blocks"] } = {},
): Promise<DeskRound> {
  const dataFolder = mkdtempSync(join(tmpdir(), "pingshen-desk-round-"));
  const program = await startProgram(dataFolder);
  const names = ["湘潭示例莲城", "望城示例", "衡阳示例雁城", "岳阳示例临港", "郴州示例矿物", "常德示例德山"];
  const opened = await seedRound(program, {
    applicants: Array.from({ length: options.applicants ?? 4 }, (_, index) => {
      const name = `${names[index] ?? `示例第${index + 1}`}高新技术产业开发区`;
      return {
        name,
        direction: "lean" as const,
        // The first applicant says two numbers for the same thing.
        facts: [
          { key: "lean-firms", value: String(300 + index * 40), unit: "家" },
          ...(index === 0 ? [{ key: "lean-firms", value: "365", unit: "家" }] : []),
        ],
        blocks: [...planBlocks(name, options.paragraphs ?? 12), ...(options.extra ?? [])],
      };
    }),
    experts: ["王甲", "李乙"],
  });
  await program.close();
  return { ...opened, dataFolder };
}

export const deskPath = (round: DeskRound, submission?: string, expert = 0): string =>
  `/round/${round.round}/desk/${round.experts[expert]?.id ?? ""}${submission === undefined ? "" : `?submission=${submission}`}`;

import type { Ranking, RankRow } from "../../shared/scoring/ranking.ts";
import type { Block } from "../../shared/submission/document.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { inspectFile } from "../intake/inspect.ts";
import { defaultLimits } from "../intake/limits.ts";

/** A written file is read back as a foreign one would be. A difference is a fault of the program: nothing is handed out. */
async function readBack(file: string, bytes: Uint8Array): Promise<readonly Block[]> {
  const [read] = await inspectFile(
    { path: file, bytes: new Uint8Array(bytes), provenance: {} },
    { scheme: null, limits: defaultLimits },
  );
  if (!read?.document) throw new Error(`${file} cannot be read back: ${read?.error?.code ?? "nothing"}`);
  return read.document.blocks;
}

const rowsOf = (ranking: Ranking): readonly RankRow[] => ranking.directions.flatMap(({ rows }) => rows);

/**
 * 打印数与库内数一致 for a list of names: all recommended applicants stand in it and nobody else. Gives how many.
 */
export async function namesAsStored(file: string, bytes: Uint8Array, ranking: Ranking): Promise<number> {
  const blocks = await readBack(file, bytes);
  let rest = blocks.map((block) => ("text" in block ? block.text : "")).join("\n");
  const rows = rowsOf(ranking);
  const recommended = rows.filter((row) => row.place === "recommended").map((row) => row.name);
  for (const name of [...recommended].sort((one, other) => other.length - one.length)) {
    const at = rest.indexOf(name);
    if (at < 0) throw new Error(`${file} does not name ${name}`);
    rest = rest.slice(0, at) + rest.slice(at + name.length);
  }
  const stranger = rows.find((row) => row.place !== "recommended" && rest.includes(row.name));
  if (stranger) throw new Error(`${file} names ${stranger.name}`);
  return recommended.length;
}

/** The same for the score table: every applicant's score is shown with the very digits that are stored. Gives how many. */
export async function scoresAsStored(file: string, bytes: Uint8Array, ranking: Ranking): Promise<number> {
  const tables = (await readBack(file, bytes)).filter((block) => block.kind === "table");
  const shown = new Map<string, string>();
  for (const { cells } of tables) {
    const columnOf = (head: "applicant" | "score"): number | undefined =>
      cells.find((cell) => cell.text === say("zh", `export.score.${head}`))?.column;
    const [name, score] = [columnOf("applicant"), columnOf("score")];
    if (name === undefined || score === undefined) continue;
    const texts = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell.text]));
    for (const cell of cells)
      if (cell.column === name) shown.set(cell.text, texts.get(`${cell.row} ${score}`) ?? "");
  }
  const rows = rowsOf(ranking);
  for (const row of rows) {
    const printed = shown.get(row.name);
    if (printed !== (row.score ?? ""))
      throw new Error(`${file} shows ${printed} for ${row.name}, not ${row.score}`);
  }
  return rows.filter((row) => row.score !== null).length;
}

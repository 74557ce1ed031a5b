import { DateTime } from "luxon";
import type {
  EvaluationResult,
  EvaluationRound,
  EvaluationRow,
} from "../../shared/register/evaluation-round.ts";
import type { Evaluation } from "../../shared/scheme/scheme.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { headingNumber } from "./gb9704.ts";
import { type GroupNames, groupName } from "./group-name.ts";
import { type Line, type PageMargin, writeOfficialDocument } from "./official-document.ts";
import { titleLines } from "./recommendation-list.ts";

export interface EvaluationList {
  /** Name of the evaluated list. */
  readonly list: string;
  readonly evaluation: Evaluation;
  readonly round: EvaluationRound;
  readonly groupNames: GroupNames;
  readonly at: string;
  readonly margin?: PageMargin;
}

interface Judged {
  readonly row: EvaluationRow;
  readonly result: EvaluationResult;
  readonly group: string;
}

const day = (date: string): string => DateTime.fromISO(date, { zone: "utc" }).toFormat("yyyy年L月d日");

/** 限期整改 says by when; other results are a name in a line. */
function line({ row, result }: Judged): string {
  const days = [
    result.deadline === null ? "" : say("zh", "export.evaluation.deadline", { date: day(result.deadline) }),
    result.reevaluation === null
      ? ""
      : say("zh", "export.evaluation.reevaluation", { date: day(result.reevaluation) }),
  ].filter((text) => text !== "");
  return days.length === 0 ? row.name : `${row.name}（${days.join("，")}）`;
}

const counted = (count: number): string => say("zh", "export.totalCount", { count: String(count) });

/** Outcome by outcome in the order of the document, each with what follows; inside by the types the document sorts by. */
function evaluationLines(list: EvaluationList): Line[] {
  const judged = list.round.groups.flatMap(({ id, rows }) =>
    rows.flatMap((row): Judged[] => {
      const result = row.results.at(-1);
      const group = id === null ? say("zh", "export.evaluation.otherGroup") : groupName(list.groupNames, id);
      return result ? [{ row, result, group }] : [];
    }),
  );
  const used = list.evaluation.outcomes.filter(({ id }) =>
    judged.some(({ result }) => result.outcome === id),
  );
  const title = say("zh", "export.evaluation.title", { year: String(list.round.year), list: list.list });
  return [
    { style: "annex", text: say("zh", "export.annex") },
    { style: "blank", text: "" },
    ...titleLines(title).map((text): Line => ({ style: "title", text })),
    { style: "blank", text: "" },
    ...used.flatMap(({ id, name, consequence }, index): Line[] => {
      const own = judged.filter(({ result }) => result.outcome === id);
      return [
        { style: "level-one", text: `${headingNumber(index + 1)}、${name}${counted(own.length)}` },
        { style: "text", text: `${consequence}。` },
        ...[...Map.groupBy(own, ({ group }) => group)].flatMap(([group, members], at): Line[] => [
          { style: "level-two", text: `（${headingNumber(at + 1)}）${group}${counted(members.length)}` },
          ...members.map((one): Line => ({ style: "text", text: line(one) })),
        ]),
      ];
    }),
  ];
}

/** 评估结果名单 as .docx after GB/T 9704-2012. Bases without a result stand in no list. */
export const writeEvaluationList = (list: EvaluationList): Promise<Buffer> =>
  writeOfficialDocument(evaluationLines(list), {
    title: say("zh", "export.evaluation.title", { year: String(list.round.year), list: list.list }),
    at: list.at,
    ...(list.margin ? { margin: list.margin } : {}),
  });

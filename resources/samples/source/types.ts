import type { DirectionId, SubjectId } from "../../../shared/scheme/scheme.ts";
import type { Qualifier } from "../../../shared/submission/fact.ts";

/** One line of 附件1. What is printed and what a correct reader makes of it are written down apart, by hand. */
export interface IndicatorRow {
  readonly key: string;
  readonly label: string;
  /** As printed: 人, 万元, 亿元, 元, %, 个 … */
  readonly unit: string;
  /** 2018, 2019, 2020 as printed. */
  readonly years?: readonly [string, string, string];
  /** Three-year mean, or the present state, as printed. */
  readonly value: string;
  /** Aim for 2024 as printed; empty where the table has none. */
  readonly target: string;
  readonly note?: string;
  /** In the scheme's unit; `null`: the cell says that there is nothing. */
  readonly expect: {
    readonly years?: readonly [string | null, string | null, string | null];
    readonly value: string | null;
    readonly valueQualifier?: Qualifier;
    readonly target: string | null;
    readonly targetQualifier?: Qualifier;
  };
}

export interface ProjectRow {
  readonly name: string;
  readonly organization: string;
  readonly content: string;
  readonly period: string;
  /** As printed, in the table's unit or with its own. */
  readonly total: string;
  readonly funding: readonly string[];
  readonly remark: string;
  /** 万元 */
  readonly expect: string;
}

export interface ProjectTable {
  readonly format: "xlsx" | "docx";
  readonly layout: "plain" | "merged" | "grouped";
  /** Where the unit of money stands. */
  readonly unit: { readonly text: string; readonly place: "line" | "header" | "title" | "group" | "cell" };
  readonly fundingNames: readonly string[];
  readonly totalRow: "first" | "last" | "none";
  readonly total: string;
  readonly groups?: readonly { readonly title: string; readonly count: number }[];
  readonly rows: readonly ProjectRow[];
  /** 万元; `null` where the table states no total. */
  readonly expectTotal: string | null;
}

/** A sentence of the plan that states a value, and what a correct reader finds in it. */
export interface StatedFact {
  readonly sentence: string;
  readonly key: string;
  readonly value: string;
  readonly year?: number;
  readonly qualifier?: Qualifier;
  readonly role: "value" | "target";
}

export interface Passage {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export type IndicatorLayout = "wide" | "unit-in-label" | "three-header-rows" | "plain-word";

export interface Applicant {
  readonly id: string;
  readonly name: string;
  /** Short form used inside the text. */
  readonly short: string;
  readonly city: string;
  readonly subject: SubjectId;
  readonly direction: DirectionId;
  readonly contact: { readonly name: string; readonly phone: string };
  /** Which of the variants of the common paragraphs the plan uses. */
  readonly variant: number;
  /** 编制提纲 headings as Word styles, or bold text as most offices write them. */
  readonly headings: "styled" | "bold";
  readonly cover: "table" | "lines";
  readonly team: string;
  readonly industry: string;
  readonly fund: string;
  readonly indicatorLayout: IndicatorLayout;
  readonly indicatorTitle: string;
  readonly indicatorPlaces: readonly ("xlsx" | "plan")[];
  readonly indicators: readonly IndicatorRow[];
  readonly projects: ProjectTable;
  readonly basis: readonly Passage[];
  readonly features: readonly Passage[];
  readonly tasks: readonly Passage[];
  readonly goals: readonly string[];
  readonly stated: readonly StatedFact[];
  /** Only the unique passages, for the plan that is too short. */
  readonly brief?: boolean;
}

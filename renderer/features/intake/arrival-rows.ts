import type { Arrival, SubmissionSummary } from "../../../shared/contract/intake.ts";

/** A line of the list on the left. */
export type ArrivalRow =
  | {
      readonly kind: "submission";
      readonly key: string;
      readonly depth: number;
      readonly submission: SubmissionSummary;
    }
  | { readonly kind: "unplaced"; readonly key: string; readonly depth: number }
  | { readonly kind: "file"; readonly key: string; readonly depth: number; readonly arrival: Arrival };

const fileRow = (arrival: Arrival, depth: number): ArrivalRow => ({
  kind: "file",
  key: arrival.id,
  depth,
  arrival,
});

const isShown = (arrival: Arrival): boolean => arrival.kind !== "noise";

/** Files as they came: a mail or an archive, then what was in it. */
export function rowsAsArrived(arrivals: readonly Arrival[]): ArrivalRow[] {
  const shown = arrivals.filter(isShown);
  const paths = new Set(shown.map((arrival) => arrival.path));
  const children = new Map<string, Arrival[]>();
  const roots: Arrival[] = [];
  for (const arrival of shown) {
    if (arrival.container === null || !paths.has(arrival.container)) roots.push(arrival);
    else children.set(arrival.container, [...(children.get(arrival.container) ?? []), arrival]);
  }
  const rows: ArrivalRow[] = [];
  const add = (arrival: Arrival, depth: number): void => {
    rows.push(fileRow(arrival, depth));
    for (const inner of children.get(arrival.path) ?? []) add(inner, depth + 1);
  };
  for (const root of roots) add(root, 0);
  return rows;
}

/** Applicants with the files of the open one; files of no applicant last. */
export function rowsBySubmission(
  arrivals: readonly Arrival[],
  submissions: readonly SubmissionSummary[],
  open: string | null,
): ArrivalRow[] {
  const shown = arrivals.filter(isShown);
  const rows = submissions.flatMap((submission): ArrivalRow[] => [
    { kind: "submission", key: submission.id, depth: 0, submission },
    ...(submission.id === open
      ? shown.filter((arrival) => arrival.submission === open).map((arrival) => fileRow(arrival, 1))
      : []),
  ]);
  const loose = shown.filter((arrival) => arrival.submission === null);
  if (loose.length === 0) return rows;
  return [
    ...rows,
    { kind: "unplaced", key: "unplaced", depth: 0 },
    ...loose.map((arrival) => fileRow(arrival, 1)),
  ];
}

/** The file to show first for a submission: the one most values come from. */
export function firstFileOf(arrivals: readonly Arrival[], submission: string): Arrival | null {
  const order = ["indicator-table", "plan", "project-table", "application-table"];
  const rank = (arrival: Arrival): number => {
    const at = order.indexOf(arrival.kind);
    return at < 0 ? order.length : at;
  };
  const own = arrivals.filter((arrival) => arrival.submission === submission && isShown(arrival));
  const readable = own.filter((arrival) => arrival.status !== "refused");
  return [...(readable.length > 0 ? readable : own)].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

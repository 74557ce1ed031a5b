import { findCity } from "../scheme/city-name.ts";
import type { Finding } from "../scheme/finding.ts";
import { wordParams } from "../scheme/finding-words.ts";
import { isWordKey, say } from "../text/catalogue/index.ts";
import { placeOf } from "./ask-for.ts";
import type { CorrectionItem } from "./correction.ts";

/** A checked submission, as far as a city answers for it. */
export interface CitySubmission {
  readonly submission: string;
  readonly city: string;
  readonly findings: readonly Finding[];
}

/** What a city's own papers and its recommendation can put right; what a submission says is asked of the applicant. */
function isForCity({ kind, status, reason }: Finding): boolean {
  switch (kind) {
    case "quota":
      return status === "not-met";
    case "duplicate":
      return status === "not-met" || status === "to-confirm";
    case "attachment":
      return status === "not-reported" && reason === "per-city";
    case "application-table":
      return status === "not-reported" || status === "contradiction";
    default:
      return false;
  }
}

function itemOf(finding: Finding): CorrectionItem {
  const detailed = `letter.city.${finding.kind}.${finding.status}.${finding.reason ?? ""}`;
  const plain = `letter.city.${finding.kind}.${finding.status}`;
  const key = isWordKey(detailed) ? detailed : isWordKey(plain) ? plain : "letter.item";
  return {
    rule: finding.rule,
    status: finding.status,
    text: say("zh", key, wordParams("zh", finding)),
    places: [...new Set(finding.evidence.map(placeOf))],
  };
}

/**
 * What the office of each recommending city is asked to put right: quotas exceeded, papers it has not sent, rows of its 申报汇总表 that
 * fit no material, applicants named twice. Cities in the order given; a finding about several cities goes to each of them.
 */
export function cityItems(
  cities: readonly string[],
  round: readonly Finding[],
  submissions: readonly CitySubmission[],
): { city: string; items: CorrectionItem[] }[] {
  const cityOf = new Map(
    submissions.map(({ submission, city }) => [submission, findCity(cities, city) ?? city]),
  );
  const items = new Map<string, CorrectionItem[]>();
  const add = (city: string, finding: Finding): void => {
    if (city !== "") items.set(city, [...(items.get(city) ?? []), itemOf(finding)]);
  };
  for (const finding of round.filter(isForCity)) {
    const named = finding.params.city ?? "";
    const places =
      named === ""
        ? [...new Set((finding.submissions ?? []).map((submission) => cityOf.get(submission) ?? ""))]
        : [findCity(cities, named) ?? named];
    for (const city of places) add(city, finding);
  }
  for (const { submission, findings } of submissions)
    for (const finding of findings)
      if (finding.kind === "application-table" && isForCity(finding))
        add(cityOf.get(submission) ?? "", finding);
  const order = [...cities, ...[...items.keys()].filter((city) => !cities.includes(city)).sort()];
  return order.flatMap((city) => {
    const own = items.get(city);
    return own ? [{ city, items: own }] : [];
  });
}

import type { Evidence } from "../submission/evidence.ts";
import type { ProposedThreshold, ThresholdProposal } from "./propose-thresholds.ts";
import type { DirectionId, Indicator, Scheme, Source } from "./scheme.ts";

/** A proposal as a person confirmed it: its direction is known, and every rule says whom it is for. */
export interface ConfirmedProposal extends Omit<ThresholdProposal, "direction"> {
  readonly direction: DirectionId;
  /** Id for an indicator the scheme does not have yet. */
  readonly newId: string;
}

const sourceOf = (evidence: Evidence): Source => ({
  place: `${evidence.file} ${evidence.cell ?? evidence.block}`,
  quote: evidence.text,
});

const entriesOf = (thresholds: readonly ProposedThreshold[]) =>
  thresholds.flatMap(({ subject, op, value, evidence }) =>
    subject === null ? [] : [[subject, { op, value, source: sourceOf(evidence) }] as const],
  );

function newIndicator(proposal: ConfirmedProposal): Indicator {
  const words = proposal.name
    .replace(/近[一二三四五]年/, "")
    .replace(/[(（][^()（）]*[)）]/g, "")
    // A text speaks of 高新技术企业56家, whatever the table calls their number.
    .replace(/的?(?:总数量?|[人家个件项次户]数|数量?)$/, "")
    .trim();
  return {
    id: proposal.newId,
    direction: proposal.direction,
    name: proposal.name,
    unit: proposal.unit,
    measure: proposal.measure,
    match: { require: [[words === "" ? proposal.name : words]], exclude: [] },
    confusedWith: [],
    thresholds: Object.fromEntries(entriesOf(proposal.thresholds)),
    source: sourceOf(proposal.evidence),
  };
}

function applyOne(scheme: Scheme, proposal: ConfirmedProposal): Scheme {
  const known = scheme.indicators.some((indicator) => indicator.id === proposal.indicator);
  if (!known) return { ...scheme, indicators: [...scheme.indicators, newIndicator(proposal)] };
  return {
    ...scheme,
    indicators: scheme.indicators.map((indicator) =>
      indicator.id === proposal.indicator
        ? {
            ...indicator,
            name: proposal.name,
            unit: proposal.unit,
            measure: proposal.measure,
            source: sourceOf(proposal.evidence),
            // The row of the new annex stands for the whole indicator: a type it does not name is not allowed.
            thresholds: Object.fromEntries(entriesOf(proposal.thresholds)),
          }
        : indicator,
    ),
  };
}

/** Puts confirmed rows of an annex into a draft; each threshold names file and cell as its source. */
export const applyProposals = (scheme: Scheme, confirmed: readonly ConfirmedProposal[]): Scheme =>
  confirmed.reduce(applyOne, scheme);

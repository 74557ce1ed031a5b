import type { Expert } from "../../../shared/contract/expert.ts";
import type { WordsInUse } from "../../ui/use-words.tsx";

export interface ExpertNumbers {
  /** 专家3: score rows show numbers, names stand only where somebody has to be spoken to. */
  readonly label: (expert: string) => string;
  readonly number: (expert: string) => number;
  /** 专家3（李某） */
  readonly full: (expert: string) => string;
}

export function numberExperts(experts: readonly Expert[], t: WordsInUse["t"]): ExpertNumbers {
  const at = new Map(experts.map((expert, index) => [expert.id, index + 1]));
  const names = new Map(experts.map((expert) => [expert.id, expert.name]));
  const label = (id: string): string => {
    const n = at.get(id);
    return n === undefined ? id : t("panel.expertN", { n: String(n) });
  };
  return {
    label,
    number: (id) => at.get(id) ?? 0,
    full: (id) => {
      const name = names.get(id);
      return name === undefined ? id : `${label(id)}（${name}）`;
    },
  };
}

import type { ScoreItem } from "../../shared/scheme/scheme.ts";
import { freezeForm } from "../../shared/scoring/freeze-form.ts";
import type { ScoreForm } from "../../shared/scoring/sheet.ts";

export const scoreItem = (id: string, max: string | null): ScoreItem => ({
  id,
  name: `项目“${id}”'s`,
  guidance: "",
  max,
  source: { place: "测试", quote: "测试" },
});

/** A frozen form; fails loudly, because a test that asks for it wants a good one. */
export function scoreForm(maxima: Record<string, string>, step = "0.5"): ScoreForm {
  const form = freezeForm(
    Object.entries(maxima).map(([id, max]) => scoreItem(id, max)),
    step,
  );
  if (!form.ok) throw new Error(form.code);
  return form.value;
}

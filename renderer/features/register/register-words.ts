import type { BaseAct } from "../../../shared/register/base.ts";
import type { WordsInUse } from "../../ui/use-words.tsx";

/** A list by its title where a scheme of the program publishes it, else by the name the clerk gave it. */
export const registerName = ({ tryWord }: WordsInUse, register: string): string =>
  tryWord(`bases.list.${register}`, register);

/** What happened, in a sentence. */
export function actWords({ t }: WordsInUse, act: BaseAct): string {
  switch (act.kind) {
    case "added":
      return t("bases.act.added", { source: act.details.source });
    case "corrected":
      return t("bases.act.corrected", { name: act.details.name, reason: act.reason });
    case "alias":
      return t("bases.act.alias", { name: act.name, source: act.source });
    case "evaluated":
      return t(`bases.act.${act.effect}`, {
        year: String(act.year),
        reason: act.reason,
        deadline: act.deadline ?? "",
      });
    case "restored":
      return t("bases.act.restored", { reason: act.reason });
  }
}

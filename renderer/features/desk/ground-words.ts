import type { RecusalGround } from "../../../shared/scoring/sheet.ts";
import type { WordsInUse } from "../../ui/use-words.tsx";

export const groundWords = (tryWord: WordsInUse["tryWord"], ground: RecusalGround): string =>
  tryWord(`recusal.${ground}`, ground);

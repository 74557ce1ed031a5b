import { useParams } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useCall } from "../../api/use-call.ts";

type RoundView = OutputOf<"round/get">;

/** Whose desk this is: fixed by the pack on an expert's laptop, chosen on the clerk's, `null` while nobody is. */
export function useSeat(view: RoundView): string | null {
  const { expert } = useParams();
  return view.expert?.id ?? expert ?? null;
}

export const useDeskList = (round: string, expert: string | null) =>
  useCall("desk/list", expert === null ? null : { round, expert });

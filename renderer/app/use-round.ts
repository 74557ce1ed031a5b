import { useEffect } from "react";
import { useParams } from "react-router";
import type { RoundSummary, RoundView } from "../../shared/contract/round.ts";
import { useCall } from "../api/use-call.ts";

let lastRound: string | null = null;

/** The round in the address, for a screen under `/round/:round/…`. */
export function useRoundId(): string {
  const { round } = useParams();
  if (!round) throw new Error("this screen needs a round in its address");
  return round;
}

export const useRound = (round: string) => useCall("round/get", { round });

/** The round the rail leads to: the one in the address, else the last one shown, else the newest. */
export function useCurrentRound(): string | null {
  const { round } = useParams();
  const rounds = useCall("round/list", {});
  useEffect(() => {
    if (round) lastRound = round;
  }, [round]);
  if (round) return round;
  const known = rounds.data ?? [];
  return known.find((entry) => entry.id === lastRound)?.id ?? newest(known)?.id ?? null;
}

const newest = (rounds: readonly RoundSummary[]): RoundSummary | undefined =>
  rounds.reduce<RoundSummary | undefined>(
    (latest, round) => (!latest || round.createdAt > latest.createdAt ? round : latest),
    undefined,
  );

export const isFrozen = (round: Pick<RoundView, "state">): boolean => round.state === "open";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { CallName, InputOf, OutputOf } from "../../shared/contract/index.ts";
import { areaOf } from "./affected-areas.ts";
import { type CallFailure, callOrThrow } from "./call.ts";

export const callKey = <Name extends CallName>(name: Name, input: InputOf<Name>): readonly unknown[] => [
  areaOf(name),
  name,
  input,
];

/** Reads through the contract. `input: null` waits: nothing is asked until there is something to ask. */
export const useCall = <Name extends CallName>(
  name: Name,
  input: InputOf<Name> | null,
): UseQueryResult<OutputOf<Name>, CallFailure> =>
  useQuery<OutputOf<Name>, CallFailure>({
    queryKey: input === null ? [areaOf(name), name, null] : callKey(name, input),
    queryFn: () => (input === null ? Promise.reject(new Error("no input")) : callOrThrow(name, input)),
    enabled: input !== null,
    // A document never changes once read; comparing 200,000 cells with themselves would hold up the window.
    structuralSharing: areaOf(name) !== "document",
  });

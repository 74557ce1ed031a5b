import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import type { CallName, InputOf, OutputOf } from "../../shared/contract/index.ts";
import { type CallFailure, callOrThrow } from "./call.ts";

/** Asks once, when a person says so, and keeps the answer here: nothing is stored and no other answer grows stale. */
export const useAsk = <Name extends CallName>(
  name: Name,
): UseMutationResult<OutputOf<Name>, CallFailure, InputOf<Name>> =>
  useMutation<OutputOf<Name>, CallFailure, InputOf<Name>>({
    mutationFn: (input) => callOrThrow(name, input),
  });

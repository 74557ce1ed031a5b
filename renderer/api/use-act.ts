import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { CallName, InputOf, OutputOf } from "../../shared/contract/index.ts";
import { affectedBy } from "./affected-areas.ts";
import { type CallFailure, callOrThrow } from "./call.ts";
import { createOneAtATime } from "./one-at-a-time.ts";
import { noteSaved } from "./save-state.ts";

const acts = createOneAtATime();
const keyOf = (name: CallName, input: unknown): string => `${name} ${JSON.stringify(input)}`;

/** Writes through the contract and makes the answers it touches stale. */
export function useAct<Name extends CallName>(
  name: Name,
): UseMutationResult<OutputOf<Name>, CallFailure, InputOf<Name>> {
  const client = useQueryClient();
  return useMutation<OutputOf<Name>, CallFailure, InputOf<Name>>({
    mutationKey: [name],
    mutationFn: (input) => acts.ask(keyOf(name, input), () => callOrThrow(name, input)),
    onSuccess: () => {
      noteSaved();
      return Promise.all(affectedBy(name).map((area) => client.invalidateQueries({ queryKey: [area] })));
    },
    onSettled: (_answer, _failure, input) => acts.settle(keyOf(name, input)),
  });
}

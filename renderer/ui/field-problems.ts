import { createContext, useContext } from "react";

/** What is wrong with the field at a place of the data, in words; `undefined`: nothing. */
export type FieldProblemAt = (at: string, reach?: "own" | "within") => string | undefined;

/** A form that knows what is wrong with its data gives it here; each field then says its own fault beside itself. */
export const FieldProblems = createContext<FieldProblemAt>(() => undefined);

/** What a control inside a field has to say of itself to a screen reader. */
export interface FieldState {
  readonly "aria-invalid"?: true;
  readonly "aria-describedby"?: string;
}

/** Only what is wrong with the whole of an entry; what is wrong inside it stands beside the field. */
export function useOwnProblem(at: string | undefined): string | undefined {
  const problemAt = useContext(FieldProblems);
  return at === undefined ? undefined : problemAt(at, "own");
}

export const FieldStateContext = createContext<FieldState>({});

export const useFieldState = (): FieldState => useContext(FieldStateContext);

export function useFieldProblem(at: string | undefined): string | undefined {
  const problemAt = useContext(FieldProblems);
  return at === undefined ? undefined : problemAt(at);
}

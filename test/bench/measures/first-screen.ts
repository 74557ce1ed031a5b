import { ask, startProgram } from "../../support/program.ts";

export interface ScreenMeasure {
  readonly composeMs: number;
  readonly calls: Readonly<Record<string, number>>;
  readonly totalMs: number;
}

/** From nothing to the first screen of a round, as the window asks for it. */
export async function measureFirstScreen(folder: string): Promise<ScreenMeasure> {
  const start = performance.now();
  const program = await startProgram(folder);
  const composeMs = performance.now() - start;
  const calls: Record<string, number> = {};
  const timedCall = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
    const from = performance.now();
    const value = await work();
    calls[name] = performance.now() - from;
    return value;
  };
  await timedCall("app/get-state", () => ask(program, "app/get-state", {}));
  const rounds = await timedCall("round/list", () => ask(program, "round/list", {}));
  const round = rounds[0]?.id ?? "";
  await timedCall("round/get-overview", () => ask(program, "round/get-overview", { round }));
  await timedCall("intake/list", () => ask(program, "intake/list", { round }));
  const totalMs = performance.now() - start;
  await program.close();
  return { composeMs, calls, totalMs };
}

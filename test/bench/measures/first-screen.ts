import { ask, startProgram } from "../../support/program.ts";
import { type Time, timed } from "../row.ts";

export interface ScreenMeasure {
  readonly compose: Time;
  readonly calls: Readonly<Record<string, Time>>;
  readonly total: Time;
}

/** From nothing to the first screen of a round, as the window asks for it. */
export async function measureFirstScreen(folder: string): Promise<ScreenMeasure> {
  const calls: Record<string, Time> = {};
  const { value, ...total } = await timed(async () => {
    const { value: program, ...compose } = await timed(() => startProgram(folder));
    const keep = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
      const { value: answer, ms, cpuMs } = await timed(work);
      calls[name] = { ms, cpuMs };
      return answer;
    };
    await keep("app/get-state", () => ask(program, "app/get-state", {}));
    const rounds = await keep("round/list", () => ask(program, "round/list", {}));
    const round = rounds[0]?.id ?? "";
    await keep("round/get-overview", () => ask(program, "round/get-overview", { round }));
    await keep("intake/list", () => ask(program, "intake/list", { round }));
    return { program, compose };
  });
  await value.program.close();
  return { compose: value.compose, calls, total };
}

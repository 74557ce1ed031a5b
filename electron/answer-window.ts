/** Lets the window be answered before long work goes on. */
export const answerWindow = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Goes through long work step by step and lets the window be answered after each. */
export async function inTurns<Value>(steps: Generator<void, Value>): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await answerWindow();
  }
}

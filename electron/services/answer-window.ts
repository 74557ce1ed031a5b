/** Lets the window be answered before long work goes on. */
export const answerWindow = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

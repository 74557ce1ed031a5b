interface UnderWay {
  readonly key: string;
  readonly answer: Promise<unknown>;
}

export interface OneAtATime {
  /** Does it, or hands out the answer under way when the same was asked last and is not settled yet. */
  ask<Answer>(key: string, act: () => Promise<Answer>): Promise<Answer>;
  /** The act and all that follows from it is over: the same may be asked again. */
  settle(key: string): void;
}

/**
 * A double click is one act. Only what was asked last counts: on, off and on again are three acts, however fast they come.
 */
export function createOneAtATime(): OneAtATime {
  let last: UnderWay | null = null;
  return {
    ask: <Answer>(key: string, act: () => Promise<Answer>) => {
      if (last?.key === key) return last.answer as Promise<Answer>;
      const answer = act();
      last = { key, answer };
      return answer;
    },
    settle: (key) => {
      if (last?.key === key) last = null;
    },
  };
}

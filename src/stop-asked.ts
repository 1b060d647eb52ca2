/** So long after the first signal, another one is the same: npm passes on what the terminal has sent already. */
const SAME_MS = 1_000;

/** Resolves at the first SIGINT or SIGTERM. One that comes a second later ends the process as if nobody listened. */
export function stopAsked(on: NodeJS.Process): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM'] as const;
    const stop = () => {
      resolve();
      const impatient = () => {
        for (const signal of signals) on.off(signal, stop);
      };
      setTimeout(impatient, SAME_MS).unref();
    };
    for (const signal of signals) on.on(signal, stop);
  });
}

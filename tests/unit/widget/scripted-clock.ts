/** A clock and timer that a test moves by hand. */
export function createScriptedClock(startMs = 1_000) {
  let nowMs = startMs;
  let timers: { atMs: number; run: () => void }[] = [];
  return {
    now: () => nowMs,
    schedule(run: () => void, delayMs: number): () => void {
      const timer = { atMs: nowMs + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms: number): void {
      nowMs += ms;
      const due = timers.filter((timer) => timer.atMs <= nowMs);
      timers = timers.filter((timer) => timer.atMs > nowMs);
      for (const timer of due) timer.run();
    },
    get pending() {
      return timers.length;
    },
  };
}

/** When the next request may be made: so many a second, and none while the server asks for a pause. */
export interface Pacer {
  /** Resolves when it is this request's turn. Rejects when the signal is aborted. */
  turn: (signal: AbortSignal) => Promise<void>;
  /** No request is made for so long, whoever waits. */
  pause: (milliseconds: number) => void;
}

export interface PacerOptions {
  /** Between the beginnings of two requests; 0 for as fast as they are answered. */
  intervalMs: number;
  now: () => number;
  delay: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export function createPacer({ intervalMs, now, delay }: PacerOptions): Pacer {
  /** Epoch milliseconds from which on the next request may begin. */
  let nextAt = 0;
  let pausedUntil = 0;
  return {
    async turn(signal) {
      signal.throwIfAborted();
      const mine = Math.max(nextAt, now());
      nextAt = mine + intervalMs;
      let wait = mine - now();
      while (wait > 0) {
        await delay(wait, signal);
        // Somebody may have been asked to pause meanwhile; a driven clock may not have moved at all.
        wait = pausedUntil > mine ? pausedUntil - now() : 0;
      }
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, now() + milliseconds);
      nextAt = Math.max(nextAt, pausedUntil);
    },
  };
}

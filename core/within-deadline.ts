/** Starts a timer and returns what stops it. */
export type StartTimer = (onElapsed: () => void, delayMs: number) => () => void;

/** The platform's own clock: what programs use, and tests replace. */
export const startTimer: StartTimer = (onElapsed, delayMs) => {
  const timer = setTimeout(onElapsed, delayMs);
  return () => clearTimeout(timer);
};

/** The work took longer than a visitor should wait for it. */
export class DeadlineError extends Error {
  readonly deadlineMs: number;
  constructor(deadlineMs: number) {
    super(`not done within ${deadlineMs} ms`);
    this.name = "DeadlineError";
    this.deadlineMs = deadlineMs;
  }
}

/**
 * Waits for the work until the deadline or the signal, whichever comes first, and then aborts the work's own
 * signal. Work that ignores its signal is left behind: nobody waits for it, and its failure is nobody's.
 *
 * @throws DeadlineError, the signal's reason, or whatever the work throws.
 */
export async function withinDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { deadlineMs, start, signal }: { deadlineMs: number; start: StartTimer; signal: AbortSignal },
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const ending = Promise.withResolvers<never>();
  const end = (reason: unknown): void => {
    // First: work that fails at once when it is aborted must not be what is seen to have ended.
    ending.reject(reason);
    controller.abort(reason);
  };
  const onAbort = (): void => end(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  const stop = start(() => end(new DeadlineError(deadlineMs)), deadlineMs);
  // Nobody waits for it once the work has won.
  ending.promise.catch(() => undefined);
  try {
    return await Promise.race([work(controller.signal), ending.promise]);
  } finally {
    stop();
    signal.removeEventListener("abort", onAbort);
  }
}

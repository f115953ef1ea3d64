/** Waited too long. */
export class TimeLimitError extends Error {
  constructor(what: string, limitMs: number) {
    super(`${what} took longer than ${limitMs} ms`);
    this.name = "TimeLimitError";
  }
}

/**
 * The promise's result, or a {@link TimeLimitError} once `limitMs` have passed. The work itself goes on; what
 * becomes of it later is not looked at.
 *
 * @param what Named in the error: "the corpus pointer".
 */
export async function withTimeLimit<T>(work: Promise<T>, limitMs: number, what: string): Promise<T> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new TimeLimitError(what, limitMs)), limitMs);
  try {
    return await Promise.race([work, limit.promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

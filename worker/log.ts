/** One line of the log. Never holds a question, an answer, a comment or an address. */
export interface LogEntry {
  level: "info" | "warn" | "error";
  /** What happened, in kebab-case: the word to search for. */
  event: string;
  requestId?: string;
  [detail: string]: unknown;
}

export type Log = (entry: LogEntry) => void;

/**
 * Writes entries as single-line JSON, so that no value can forge a second line. An entry that cannot be
 * written as JSON is reduced to its event: logging never fails a request.
 */
export const consoleLog: Log = (entry) => {
  let line: string;
  try {
    line = JSON.stringify(entry);
  } catch {
    line = JSON.stringify({ level: entry.level, event: entry.event, note: "details could not be written" });
  }
  console[entry.level](line);
};

/**
 * What may be told in the log of an unknown error: its name and message, cut to a line's length. Of a syntax
 * error only the name: its message repeats the text that could not be parsed.
 */
export function describeError(error: unknown): string {
  if (error instanceof SyntaxError) return error.name;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : `thrown ${typeof error}`;
  return text.slice(0, 300);
}

/** What the CLI uses of a process, so that tests can hand it one of their own. */
export interface OutputStream {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

export interface ProcessLike {
  /** With the executable and the script first, as in Node. */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  stdout: OutputStream;
  stderr: OutputStream;
  /** Calls back when the user asks to stop (Ctrl-C) or the system ends the process. */
  onStop(listener: () => void): void;
}

/** The running process, seen as a {@link ProcessLike}. */
export function nodeProcess(process: NodeJS.Process): ProcessLike {
  const stopListeners: (() => void)[] = [];
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    // `| head` has read enough and closed the pipe: an end, not a failure. What runs is asked to stop first.
    if (stopListeners.length === 0) process.exit();
    for (const stop of stopListeners) stop();
  });
  return {
    argv: process.argv,
    env: process.env,
    cwd: () => process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    onStop: (listener) => {
      stopListeners.push(listener);
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, listener);
    },
  };
}

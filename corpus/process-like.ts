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
  /** Calls back when the user asks to stop (Ctrl-C), the system ends the process, or npm, which ran it, is gone. */
  onStop(listener: () => void): void;
}

/** npm that is ended does not tell what it runs: the shell between the two ends, and a server would go on for ever. */
const PARENT_POLL_MS = 500;

/** The running process, seen as a {@link ProcessLike}. */
export function nodeProcess(process: NodeJS.Process): ProcessLike {
  const stopListeners: (() => void)[] = [];
  const stopAll = (): void => {
    for (const stop of stopListeners) stop();
  };
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    // `| head` has read enough and closed the pipe: an end, not a failure. What runs is asked to stop first.
    if (stopListeners.length === 0) process.exit();
    stopAll();
  });
  return {
    argv: process.argv,
    env: process.env,
    cwd: () => process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    onStop: (listener) => {
      stopListeners.push(listener);
      const isRunByNpm = process.env["npm_lifecycle_event"] !== undefined;
      if (stopListeners.length === 1 && isRunByNpm) watchParent(process, stopAll);
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, listener);
    },
  };
}

/** On Windows the number stays when the parent has ended, and nothing is noticed. */
function watchParent(process: NodeJS.Process, onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, PARENT_POLL_MS);
  timer.unref();
}

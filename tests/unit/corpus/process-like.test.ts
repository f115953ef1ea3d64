import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nodeProcess } from "../../../corpus/process-like.ts";

/** A process of which npm, or a shell, is the parent. */
function processOf(env: Record<string, string>): NodeJS.Process & { ppid: number } {
  const stdout = Object.assign(new EventEmitter(), { write: () => true });
  return Object.assign(new EventEmitter(), {
    argv: ["node", "bin.ts"],
    env,
    ppid: 700,
    cwd: () => "/",
    stdout,
    stderr: stdout,
  }) as unknown as NodeJS.Process & { ppid: number };
}

describe("asking the program to stop", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each(["SIGINT", "SIGTERM", "SIGHUP"])("is done by %s", (signal) => {
    const process = processOf({});
    const stop = vi.fn();
    nodeProcess(process).onStop(stop);
    (process as EventEmitter).emit(signal);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it("is done by the end of the npm that ran it, once", () => {
    const process = processOf({ npm_lifecycle_event: "start" });
    const stop = vi.fn();
    nodeProcess(process).onStop(stop);
    vi.advanceTimersByTime(10_000);
    expect(stop).not.toHaveBeenCalled();
    process.ppid = 1;
    vi.advanceTimersByTime(10_000);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it("is not done by the end of a shell", () => {
    const process = processOf({});
    const stop = vi.fn();
    nodeProcess(process).onStop(stop);
    process.ppid = 1;
    vi.advanceTimersByTime(10_000);
    expect(stop).not.toHaveBeenCalled();
  });
});

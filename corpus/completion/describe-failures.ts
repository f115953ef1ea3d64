/** How many replies are missing, and why, in words. */
import type { AskedMany, FailureReason } from "./ask-many.ts";

const FAILURES: Record<FailureReason, string> = {
  "unauthorized": "key refused",
  "rate-limited": "rate limited",
  "rejected": "request refused",
  "unreachable": "not reached",
  "refused": "declined by the model",
  "cut-off": "without an end",
  "unreadable": "not readable",
  "timeout": "not in time",
};

export function countFailures(failed: AskedMany["failed"]): number {
  return Object.values(failed).reduce((sum, count) => sum + count, 0);
}

/** Such as "3 rate limited, 1 not readable". */
export function describeFailures(failed: AskedMany["failed"]): string {
  const counts = Object.entries(failed) as [FailureReason, number][];
  return counts.map(([reason, count]) => `${count} ${FAILURES[reason]}`).join(", ");
}

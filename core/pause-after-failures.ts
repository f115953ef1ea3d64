/** Remembers that a service is away, so that not every visitor waits for it in vain. */
export interface Pause {
  /** Whether this one goes without the service. Each that does counts. */
  skips(): boolean;
  succeeded(): void;
  failed(): void;
}

/** After so many failures in a row nobody is made to wait for a while. */
const FAILURES_BEFORE_PAUSE = 3;
/** So many go without it then, before one tries again. */
const SKIPPED = 20;

export function createPause(): Pause {
  let failures = 0;
  let skipped = 0;
  return {
    skips() {
      if (failures < FAILURES_BEFORE_PAUSE || skipped >= SKIPPED) {
        skipped = 0;
        return false;
      }
      skipped++;
      return true;
    },
    succeeded() {
      failures = 0;
    },
    failed() {
      failures++;
    },
  };
}

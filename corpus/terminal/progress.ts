import type { Terminal } from "./terminal.ts";

/** Redrawing more often costs time and shows nothing more. */
const REDRAW_MS = 80;
const BAR_CELLS = 20;

export interface Phase {
  /** `done` of `total`; the rate is per second since the phase began. `note` stands behind, such as what was spent. */
  update(done: number, total: number, note?: string): void;
}

/**
 * Shows a run as its phases: `✓ read  ● index ━━━━━───── 120/420  310/s`.
 *
 * @param phases names in order; the next one begins when it is asked for.
 */
export function createProgress(terminal: Terminal, phases: readonly string[], now: () => number) {
  let lastDrawn = 0;
  const begin = (name: string, unit = ""): Phase => {
    const index = phases.indexOf(name);
    const started = now();
    const before = phases.slice(0, index).map((phase) => `✓ ${phase}`);
    const head = [...before, `● ${name}`].join("  ");
    terminal.progress(head);
    return {
      update: (done, total, note = "") => {
        const time = now();
        if (time - lastDrawn < REDRAW_MS && done < total) return;
        lastDrawn = time;
        const filled = total === 0 ? BAR_CELLS : Math.round((done / total) * BAR_CELLS);
        const bar = "━".repeat(filled) + "─".repeat(BAR_CELLS - filled);
        const seconds = (time - started) / 1000;
        const rate = seconds > 0.2 ? `  ${Math.round(done / seconds)}${unit === "" ? "" : ` ${unit}`}/s` : "";
        terminal.progress(`${head} ${bar} ${done}/${total}${rate}${note === "" ? "" : `  ${note}`}`);
      },
    };
  };
  return { begin, end: () => terminal.progress(undefined) };
}

/** Collects what a model says, without the white space that the marks taken out of it stood in. */
export type SpokenEvent =
  | { type: "text"; text: string }
  /** What was said before was thought. */
  | { type: "thought-ended" };

export interface SpokenWords {
  say(text: string): void;
  /** A mark was taken out here. */
  leaveGap(): void;
  /** All that was said so far was thought. */
  endThought(): void;
  /** Returns what was said since the last call. */
  take(): SpokenEvent[];
  /** Whether something was said since the last thought that was told as ended. */
  readonly hasSaid: boolean;
}

export function createSpokenWords(): SpokenWords {
  let events: SpokenEvent[] = [];
  let hasSaid = false;
  /** White space that is said once something follows. */
  let space = "";
  /** White space before each of the marks that were taken out since. */
  let gaps: string[] = [];

  return {
    say(text) {
      const words = text.trimStart();
      const lead = text.slice(0, text.length - words.length);
      if (words === "") {
        space += lead;
        return;
      }
      const body = words.trimEnd();
      // Where something was taken out between two gaps, one of them remains.
      const said = (hasSaid ? largestGap([...gaps, space + lead]) : "") + body;
      gaps = [];
      space = words.slice(body.length);
      hasSaid = true;
      const before = events.at(-1);
      if (before?.type === "text") before.text += said;
      else events.push({ type: "text", text: said });
    },
    leaveGap() {
      if (space !== "") gaps.push(space);
      space = "";
    },
    endThought() {
      events.push({ type: "thought-ended" });
      hasSaid = false;
    },
    take() {
      const taken = events;
      events = [];
      return taken;
    },
    get hasSaid() {
      return hasSaid;
    },
  };
}

function largestGap(gaps: readonly string[]): string {
  const lines = (gap: string): number => gap.split("\n").length;
  return gaps.reduce((best, gap) =>
    lines(gap) > lines(best) || (lines(gap) === lines(best) && gap.length > best.length) ? gap : best,
  );
}

/** How much of a question a kind is: what is asked for, or only what is asked of it. */

/** What may be asked of anything: "how much is", "how long does". */
const ASPECTS: ReadonlySet<string> = new Set(
  "bring provided sell price extra free duration minimum maximum capacity age distance valid lead-time evening morning timetable waiting season company-age monday tuesday wednesday thursday friday saturday sunday men women emergency nearby".split(
    " ",
  ),
);

/** Words that help to ask more often than they are asked for. */
const WEAK: ReadonlySet<string> = new Set(
  "permission share room key next level business floor store install group car view online support booking fuel history session apply".split(
    " ",
  ),
);

/** What is done with a thing that is asked for. */
export const HELPERS: ReadonlySet<string> = new Set(
  "bring provided permission share booking session apply store waiting collect shop support".split(" "),
);

const ASPECT_WEIGHT = 0.7;
const WEAK_WEIGHT = 0.4;

export function kindWeight(kind: string): number {
  return WEAK.has(kind) ? WEAK_WEIGHT : ASPECTS.has(kind) ? ASPECT_WEIGHT : 1;
}

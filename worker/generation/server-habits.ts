/** What was learned of one model at one server, for as long as the isolate lives. Shared by all that ask it. */
export interface ServerHabits {
  /** Fields of a request that the server refuses, by their names. */
  readonly rejectedFields: Set<string>;
  /** It has sent a thought without its opening mark: so many answers are held until their ends show what they are. */
  heldAnswers: number;
  /**
   * Whether it needs room for thoughts beyond the usual limit of an answer: it has spent that on them. `refused`: it
   * does, but its server takes no higher limit.
   */
  thoughtRoom: "unknown" | "needed" | "refused";
  /** It has marked the end of a text. Without a mark its text is cut. */
  marksEnds: boolean;
}

/** Without another such thought among them, a model's answers are streamed again. */
export const HELD_ANSWERS = 5;

export function createServerHabits(): ServerHabits {
  return { rejectedFields: new Set(), heldAnswers: 0, thoughtRoom: "unknown", marksEnds: false };
}

import type { HistoryTurn } from "../../core/protocol.ts";

/** What a right reaction to a question is; "ranking" where nothing is said but which pages are relevant. */
export type Expectation = "answer" | "refuse" | "conversation" | "ranking";

/** One question of an evaluation, whatever file it was read from. */
export interface EvaluationQuestion {
  /** Unique within the set. */
  id: string;
  text: string;
  expectation: Expectation;
  /** Relevant pages by their address, each with a grade above 0. */
  relevant: readonly RelevantPage[];
  /** What the answer must say; of each fact, any one wording. */
  facts: readonly (readonly string[])[];
  /** Gold answers of a test set, of which the answer must hold one. */
  answers: readonly string[];
  tags: readonly string[];
  /** Id of the site that it is about, in a file of questions about several; absent where none is named. */
  site?: string | undefined;
  history: readonly HistoryTurn[];
}

export interface RelevantPage {
  url: string;
  grade: number;
}

/** A question with this tag is to be met with conversation instead of a search. */
export const SMALL_TALK_TAG = "small-talk";

/** A question that says nothing more than its text. */
export function bareQuestion(id: string, text: string): EvaluationQuestion {
  return { id, text, expectation: "answer", relevant: [], facts: [], answers: [], tags: [], history: [] };
}

import type { RewriteFailure } from "../dialogue/question-rewriter.ts";
import type { TranslationFailure } from "../translation/translate-question.ts";
import type { FindDependencies } from "./find/find-dependencies.ts";
import type { AnswerCache } from "./cache/answer-cache.ts";
import type { CleanedQuestion } from "./understand/clean/clean-question.ts";
import type { AnswerStyle } from "./answer-style.ts";
import type { GenerationFailure, ModelRefusal } from "./generation-provider.ts";
import type { TimedVerifier } from "./verify/timed-verifier.ts";
import type { UnsupportedBehaviour } from "./check/groundedness.ts";

export type AnswerFailure = GenerationFailure | RewriteFailure | TranslationFailure;

/** What one answer is made with. */
export interface AnswerDependencies extends FindDependencies {
  /**
   * Below this confidence (0 to 1) not even a model is asked, unless it is shown the whole site; default
   * {@link import("./judge/gate.ts").DEFAULT_MODEL_CONFIDENCE_THRESHOLD}, or the other threshold where that is lower.
   */
  modelConfidenceThreshold?: number | undefined;
  newId: () => string;
  /** Absent: nothing is cached. */
  cache?: AnswerCache | undefined;
  /** The day at the site, as an ISO 8601 date. Absent: a model is told none. */
  today?: (() => string) | undefined;
  /** Verifies what was written, once it was shown. Absent: the rules alone do, while it is written. */
  verifier?: TimedVerifier | undefined;
  /** How a site wants its generated answers written. */
  style?: AnswerStyle | undefined;
  /** What becomes of generated sentences that their passages do not support. */
  unsupportedSentences?: UnsupportedBehaviour | undefined;
  /** What the assistant is called where it speaks of itself. */
  assistantName?: string | undefined;
  /** The way to a person, shown to whoever asks for one. Absent: the pages are asked for it. */
  contact?: string | undefined;
  /** Questions to begin with, shown where there was none; default those of the corpus. */
  starters?: readonly string[] | undefined;
  /** Called with what went wrong inside; nothing of it reaches the visitor. */
  onFailure?: ((failure: AnswerFailure) => void) | undefined;
  /** Called with what was taken from a question before it was looked up, where anything was; holds a visitor's words. */
  onQuestionCleaned?: ((cleaned: CleanedQuestion) => void) | undefined;
  /** Called when a model says that the pages do not answer. No failure, and worth counting: the site may lack a page. */
  onModelRefused?: ((refusal: ModelRefusal) => void) | undefined;
}

import type { Chunk } from "../corpus/format.ts";
import type { Citation, FinishReason, HistoryTurn, Source, Usage } from "../protocol.ts";
import type { QueryTerm } from "../search/retriever.ts";
import type { AnswerStyle } from "./answer-style.ts";

/** A chunk as retrieved for one question; `source.position` is how an answer cites it. */
export interface Passage {
  chunk: Chunk;
  source: Source;
  /** Its place in the corpus: chunks of one page follow one another. */
  ordinal: number;
  /** Retrieval score as a share of the best passage's, 0 to 1; 0 of what was not found, and is shown to a model besides. */
  relativeScore: number;
  /** The id of the chunk before it on its page, where it was read because that one leads to it. */
  continues?: string;
  /** How like the question that it was found for texts are: {@link import("../search/retriever.ts").Retrieval}. */
  likenessOf?: ((...texts: readonly string[]) => number) | undefined;
}

/** A section of a small site that may be quoted. */
export interface ChosenSection {
  /** Of its chunk: {@link Passage.ordinal}. */
  ordinal: number;
  /** Its blocks, without its heading. */
  from: number;
  to: number;
  heading: string;
  isLead: boolean;
  /** Its heading holds what was asked for, and what stands below does not say it again. */
  isNamedByHeading: boolean;
  /** The chance that it answers, if one does. */
  share: number;
  /** What is asked for and it speaks of: places among the units of the question. */
  covers: ReadonlySet<number>;
  /** The sentence that says most of it. */
  best: { text: string; blockIndex: number } | undefined;
  /** Its lines in the order of the page. */
  lines: readonly WeighedLine[];
}

/** A line of such a section: a sentence, an item, a row, or a short line by itself. */
export interface WeighedLine {
  /** As a sentence, an item or a row of its passage has it. */
  text: string;
  /** Block of its chunk. */
  blockIndex: number;
  /** The chance that it answers, 0 to 1; of all lines of its section together 1. */
  share: number;
  /**
   * Of a row or an item: how much it holds of what the question asks for and neither all of its table does nor the
   * headings above it do, 0 to 1. It tells the row that was asked for from the others.
   */
  ownShare: number;
  /** What is asked for and it speaks of, in which way: keys that stand for the same in all lines of a site. */
  covers: ReadonlySet<string>;
}

/** One of several things that a question asks. */
export interface AskedPart {
  /** As a question by itself, in the visitor's language. */
  question: string;
  /** In the visitor's own words, where those are others. */
  asked?: string | undefined;
  terms: readonly QueryTerm[];
  /** Of the passages that were found for it, best first: {@link Passage.ordinal}. */
  ordinals: readonly number[];
  /** 0 to 1, as that of the request. */
  confidence: number;
  /** The pages are sure enough to answer it. */
  isAnswered: boolean;
  /** It asks more of what another part named. */
  pointsBack?: boolean;
  /** {@link GenerationRequest.sections} */
  sections?: readonly ChosenSection[] | undefined;
}

export interface GenerationRequest {
  question: string;
  /** Oldest first, already bounded. */
  history: readonly HistoryTurn[];
  /** Best first. */
  passages: readonly Passage[];
  terms: readonly QueryTerm[];
  /** Index terms of any text: {@link import("../search/retriever.ts").Retriever.terms}. */
  termsOf: (text: string) => string[];
  /** 0 to 1: the chance that the passages answer. Where it is low, quotations say so and show more than one place. Default 1. */
  confidence?: number | undefined;
  /** BCP 47 of the answer. */
  locale: string;
  /** The question in full as it was searched, where that is not what the visitor wrote: a follow-up. */
  standaloneQuestion?: string | undefined;
  /** BCP 47; the language of the question, where that is sure. */
  questionLanguage?: string | undefined;
  /** The model wrote in another language than that before. */
  insistsOnLanguage?: boolean | undefined;
  /** The day at the site, an ISO 8601 date. Absent: a model is told none. */
  today?: string | undefined;
  /** How the site wants its answers written. */
  style?: AnswerStyle | undefined;
  /** The mark of the prompt's fences: unguessable, new for each prompt. `writeAnswer` sets it and guards it. */
  fenceMark?: string | undefined;
  /** Of a question that asks several things: what each of them is, for quotations, which answer one after another. */
  parts?: readonly AskedPart[] | undefined;
  /** Of a small site: the sections to quote, best first. */
  sections?: readonly ChosenSection[] | undefined;
  /** The sources were told already: the answer cites them by their positions. */
  keepsPositions?: boolean | undefined;
  /** Weight of an index term, its inverse document frequency; without it all terms weigh the same. */
  weightOf?: ((term: string) => number) | undefined;
}

export type GenerationEvent =
  /** Before all else, from a provider that knows what it will cite: the passages under positions of its own. */
  | { type: "passages"; passages: readonly Passage[] }
  | { type: "text-delta"; text: string }
  /** All text so far was no answer, such as a thought that looked like one: the answer begins here. */
  | { type: "restart" }
  | {
      type: "end";
      finishReason: Exclude<FinishReason, "stopped">;
      usage?: Usage;
      /** One for each `[n]` that was written, in their order, where the provider knows what it cited. */
      citations?: readonly Citation[];
      /** Of passages that are not cited and may answer too, likeliest first. */
      furtherPositions?: readonly number[];
    };

/** Why a generation failed. Data for the log: nothing of it reaches a visitor. */
export type GenerationFailure =
  | { reason: "provider-unauthorized"; status: number }
  | { reason: "provider-rate-limited"; status: number; retryAfterMs?: number }
  | { reason: "provider-rejected"; status: number; detail: string }
  | { reason: "provider-unreachable"; detail: string }
  | { reason: "provider-timeout"; timeoutMs: number }
  | { reason: "provider-stream-broken"; detail: string }
  /** The answer was whole but cited nothing, so that it cannot be checked. What it cost is paid all the same. */
  | { reason: "answer-uncited"; usage?: Usage }
  /** The model repeated what it was told of its task. Nothing of it was shown, or all of it was taken back. */
  | { reason: "prompt-leaked"; what: "instructions" | "fence-mark" }
  /** The model wrote in another language than it was asked for, both base languages: it is asked once more. */
  | { reason: "answer-language"; expected: string; written: string }
  /** A fault in a provider of ours. */
  | { reason: "provider-faulty"; detail: string };

/**
 * A model's word that the pages do not answer, or that it may not. No failure: it is counted, and the visitor is told in
 * our words.
 */
export interface ModelRefusal {
  /** How it was told: by its words, by the mark that it was asked for, by the vendor's filter, by a leak of the prompt. */
  by: "words" | "mark" | "provider" | "leak";
  /** Something of it had been shown. */
  isTakenBack: boolean;
  /** What it cost, where the model told. */
  usage?: Usage;
}

export class GenerationError extends Error {
  readonly failure: GenerationFailure;
  constructor(failure: GenerationFailure, cause?: unknown) {
    super(failure.reason, { cause });
    this.name = "GenerationError";
    this.failure = failure;
  }
}

/**
 * Writes an answer from passages. `generate` yields `passages` or not, any number of deltas (begun anew after a `restart`), and then one `end`; it throws only
 * {@link GenerationError}, or the signal's reason once the signal is aborted. It may cite only the positions
 * it was given; what it yields is checked all the same.
 */
export interface GenerationProvider {
  readonly name: string;
  /** Vendor's id of the model; part of the answer cache's key. */
  readonly model: string;
  readonly mode: "generative" | "extractive";
  /** How else its answers are asked for, such as its temperature; part of the answer cache's key. */
  readonly settings?: string | undefined;
  generate(request: GenerationRequest, options: { signal: AbortSignal }): AsyncIterable<GenerationEvent>;
}

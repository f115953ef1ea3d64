import type { AnswerMode, FinishReason, Source, Usage } from "../../core/protocol.ts";
import type { EvaluationQuestion } from "./question.ts";

/** An answer as a visitor would get it, whole. */
export interface GivenAnswer {
  mode: AnswerMode;
  /** Markdown with citation marks. */
  text: string;
  sources: Source[];
  citedPositions: number[];
  /** Of the sources that are offered below the answer, as closed cards; undefined where none are. */
  offeredPositions?: number[] | undefined;
  finishReason: FinishReason;
  /** 0 to 1. */
  confidence: number;
  /** 0 to 1: share of its sentences that their passages support; undefined where it states nothing. */
  groundedness?: number | undefined;
  /** Requests to models that it took, and their tokens; undefined where it took none. */
  usage?: Usage | undefined;
}

/** What is evaluated: a corpus on this computer, or a Worker somewhere. */
export interface EvaluationTarget {
  kind: "folder" | "endpoint" | "documents";
  /** The folder, the address, or the name of the test set. */
  name: string;
  corpusVersion: () => string | undefined;
  /** Confidence below which it refuses; undefined where that is not known. */
  threshold: number | undefined;
  /** Questions that may be under way at once. */
  concurrency: number;
  /** Addresses of the sections found, best first. */
  search(text: string, signal: AbortSignal): Promise<string[]>;
  /** The same in the order of a reranker; absent where there is none. */
  searchReranked?: ((text: string, signal: AbortSignal) => Promise<string[]>) | undefined;
  ask(question: EvaluationQuestion, signal: AbortSignal): Promise<GivenAnswer>;
  /** What it would have answered without a threshold. Absent where that cannot be known. */
  askRegardless?(question: EvaluationQuestion, signal: AbortSignal): Promise<GivenAnswer>;
  /** The best sentences for a question, best first, as the quoted answer ranks them. */
  bestSentences?(text: string, limit: number): Promise<string[]>;
  /** Addresses of all pages. Absent where they cannot be listed. */
  pages?: () => string[];
  /** All words of a page, by one of these addresses. */
  textOfPage?: (url: string) => Promise<string>;
}

import type { Corpus } from "../../corpus/corpus.ts";
import type { QuestionRewriter, RewriteFailure } from "../../dialogue/question-rewriter.ts";
import type { QueryEmbedder } from "../../embedding/query-vector.ts";
import type { CandidateRanker } from "../../rerank/candidate-ranker.ts";
import type { TranslationFailure } from "../../translation/translate-question.ts";
import type { QuestionTranslator } from "../../translation/question-translator.ts";
import type { TranslationCache } from "../../translation/translation-cache.ts";
import type { StartTimer } from "../../within-deadline.ts";
import type { GenerationProvider } from "../generation-provider.ts";

/** What pages are found with, for one question. Only the first three are needed. */
export interface FindDependencies {
  corpus: Corpus;
  /** Writes the answer. When it fails, the extractive answer takes over. */
  provider: GenerationProvider;
  /** Below this confidence (0 to 1) nothing is quoted: without a model the question is refused. */
  confidenceThreshold: number;
  /** Absent: follow-ups are understood by rules alone. */
  rewriter?: QuestionRewriter | undefined;
  /** Absent: a question in another language than the pages is searched for as it is. */
  translator?: QuestionTranslator | undefined;
  /** Absent: no translation is kept. */
  translationCache?: TranslationCache | undefined;
  /** Absent, or of another model than the corpus's vectors: the search goes by words alone. */
  queryEmbedder?: QueryEmbedder | undefined;
  /** Absent: passages stay in the order in which the search found them. */
  ranker?: CandidateRanker | undefined;
  /** Tokens of passages in one prompt; a site with no more is shown whole. */
  promptPassagesMaxTokens?: number | undefined;
  /** Called with what went wrong inside; nothing of it reaches the visitor. */
  onFailure?: ((failure: RewriteFailure | TranslationFailure) => void) | undefined;
  /** Runs work that may outlast the answer (cache writes). */
  runInBackground?: ((work: Promise<unknown>) => void) | undefined;
  /** For deadlines; default the platform's. */
  startTimer?: StartTimer | undefined;
}

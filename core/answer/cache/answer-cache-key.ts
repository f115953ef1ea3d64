import type { CorpusManifest } from "../../corpus/format.ts";
import { sha256Hex } from "../../corpus/hash.ts";
import { withoutEndMarks } from "../../language/sentence-marks.ts";
import type { SearchFilters } from "../../protocol.ts";
import { answerStyleKey, type AnswerStyle } from "../answer-style.ts";
import { PROMPT_VERSION } from "../write/system-prompt.ts";
import type { GenerationProvider } from "../generation-provider.ts";
import type { UnsupportedBehaviour } from "../check/groundedness.ts";

export interface AnswerCacheKeyInput {
  manifest: Pick<CorpusManifest, "site" | "corpusVersion">;
  provider: Pick<GenerationProvider, "name" | "model" | "settings">;
  locale: string;
  question: string;
  filters?: SearchFilters | undefined;
  /** How generated answers are written; see {@link answerStyleKey}. */
  style?: AnswerStyle | undefined;
  unsupportedSentences?: UnsupportedBehaviour | undefined;
  /** Of a prompt, where there is one. */
  promptPassagesMaxTokens?: number | undefined;
  /** Of the model that chooses the passages. */
  rerankModel?: string | undefined;
  /** Of the model that verifies what was written. */
  verifyModel?: string | undefined;
}

/**
 * The key of an answer: a hash over everything that the answer depends on. Each part is preceded by its
 * length, so that no text can move from one part into the next.
 */
export async function answerCacheKey(input: AnswerCacheKeyInput): Promise<string> {
  const parts = [
    input.manifest.site,
    input.manifest.corpusVersion,
    input.locale,
    PROMPT_VERSION,
    input.provider.name,
    input.provider.model,
    input.provider.settings ?? "",
    input.filters?.pathPrefix ?? "",
    input.filters?.language ?? "",
    input.filters?.section ?? "",
    input.filters?.updatedSince ?? "",
    answerStyleKey(input.style),
    input.unsupportedSentences ?? "",
    String(input.promptPassagesMaxTokens ?? ""),
    input.rerankModel ?? "",
    input.verifyModel ?? "",
    normaliseQuestion(input.question),
  ];
  return sha256Hex(parts.map((part) => `${part.length}:${part}`).join(""));
}

/**
 * The same question, whatever the case of its first word, its spaces and the question mark at its end. All other
 * words keep their case, by which names are told: `getStaticPaths` is searched by its parts, and what is surely
 * answered of "PDF" may be refused of "pdf".
 */
export function normaliseQuestion(question: string): string {
  const words = question
    .normalize("NFC")
    .trim()
    .split(/\s+/)
    .map((word, index) => (index > 0 || /\p{Ll}\p{Lu}/u.test(word) ? word : word.toLowerCase()));
  return withoutEndMarks(words.join(" "));
}

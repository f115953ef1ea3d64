/** What is seen of the candidates of each question about public documentation, and which of them are right. */
import { questionType } from "../../core/answer/understand/question-type.ts";
import { passageText } from "../../core/passage-text.ts";
import { createAnalyzer } from "../../core/search/analyzer.ts";
import type { StaticEncoder } from "../../core/search/encoder/static-encoder.ts";
import { fillerWords } from "../../core/search/filler-words.ts";
import { buildPackedIndex } from "../../core/search/packed/build-packed-index.ts";
import { CANDIDATE_FEATURE_NAMES } from "../../core/search/packed/candidate-features.ts";
import { openPackedIndex } from "../../core/search/packed/open-packed-index.ts";
import { createPackedRetriever } from "../../core/search/packed/packed-retriever.ts";
import type { DescribedCandidate } from "../../core/search/packed/rerank-candidates.ts";
import {
  judgePlace,
  readDocumentationChunks,
  readDocumentationQuestions,
} from "../retrieval/documentation-questions.ts";
import type { Choice } from "./choice-model.ts";

/** The logarithm of the score comes first. */
export const CANDIDATE_NAMES = ["score", ...CANDIDATE_FEATURE_NAMES] as const;
export const CANDIDATE_FIT = { priorStrength: 0.003, steps: 500, learningRate: 0.05 };

/** What fitting starts from: the score itself, names that are what was asked, and a chunk that means what was asked. */
const PRIOR: Partial<Record<string, number>> = {
  score: 8,
  titleMatch: 2,
  headingMatch: 1.5,
  lead: 1,
  similarity: 8,
};
export const CANDIDATE_PRIOR = Float64Array.from(CANDIDATE_NAMES, (name) => PRIOR[name] ?? 0);

/** The logarithm of a score that no candidate of use is below, as a share of the best. */
const LEAST_SCORE = 0.01;

export interface CandidateExample extends Choice {
  site: string;
  part: string;
}

/** @param encoder compares questions and chunks; absent, they are compared by words alone. */
export async function candidateExamplesOf(
  site: string,
  encoder?: StaticEncoder,
): Promise<CandidateExample[]> {
  const chunks = await readDocumentationChunks(site);
  const analyzer = await createAnalyzer("en");
  const urls = [...new Set(chunks.map(({ url }) => url.replace(/#.*$/, "")))];
  const documentAt = new Map(urls.map((url, document) => [url, document]));
  const chunkDocuments = chunks.map(({ url }) => documentAt.get(url.replace(/#.*$/, "")) ?? 0);
  const bytes = buildPackedIndex(
    {
      chunks: chunks.map(({ title, headingPath, blocks }) => ({
        title,
        headingPath,
        body: passageText(blocks),
      })),
      documents: urls.map((url, document) => ({
        url,
        title: chunks[chunkDocuments.indexOf(document)]?.title ?? "",
        language: "en",
      })),
      chunkDocuments,
      encoder,
    },
    analyzer,
  );
  let candidates: readonly DescribedCandidate[] = [];
  const retriever = createPackedRetriever(openPackedIndex(bytes), {
    analyzer,
    fillers: fillerWords("en"),
    encoder,
    observe: (described) => (candidates = described),
  });
  const examples: CandidateExample[] = [];
  for (const { question, answers, part } of readDocumentationQuestions(site)) {
    if (answers === undefined) continue;
    candidates = [];
    retriever.retrieve(question, { limit: 1, prefersLeads: questionType(question) === "definition" });
    const best = Math.max(...candidates.map(({ score }) => score));
    examples.push({
      site,
      part,
      weight: 1,
      rows: candidates.map(({ score, features }) =>
        Float64Array.of(Math.log(Math.max(LEAST_SCORE, score / best)), ...features),
      ),
      right: candidates.map(({ ordinal }) => {
        const { title, headingPath, url = "", blocks = [] } = chunks[ordinal] ?? {};
        const text = [title, ...(headingPath ?? []), passageText(blocks)].join("\n");
        const judgement = judgePlace(url, text, answers);
        return judgement === "elsewhere" ? undefined : judgement === "right";
      }),
    });
  }
  return examples;
}

/**
 * Fits what the names and kinds of pages and sections count when the best chunks are ranked again, and writes it to
 * `core/search/packed/candidate-weights.ts`; to be run before all scripts that learn answers:
 *
 *     node tests/training/candidates.ts [--dry-run]
 *
 * A linear model of the choice among the candidates of one question, in logarithms of the score. Learned from the
 * questions about nine public sites (`tests/training/fetch-documentation.ts` brings them). Reported: how often a right
 * chunk is among the first 1, 3, 6 and 20; each of those sites by weights that have not seen it, three more public
 * sites by those that are written. Words of the question that a page holds in all its chunks, lengths of addresses
 * and the share of nouns were tried too, without gain.
 */
import { questionType } from "../../core/answer/understand/question-type.ts";
import { passageText } from "../../core/passage-text.ts";
import { createAnalyzer } from "../../core/search/analyzer.ts";
import { fillerWords } from "../../core/search/filler-words.ts";
import { buildPackedIndex } from "../../core/search/packed/build-packed-index.ts";
import { CANDIDATE_FEATURE_NAMES } from "../../core/search/packed/candidate-features.ts";
import { CANDIDATE_WEIGHTS } from "../../core/search/packed/candidate-weights.ts";
import { openPackedIndex } from "../../core/search/packed/open-packed-index.ts";
import { createPackedRetriever } from "../../core/search/packed/packed-retriever.ts";
import type { DescribedCandidate } from "../../core/search/packed/rerank-candidates.ts";
import {
  judgePlace,
  readDocumentationChunks,
  readDocumentationQuestions,
  REPORT_SITES,
  TRAINING_SITES,
} from "../retrieval/documentation-questions.ts";
import { fitChoices, placeOfRight, type Choice } from "./choice-model.ts";
import { writeWeights } from "./write-weights.ts";

const FIT = { priorStrength: 0.003, steps: 500, learningRate: 0.05 };
const DEPTHS = [1, 3, 6, 20];

/** What fitting starts from: the score itself, and names that are what was asked. */
const PRIOR: Partial<Record<string, number>> = { score: 8, titleMatch: 2, headingMatch: 1.5, lead: 1 };
const NAMES = ["score", ...CANDIDATE_FEATURE_NAMES];
/** The logarithm of a score that no candidate of use is below, as a share of the best. */
const LEAST_SCORE = 0.01;

interface Example extends Choice {
  site: string;
  part: string;
}

async function examplesOf(site: string): Promise<Example[]> {
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
    },
    analyzer,
  );
  let candidates: readonly DescribedCandidate[] = [];
  const retriever = createPackedRetriever(openPackedIndex(bytes), {
    analyzer,
    fillers: fillerWords("en"),
    observe: (described) => (candidates = described),
  });
  const examples: Example[] = [];
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

function report(
  title: string,
  examples: readonly Example[],
  weightsOf: (site: string) => Float64Array,
): void {
  const hits = (weights: (site: string) => Float64Array): string => {
    const places = examples.map((example) => placeOfRight(example, weights(example.site)));
    return DEPTHS.map((depth) =>
      ((100 * places.filter((place) => place >= 0 && place < depth).length) / places.length).toFixed(1),
    ).join(" / ");
  };
  console.log(
    `${title} (${examples.length}): as it stands ${hits(() => current)}; learned ${hits(weightsOf)}`,
  );
}

const prior = Float64Array.from(NAMES, (name) => PRIOR[name] ?? 0);
const current = Float64Array.from(NAMES, (name) =>
  name === "score" ? 1 : CANDIDATE_WEIGHTS[name as (typeof CANDIDATE_FEATURE_NAMES)[number]],
);
const training: Example[] = [];
for (const site of TRAINING_SITES) training.push(...(await examplesOf(site)));
const weights = fitChoices(training, prior, FIT);
const crossed = new Map<string, Float64Array>();
for (const site of TRAINING_SITES) {
  crossed.set(
    site,
    fitChoices(
      training.filter((example) => example.site !== site),
      prior,
      FIT,
    ),
  );
}
const seen = (site: string): Float64Array => crossed.get(site) ?? weights;
for (const site of TRAINING_SITES)
  report(
    site,
    training.filter((example) => example.site === site),
    seen,
  );
report(
  "in other words",
  training.filter(({ part }) => part !== "c"),
  seen,
);
report(
  "asked first",
  training.filter(({ part }) => part === "c"),
  seen,
);
for (const site of REPORT_SITES) if (site !== "cpp") report(site, await examplesOf(site), () => weights);

// Scores stay what they are: all else counts against them.
const lines = CANDIDATE_FEATURE_NAMES.map(
  (name, index) => `  ${name}: ${Number(((weights[index + 1] ?? 0) / (weights[0] ?? 1)).toFixed(3))},`,
);
console.log(`score ${weights[0]?.toFixed(2)}\n${lines.join("\n")}`);
writeWeights({
  file: "search/packed/candidate-weights.ts",
  about: [
    "Written by `tests/training/candidates.ts`: do not edit. Learned from questions of our own about public",
    "documentation; no text of it is kept.",
  ],
  source: [
    'import type { CandidateFeatureName } from "./candidate-features.ts";',
    "",
    "export const CANDIDATE_WEIGHTS: Record<CandidateFeatureName, number> = {",
    ...lines,
    "};",
  ],
});

/**
 * Chooses the thresholds of the entailment check on one half of the articles and reports on the other:
 *
 *     node tests/training/groundedness.ts
 *
 * What is looked for are unsupported sentences: precision is the share of those that are marked that are false,
 * recall the share of the false ones that are marked.
 */
import { ENTAILMENT_THRESHOLDS, type EntailmentThresholds } from "../../core/answer/check/entailment.ts";
import { hasCorpus } from "../support/corpora.ts";
import { judgeCases, loadCases, type JudgedCases } from "../retrieval/groundedness-measure.ts";
import { isTrainingArticle } from "../retrieval/groundedness-cases.ts";

const GRID: { [K in keyof EntailmentThresholds]: readonly number[] } = {
  passageCoverage: [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8],
  stretchCoverage: [0, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75],
  factCoverage: [0, 0.2, 0.3, 0.4, 0.5],
  comparableCoverage: [0.4, 0.5, 0.6, 0.7, 0.8],
};

if (!hasCorpus("retrieval/squad2-half")) process.exit(1);
const cases = loadCases();
const training = cases.filter(({ article }) => isTrainingArticle(article));
const held = cases.filter(({ article }) => !isTrainingArticle(article));

let best = ENTAILMENT_THRESHOLDS;
let bestF1 = (await judgeCases(training, best)).f1;
// One threshold after the other, twice: they hardly depend on each other.
for (let round = 0; round < 2; round++) {
  for (const name of Object.keys(GRID) as (keyof EntailmentThresholds)[]) {
    for (const value of GRID[name]) {
      const candidate = { ...best, [name]: value };
      const { f1 } = await judgeCases(training, candidate);
      if (f1 > bestF1) [best, bestF1] = [candidate, f1];
    }
  }
}
console.log("chosen", best);
report("trained on", await judgeCases(training, best));
report("held out", await judgeCases(held, best));

function report(name: string, { precision, recall, f1, accuracy, kinds, corpora }: JudgedCases): void {
  console.log(
    `\n${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}, accuracy ${accuracy.toFixed(3)}`,
  );
  for (const [kind, { right, all }] of [...corpora, ...kinds]) {
    console.log(`  ${kind.padEnd(28)} ${(right / all).toFixed(3)}  of ${all} judged right`);
  }
}

/**
 * Asks the small sites as a visitor does, without a model, and prints what became of it, site by site:
 *
 *     node tests/retrieval/measure-small-sites.ts [--wrong] [folder of sites]
 *
 * With `--wrong` each answer that is not right is printed too. Weights were learned from the sites that stand beside
 * this script: what to expect of others is printed by `tests/training/small-sites.ts`.
 */
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import { SURE_CONFIDENCE } from "../../core/answer/judge/confidence.ts";
import { areaUnderCurve } from "../../corpus/evaluate/metrics.ts";
import { askSmallSite, SMALL_SITES, type Asked } from "./small-site-questions.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { wrong: { type: "boolean", default: false } },
});
const [folder] = positionals;
const sites = folder === undefined ? SMALL_SITES : readdirSync(folder).sort();

function line(name: string, asked: readonly Asked[]): string {
  const count = (outcome: Asked["outcome"]): number => asked.filter((one) => one.outcome === outcome).length;
  const absent = asked.filter(({ question }) => question.facts === undefined);
  const flat = absent.filter(({ answer }) => !answer.refused && answer.confidence >= SURE_CONFIDENCE);
  const confidences = (isPresent: boolean): number[] =>
    asked
      .filter(({ question }) => (question.facts !== undefined) === isPresent)
      .map(({ answer }) => answer.confidence);
  return [
    name.padEnd(24),
    `${count("right")}/${asked.length}`.padStart(8),
    `${((100 * count("right")) / asked.length).toFixed(0)} %`.padStart(6),
    `${count("wrong")}`.padStart(6),
    `${count("refused")}`.padStart(8),
    `${count("answered-absent")} of ${absent.length}`.padStart(16),
    `${flat.length}`.padStart(6),
    (areaUnderCurve(confidences(true), confidences(false)) ?? 0).toFixed(2).padStart(7),
  ].join(" ");
}

console.log(`${"site".padEnd(24)}    right        wrong  refused  answered absent  flat   AUROC`);
const all: Asked[] = [];
for (const site of sites) {
  const asked = await askSmallSite(site, DEFAULT_CONFIDENCE_THRESHOLD, folder);
  all.push(...asked);
  console.log(line(site, asked));
  if (!values.wrong) continue;
  for (const { question, answer, outcome } of asked) {
    if (outcome === "right") continue;
    console.log(
      `  ${outcome} (${answer.confidence}): ${question.question} => ${question.facts?.join(" + ") ?? "-"}`,
    );
    if (outcome !== "refused") console.log(`      ${answer.text.slice(0, 400).replaceAll("\n", "\n      ")}`);
  }
}
console.log(line("all", all));

/**
 * What a second reading by a model makes of hand-written true and false sentences, where a person or a program stands
 * for the model: what it is asked lies in one file a passage, what it answers is read from another.
 *
 *     node tests/retrieval/verify-with-model.ts FOLDER [PAIRS-FOLDER]
 *
 * The pairs' folder holds `passages.jsonl` and `pairs.jsonl`; by default those that nothing was learned from.
 * The first run writes `FOLDER/<passage>.prompt.txt`, all that a model would see. Whoever stands for the model writes
 * `FOLDER/<passage>.reply.txt`; the next run prints how many true ones would be marked and how many false ones caught.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildVerifyPrompt, type Verdicts } from "../../core/answer/verify/answer-verifier.ts";
import { readVerdicts } from "../../core/answer/verify/read-verdicts.ts";
import { sketchChunk } from "../support/corpus.ts";
import { createRandom } from "../support/seeded-random.ts";
import { readPairs, UNSEEN_PAIRS, type GroundednessPair, type PairPassage } from "./groundedness-pairs.ts";

const { positionals } = parseArgs({ allowPositionals: true });
const [folder, pairsFolder = UNSEEN_PAIRS] = positionals;
if (folder === undefined) {
  console.error("usage: verify-with-model.ts FOLDER [PAIRS-FOLDER]");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const { passages, pairs } = readPairs(pairsFolder);

/** True and false ones in no order that tells them apart. */
function shuffled(some: readonly GroundednessPair[]): GroundednessPair[] {
  const random = createRandom(11);
  return some
    .map((pair) => ({ pair, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ pair }) => pair);
}

function promptOf(passage: PairPassage, some: readonly GroundednessPair[]): string {
  const chunk = sketchChunk(passage);
  const source = { position: 1, title: passage.title, url: chunk.url, excerpt: "", score: 1 };
  const { system, user } = buildVerifyPrompt(
    {
      statements: some.map(({ sentence }) => ({ text: sentence, positions: [1] })),
      passages: [{ chunk, ordinal: 0, relativeScore: 1, source }],
    },
    "7f3a91",
  );
  return `=== system\n${system}\n\n=== user\n${user}\n`;
}

const counts = { trueOnes: 0, trueMarked: 0, falseOnes: 0, falseCaught: 0, untold: 0 };
const wrong: string[] = [];
for (const [id, passage] of passages) {
  const some = shuffled(pairs.filter(({ passage: cited }) => cited === id));
  if (some.length === 0) continue;
  writeFileSync(join(folder, `${id}.prompt.txt`), promptOf(passage, some));
  const reply = join(folder, `${id}.reply.txt`);
  const verdicts: Verdicts = existsSync(reply) ? readVerdicts(readFileSync(reply, "utf8"), some.length) : [];
  some.forEach((pair, index) => {
    const verdict = verdicts[index];
    if (verdict === undefined) counts.untold++;
    else if (pair.isTrue) {
      counts.trueOnes++;
      if (!verdict) counts.trueMarked++;
    } else {
      counts.falseOnes++;
      if (!verdict) counts.falseCaught++;
    }
    if (verdict !== undefined && verdict !== pair.isTrue) wrong.push(`${pair.id}: ${pair.sentence}`);
  });
}
console.log(wrong.join("\n"));
console.log(counts);

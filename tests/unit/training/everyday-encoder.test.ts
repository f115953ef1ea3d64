import { describe, expect, it } from "vitest";
import { trainContrast } from "../../training/encoder/contrast-model.ts";
import { distilWords, WORD_DIMENSIONS } from "../../training/encoder/distil-words.ts";
import { readGlossary } from "../../training/encoder/glossary.ts";
import { principalDirections } from "../../training/encoder/principal-directions.ts";
import { TEACHER_DIMENSIONS } from "../../training/encoder/sentence-teacher.ts";
import { createRandom } from "../../support/seeded-random.ts";

function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  let otherSquares = 0;
  for (let at = 0; at < one.length; at++) {
    sum += (one[at] ?? 0) * (other[at] ?? 0);
    squares += (one[at] ?? 0) ** 2;
    otherSquares += (other[at] ?? 0) ** 2;
  }
  return sum / Math.sqrt(squares * otherSquares);
}

const random = createRandom(7);
const unitVector = (size: number): Float32Array => {
  const vector = Float32Array.from({ length: size }, () => random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

describe("what a table of everyday words is learned from", () => {
  it("finds the directions in which vectors differ most, the strongest first", () => {
    const vectors = Array.from({ length: 200 }, () => {
      const wide = random() - 0.5;
      return Float32Array.from([0.1 * (random() - 0.5), 9 * wide, 3 * (random() - 0.5), 0]);
    });
    const shares = principalDirections(vectors, 4, 2);
    const direction = (at: number): number[] => [0, 1, 2, 3].map((row) => shares[row * 2 + at] ?? 0);
    expect(Math.abs(cosine(direction(0), [0, 1, 0, 0]))).toBeGreaterThan(0.99);
    expect(Math.abs(cosine(direction(1), [0, 0, 1, 0]))).toBeGreaterThan(0.99);
  });

  it("gives words that the teacher finds in like texts like vectors, though alone it tells them apart", () => {
    const topics = Array.from({ length: 12 }, () => unitVector(TEACHER_DIMENSIONS));
    const texts = Array.from({ length: 480 }, (_, at) => ({
      stems: [`word${at % 24}`, `filler${at % 7}`],
      // Two words of each topic.
      vector: topics[at % 12] ?? new Float32Array(TEACHER_DIMENSIONS),
      isWord: false,
    }));
    const alone = Array.from({ length: 24 }, (_, at) => ({
      stems: [`word${at}`],
      vector: unitVector(TEACHER_DIMENSIONS),
      isWord: true,
    }));
    const { stems, rows } = distilWords([...alone, ...texts], 12);
    const rowOf = (stem: string): Float32Array => {
      const at = stems.indexOf(stem);
      return rows.subarray(at * WORD_DIMENSIONS, (at + 1) * WORD_DIMENSIONS);
    };
    const like = cosine(rowOf("word3"), rowOf("word15"));
    expect(like).toBeGreaterThan(0.3);
    expect(like).toBeGreaterThan(cosine(rowOf("word3"), rowOf("word16")) + 0.2);
  });

  it("turns questions to their passages, and to others that the teacher finds as like", () => {
    const count = 20;
    const words = new Float32Array(2 * count * WORD_DIMENSIONS);
    for (let word = 0; word < 2 * count; word++)
      words.set(unitVector(WORD_DIMENSIONS), word * WORD_DIMENSIONS);
    const taughtVectors = Array.from({ length: count / 2 }, () => unitVector(TEACHER_DIMENSIONS));
    const pairs = Array.from({ length: 120 }, (_, at) => {
      const topic = at % count;
      const taught = taughtVectors[topic >> 1] as Float32Array;
      return {
        question: [{ row: topic, weight: 1 }],
        passage: [{ row: count + topic, weight: 1 }],
        group: 0,
        taught: { question: taught, passage: taught },
      };
    });
    const { turn, shifts } = trainContrast(pairs, words, new Float32Array(2 * count).fill(1), 20);
    const turned = (word: number): number[] =>
      Array.from({ length: WORD_DIMENSIONS }, (_, to) => {
        let sum = shifts[word * WORD_DIMENSIONS + to] ?? 0;
        for (let from = 0; from < WORD_DIMENSIONS; from++)
          sum += (words[word * WORD_DIMENSIONS + from] ?? 0) * (turn[from * WORD_DIMENSIONS + to] ?? 0);
        return sum;
      });
    const before = (word: number): Float32Array =>
      words.subarray(word * WORD_DIMENSIONS, (word + 1) * WORD_DIMENSIONS);
    const gained = (question: number, passage: number): number =>
      cosine(turned(question), turned(count + passage)) - cosine(before(question), before(count + passage));
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const topics = Array.from({ length: count }, (_, at) => at);
    const own = mean(topics.map((topic) => gained(topic, topic)));
    const sibling = mean(topics.map((topic) => gained(topic, topic ^ 1)));
    const other = mean(topics.map((topic) => gained(topic, (topic + 7) % count)));
    expect(own).toBeGreaterThan(other + 0.02);
    expect(sibling).toBeGreaterThan(other);
  });

  it("begins a word of another language where the English words are that say the same", () => {
    const one = unitVector(WORD_DIMENSIONS);
    const glossary = readGlossary("de", {
      stem: (word) => word.toLowerCase(),
      vectorsOf: (english) => (english === "girlfriend" ? [one] : []),
    });
    expect([...glossary.keys()]).toContain("freundin");
    expect(cosine(glossary.get("freundin") ?? [], one)).toBeCloseTo(1);
  });
});

/**
 * Vectors of another language's words: those of the English words that say the same (`../glossary/`, our own writing), so
 * that all languages share one space, and what is learned of questions in one holds in the others.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wordsOf, type StemWord } from "../../../core/search/encoder/static-encoder.ts";
import { WORD_DIMENSIONS } from "./distil-words.ts";

const FOLDER = join(import.meta.dirname, "../glossary");

export interface GlossaryReader {
  /** Of the language. */
  stem: StemWord;
  /** Of the words of an English text that have any. */
  vectorsOf: (english: string) => readonly Float32Array[];
}

/** The mean of what each word means, of all forms that share a stem. */
export function readGlossary(
  language: string,
  { stem, vectorsOf }: GlossaryReader,
): Map<string, Float32Array> {
  const sums = new Map<string, { sum: Float32Array; forms: number }>();
  for (const line of readFileSync(join(FOLDER, `${language}.tsv`), "utf8").split("\n")) {
    const [form = "", english = ""] = line.split("\t");
    const meant = vectorsOf(english);
    const [word, ...more] = wordsOf(form);
    if (meant.length === 0 || word === undefined || more.length > 0) continue;
    const own = sums.get(stem(word)) ?? { sum: new Float32Array(WORD_DIMENSIONS), forms: 0 };
    sums.set(stem(word), own);
    own.forms++;
    // A phrase counts as much as its words together would.
    const scale = 1 / Math.sqrt(meant.length);
    for (const vector of meant)
      for (let at = 0; at < WORD_DIMENSIONS; at++)
        own.sum[at] = (own.sum[at] as number) + scale * (vector[at] as number);
  }
  return new Map([...sums].map(([own, { sum, forms }]) => [own, sum.map((value) => value / forms)]));
}

/**
 * Words that some write as one and others as two: "antivirus" and "anti-virus", "email" and "e-mail". Where the
 * corpus does not know what a visitor wrote, it is looked up as the corpus writes it; the index has no more for it.
 */
import type { AnalyzedTerm, Analyzer } from "../analyzer.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import type { TermEntry } from "./dictionary.ts";
import { isRealWord } from "./real-words.ts";

type JoinIndex = Pick<PackedIndex, "dictionary" | "chunkCount" | "pairs" | "forEachPosting">;

/** Shorter ones are parts of anything. */
const MIN_PART_CHARS = 3;
/** Prefixes that are shorter, and are written apart all the same. */
const SHORT_PARTS: ReadonlySet<string> = new Set(["co", "de", "ex", "in", "on", "re", "un", "up"]);
const MIN_JOINED_CHARS = 5;

const PREFIXES: ReadonlySet<string> = new Set(
  "anti auto bi co cross ex extra hyper inter intra macro micro mid mini multi non over post pre re semi sub super trans tri ultra un under".split(
    " ",
  ),
);

/** A verb with its particle, which is no term of the index: "log in", "sign up". */
const PHRASAL =
  /^(add|back|break|build|check|clean|drop|hand|log|look|mock|opt|pick|plug|pop|print|roll|set|shut|sign|start|time|turn)(?:in|on|up|out|off|down)$/;

/** Words that are taken apart: a text full of unknown words is another language. */
const MAX_PARTED_WORDS = 4;
/** Chunks of a part that are looked at for the other part beside it. */
const MAX_CHUNKS = 2000;

const LETTERS = /^\p{L}+$/u;

/** The terms of a question, those that no page has as the pages write them. */
export function matchJoins(
  question: string,
  analyzed: readonly AnalyzedTerm[],
  index: JoinIndex,
  analyzer: Analyzer,
): AnalyzedTerm[] {
  const isKnown = ({ term }: AnalyzedTerm): boolean => index.dictionary.find(term) !== undefined;
  if (analyzed.every(isKnown)) return [...analyzed];
  const plain = spaced(question);
  const matched: AnalyzedTerm[] = [];
  let parted = 0;
  for (let at = 0; at < analyzed.length; at++) {
    const current = analyzed[at] as AnalyzedTerm;
    const next = analyzed[at + 1];
    const isWhole = current.isPart !== true;
    if (isWhole && next !== undefined && next.isPart !== true && !(isKnown(current) && isKnown(next))) {
      const joined = joinedTerm(current.word, next.word, analyzer);
      if (joined !== undefined && isKnown(joined) && plain.includes(spaced(`${current.word} ${next.word}`))) {
        matched.push(joined);
        at++;
        continue;
      }
    }
    if (isWhole && !isKnown(current)) {
      const hyphenless = joinedTerm(current.word, "", analyzer);
      if (current.word.includes("-") && hyphenless !== undefined && isKnown(hyphenless)) {
        matched.push(hyphenless);
        continue;
      }
      const parts = parted++ < MAX_PARTED_WORDS ? partedTerms(current.word, index, analyzer) : undefined;
      if (parts !== undefined) {
        matched.push(...parts);
        continue;
      }
    }
    matched.push(current);
  }
  return matched;
}

/** The term of two words that are written as one; undefined where that is none. */
export function joinedTerm(first: string, second: string, analyzer: Analyzer): AnalyzedTerm | undefined {
  const word = (first + second).replace(/[-‐‑]/g, "");
  if (word.length < MIN_JOINED_CHARS || !LETTERS.test(word)) return undefined;
  const [term, ...more] = analyzer.analyze(word);
  return more.length === 0 ? term : undefined;
}

/** The terms of a word in two parts that stand beside each other somewhere. */
function partedTerms(word: string, index: JoinIndex, analyzer: Analyzer): AnalyzedTerm[] | undefined {
  const lower = word.toLowerCase();
  if (lower.length < MIN_JOINED_CHARS || !LETTERS.test(lower)) return undefined;
  const [name] = analyzer.analyze(`${lower.slice(0, 1)}-${lower.slice(1)}`);
  if (name !== undefined && name.term.includes("-") && index.dictionary.find(name.term) !== undefined) {
    return [{ ...name, word }];
  }
  // A word of the language is meant as it is: "notebook" is no note in a book. Prefixes are set off from such too.
  const [whole] = analyzer.analyze(lower);
  const isReal = whole !== undefined && isRealWord(whole.term, analyzer.language);
  for (let cut = lower.length - 2; cut >= 2; cut--) {
    const texts = [lower.slice(0, cut), lower.slice(cut)];
    if (isReal && !PREFIXES.has(texts[0] ?? "") && !PHRASAL.test(lower)) continue;
    if (texts.some((text) => text.length < MIN_PART_CHARS && !SHORT_PARTS.has(text))) continue;
    const terms = texts.map((text) => analyzer.analyze(text));
    const [[first, ...moreFirst] = [], [second, ...moreSecond] = []] = terms;
    if (
      first !== undefined &&
      second === undefined &&
      PHRASAL.test(lower) &&
      index.dictionary.find(first.term) !== undefined
    )
      return [first];
    if (first === undefined || second === undefined || moreFirst.length + moreSecond.length > 0) continue;
    const entries = [first, second].map(({ term }) => index.dictionary.find(term));
    const [a, b] = entries;
    // Nobody means anything else by it, whatever stands beside what on the pages.
    if (a !== undefined && b !== undefined && PHRASAL.exec(lower)?.[1] === texts[0]) return [first, second];
    if (a !== undefined && b !== undefined && standTogether(a, b, index)) return [first, second];
  }
  return undefined;
}

/** Whether two terms are neighbours in a chunk that holds both. */
function standTogether(a: TermEntry, b: TermEntry, index: JoinIndex): boolean {
  const [rare, common] = a.chunkCount <= b.chunkCount ? [a, b] : [b, a];
  const holding = new Set<number>();
  index.forEachPosting({ ...rare, chunkCount: Math.min(rare.chunkCount, MAX_CHUNKS) }, (chunk) => {
    if (index.pairs.has(chunk, a.ordinal, b.ordinal)) holding.add(chunk);
  });
  if (holding.size === 0) return false;
  let together = false;
  index.forEachPosting(common, (chunk) => {
    together ||= holding.has(chunk);
  });
  return together;
}

function spaced(text: string): string {
  return text.toLowerCase().replace(/[\s\-‐-―]+/gu, " ");
}

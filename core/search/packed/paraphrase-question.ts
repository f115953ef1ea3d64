/**
 * Other words for what a question says, where the corpus has them: they are looked up too, for less, and only
 * count in chunks that lack the visitor's own word. What a question is judged by (its terms, and how strong
 * the best match is) stays what the visitor wrote, so that no question becomes answerable by them.
 *
 * All weights are chosen on one half of the documentation questions (golden questions, answers, dialogues) and
 * reported on the other; on SciFact, SQuAD 2.0 and XQuAD they change nothing beyond noise.
 */
import type { Analyzer } from "../analyzer.ts";
import { paraphraseGroups } from "../paraphrases.ts";
import { MAX_QUERY_TERMS } from "../retriever.ts";
import { inverseDocumentFrequency } from "./bm25f.ts";
import { joinedTerm } from "./joined-words.ts";
import type { TermEntry } from "./dictionary.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import type { QuestionTerm } from "./question-terms.ts";

export interface Paraphrase {
  term: string;
  entry: TermEntry;
  /** As that of a term of the question, but less. */
  weight: number;
  /** Of the word in the question that it stands for. */
  place: number;
}

/** What another word counts against the visitor's own, where the pages use that as well. */
const KNOWN_WORD_SHARE = 0.3;

/** The same where no page has the visitor's word, or it is a phrase, whose words mean something else apart. */
const UNKNOWN_WORD_SHARE = 0.6;

/** The same for another form of the same word. */
const SAME_WORD_SHARE = 0.8;

/** "To do" and "a part" are seldom "todo" and "apart". */
const MIN_JOINED_WORD_CHARS = 3;

/** Words of a question that are read; nobody asks in more, and each is analysed once more. */
const MAX_WORDS = 48;

/** Each costs one pass over its postings. */
const MAX_PARAPHRASES = 32;

/** "turn the answer cache off": words between a verb and its particle. */
const MAX_GAP_WORDS = 3;
const PARTICLES: ReadonlySet<string> = new Set(["off", "on", "up", "out", "in"]);

const WORD = /[\p{L}\p{N}']+/gu;

/** A member of a group. */
interface Phrase {
  words: readonly string[];
  /** Index terms of the words, once they were asked for. */
  keys: readonly string[] | undefined;
  group: Group;
}

interface Group {
  phrases: Phrase[];
  isSameWord: boolean;
}

/** Phrases by the letters that their first word and its stem begin with: so only a few need to be analysed. */
const phrasesByPrefix = new WeakMap<Analyzer, Map<string, Phrase[]>>();
const PREFIX_CHARS = 2;

export interface ParaphraseInput {
  /** Terms as they were asked for, in their places. */
  asked: readonly QuestionTerm[];
  /** The same, typing errors corrected. */
  terms: readonly (QuestionTerm | undefined)[];
  index: Pick<PackedIndex, "dictionary" | "chunkCount">;
  analyzer: Analyzer;
}

/** @returns what counts most first. */
export function paraphraseQuestion(
  question: string,
  { asked, terms, index, analyzer }: ParaphraseInput,
): Paraphrase[] {
  const words = question.toLowerCase().replaceAll("’", "'").match(WORD)?.slice(0, MAX_WORDS) ?? [];
  const corrected = new Map(asked.map(({ term }, place) => [term, terms[place]?.term ?? term]));
  const keys = words.map((word) => {
    const key = keyOf(word, analyzer);
    return corrected.get(key) ?? key;
  });
  const own = new Set(terms.map((term) => term?.term));
  const seen = new Set<Group>();
  const found: Paraphrase[] = [];
  keys.forEach((key, at) => {
    for (const { group, rest } of phrasesFrom(key, analyzer)) {
      if (seen.has(group) || !follows(rest, keys, at)) continue;
      seen.add(group);
      const place = placeOf([key, ...rest], terms);
      if (place === MAX_QUERY_TERMS) continue;
      const known = rest.length === 0 && terms[place]?.known === true ? terms[place] : undefined;
      const share = group.isSameWord
        ? SAME_WORD_SHARE
        : known === undefined
          ? UNKNOWN_WORD_SHARE
          : KNOWN_WORD_SHARE;
      for (const term of singleTermsOf(group, analyzer)) {
        const entry = own.has(term) ? undefined : index.dictionary.find(term);
        if (entry === undefined || found.length === MAX_PARAPHRASES) continue;
        const weight = inverseDocumentFrequency(index.chunkCount, entry.chunkCount);
        // A rare word must not outweigh the common one that it stands for.
        found.push({ term, entry, place, weight: share * Math.min(weight, known?.weight ?? weight) });
      }
    }
  });
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (next === undefined || found.length === MAX_PARAPHRASES || word.length < MIN_JOINED_WORD_CHARS) return;
    // Elsewhere it is one word: "anti-virus" and "antivirus".
    const joined = joinedTerm(word, next, analyzer);
    const entry =
      joined === undefined || own.has(joined.term) ? undefined : index.dictionary.find(joined.term);
    const place = placeOf([keys[at] ?? word, keys[at + 1] ?? next], terms);
    if (joined === undefined || entry === undefined || place >= terms.length) return;
    if (found.some(({ term }) => term === joined.term)) return;
    const weight = inverseDocumentFrequency(index.chunkCount, entry.chunkCount);
    const known = terms[place]?.weight ?? weight;
    found.push({ term: joined.term, entry, place, weight: SAME_WORD_SHARE * Math.min(weight, known) });
  });
  // The best one counts where a chunk has several.
  return found.sort((a, b) => b.weight - a.weight);
}

/** Whether an unknown word is one that people use, and so no typing error. */
export function isParaphrased(term: string, analyzer: Analyzer): boolean {
  return phrasesFrom(term, analyzer).some(({ rest }) => rest.length === 0);
}

/** The phrases whose first word has an index term, and what has to follow it. */
function phrasesFrom(key: string, analyzer: Analyzer): { group: Group; rest: readonly string[] }[] {
  return (readPhrases(analyzer).get(prefixOf(key)) ?? []).flatMap((phrase) => {
    const [first, ...rest] = keysOf(phrase, analyzer);
    return first === key ? [{ group: phrase.group, rest }] : [];
  });
}

/** Index terms that stand for a group. */
function singleTermsOf({ phrases }: Group, analyzer: Analyzer): Set<string> {
  const single = phrases.filter(({ words }) => words.length === 1);
  return new Set(single.flatMap((phrase) => keysOf(phrase, analyzer)));
}

function readPhrases(analyzer: Analyzer): Map<string, Phrase[]> {
  let byPrefix = phrasesByPrefix.get(analyzer);
  if (byPrefix !== undefined) return byPrefix;
  byPrefix = new Map();
  for (const { members, isSameWord } of paraphraseGroups(analyzer.language)) {
    const group: Group = { phrases: [], isSameWord };
    for (const member of members) {
      const phrase: Phrase = { words: member.split(/[ -]/), keys: undefined, group };
      group.phrases.push(phrase);
      const prefix = prefixOf(phrase.words[0] ?? "");
      const known = byPrefix.get(prefix);
      if (known === undefined) byPrefix.set(prefix, [phrase]);
      else known.push(phrase);
    }
  }
  phrasesByPrefix.set(analyzer, byPrefix);
  return byPrefix;
}

/** Without accents, as index terms are. */
function prefixOf(word: string): string {
  const folded = word.slice(0, PREFIX_CHARS).normalize("NFD").replace(/\p{M}/gu, "");
  return folded.slice(0, PREFIX_CHARS);
}

function keysOf(phrase: Phrase, analyzer: Analyzer): readonly string[] {
  phrase.keys ??= phrase.words.map((word) => keyOf(word, analyzer));
  return phrase.keys;
}

/** The index term of a word; stop words stand for themselves. */
function keyOf(word: string, analyzer: Analyzer): string {
  return analyzer.analyze(word)[0]?.term ?? word;
}

function follows(rest: readonly string[], keys: readonly string[], at: number): boolean {
  if (rest.every((key, index) => keys[at + 1 + index] === key)) return true;
  const [particle = ""] = rest;
  if (rest.length > 1 || !PARTICLES.has(particle)) return false;
  return keys.slice(at + 1, at + 2 + MAX_GAP_WORDS).includes(particle);
}

/** That of the first word of a phrase that is a term; a phrase of stop words gets one behind all others. */
function placeOf(keys: readonly string[], terms: readonly (QuestionTerm | undefined)[]): number {
  const place = terms.findIndex((term) => term !== undefined && keys.includes(term.term));
  return place < 0 ? terms.length : place;
}

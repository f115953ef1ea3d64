/** "How do I deploy to Netlify?" – "and Cloudflare?": the new name takes the place of the one it contrasts with. */
import type { DialogueWords } from "./dialogue-words.ts";
import { markAfter, phrasesOf, textOf, type Phrase, type Token } from "./question-tokens.ts";
import { phraseWeight, purposeOf, withoutEnd, type Topic } from "./topic.ts";

/** What speaks for a part of the earlier question being the one that is replaced. */
const SCORES = {
  samePreposition: 2,
  /** The follow-up says "in X", and this part is not led in so. */
  otherPreposition: -3,
  /** "to X" and "on Y" both say where. */
  kindredPreposition: 0.5,
  /** Both are names, or both are written as code, or both are numbers. */
  sameShape: 2,
  /** Both are one word without an article: visitors seldom write capitals. */
  bothBare: 1.5,
  bothPlain: 0.5,
  /** "the preview server" for "the dev server". */
  sameHead: 1.5,
  /** "build.outDir" for "build.target". */
  sameNamespace: 2,
  sameDeterminer: 1,
  /** Times its share of the greatest weight: common words are seldom what is contrasted. */
  weight: 1,
  possessive: -1,
  /** "*Deno* adapter": the name within a phrase rather than all of it, where a name takes its place. */
  namePart: 0.25,
} as const;

/** A part that scores less is not what the follow-up contrasts with. */
const MIN_SCORE = 1.25;
/** "What is X? – and Y?": there is nothing else that Y could contrast with. */
const MIN_LONE_SCORE = 0.9;
/** "No, I meant X" says that something is replaced. */
const MIN_CORRECTION_SCORE = 0.3;

/** Prepositions that say where, and those that say by what means: within a group one may stand for another. */
const KINDRED_PREPOSITIONS = [
  "to on in at into onto auf bei im am ins zu zum nach en a al sur à au aux dans su nel nella alla em no na nos nas op naar aan",
  "with using via mit per con avec com met",
].map((words) => new Set(words.split(" ")));

function areKindred(one: string, other: string | undefined): boolean {
  return other !== undefined && KINDRED_PREPOSITIONS.some((group) => group.has(one) && group.has(other));
}

type Shape = "name" | "code" | "number" | "plain";

function shapeOf(word: string): Shape {
  if (/^v?\d[\d.]*$/i.test(word)) return "number";
  // "GitHub" is a name, "useState" is code.
  if (/[_./:@]\w|^[-/]|\(\)$|^\p{Ll}+\p{Lu}/u.test(word)) return "code";
  return /^\p{Lu}/u.test(word) ? "name" : "plain";
}

interface Slot {
  /** Of the words that are replaced. */
  start: number;
  end: number;
  phrase: Phrase;
  /** Only the name within a phrase: "*React* components". */
  isPart: boolean;
}

function slotsOf(topic: Topic): Slot[] {
  const slots: Slot[] = [];
  for (const phrase of topic.phrases) {
    slots.push({ start: phrase.start, end: phrase.end, phrase, isPart: false });
    let start = phrase.start;
    while (start < phrase.end) {
      const shape = shapeOf(topic.tokens[start]?.word ?? "");
      let end = start + 1;
      while (end < phrase.end && shapeOf(topic.tokens[end]?.word ?? "") === shape) end++;
      if (shape !== "plain" && end - start < phrase.end - phrase.start)
        slots.push({ start, end, phrase, isPart: true });
      start = end;
    }
  }
  return slots;
}

/** A follow-up without a verb of its own, taken apart. */
export interface Fragment {
  tokens: readonly Token[];
  /** Its main phrase; undefined where it has none. */
  phrase: Phrase | undefined;
  preposition: string | undefined;
}

export function fragmentOf(tokens: readonly Token[], words: DialogueWords): Fragment {
  const [phrase] = phrasesOf(tokens, words, true);
  const [first] = tokens;
  return { tokens, phrase, preposition: first?.role === "preposition" ? first.lower : undefined };
}

/**
 * The earlier question with the fragment in the place of what it contrasts with.
 *
 * @param isCorrection the visitor said that the earlier question was not what they meant.
 * @param replaced words that the visitor named as the ones to replace.
 * @returns undefined where nothing in the earlier question contrasts with it.
 */
export function substitute(
  topic: Topic,
  fragment: Fragment,
  words: DialogueWords,
  { isCorrection = false, replaced }: { isCorrection?: boolean; replaced?: string } = {},
): string | undefined {
  if (fragment.phrase === undefined) return undefined;
  const maxWeight = Math.max(0.001, ...topic.phrases.map((phrase) => phraseWeight(topic, phrase)));
  let best: { slot: Slot; score: number } | undefined;
  for (const slot of slotsOf(topic)) {
    const named = textOf(topic.tokens, slot.start, slot.end).toLowerCase();
    const score =
      replaced !== undefined && named.includes(replaced.toLowerCase())
        ? Number.MAX_SAFE_INTEGER - named.length
        : scoreOf(slot, topic, fragment, fragment.phrase, maxWeight, words, isCorrection);
    if (best === undefined || score > best.score) best = { slot, score };
  }
  const isLone = topic.phrases.length === 1 && purposeOf(topic.question) === undefined;
  const minScore = isCorrection ? MIN_CORRECTION_SCORE : isLone ? MIN_LONE_SCORE : MIN_SCORE;
  if (best === undefined || best.score < minScore) return undefined;
  return replaceSlot(topic, best.slot, fragment, fragment.phrase);
}

function scoreOf(
  slot: Slot,
  topic: Topic,
  fragment: Fragment,
  phrase: Phrase,
  maxWeight: number,
  words: DialogueWords,
  isCorrection: boolean,
): number {
  const old = topic.tokens.slice(slot.start, slot.end);
  const next = fragment.tokens.slice(phrase.start, phrase.end);
  const oldShape = shapeOf(old[0]?.word ?? "");
  const nextShape = shapeOf(next[0]?.word ?? "");
  const isBare = (count: number, determiner: string | undefined): boolean =>
    count === 1 && determiner === undefined;
  const oldHead = old.at(-1)?.lower;
  const nextHead = next.at(-1)?.lower;
  let score =
    SCORES.weight * (phraseWeight(topic, { ...slot.phrase, start: slot.start, end: slot.end }) / maxWeight);
  if (fragment.preposition !== undefined) {
    if (fragment.preposition === slot.phrase.preposition) score += SCORES.samePreposition;
    else if (!isCorrection && areKindred(fragment.preposition, slot.phrase.preposition)) {
      score += SCORES.kindredPreposition;
    } else score += SCORES.otherPreposition;
  }
  if (oldShape === nextShape) score += oldShape === "plain" ? SCORES.bothPlain : SCORES.sameShape;
  if (oldShape === nextShape && slot.isPart) score += SCORES.namePart;
  if (
    (oldShape === "plain" || nextShape === "plain") &&
    isBare(old.length, slot.isPart ? undefined : slot.phrase.determiner) &&
    isBare(next.length, phrase.determiner)
  ) {
    score += SCORES.bothBare;
  }
  if (oldHead === nextHead && old.length + next.length > 2) score += SCORES.sameHead;
  if (namespaceOf(oldHead) !== "" && namespaceOf(oldHead) === namespaceOf(nextHead))
    score += SCORES.sameNamespace;
  if (phrase.determiner !== undefined && phrase.determiner === slot.phrase.determiner)
    score += SCORES.sameDeterminer;
  if (words.possessives.has(slot.phrase.determiner ?? "") && !slot.isPart) score += SCORES.possessive;
  return score;
}

/** "build." of "build.target", "_ptr" of "unique_ptr". */
function namespaceOf(word = ""): string {
  return /^[^.]+\.(?=.)/.exec(word)?.[0] ?? /_[^_]+$/.exec(word)?.[0] ?? "";
}

function replaceSlot(topic: Topic, slot: Slot, fragment: Fragment, phrase: Phrase): string {
  const { tokens } = topic;
  const hasDeterminer = phrase.determiner !== undefined;
  const isName = shapeOf(fragment.tokens[phrase.start]?.word ?? "") === "name";
  // The old article goes where the new name brings one, or needs none.
  const takesArticle = !slot.isPart && slot.phrase.determiner !== undefined && (hasDeterminer || isName);
  const inserted = textOf(fragment.tokens, hasDeterminer && !slot.isPart ? phrase.start - 1 : phrase.start);
  const before = tokens.slice(0, takesArticle ? slot.start - 1 : slot.start).map(({ text }) => text);
  const replacedEnd = tokens[slot.end - 1];
  const mark = replacedEnd === undefined ? "" : markAfter(replacedEnd).replace(/["'`”»*_]/g, "");
  const rest = restAfter(tokens, slot.end, fragment, phrase);
  const last = before.length === 0 ? inserted : fixArticle(before, inserted);
  const { preposition } = slot.phrase;
  if (
    fragment.preposition !== undefined &&
    preposition !== undefined &&
    fragment.preposition !== preposition
  ) {
    const place = before.findLastIndex((text) => text.toLowerCase() === preposition);
    if (place >= 0) before[place] = fragment.preposition;
  }
  const question = [...before, last + mark, ...rest].join(" ");
  return topic.question.endsWith("?") && !question.endsWith("?") ? `${question}?` : question;
}

/** Where the fragment brings what followed the old phrase ("of Y"), the old one's is not repeated. */
function restAfter(tokens: readonly Token[], end: number, fragment: Fragment, phrase: Phrase): string[] {
  const brought = new Set(
    fragment.tokens
      .slice(phrase.start)
      .filter(({ role }) => role === "preposition")
      .map(({ lower }) => lower),
  );
  const rest = tokens.slice(end);
  const [next] = rest;
  if (next === undefined || !brought.has(next.lower)) return rest.map(({ text }) => text);
  let index = 1;
  while (index < rest.length && (rest[index]?.role === "content" || rest[index]?.role === "determiner"))
    index++;
  return rest.slice(index).map(({ text }) => text);
}

/** "an" or "a" as the new word needs it. */
function fixArticle(before: string[], inserted: string): string {
  const article = before.at(-1);
  if (article !== "a" && article !== "an") return inserted;
  before[before.length - 1] = /^[aeiou]/i.test(inserted) ? "an" : "a";
  return inserted;
}

/** The earlier question with the fragment added at its end. */
export function append(topic: Topic, fragment: Fragment, joint: string): string {
  const mark = /[?¿]/.test(topic.question) ? "?" : "";
  return `${withoutEnd(topic.question)}${joint}${textOf(fragment.tokens)}${mark}`;
}

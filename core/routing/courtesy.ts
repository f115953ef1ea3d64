/** Recognises texts that are made of courtesy phrases and nothing else, in any of the assistant's languages. */
import { baseLanguage } from "../language/base-language.ts";
import { COURTESY_PHRASES, FILLERS, LOCAL_PHRASES, OFTEN_MISTYPED } from "./courtesy-phrases.ts";
import { PERSON_PHRASES } from "./person-phrases.ts";
import type { ConversationTopic } from "./route.ts";
import { squeeze } from "./utterance.ts";

/** A place in a phrase: the word sequences that may stand there. */
interface Slot {
  alternatives: readonly (readonly string[])[];
  isOptional: boolean;
}

interface Phrase {
  topic: ConversationTopic;
  slots: readonly Slot[];
  /** Base language. */
  language: string;
  /** Absent: the phrase holds whatever the language of the page is. */
  onlyIn?: string;
}

interface CourtesyBook {
  phrasesByFirstWord: ReadonlyMap<string, readonly Phrase[]>;
  fillers: ReadonlySet<string>;
}

/** Of several topics in one text the one that wants a reply most: "thanks, bye" is a goodbye. */
const PRECEDENCE: readonly ConversationTopic[] = [
  "person",
  "how-are-you",
  "identity",
  "capabilities",
  "chitchat",
  "complaint",
  "goodbye",
  "thanks",
  "compliment",
  "greeting",
  "acknowledgement",
];

/** Topics whose single words are courtesy in every context; "super" and "top" are, elsewhere, names of things. */
const TOPICS_OF_ANY_LOCALE: ReadonlySet<ConversationTopic> = new Set(["greeting", "thanks", "goodbye"]);

/** What a question may open with; "tell me a joke about …" is no opening. */
const OPENINGS: ReadonlySet<ConversationTopic> = new Set([
  "greeting",
  "how-are-you",
  "thanks",
  "acknowledgement",
  "compliment",
]);

/** A text of more words has something to ask. */
const MAX_COURTESY_WORDS = 18;

/** An optional group of so many words at the end of a phrase is what the phrase is about. */
const REQUIRED_GROUP_SIZE = 4;

/** What an odd filler costs, as a share of a phrase: long phrases are preferred to pieces. */
const FILLER_COST = 0.6;

const MISTYPED_MIN_CHARS = 5;

export interface Courtesy {
  /** What the text is about, where all of it is courtesy. */
  topic: ConversationTopic | undefined;
  /** How many words at the beginning are courtesy: "hi, how do I install it?" has one. */
  openingWords: number;
  /**
   * Base language that all of it is courtesy in and that is not the page's; undefined where it is of the page's
   * language, of several others, or a word such as "hi" and "ok" that is said everywhere.
   */
  language: string | undefined;
}

/**
 * Reads plain words (see `plainWords`) as courtesy.
 *
 * @param locale BCP 47; words that are courtesy in one language and a name in another count in that language only.
 */
export function readCourtesy(words: readonly string[], locale: string): Courtesy {
  const language = baseLanguage(locale);
  const considered = words.slice(0, MAX_COURTESY_WORDS).map((word) => toKnownWord(squeeze(word)));
  const isWhole = words.length <= MAX_COURTESY_WORDS;
  const { topics, openingWords } = read(
    considered,
    ({ onlyIn }) => onlyIn === undefined || onlyIn === language,
  );
  const topic = isWhole ? PRECEDENCE.find((one) => topics.includes(one)) : undefined;
  if (topic === undefined) return { topic, openingWords, language: undefined };
  return { topic, openingWords: considered.length, language: otherLanguage(considered, language) };
}

/** The one language, other than the page's, whose phrases alone read all of the words. */
function otherLanguage(words: readonly string[], pageLanguage: string): string | undefined {
  const reads = (language: string): boolean =>
    read(words, (phrase) => phrase.language === language).topics.length > 0;
  if (reads(pageLanguage)) return undefined;
  const languages = Object.keys(COURTESY_PHRASES).filter(reads);
  // One English word is said in every language.
  if (languages.includes("en")) return words.length > 1 && languages.length === 1 ? "en" : undefined;
  return languages.length === 1 ? languages[0] : undefined;
}

interface Reading {
  /** Of all the words; empty where there is a word that is no courtesy. */
  topics: readonly ConversationTopic[];
  openingWords: number;
}

/** Reads words, each brought to a known one, by some of the phrases. */
function read(considered: readonly string[], allows: (phrase: Phrase) => boolean): Reading {
  const count = considered.length;
  /** The cheapest reading of the words before each position. */
  const readings: ({ cost: number; topics: readonly ConversationTopic[] } | undefined)[] = [
    { cost: 0, topics: [] },
  ];
  let openingWords = 0;
  for (let position = 0; position < count; position++) {
    const reading = readings[position];
    if (reading === undefined) continue;
    if (reading.topics.length > 0 && reading.topics.every((topic) => OPENINGS.has(topic)))
      openingWords = position;
    const reach = (end: number, cost: number, topics: readonly ConversationTopic[]): void => {
      const known = readings[end];
      if (known === undefined || cost < known.cost) readings[end] = { cost, topics };
    };
    const word = considered[position] as string;
    if (BOOK.fillers.has(word)) reach(position + 1, reading.cost + FILLER_COST, reading.topics);
    for (const phrase of BOOK.phrasesByFirstWord.get(word) ?? []) {
      if (!allows(phrase)) continue;
      for (const end of endsOf(phrase.slots, 0, considered, position)) {
        reach(end, reading.cost + 1, [...reading.topics, phrase.topic]);
      }
    }
  }
  return { topics: readings[count]?.topics ?? [], openingWords };
}

/** Where a phrase that begins at a position can end. */
function* endsOf(
  slots: readonly Slot[],
  slot: number,
  words: readonly string[],
  position: number,
): Generator<number> {
  const current = slots[slot];
  if (current === undefined) {
    yield position;
    return;
  }
  if (current.isOptional) yield* endsOf(slots, slot + 1, words, position);
  for (const alternative of current.alternatives) {
    if (alternative.every((word, offset) => words[position + offset] === word)) {
      yield* endsOf(slots, slot + 1, words, position + alternative.length);
    }
  }
}

const PERSON_BY_LANGUAGE: typeof COURTESY_PHRASES = Object.fromEntries(
  Object.entries(PERSON_PHRASES).map(([language, person]) => [language, { person }]),
);

function createBook(): CourtesyBook {
  const phrasesByFirstWord = new Map<string, Phrase[]>();
  const add = (language: string, topic: ConversationTopic, list: string, isLocal: boolean): void => {
    for (const template of list.split(",")) {
      const slots = parseTemplate(template.trim());
      const isSingleWord = slots.length === 1;
      const onlyIn =
        isLocal || (isSingleWord && language !== "en" && !TOPICS_OF_ANY_LOCALE.has(topic))
          ? { onlyIn: language }
          : {};
      const phrase: Phrase = { topic, slots, language, ...onlyIn };
      for (const word of firstWords(slots)) {
        const phrases = phrasesByFirstWord.get(word);
        if (phrases === undefined) phrasesByFirstWord.set(word, [phrase]);
        else phrases.push(phrase);
      }
    }
  };
  for (const [isLocal, lists] of [
    // First, since the first of two readings that cost the same is kept.
    [true, LOCAL_PHRASES],
    [false, COURTESY_PHRASES],
    [false, PERSON_BY_LANGUAGE],
  ] as const) {
    for (const [language, topics] of Object.entries(lists)) {
      for (const [topic, list] of Object.entries(topics)) {
        add(language, topic as ConversationTopic, list, isLocal);
      }
    }
  }
  const fillers = new Set(Object.values(FILLERS).flatMap((list) => list.split(" ").map(squeeze)));
  return { phrasesByFirstWord, fillers };
}

function parseTemplate(template: string): Slot[] {
  const groups = template.match(/\([^)]*\)|[^\s()]+/gu) ?? [];
  return groups.map((group, index) => {
    const isBracketed = group.startsWith("(");
    const alternatives = (isBracketed ? group.slice(1, -1) : group)
      .split("/")
      .map((alternative) => alternative.trim().split(/\s+/u).map(squeeze));
    const isWhatItIsAbout = index === groups.length - 1 && alternatives.length >= REQUIRED_GROUP_SIZE;
    return { alternatives, isOptional: isBracketed && !isWhatItIsAbout };
  });
}

/** The words that a phrase can begin with. */
function firstWords(slots: readonly Slot[]): Set<string> {
  const words = new Set<string>();
  for (const { alternatives, isOptional } of slots) {
    for (const [first] of alternatives) if (first !== undefined) words.add(first);
    if (!isOptional) break;
  }
  return words;
}

const MISTYPED_TARGETS = OFTEN_MISTYPED.split(" ").map(squeeze);

/** `thnaks` → `thanks`: one letter missing, added or swapped, never another one, so that no word becomes another. */
function toKnownWord(word: string): string {
  if (word.length < MISTYPED_MIN_CHARS - 1 || MISTYPED_TARGETS.includes(word)) return word;
  return MISTYPED_TARGETS.find((target) => isMistyped(word, target)) ?? word;
}

function isMistyped(word: string, target: string): boolean {
  if (word[0] !== target[0] || Math.abs(word.length - target.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === target[start]) start++;
  const rest = word.slice(start);
  const targetRest = target.slice(start);
  if (word.length === target.length) {
    return (
      rest.length >= 2 &&
      rest[0] === targetRest[1] &&
      rest[1] === targetRest[0] &&
      rest.slice(2) === targetRest.slice(2)
    );
  }
  // A missing or an odd letter near the beginning makes another word: "tanks", "thinks".
  if (start < 2 || word.length < MISTYPED_MIN_CHARS) return false;
  return word.length < target.length ? rest === targetRest.slice(1) : rest.slice(1) === targetRest;
}

/** Made when the program starts, so that no visitor's question waits for it. */
const BOOK = createBook();

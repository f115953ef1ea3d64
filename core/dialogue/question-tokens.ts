import type { DialogueWords } from "./dialogue-words.ts";

/** What a word does in a question, as far as lists of small words tell. */
export type TokenRole =
  | "determiner"
  | "preposition"
  | "auxiliary"
  | "subject"
  | "question"
  | "connector"
  | "filler"
  | "verb"
  | "content";

export interface Token {
  /** As written, with the punctuation around it. */
  text: string;
  /** Without the punctuation around it. */
  word: string;
  lower: string;
  role: TokenRole;
  /** A clause ends after it. */
  closes: boolean;
}

/** Verbs that a question ends with, and that say nothing of its subject: "How does prefetching *work*?" */
const CLOSING_VERBS = new Set(
  "work works do mean means go goes look happen happens run runs take takes behave compare differ exist apply help support handle use need cost funciona funcionan funktioniert funktionieren fonctionne fonctionnent funzionano werkt".split(
    " ",
  ),
);

/** Words after which "to" begins a verb and no place: "how to", "need to". */
const BEFORE_INFINITIVE = new Set(
  "how want need wants needs like have way possible able trying try going best required necessary have where what when allowed".split(
    " ",
  ),
);

/** Words of a question with their roles. */
export function tokenize(text: string, words: DialogueWords): Token[] {
  const tokens = text
    .split(" ")
    .filter((part) => part !== "")
    .map((part): Token => {
      const word = trimPunctuation(part);
      const lower = word.toLowerCase().replaceAll("’", "'");
      return { text: part, word, lower, role: roleOf(lower, words), closes: /[,;:.?!)]["'”»]?$/.test(part) };
    })
    .filter(({ word }) => word !== "");
  markVerbs(tokens, words);
  return tokens;
}

function roleOf(lower: string, words: DialogueWords): TokenRole {
  if (words.questionWords.has(lower)) return "question";
  if (words.auxiliaries.has(lower)) return "auxiliary";
  if (words.subjects.has(lower)) return "subject";
  if (words.prepositions.has(lower)) return "preposition";
  if (words.determiners.has(lower)) return "determiner";
  if (words.connectors.has(lower)) return "connector";
  if (words.fillers.has(lower) || words.pronouns.has(lower)) return "filler";
  return "content";
}

function markVerbs(tokens: Token[], words: DialogueWords): void {
  const hasAuxiliary = tokens.some(({ role }) => role === "auxiliary");
  // "Is MDX *supported*?"
  const isBeing =
    words.verb === "after-subject" && tokens.some(({ lower }) => /^(?:is|are|was|were)$/.test(lower));
  for (const [index, token] of tokens.entries()) {
    if (token.role !== "content") continue;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const isLast = after === undefined || token.closes;
    if (isVerbByPlace(before, after, tokens[index - 2], words)) token.role = "verb";
    else if (words.verb === "after-subject" && isPassive(before, token)) token.role = "verb";
    // "What *happens* when the model is down?"
    else if (before !== undefined && isSubjectAsked(before, token)) token.role = "verb";
    else if (isLast && isBeing && before?.role === "content" && /(?:ed|en|[ai]ble)$/.test(token.lower)) {
      token.role = "verb";
    } else if (isLast && hasAuxiliary && before?.role === "content" && CLOSING_VERBS.has(token.lower))
      token.role = "verb";
    else if (words.verb === "after-subject" && index === 0 && after?.role === "preposition")
      token.role = "verb";
    else if (words.verb === "after-subject" && index === 0 && after?.role === "determiner")
      token.role = "verb";
  }
  // "Wie kann ich Astro installieren?": the last word, where the auxiliary took the verb's place.
  const last = tokens.at(-1);
  if (words.verb !== "before-subject" || !hasAuxiliary || last === undefined || last.role !== "content")
    return;
  if (tokens.length > 3 && /^\p{Ll}.*en$/u.test(last.word)) last.role = "verb";
}

/** What asks for the subject has its verb right behind it. */
function isSubjectAsked(before: Token, { lower }: Token): boolean {
  return /^(?:what|who)$/.test(before.lower) && CLOSING_VERBS.has(lower) && lower.endsWith("s");
}

/** "sessions *get stored*" */
function isPassive(before: Token | undefined, { lower }: Token): boolean {
  return /^g[eo]ts?$/.test(lower) || (/^g[eo]ts?$/.test(before?.lower ?? "") && /(?:ed|en)$/.test(lower));
}

function isVerbByPlace(
  before: Token | undefined,
  after: Token | undefined,
  secondBefore: Token | undefined,
  words: DialogueWords,
): boolean {
  if (before === undefined || before.closes) return false;
  switch (words.verb) {
    case "after-subject":
      if (before.role === "subject" || before.lower === "it" || before.lower === "they") return true;
      return before.lower === "to" && BEFORE_INFINITIVE.has(secondBefore?.lower ?? "");
    case "after-question-word":
      return (
        before.role === "question" ||
        before.role === "subject" ||
        /^(?:pued[oe]|debo|peux|posso|devo|peut-on|puis-je)$/.test(before.lower)
      );
    case "before-subject":
      return after?.role === "subject";
  }
}

function trimPunctuation(part: string): string {
  let start = 0;
  let end = part.length;
  while (start < end && OPENING.has(part[start] ?? "")) start++;
  while (end > start && CLOSING.has(part[end - 1] ?? "") && !part.slice(start, end).endsWith("()")) end--;
  return part.slice(start, end);
}

const OPENING = new Set("\"'“”„«‹([{`¿¡*_");
const CLOSING = new Set("\"'“”»›)]}`?!.,;:…*_");

/** A run of content words with what leads it in: "to the *dev toolbar*". */
export interface Phrase {
  /** Of the first content word. */
  start: number;
  /** After the last content word. */
  end: number;
  preposition: string | undefined;
  determiner: string | undefined;
}

/** Content words that a name has at most. */
const MAX_PHRASE_TOKENS = 8;

/**
 * The noun phrases of a question.
 *
 * @param joinsLinks "table of contents" is one phrase, not two.
 */
export function phrasesOf(tokens: readonly Token[], words: DialogueWords, joinsLinks: boolean): Phrase[] {
  const phrases: Phrase[] = [];
  let index = 0;
  while (index < tokens.length) {
    if (tokens[index]?.role !== "content") {
      index++;
      continue;
    }
    const start = index;
    index = endOfRun(tokens, index);
    while (joinsLinks) {
      const next = linkedStart(tokens, index, words);
      if (next === undefined || next - start >= MAX_PHRASE_TOKENS) break;
      index = endOfRun(tokens, next);
    }
    let lead = start - 1;
    const determiner = tokens[lead]?.role === "determiner" ? tokens[lead]?.lower : undefined;
    while (tokens[lead]?.role === "determiner") lead--;
    const preposition = tokens[lead]?.role === "preposition" ? tokens[lead]?.lower : undefined;
    phrases.push({ start, end: index, preposition, determiner });
  }
  return phrases;
}

function endOfRun(tokens: readonly Token[], start: number): number {
  let end = start;
  while (tokens[end]?.role === "content") {
    end++;
    if (tokens[end - 1]?.closes === true) break;
  }
  return end;
}

/** Where the content after "of the" begins. */
function linkedStart(tokens: readonly Token[], end: number, words: DialogueWords): number | undefined {
  if (tokens[end - 1]?.closes === true || !words.links.has(tokens[end]?.lower ?? "")) return undefined;
  const next = tokens[end + 1]?.role === "determiner" ? end + 2 : end + 1;
  return tokens[next]?.role === "content" ? next : undefined;
}

/** The words of some tokens, with the punctuation between them but not around them. */
export function textOf(tokens: readonly Token[], start = 0, end = tokens.length): string {
  const parts = tokens.slice(start, end);
  return parts
    .map(({ text, word }, index) =>
      index === parts.length - 1 ? text.slice(0, text.lastIndexOf(word) + word.length) : text,
    )
    .join(" ")
    .replace(/^[`¿¡"'“„«(]+/u, "");
}

/** A phrase as it would be named: with its determiner. */
export function nameOf(tokens: readonly Token[], { start, end, determiner }: Phrase): string {
  return determiner === undefined || determiner === "no"
    ? textOf(tokens, start, end)
    : textOf(tokens, start - 1, end);
}

/** The punctuation after the word of a token. */
export function markAfter({ text, word }: Token): string {
  return text.slice(text.lastIndexOf(word) + word.length);
}

/** Words of a follow-up without a verb; a longer one is something else. */
export const MAX_FRAGMENT_WORDS = 9;

/** Whether the words lack a verb and a question word of their own. */
export function isShortPhrase(tokens: readonly Token[]): boolean {
  return (
    tokens.length <= MAX_FRAGMENT_WORDS &&
    !tokens.some(({ role }) => role === "auxiliary" || role === "question" || role === "subject")
  );
}

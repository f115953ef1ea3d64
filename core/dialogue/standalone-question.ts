/**
 * Makes a follow-up understandable by itself, without a model: "and in Firefox?", "how do I turn it off?",
 * "no, I meant Deno". By rules over small words, with the weights of the site's own index to tell names from
 * filler. What is complete by itself stays as it is: history must not colour a new topic.
 *
 * The result is searched for, answered and shown ("Searching for: …"), so it is kept a readable question.
 */
import type { HistoryTurn } from "../protocol.ts";
import { baseLanguage } from "../language/base-language.ts";
import type { QueryTerm } from "../search/retriever.ts";
import { bareFollowUp } from "./bare-follow-up.ts";
import { resolveChoice } from "./choices.ts";
import { correctionIn, type Correction } from "./correction.ts";
import { dialogueWords, type DialogueWords } from "./dialogue-words.ts";
import { isShortPhrase, textOf, tokenize } from "./question-tokens.ts";
import { impliedTopic, type NearPages } from "./implied-topic.ts";
import { referenceIn, resolveReference } from "./name-reference.ts";
import { isNewTopic } from "./new-topic.ts";
import { isFragmentOf, resolveFragment } from "./resolve-fragment.ts";
import { partsOfTurn } from "./sentences-of-turn.ts";
import { append, fragmentOf, substitute } from "./substitution.ts";
import { comparedIn, topicOf, withoutEnd, type Topic } from "./topic.ts";

/** What a question means in its conversation. */
export interface StandaloneQuestion {
  /** The question to search and to answer, readable by itself; the visitor's own where it needs nothing. */
  query: string;
  /** Whether anything was taken from the history. */
  isFollowUp: boolean;
  /** The words that were taken over. */
  carried: string[];
}

export interface DialogueTools {
  /** Terms of a text with their weights: `(text) => retriever.retrieve(text, { limit: 1 }).terms`. */
  weigh: (text: string) => readonly QueryTerm[];
  /** BCP 47, of the question. */
  language: string;
  /** Absent: a question without any sign of going on is always taken for a new one. */
  near?: NearPages;
}

/** A longer text was pasted or tells its own story. */
const MAX_FOLLOW_UP_CHARS = 240;
/** Visitor turns that are looked at: a topic that is older is another conversation. */
const MAX_EXCHANGES = 8;
/** Of a long earlier question the last sentence that asks, or so much of its beginning. */
const MAX_TOPIC_CHARS = 200;

interface Exchange {
  question: string;
  /** What the assistant said to it. */
  answer: string;
}

/**
 * Rewrites a follow-up into a question that stands alone.
 *
 * @param history earlier turns, oldest first, without the question. Any length: the last exchanges are used.
 */
export function standaloneQuestion(
  question: string,
  history: readonly HistoryTurn[],
  { weigh, language, near }: DialogueTools,
): StandaloneQuestion {
  const words = dialogueWords(language);
  const exchanges = lastExchanges(history);
  if (words === undefined || exchanges.length === 0) return unchanged(question);
  const conversation: Conversation = {
    exchanges,
    words,
    weigh,
    language: baseLanguage(language),
    near,
    topics: new Map(),
  };
  const resolved = resolve(question, exchanges.length, conversation);
  if (resolved === undefined) return unchanged(question);
  const { query, isFollowUp } = resolved;
  if (!isFollowUp) return { query, isFollowUp, carried: [] };
  const own = new Set(tokenize(oneLine(question), words).map(({ lower }) => lower));
  const carried = tokenize(query, words).filter(
    ({ role, lower }) => role === "content" && !own.has(lower) && /[\p{L}\p{N}]/u.test(lower),
  );
  return { query, isFollowUp, carried: [...new Set(carried.map(({ word }) => word))] };
}

function unchanged(question: string): StandaloneQuestion {
  return { query: question, isFollowUp: false, carried: [] };
}

function lastExchanges(history: readonly HistoryTurn[]): Exchange[] {
  const exchanges: Exchange[] = [];
  for (const { role, text } of history.slice(-2 * MAX_EXCHANGES)) {
    const last = exchanges.at(-1);
    if (role === "visitor") exchanges.push({ question: text, answer: "" });
    else if (last !== undefined) last.answer = text;
  }
  return exchanges;
}

interface Conversation {
  exchanges: readonly Exchange[];
  words: DialogueWords;
  weigh: DialogueTools["weigh"];
  language: string;
  /** Each costs a retrieval: asked of the question and of the one before it, not of all that led there. */
  near: DialogueTools["near"];
  /** By the number of exchanges before it: each follow-up asks for that of the one before, and so on. */
  topics: Map<number, Topic>;
}

/** A question standing alone, and whether something was taken from the history for it. */
type Resolved = Pick<StandaloneQuestion, "query" | "isFollowUp">;

/** The question after so many exchanges, standing alone; undefined where it does already. */
function resolve(question: string, exchangeCount: number, conversation: Conversation): Resolved | undefined {
  if (question.length > MAX_FOLLOW_UP_CHARS) return undefined;
  const text = oneLine(question);
  const isRecent = exchangeCount >= conversation.exchanges.length - 1;
  const context: Context = {
    ...conversation,
    near: isRecent ? conversation.near : undefined,
    answer: conversation.exchanges[exchangeCount - 1]?.answer ?? "",
    topic: () => topicBefore(exchangeCount, conversation),
  };
  const resolved = resolveTurn(text, context);
  const query = tidy(resolved.query);
  return query === tidy(text) ? undefined : { ...resolved, query };
}

/**
 * Of a turn of several sentences only the one that asks is resolved, and what comments on the last answer is left
 * out. What is told before the question is its own story: it is named what it points at where the question needs
 * it, and left out where the question does without and it would only bring the last topic along.
 */
function resolveTurn(text: string, context: Context): Resolved {
  const { words, language } = context;
  const { before, asking, after } = partsOfTurn(text, words, language);
  const joined = (sentences: readonly string[]): string => [...sentences, ...after].join(" ");
  const [story] = before;
  if (story === undefined) {
    const resolved = createResolver(context)(asking) ?? { query: asking, isFollowUp: false };
    return { ...resolved, query: joined([resolved.query]) };
  }
  const alone: Context = { ...context, near: undefined };
  const resolver = createResolver(alone);
  if (resolver(asking) === undefined) {
    return {
      query: joined([...before.filter((each) => !pointsBack(each, words, language)), asking]),
      isFollowUp: false,
    };
  }
  const resolved = pointsBack(story, words, language) ? resolver(story) : undefined;
  return {
    query: joined([resolved?.query ?? story, ...before.slice(1), asking]),
    isFollowUp: resolved !== undefined,
  };
}

function pointsBack(sentence: string, words: DialogueWords, language: string): boolean {
  return referenceIn(tokenize(sentence, words), words, language) !== undefined;
}

/** What was being asked about before an exchange: the last question that says something, standing alone. */
function topicBefore(exchangeCount: number, conversation: Conversation): Topic {
  const { topics } = conversation;
  let topic = topics.get(exchangeCount);
  if (topic === undefined) topics.set(exchangeCount, (topic = findTopic(exchangeCount, conversation)));
  return topic;
}

function findTopic(exchangeCount: number, conversation: Conversation): Topic {
  const { exchanges, words, weigh } = conversation;
  for (let index = exchangeCount - 1; index >= 0; index--) {
    const question = mainSentence(exchanges[index]?.question ?? "");
    const standalone = (index > 0 ? resolve(question, index, conversation)?.query : undefined) ?? question;
    if (tokenize(standalone, words).some(({ role }) => role === "content"))
      return topicOf(standalone, words, weigh);
  }
  return topicOf("", words, weigh);
}

interface Context {
  words: DialogueWords;
  language: string;
  near: DialogueTools["near"];
  answer: string;
  /** Found when first needed: most questions stand alone. */
  topic: () => Topic;
}

/** A question standing alone; undefined where it does already. */
function createResolver(context: Context): (text: string) => Resolved | undefined {
  const resolveText = textResolver(context);
  return (text) => {
    const resolved = resolveText(text);
    return typeof resolved === "string" ? { query: resolved, isFollowUp: true } : resolved;
  };
}

/** As text where the history was drawn upon. */
function textResolver(context: Context): (text: string) => string | Resolved | undefined {
  const { words, language, answer, topic, near } = context;
  return (original) => {
    const { text, goesOn } = withoutConnectors(original, words);
    const plain = withoutEnd(text.toLowerCase()).replace(/^[¿¡]+/u, "");

    const corrected = correctionIn(text, plain, words, language);
    if (corrected !== undefined) return resolveCorrection(corrected, context);

    const bare = bareFollowUp(plain, withoutEnd(original.toLowerCase()), words, language, topic);
    if (bare !== undefined) return bare;

    const choice = resolveChoice(text, answer, language, () => comparedIn(topic().question) ?? []);
    if (choice?.option !== undefined)
      return resolveChosen(choice.question, choice.option, topic, words, language);

    const about = words.about.exec(plain)?.[0] ?? "";
    const rest =
      about === "" ? text : text.slice(text.length - withoutLead(text).length + about.length).trim();
    const named = resolveReference(rest, words, language, topic);
    const asked = named ?? rest;
    const isFragment = isFragmentOf(asked, words, { goesOn: goesOn || about !== "", isAbout: about !== "" });
    if (isFragment) {
      const joined = resolveFragment(asked, topic(), words, { isAbout: about !== "", language });
      if (joined === undefined || near === undefined || named !== undefined) return joined;
      const fragment = fragmentOf(tokenize(asked, words), words);
      const isNew = isNewTopic({
        fragment,
        goesOn: asked !== original,
        earlier: topic().question,
        joined,
        words,
        near,
      });
      return isNew ? { query: asked, isFollowUp: false } : joined;
    }
    return named ?? (near === undefined ? undefined : impliedTopic(text, words, topic, near));
  };
}

function resolveCorrection({ meant, replaced }: Correction, context: Context): string | Resolved {
  const { words } = context;
  const topic = context.topic();
  const tokens = tokenize(meant, words);
  if (!isShortPhrase(tokens)) {
    // A whole question: it may point back all the same.
    const asked = `${meant}?`;
    return textResolver(context)(asked) ?? asked;
  }
  const fragment = fragmentOf(tokens, words);
  // A version or a circumstance narrows what was asked; it replaces nothing.
  const narrows = tokens.some(({ lower }) => /^(?:version|v?\d+(?:\.\d+)*|mode)$/.test(lower));
  const options = { isCorrection: true, ...(replaced !== undefined && { replaced }) };
  const substituted =
    narrows && replaced === undefined ? undefined : substitute(topic, fragment, words, options);
  return substituted ?? append(topic, fragment, " ");
}

function resolveChosen(
  question: string,
  option: string,
  topic: () => Topic,
  words: DialogueWords,
  language: string,
): string {
  const tokens = tokenize(question, words);
  const isOptionAlone = textOf(tokens).toLowerCase() === option.toLowerCase();
  if (isOptionAlone || isShortPhrase(tokens)) return append(topic(), fragmentOf(tokens, words), " – ");
  return resolveReference(question, words, language, topic) ?? question;
}

/** Strips what only says that the conversation goes on. */
function withoutConnectors(text: string, words: DialogueWords): { text: string; goesOn: boolean } {
  let rest = text;
  let goesOn = false;
  for (let count = 0; count < 3; count++) {
    const lead = /^[¿¡]*(\p{L}+)[,.!:;]* +(?=\S)/u.exec(rest);
    if (lead === null || !words.connectors.has((lead[1] ?? "").toLowerCase())) break;
    // "e", "y", "no" with a comma are connectors; "so" before a verb is too.
    goesOn = true;
    rest = (/^[¿¡]/u.exec(rest)?.[0] ?? "") + rest.slice(lead[0].length);
  }
  return { text: rest, goesOn };
}

function withoutLead(text: string): string {
  return text.replace(/^[¿¡]+/u, "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The sentence of a longer turn that asks. */
function mainSentence(turn: string): string {
  const text = oneLine(turn.slice(0, 4 * MAX_TOPIC_CHARS * 7));
  if (text.length <= MAX_TOPIC_CHARS) return text;
  const sentences = text.split(/(?<=[.?!]) /);
  const asking = sentences.findLast(
    (sentence) => sentence.endsWith("?") && sentence.length <= MAX_TOPIC_CHARS,
  );
  return asking ?? text.slice(0, text.lastIndexOf(" ", MAX_TOPIC_CHARS));
}

/** A question begins with a capital, and has no stray spaces. */
function tidy(text: string): string {
  const line = oneLine(text);
  return line.replace(
    /^([¿¡]*)(\p{Ll})/u,
    (_, marks: string, letter: string) => marks + letter.toUpperCase(),
  );
}

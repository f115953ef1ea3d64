/**
 * Decides what to do with a question before anything is looked up, without a model and in well under a
 * millisecond. A question that is answered with chit-chat is the worst mistake, so everything in doubt is looked up:
 * the pages decide then.
 *
 * 1. Distress, threats and insults are told by careful patterns.
 * 2. What holds code, an address or many words is a question.
 * 3. What is made of courtesy phrases alone, in any of seven languages, is conversation.
 * 4. Learned weights find small talk in English that no list foresees, but for questions about a thing.
 */
import { asksOfAThing } from "./asks-of-a-thing.ts";
import { carefulTopic } from "./careful-topics.ts";
import { readCourtesy } from "./courtesy.ts";
import {
  holdsUnknownWord,
  isUnknownWord,
  offTopicMargin,
  smallTalkMargin,
  unknownWordCost,
} from "./learned-routing.ts";
import { asksForElsewhere } from "./off-topic-words.ts";
import type { ConversationTopic, Route } from "./route.ts";
import { smallTalkTopic } from "./small-talk-topic.ts";
import { asksForTask } from "./tasks.ts";
import { holdsCode, MAX_UTTERANCE_CHARS, plainWords } from "./utterance.ts";

export interface RouteOptions {
  /** BCP 47; the language of the page. Courtesy in other languages is understood too. */
  locale: string;
}

/** Small talk is short: of the public utterances nearly all have fewer words. */
const MAX_SMALL_TALK_WORDS = 22;

/** What stands after a courteous opening must itself be small talk, by this margin, not to be a question. */
const REST_MARGIN = -1;

/** Below it what sounds like small talk may well be asked of a business: "what do you need most". */
const FAINT_MARGIN = 3;

/** Signs that say something by themselves, skin tones and variants apart. */
const SIGNS: readonly (readonly [ConversationTopic, RegExp])[] = [
  ["greeting", /👋|🤗/u],
  ["thanks", /🙏|❤|💚|💙|💜|🧡|💛|💕|🥰|😘|<3/u],
  ["complaint", /👎|😡|😠|🤬|😤|💩|😞|☹|:-?\(/u],
  ["compliment", /👍|👏|🎉|😍|🤩|💯|⭐|🔥|🥳|💪/u],
  ["acknowledgement", /👌|✅|😀|😃|😄|😁|😆|😅|😂|🤣|🙂|😉|😊|😎|[:;]-?[)DpP]|\^_*\^/u],
];

export function routeQuestion(question: string, { locale }: RouteOptions): Route {
  const isLong = question.length > MAX_UTTERANCE_CHARS;
  const words = plainWords(question);
  if (words.length === 0 || isTypedFace(question)) {
    return isLong ? search(false) : { kind: "conversation", topic: topicOfSigns(question), isCertain: true };
  }
  const careful = carefulTopic(words);
  if (careful !== undefined) return { kind: "careful", topic: careful };
  if (asksForTask(question)) return { kind: "conversation", topic: "task", isCertain: false };
  if (isLong || holdsCode(question) || asksWhatFor(words)) return search(false);

  const { topic, openingWords, language } = readCourtesy(words, locale);
  if (topic !== undefined) {
    return { kind: "conversation", topic, isCertain: true, ...(language !== undefined && { language }) };
  }
  if (words.length <= MAX_SMALL_TALK_WORDS && isSmallTalk(words, openingWords)) {
    const topic = smallTalkTopic(words);
    return {
      kind: "conversation",
      topic,
      isCertain: false,
      ...(namesAThing(words) && { namesAThing: true }),
      ...(smallTalkMargin(words) < FAINT_MARGIN && { isFaint: true }),
    };
  }
  const rest = openingWords > 0 ? words.slice(openingWords) : words;
  return search(asksForElsewhere(rest) || offTopicMargin(rest) > 0);
}

/** A joke and thanks may be about anything. */
function namesAThing(words: readonly string[]): boolean {
  return holdsUnknownWord(words) && unknownWordCost(words, isUnknownWord) > 0;
}

function isSmallTalk(words: readonly string[], openingWords: number): boolean {
  if (smallTalkMargin(words) <= 0 || asksOfAThing(words.slice(openingWords), isUnknownWord)) return false;
  if (asksForOneself(words) && (holdsUnknownWord(words) || asksForMore(words))) return false;
  if (asksOfIt(words)) return false;
  if (openingWords === 0) return true;
  // "thanks and how do I undo it": the opening alone must not decide.
  const rest = words.slice(openingWords);
  return smallTalkMargin(rest) > REST_MARGIN || (!holdsUnknownWord(rest) && !asksSomething(rest));
}

/** "At what age should I train a puppy": what the asker is to do, of which nobody speaks with an assistant in passing. */
function asksForOneself(words: readonly string[]): boolean {
  const text = words.join(" ");
  return (
    /\b(?:should|can|could|do|may|must|shall) i\b/u.test(text) &&
    !/\b(?:you|your|yourself|u|ur|ya)\b/u.test(text)
  );
}

/** Fewer words are passed in talk: "can I smoke", "does it hurt". */
const ASKING_WORDS = 5;

/** "Can I see which questions were asked": more than to be heard by somebody. */
function asksForMore(words: readonly string[]): boolean {
  return (
    words.length >= ASKING_WORDS &&
    /\b(?:can|could|may|do) i (?!ask|talk|speak|chat|call|tell|say|know(?! (?:if|whether|when|which|what|where|how)\b)|trust|be|have|get|look|sound|seem|love|like)/u.test(
      words.join(" "),
    )
  );
}

/** "Who is this for", "what is it about": asked of the site, though "who is this" is asked of the assistant. */
function asksWhatFor(words: readonly string[]): boolean {
  return /^(?:so |and )?(?:who|what|whom) (?:is|are|was) (?:this|it|that|these|those|(?:this|the) \w+) (?:for|by|about|from|made for|meant for)$/u.test(
    words.join(" "),
  );
}

/** "Does it remember earlier questions": of a thing, and of nobody who is spoken to. */
function asksOfIt(words: readonly string[]): boolean {
  return (
    words.length >= ASKING_WORDS &&
    /^(?:and |so |but |then )?(?:does|did|will|can|could|is|has) (?:it|the (?:chat|widget|assistant|search|site|tool|app)) (?!(?:true|ok|okay|possible|raining|cold|hot|late|early|just|me)\b)/u.test(
      words.join(" "),
    ) &&
    !/\b(?:you|your|yourself|u|ur|ya|me|my|joke|weather|rain|raining|day|night|life|world)\b/u.test(
      words.join(" "),
    )
  );
}

/** Whether what follows a courteous opening is a question or a problem, as far as its words show. */
function asksSomething(words: readonly string[]): boolean {
  return words.some((word) =>
    /^(?:how|where|what|whats|when|why|which|who|can|could|is|does|do|but|not|error|problem|need|want)$/u.test(
      word,
    ),
  );
}

function search(looksOffTopic: boolean): Route {
  return { kind: "search", looksOffTopic };
}

/** `:D` and `xD` hold a letter, and nothing to look up. */
function isTypedFace(question: string): boolean {
  return /^\s*[:;=xX8]['^-]?[DpPOo3](?:\s*[!?.])*\s*$/u.test(question);
}

function topicOfSigns(question: string): ConversationTopic {
  const text = question.slice(0, MAX_UTTERANCE_CHARS);
  const found = SIGNS.find(([, pattern]) => pattern.test(text));
  if (found !== undefined) return found[0];
  return /^\s*x-?D/iu.test(text) ? "acknowledgement" : "unclear";
}

/**
 * Patterns are compiled when they are first used. Using each once while the program starts, which no visitor waits
 * for, spares the first question of a Worker tens of milliseconds.
 */
for (const sample of [
  "how do I set it up",
  "thanks and what else is there",
  "tell me something interesting",
  "do you have any dogs",
]) {
  routeQuestion(sample, { locale: "en" });
  routeQuestion(sample, { locale: "de" });
}

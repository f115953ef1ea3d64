/** Decodes the learned weights once, and asks them. English only: words of other languages are unknown to them. */
import { OFF_TOPIC, SMALL_TALK } from "./routing-weights.ts";
import {
  hasSmallTalkAnchor,
  logOdds,
  offTopicFeatures,
  smallTalkFeatures,
  smallTalkWord,
} from "./utterance-features.ts";

const VOCABULARY: ReadonlySet<string> = new Set(SMALL_TALK.vocabulary.split(" "));
const SMALL_TALK_WEIGHTS = { ...SMALL_TALK, weights: decode(SMALL_TALK.weights) };
const OFF_TOPIC_WEIGHTS = { ...OFF_TOPIC, weights: decode(OFF_TOPIC.weights) };

/**
 * What a site's own people are asked with "you": where they are, when they are open, whom to call, what they sell.
 * Small talk has these words too, so that the weights alone would take one for the other.
 */
const BUSINESS =
  /^(?:office|business|located|location|based|headquarters|address|phone|email|reach|contact|visit|open|opening|closed|hours|hiring|jobs|careers|sell|ship|deliver|delivery|offer|accept|charge|cost|price|prices|refund|refunds|return|returns|order|orders|invoice|support|supported|certified|licensed|insured|registered|ceo|cto|founder|founded|investors|partners|customers|clients|staff|employees|sales|policy|terms|privacy|legal|data|account|password|login|file|files|page|pages|site|website|server|servers|api|plugin|template|version|error|code|allow|allows|permitted|compliant|compliance|safe|secure|expensive|cheap|affordable|legit|reliable|accessible|expert|plan|plans|app|apps|product|products|shop|store|subscription)$/u;

/** The same words where they are said of the assistant itself, or of what a joke is about. */
const TALKED_OF =
  /\b(?:locat(?:ion|ed)(?= (?:.* )?(?:birth|born|created|creation|live|lived|made|originate|originated)\b)|(?:home|origins?|original|birthplace) (?:is |are )?locat(?:ion|ed)|in charge of you|(?:take|takes|taking) orders|address you|(?:questions?|topics?|subjects?|queries|things)(?: \w+)? (?:do|can|will|would) you (?:accept|support|allow|cover)|(?:are|is) (?:permitted|allowed|accepted) to (?:ask|be asked)|your version (?:of|on) (?:the )?(?:meaning|life|truth)|(?:business|company) (?:that )?(?:made|created|built|developed|designed|caused) you|(?:who|what company) (?:\w+ ){1,2}your (?:\w+ )?code$|(?:jokes?|puns?|facts?|trivia) (?:about|for|on|of) .*)/gu;

/** What an unknown word costs where nothing shows that it is only what a joke is to be about. */
const UNKNOWN_WORD_MARGIN = 1.2;
/** And each further one. */
const FURTHER_WORD_MARGIN = 0.5;
/** And that it names nothing that small talk is about. */
const NO_ANCHOR_MARGIN = 3;
const TALKS_OF_ANYTHING: ReadonlySet<string> = new Set([
  "@joke",
  "@fact",
  "@fun",
  "@thanks",
  "@bye",
  "@life",
]);

/**
 * How far plain words are on the side of small talk; above 0 they are. `-Infinity` where a site's own people are asked.
 */
export function smallTalkMargin(words: readonly string[]): number {
  if (holdsBusinessWord(words)) return -Infinity;
  const needed = SMALL_TALK.threshold + unknownWordCost(words, isUnknownWord) + anchorCost(words);
  return logOdds(smallTalkFeatures(words, VOCABULARY), SMALL_TALK_WEIGHTS) - needed;
}

/** What it costs a text, in log-odds, that nothing of what small talk is about is in it. */
export function anchorCost(words: readonly string[]): number {
  return hasSmallTalkAnchor(words) ? 0 : NO_ANCHOR_MARGIN;
}

/** What the words that small talk never uses cost a text, in log-odds. */
export function unknownWordCost(words: readonly string[], isUnknown: (word: string) => boolean): number {
  const isOfAnything = words.some((word) => TALKS_OF_ANYTHING.has(smallTalkWord(word)));
  const unknown = isOfAnything ? 0 : words.filter(isUnknown).length;
  return unknown === 0 ? 0 : UNKNOWN_WORD_MARGIN + FURTHER_WORD_MARGIN * (unknown - 1);
}

/** Whether small talk never uses a word. */
export function isUnknownWord(word: string): boolean {
  return !VOCABULARY.has(smallTalkWord(word));
}

/** Whether there is a word that small talk never uses: it is then likely to be what is asked about. */
export function holdsUnknownWord(words: readonly string[]): boolean {
  return words.some(isUnknownWord);
}

/** Whether there is a word that a site's own people are asked about. */
export function holdsBusinessWord(words: readonly string[]): boolean {
  const text = words.join(" ").replace(TALKED_OF, " ");
  return text.split(" ").some((word) => BUSINESS.test(word));
}

/** How far plain words are from anything that a documentation holds; above 0 they are off topic. */
export function offTopicMargin(words: readonly string[]): number {
  return logOdds(offTopicFeatures(words), OFF_TOPIC_WEIGHTS) - OFF_TOPIC.threshold;
}

function decode(base64: string): Int8Array {
  return Int8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

import { createTextEscaper } from "../text/escape-text.ts";
import { baseLanguage } from "../language/base-language.ts";
import { CONVERSATION_PHRASES, type ConversationPhrases } from "./conversation-phrases.ts";
import type { ConversationTopic, Route } from "./route.ts";

export interface ConversationReplyOptions {
  /** BCP 47; English where the assistant does not speak it. */
  locale: string;
  /** The name that the site's owner gave the assistant. */
  assistantName?: string | undefined;
  /** The way to a person: an address of a page, a mail address or a telephone number. */
  contact?: string | undefined;
  /** Questions that the pages answer; the first three are shown. */
  suggestions: readonly string[];
}

/** More than these are a menu, not a hint. */
const SUGGESTIONS_PER_REPLY = 3;

/** Names and questions are titles of the site's own; what is longer is something else. */
const MAX_NAME_CHARS = 60;
const MAX_SUGGESTION_CHARS = 160;
const MAX_CONTACT_CHARS = 300;

/** Who leaves, or has just been helped, is shown no list of questions. */
const WITHOUT_SUGGESTIONS: ReadonlySet<ConversationTopic> = new Set([
  "thanks",
  "goodbye",
  "compliment",
  "person",
]);

/**
 * The reply to what is not a question, as short Markdown without links and citations: a paragraph, and where it
 * helps a list of questions that the pages answer. A route of kind `search` gets the off-topic redirect: call it for
 * one only if the pages do not know and `looksOffTopic` is set. Careful replies are fixed and show no list.
 */
export function conversationReply(
  route: Route,
  { locale, assistantName, contact, suggestions }: ConversationReplyOptions,
): string {
  const phrases =
    CONVERSATION_PHRASES[baseLanguage(locale)] ?? (CONVERSATION_PHRASES["en"] as ConversationPhrases);
  switch (route.kind) {
    case "careful":
      return phrases.careful[route.topic];
    case "search":
      return withSuggestions(phrases.offTopic, phrases, suggestions);
    case "conversation": {
      const text = replyTo(route.topic, phrases, { assistantName, contact });
      return WITHOUT_SUGGESTIONS.has(route.topic) ? text : withSuggestions(text, phrases, suggestions);
    }
  }
}

function replyTo(
  topic: ConversationTopic,
  phrases: ConversationPhrases,
  { assistantName, contact }: Pick<ConversationReplyOptions, "assistantName" | "contact">,
): string {
  switch (topic) {
    case "identity":
      return identity(phrases, assistantName);
    case "person": {
      const way = oneLine(contact ?? "", MAX_CONTACT_CHARS);
      return way === "" ? phrases.replies.person : phrases.personWithContact.replace("{contact}", () => way);
    }
    default:
      return phrases.replies[topic];
  }
}

function identity(phrases: ConversationPhrases, assistantName: string | undefined): string {
  const name = oneLine(assistantName ?? "", MAX_NAME_CHARS);
  if (name === "") return phrases.replies.identity;
  return phrases.identityWithName.replace("{name}", () => name);
}

function withSuggestions(text: string, phrases: ConversationPhrases, suggestions: readonly string[]): string {
  const items = suggestions
    .map((suggestion) => oneLine(suggestion, MAX_SUGGESTION_CHARS))
    .filter((item) => item !== "")
    .slice(0, SUGGESTIONS_PER_REPLY);
  if (items.length === 0) return text;
  return `${text}\n\n${phrases.suggestions}\n\n${items.map((item) => `- ${item}`).join("\n")}`;
}

/** Text as text: on one line, and no Markdown of its own. */
function oneLine(text: string, maxChars: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > maxChars ? "" : createTextEscaper("*_#|\\").text(line);
}

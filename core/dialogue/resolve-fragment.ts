/** "And Cloudflare?", "and remove it?": what lacks a verb of its own goes on with the question before it. */
import type { DialogueWords } from "./dialogue-words.ts";
import { isStatement } from "./finite-verb.ts";
import { isShortPhrase, MAX_FRAGMENT_WORDS, textOf, tokenize } from "./question-tokens.ts";
import { append, fragmentOf, substitute } from "./substitution.ts";
import { purposeOf, type Topic } from "./topic.ts";

interface FragmentSigns {
  /** It begins as something that goes on. */
  goesOn: boolean;
  isAbout: boolean;
}

/** Whether the text lacks a verb of its own and so lives from the question before it. */
export function isFragmentOf(
  text: string,
  words: DialogueWords,
  { goesOn, isAbout }: FragmentSigns,
): boolean {
  const tokens = tokenize(text, words);
  if (tokens.length === 0 || tokens.length > MAX_FRAGMENT_WORDS) return false;
  if (isAbout) return true;
  if (!isShortPhrase(tokens) || isStatement(tokens, words)) return false;
  const [first] = tokens;
  if (goesOn || first?.role === "preposition" || first?.role === "determiner") return true;
  // "Vercel?" goes on; "docker image" may be how this visitor searches.
  return tokens.length <= 3 && text.endsWith("?");
}

/** The earlier question asked of what the fragment names; undefined where either says nothing. */
export function resolveFragment(
  text: string,
  topic: Topic,
  words: DialogueWords,
  { isAbout, language }: { isAbout: boolean; language: string },
): string | undefined {
  if (topic.question === "") return undefined;
  const tokens = tokenize(text, words);
  const fragment = fragmentOf(tokens, words);
  // "No." names nothing.
  if (tokens.every(({ role }) => role !== "content" && role !== "verb")) return undefined;
  const purpose = language === "en" ? purposeOf(topic.question) : undefined;
  if (purpose !== undefined && tokens[0]?.role === "verb" && tokens[1]?.role === "determiner") {
    // "and remove it?": another thing to do.
    return topic.question.replace(purpose, () => textOf(tokens));
  }
  // "and split by language?": the same thing asked about and one more.
  if (language === "en" && tokens[0]?.role === "verb" && !isAbout) return append(topic, fragment, " and ");
  const substituted = substitute(topic, fragment, words);
  if (substituted !== undefined) return substituted;
  return append(topic, fragment, fragment.preposition === undefined ? " – " : " ");
}

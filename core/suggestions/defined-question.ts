/** Asks what a thing is that a section defines: "Islands" → "What is an island?". */
import { baseLanguage } from "../language/base-language.ts";
import { definitionIn } from "./definition-in.ts";
import { ABSTRACT, UNCOUNTABLE } from "./english-words.ts";
import type { HeadingInput } from "./heading.ts";

const NAME = /^\p{Lu}\p{Ll}+$/u;
/** Names of a product's own parts: `RegExpRouter`. */
const IDENTIFIER = /^\p{L}*\p{Ll}\p{Lu}\p{L}*$/u;

/**
 * What a heading names, where its text defines it. Common nouns, and of names the identifiers of a section only:
 * a page of a guide is often named after another product, which nobody asks this site about.
 */
export function definedQuestion(
  heading: string,
  { title, text, isCommonWord, language }: HeadingInput,
): string | undefined {
  const first = heading.split(" ")[0] ?? "";
  // A heading says "Islands" where the text speaks of an island.
  const isCommon = NAME.test(first)
    ? (isCommonWord(first) ?? isCommonWord(first.replace(/s$/, ""))) === true
    : !/\p{Lu}/u.test(first);
  const isOwnPart = title !== undefined && IDENTIFIER.test(heading);
  if ((!isCommon && !isOwnPart) || EVERYDAY.test(heading)) return undefined;
  const base = baseLanguage(language);
  const question = definitionIn(heading, { text, isCommonWord }, base);
  // "What is token?": of one thing, a common name needs an article.
  const bare = base === "en" ? /^What is (?!an? |the )(.+)\?$/.exec(question ?? "")?.[1] : undefined;
  if (bare === undefined || isOwnPart) return question;
  const last = bare.split(" ").at(-1) ?? "";
  return /\p{Lu}|\d/u.test(bare) || UNCOUNTABLE.test(last) || ABSTRACT.test(last) ? question : undefined;
}

/** What everybody knows, and asks of a site only how it is done there. */
const EVERYDAY =
  /^(?:the )?(?:tables?|headings?|tutorials?|rules?|images?|lists?|links?|buttons?|pages?|files?|texts?|colou?rs?|fonts?|icons?|examples?|notes?|users?|accounts?|names?|values?|numbers?|dates?|titles?|labels?|words?|lines?|questions?|answers?|problems?|amendments?|events?|attributes?)$/i;

/** Questions of English headings; see `heading-question.ts`. */
import { actionOf } from "./english-action.ts";
import { inSentence, objectAs, type Wording } from "./english-phrase.ts";
import { definedQuestion } from "./defined-question.ts";
import {
  capitalise,
  MAX_WORDS,
  MIN_QUESTION_WORDS,
  type HeadingInput,
  type HeadingQuestion,
} from "./heading.ts";
import { pageQuestion } from "./page-question.ts";
import { workingQuestion } from "./working-question.ts";

const ENGLISH_QUESTION =
  /^(?:what|which|who|whom|whose|where|when|why|how|can|could|do|does|did|is|are|will|would|should|must|may|has|have|am)\b.*\?$/i;

/** "How Traefik is storing certificates?": its words stand as in a statement. */
const NOT_INVERTED =
  /^(?:how|why|when|where) (?!do|does|did|is|are|am|was|were|can|could|should|would|will|must|may|might|has|have|had|to|many|much|long|often|far|old|big|large|fast|else|not|use|choose|isn't|aren't|doesn't|don't|didn't|can't|won't|shouldn't)\b/i;

/** Questions of quizzes and of talk, not of visitors. */
const NO_VISITORS_QUESTION =
  /^(?:which of|what (?:will|should|do) you|do you (?:want|need|have)|are you|have you|did you|what next|what now|ready|need help|questions|why not|why (?!is|are|do|does|did|should|can|would|was|use|choose))\b/i;

/** "What is the aim?", "What do I need?": of what, the page says. */
const OF_ITS_PAGE =
  /^(?:what (?:is|are) (?:the|my|our|your) [\p{L}-]+|what (?:do|should|can|must) (?:i|we) [\p{L}-]+|what runs where)\?$/iu;

export function englishQuestion(heading: string, input: HeadingInput): HeadingQuestion | undefined {
  const { title, isCommonWord } = input;
  const wordCount = heading.split(" ").length;
  if (heading.endsWith("?")) {
    const isQuestion =
      ENGLISH_QUESTION.test(heading) &&
      !NOT_INVERTED.test(heading) &&
      !NO_VISITORS_QUESTION.test(heading) &&
      !OF_ITS_PAGE.test(heading) &&
      wordCount >= MIN_QUESTION_WORDS;
    const question = !isQuestion
      ? undefined
      : isTitleCase(heading)
        ? inSentence(heading, isCommonWord)
        : heading;
    return question === undefined ? undefined : { question: capitalise(question), kind: "question" };
  }
  if (wordCount > MAX_WORDS || /[?!:;&]|, .*, | [-–—] |\bvs\b|\b(?:but|versus)\b/i.test(heading))
    return undefined;
  // A page of another language whose language nobody named.
  if (/[^\p{ASCII}’“”‘–—]/u.test(heading) || heading.split(" ").some((word) => FOREIGN.test(word)))
    return undefined;
  const rest = heading.replace(/\s*\([^)]*\)$/, "");
  const worded = wordedQuestion(rest, input);
  if (worded !== undefined) return { question: worded, kind: "how-to" };
  const action = actionOf(rest, input);
  if (action !== undefined) return { question: `How do I ${action}?`, kind: "how-to" };
  const defined = definedQuestion(rest, input);
  if (defined !== undefined) return { question: defined, kind: "definition" };
  const working = workingQuestion(rest, input);
  if (working !== undefined) return { question: working, kind: "working" };
  return title === undefined ? undefined : pageQuestion(rest, title, input);
}

/** Small words of other languages. */
const FOREIGN =
  /^(?:de|des|du|del|di|da|do|das|dos|la|le|les|el|los|las|il|der|die|und|von|mit|für|para|em|och|het|een|van|voor)$/i;

/** "Why Is My Certificate Not Reloaded?": the capitals are the heading's, not those of names. */
function isTitleCase(heading: string): boolean {
  const words = heading
    .split(" ")
    .slice(1)
    .filter((word) => /^\p{L}{2}/u.test(word));
  return words.length > 1 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length / 2;
}

/** Headings that are questions but for their form: "How to add a page", "When to use it". */
function wordedQuestion(heading: string, wording: Wording): string | undefined {
  const match = /^(how|when|where|what) to (.+)$/i.exec(heading);
  if (match !== null) {
    const [, word = "", rest = ""] = match;
    const object = objectAs(rest, wording);
    const modal = word.toLowerCase() === "how" ? "do" : "should";
    return object === undefined ? undefined : `${capitalise(word.toLowerCase())} ${modal} I ${object}?`;
  }
  const works = /^how (.{2,50}) works?$/i.exec(heading)?.[1];
  const { isCommonWord } = wording;
  const working = works === undefined ? undefined : inSentence(works, isCommonWord);
  if (working !== undefined) return `How ${/[^s]s$/.test(working) ? "do" : "does"} ${working} work?`;
  const what = /^what(?:'s| is| are) (.+)$/i.exec(heading);
  const asked = what === null ? undefined : inSentence(what[1] ?? "", isCommonWord);
  if (asked !== undefined)
    return `${capitalise(heading.slice(0, -(what?.[1] ?? "").length).toLowerCase())}${asked}?`;
  const compared = /^(?:key |main )?((?:differences|similarities) between .+)$/i.exec(heading)?.[1];
  const comparison = compared === undefined ? undefined : inSentence(compared, isCommonWord);
  if (comparison !== undefined) return `What are the ${comparison}?`;
  const why = /^why ((?:use|choose) .+)$/i.exec(heading)?.[1];
  const reason = why === undefined ? undefined : inSentence(why, isCommonWord);
  return reason === undefined ? undefined : `Why should I ${reason}?`;
}

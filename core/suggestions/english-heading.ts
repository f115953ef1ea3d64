/** Questions of English headings; see `heading-question.ts`. */
import { definitionIn } from "./definition-in.ts";
import {
  capitalise,
  MAX_WORDS,
  MIN_QUESTION_WORDS,
  plainHeading,
  REFERENCE_MARKS,
  type HeadingInput,
  type HeadingQuestion,
} from "./heading.ts";
import { baseOfGerund, isInstruction, isVerb, standsWithoutObject, verbOfGerund } from "./how-to-verbs.ts";
import { baseLanguage } from "../search/languages.ts";
import type { IsCommonWord } from "./word-case.ts";

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
  const { title, text, isCommonWord } = input;
  const style: Style = { text, isCommonWord };
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
  const worded = wordedQuestion(rest, style);
  if (worded !== undefined) return { question: worded, kind: "how-to" };
  const action = actionOf(rest, style);
  if (action !== undefined) return { question: `How do I ${action}?`, kind: "how-to" };
  const defined = definedQuestion(rest, input);
  if (defined !== undefined) return { question: defined, kind: "definition" };
  const working = workingQuestion(rest, style);
  if (working !== undefined) return { question: working, kind: "working" };
  return title === undefined ? undefined : combinedQuestion(rest, title, style);
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

interface Style {
  text: string;
  isCommonWord: IsCommonWord;
}

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

/** Endings of what goes on or holds as a whole: it needs no article. */
const ABSTRACT = /(?:tion|ment|ing|ance|ence|ility)$/i;
/** Nouns of headings that do not "work". */
const NOT_WORKING =
  /(?:improvements?|assessments?|controls?|rights|provisions|reports|requests|guidelines|developers|characteristics|specifications|procedures|addresses|units|fields|uses|dates|concepts|reduction|compatibility|performance|experience|optimi[sz]ations?|bottlenecks|cases|generation|initialization|application|questions|caveats|notes|issues|steps|changes|practices|options|examples|resources|errors|tips|limitations|requirements|features|parameters|arguments|definitions|considerations|differences|similarities|updates|settings|properties|types|values|guides|links|references|docs|details|instructions|principles|goals|credits|contributors|partners|projects|tools|ways|reasons|benefits|advantages|formats|versions|messages|utilities|methods|recommendations|remarks|users|conventions|courses|directories|basics|essentials|internals|statements|operators|keywords|classes|members|functions|macros|constants|warnings|deprecations|installation|documentation|introduction|information|explanation|description|conclusion|configuration|reading|pricing|thing|warning|naming|migration|motivation|comparison|section|definition|implementation|declaration|specification|version|option|function|expression|statement|environment|requirement|argument|comment|document|element|component|reference|string|setting)$/i;

/** "Other settings", "Official plugins": a choice of things and no thing. */
const VAGUE =
  /^(?:additional|advanced|allowed|alternative|appropriate|available|basic|common|community|correct|custom|emergency|first|general|human|important|incorrect|initial|internal|known|last|latest|legal|main|manual|miscellaneous|missing|key|more|new|next|official|old|operational|other|personnel|personal|physical|possible|procedural|prohibited|quick|recent|rejected|related|relevant|required|sample|similar|single|social|solid|some|several|special|specific|structural|subsequent|supported|typical|useful|various|further|your|our)$/i;

/** "Signed cookies" → "How do signed cookies work?": a form that every plural and every process has. */
function workingQuestion(heading: string, { text, isCommonWord }: Style): string | undefined {
  const words = heading.split(" ");
  const last = words.at(-1) ?? "";
  if (words.length < 2 || words.length > 4 || NOT_WORKING.test(last)) return undefined;
  if (
    /[^\p{L}\p{N} -]/u.test(heading) ||
    words.some((word) => PREPOSITIONS.test(word) || ARTICLES.test(word))
  )
    return undefined;
  if (VAGUE.test(words[0] ?? "") || !isSpokenOf(heading, text)) return undefined;
  // "Test sticky sessions", "Keep it running", "Who can request it" say what is done.
  if (
    words.some((word) => CLAUSE.test(word)) ||
    (isVerb(words[0] ?? "") && !/^\p{Lu}+$/u.test(words[0] ?? ""))
  )
    return undefined;
  // "Cloudflare Workers" is a name as a whole; "referencing assets" is something to do.
  const [first = ""] = words;
  if (/ing$/i.test(first) || (/^\p{Lu}\p{Ll}+/u.test(first) && isCommonWord(first) !== true))
    return undefined;
  const isPlural = /[^siu]s$/i.test(last) && !/^\p{Lu}+s?$/u.test(last);
  if (!isPlural && !ABSTRACT.test(last)) return undefined;
  const name = inSentence(heading, isCommonWord);
  if (name === undefined || isCommonWord(last) !== true) return undefined;
  return `How ${isPlural ? "do" : "does"} ${name} work?`;
}

/** Words of a clause, not of a name. */
const CLAUSE =
  /^(?:who|whom|which|what|how|why|can|could|will|would|should|must|may|is|are|was|were|be|do|does|has|have|not|keep|keeping|explore|check|setup|setting|understanding|working|see|know|vs)$/i;

/** Of a section's text: what a section is about is named at its beginning. */
const NAMED_WITHIN_CHARS = 700;

/** Whether a text names what its heading does, be it one or several: a label names nothing. */
function isSpokenOf(heading: string, text: string): boolean {
  const stem = heading.toLowerCase().replace(/(?:ies|s)$/, "");
  return text.slice(0, NAMED_WITHIN_CHARS).toLowerCase().includes(stem.replace(/y$/, ""));
}

/** Headings that are questions but for their form: "How to add a page", "When to use it". */
function wordedQuestion(heading: string, style: Style): string | undefined {
  const match = /^(how|when|where|what) to (.+)$/i.exec(heading);
  if (match !== null) {
    const [, word = "", rest = ""] = match;
    const object = objectAs(rest, style);
    const modal = word.toLowerCase() === "how" ? "do" : "should";
    return object === undefined ? undefined : `${capitalise(word.toLowerCase())} ${modal} I ${object}?`;
  }
  const works = /^how (.{2,50}) works?$/i.exec(heading)?.[1];
  const { isCommonWord } = style;
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

/** "Streaming Helper", "Logging Details" are names: nothing is done to them. */
const NO_OBJECT =
  /^(?:adapter|api|app|cli|client|command|component|details|extension|framework|guide|handler|helper|integration|library|loader|middleware|module|overview|package|plugin|reference|server|service|support|tool|utilities)$/i;

/** "Adding a page", "Add a page" → "add a page". */
function actionOf(heading: string, style: Style): string | undefined {
  const [first = "", ...others] = heading.split(" ");
  if (others.length === 0) return undefined;
  if (NO_OBJECT.test(others.at(-1) ?? "") && !ARTICLES.test(others[0] ?? "")) return undefined;
  const ofGerund = verbOfGerund(first, others[0]);
  const verb = ofGerund ?? (isInstruction(first, others[0]) ? first.toLowerCase() : undefined);
  if (verb === undefined) return undefined;
  const coordinated = coordinate(others, ofGerund !== undefined);
  if (coordinated === undefined || !hasObject(verb, coordinated)) return undefined;
  return objectAs([verb, ...coordinated].join(" "), style);
}

/** Between two things that are done; an adverb may follow. */
const AND = /^(?:and|or|then)$/i;

/**
 * What follows a verb, a second verb in the same form: "storing and reusing keys" → "and reuse keys". Undefined where
 * the second is no verb ("editing and collaboration"), or may be one and is not known.
 */
function coordinate(words: readonly string[], isGerund: boolean): string[] | undefined {
  const result: string[] = [];
  for (const [index, word] of words.entries()) {
    const before = words[index - 1] ?? "";
    const isSecond = AND.test(before) || /ly$/i.test(before);
    const isDirectlyAfter = index === 1 && AND.test(before);
    if (!isSecond && !before.endsWith(",")) {
      result.push(word);
      continue;
    }
    const base = isGerund ? baseOfGerund(word) : undefined;
    if (base !== undefined) result.push(base);
    else if (/ing$/i.test(word) && !UNCOUNTABLE.test(word)) return undefined;
    else if (isDirectlyAfter && !(isVerb(word) && !isGerund)) return undefined;
    else result.push(word);
  }
  return result;
}

/** Belongs to the verb before it: "set up", "turn off". */
const VERB_PARTICLE = /^(?:up|out|off|down|over|back)$/i;

/** Whether it is said what is done with: "set up" and "use as a library" are halves. */
function hasObject(verb: string, words: readonly string[]): boolean {
  const rest = words.filter((word, index) => !(index === 0 && VERB_PARTICLE.test(word)));
  const [first = ""] = rest;
  if (first === "") return false;
  if (AND.test(first)) return rest.length > 2;
  const isMarked = PREPOSITIONS.test(first) && !VERB_PARTICLE.test(first);
  return !isMarked || (standsWithoutObject(verb) && rest.length > 1 && !AND.test(rest[1] ?? ""));
}

/** Words that need no article, besides names, plurals and what is written so in the text. */
const UNCOUNTABLE =
  /^(?:access|analytics|authentication|authorization|caching|code|compression|content|css|data|docker|feedback|formatting|hosting|html|http|https|javascript|jsx|json|logging|markdown|mdx|metadata|middleware|monitoring|navigation|pagination|performance|prefetching|rendering|routing|security|software|ssr|state|storage|streaming|styling|support|syntax|tailwind|testing|text|traffic|typescript|validation|hydration|internationalization|localization|memory|output|input|email|time|production|development)$/i;

const ARTICLES =
  /^(?:a|an|the|your|my|our|all|any|each|every|multiple|several|different|another|more|some|no|one|two|its|their)$/i;
const PREPOSITIONS =
  /^(?:with|without|in|on|to|from|for|by|into|as|via|using|of|at|between|through|inside|during|when|before|after|and|or|under|per|across|against|if|that|until|over|only|up|out|off)$/i;

/**
 * An action as it is asked for: in sentence case, "your" as "my", and with the article that the text has where
 * headings leave it out. Undefined where an article is missing and the text does not tell which.
 */
function objectAs(action: string, { text, isCommonWord }: Style): string | undefined {
  const sentence = inSentence(action, isCommonWord);
  if (sentence === undefined) return undefined;
  const asMine = sentence
    .split(" ")
    .map((word) => (/^your$/i.test(word) ? "my" : /^yourself$/i.test(word) ? "myself" : word));
  if (asMine.some((word) => /^(?:you|we|us|you're|yours)$/i.test(word))) return undefined;
  const [verb = "", ...object] = asMine;
  if (PREPOSITIONS.test(object[0] ?? "") || ARTICLES.test(object[0] ?? "")) return asMine.join(" ");
  const end = object.findIndex((word) => PREPOSITIONS.test(word));
  const phrase = object.slice(0, end < 0 ? object.length : end);
  const head = phrase.at(-1) ?? "";
  const stands =
    /[^s]s$/.test(head) || UNCOUNTABLE.test(head) || /\p{Lu}|\d|[._-]/u.test(head) || head.endsWith("ing");
  if (stands) return asMine.join(" ");
  const article = articleIn(phrase.join(" "), text);
  return article === undefined ? undefined : [verb, article, ...object].join(" ");
}

/** What follows a whole phrase: a longer one has an article of its own. */
const AFTER_PHRASE = String.raw`(?=[.,;:!?)\n]|$| (?:is|are|was|will|can|to|for|in|on|and|or|that|which|with|from|of|by|as|when|if|you|at|into|using|has|have|does|should|must|may)\b)`;

/** The article that a text has before a phrase. */
function articleIn(phrase: string, text: string): string | undefined {
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const found = new RegExp(String.raw`\b(the|an?|your) ${escaped}${AFTER_PHRASE}`, "i")
    .exec(text)?.[1]
    ?.toLowerCase();
  return found === "your" ? "my" : found;
}

/**
 * In sentence case: "Add a Custom Page" → "add a custom page". Undefined where a word with a capital may be a
 * name or not.
 */
function inSentence(phrase: string, isCommonWord: IsCommonWord): string | undefined {
  const words: string[] = [];
  for (const [index, word] of phrase.split(" ").entries()) {
    const core = word.replace(/[^\p{L}\p{N}]+$/u, "").replace(/'s$/u, "");
    // Names with capitals within, acronyms and code keep them.
    const isCapitalised = /^\p{Lu}\p{Ll}+(?:-\p{L}+)*$/u.test(core);
    if (!isCapitalised) {
      const isArticle = core === "A" || (index === 0 && /^\p{Lu}\p{Ll}*$/u.test(core));
      words.push(isArticle ? word.toLowerCase() : word);
      continue;
    }
    const isCommon = isCommonWord(core) ?? (SMALL_WORD.test(core) ? true : undefined);
    if (isCommon === undefined) return undefined;
    words.push(isCommon ? word.toLowerCase() : word);
  }
  return words.join(" ");
}

const FUNCTION_WORDS =
  /^(?:why|how|what|when|where|which|who|is|are|was|were|be|been|do|does|did|can|could|should|would|will|must|may|has|have|had|not|i|me|it|there|than|about)$/i;

const SMALL_WORD = new RegExp(`${ARTICLES.source}|${PREPOSITIONS.source}|${FUNCTION_WORDS.source}`, "i");

/** Headings that are about their page: what a visitor would ask of it. */
const PAGE_HEADINGS: [RegExp, (name: string) => string][] = [
  [/^(?:usage|basic usage|getting started|quick ?start|how to use)$/i, (name) => `How do I use ${name}?`],
  [/^(?:installation|install|installing)$/i, (name) => `How do I install ${name}?`],
  [
    /^(?:configuration|configure|configuring|options and configuration)$/i,
    (name) => `How do I configure ${name}?`,
  ],
  [/^(?:uninstall|uninstalling|removal|removing)$/i, (name) => `How do I remove ${name}?`],
  [/^(?:upgrade|upgrading|how to upgrade)$/i, (name) => `How do I upgrade ${name}?`],
  [/^(?:limitations|limits|known limitations|caveats)$/i, (name) => `What are the limitations of ${name}?`],
  [/^(?:how it works|how does it work\??)$/i, (name) => `How does ${name} work?`],
];

/** What an article can stand before: "the CORS middleware". */
const KINDS =
  /^(?:adapter|api|app|cli|client|command|component|extension|framework|helper|integration|library|loader|middleware|module|package|playground|plugin|preset|router|sdk|server|service|toolbar|tool|widget)$/i;

function combinedQuestion(heading: string, title: string, style: Style): HeadingQuestion | undefined {
  const make = PAGE_HEADINGS.find(([pattern]) => pattern.test(heading))?.[1];
  const name = make === undefined ? undefined : nameOfPage(title, style);
  return make === undefined || name === undefined ? undefined : { question: make(name), kind: "how-to" };
}

/** The title as a name within a sentence: a proper name, or what is written with "the". */
function nameOfPage(pageTitle: string, { isCommonWord }: Style): string | undefined {
  if (REFERENCE_MARKS.test(pageTitle)) return undefined;
  const title = plainHeading(pageTitle);
  if (/[?!:,–—&]/.test(title)) return undefined;
  const words = title.split(" ");
  if (words.length > 4 || verbOfGerund(words[0] ?? "") !== undefined) return undefined;
  const last = words.at(-1) ?? "";
  if (words.length > 1 && KINDS.test(last)) {
    const name = inSentence(words.slice(0, -1).join(" "), isCommonWord);
    return name === undefined
      ? undefined
      : `the ${name} ${/^\p{Lu}+$/u.test(last) ? last : last.toLowerCase()}`;
  }
  return words.length === 1 && isCommonWord(title) !== true ? title : undefined;
}

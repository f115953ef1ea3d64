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
import { isInstruction, verbOfGerund } from "./how-to-verbs.ts";
import { baseLanguage } from "../search/languages.ts";
import type { IsCommonWord } from "./word-case.ts";

const ENGLISH_QUESTION =
  /^(?:what|which|who|whom|whose|where|when|why|how|can|could|do|does|did|is|are|will|would|should|must|may|has|have|am)\b.*\?$/i;

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
      !NO_VISITORS_QUESTION.test(heading) &&
      !OF_ITS_PAGE.test(heading) &&
      wordCount >= MIN_QUESTION_WORDS;
    return isQuestion ? { question: capitalise(heading), kind: "question" } : undefined;
  }
  if (wordCount > MAX_WORDS || /[?!:;&]|, .*, /.test(heading)) return undefined;
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
  return isCommon || isOwnPart
    ? definitionIn(heading, { text, isCommonWord }, baseLanguage(language))
    : undefined;
}

/** Endings of what goes on or holds as a whole: it needs no article. */
const ABSTRACT = /(?:tion|ment|ing|ance|ence|ility)$/i;
/** Nouns of headings that do not "work". */
const NOT_WORKING =
  /(?:improvements?|concepts|reduction|compatibility|performance|experience|optimi[sz]ations?|bottlenecks|cases|generation|initialization|application|questions|caveats|notes|issues|steps|changes|practices|options|examples|resources|errors|tips|limitations|requirements|features|parameters|arguments|definitions|considerations|differences|similarities|updates|settings|properties|types|values|guides|links|references|docs|details|instructions|principles|goals|credits|contributors|partners|projects|tools|ways|reasons|benefits|advantages|formats|versions|messages|utilities|methods|recommendations|remarks|users|conventions|courses|directories|basics|essentials|internals|statements|operators|keywords|classes|members|functions|macros|constants|warnings|deprecations|installation|documentation|introduction|information|explanation|description|conclusion|configuration|reading|pricing|thing|warning|naming|migration|motivation|comparison|section|definition|implementation|declaration|specification|version|option|function|expression|statement|environment|requirement|argument|comment|document|element|component|reference|string|setting)$/i;

/** "Other settings", "Official plugins": a choice of things and no thing. */
const VAGUE =
  /^(?:additional|advanced|available|basic|common|community|general|important|known|main|key|more|official|other|related|supported|useful|various|further|manual|possible|special|specific|some|several)$/i;

/** "Signed cookies" → "How do signed cookies work?": a form that every plural and every process has. */
function workingQuestion(heading: string, { isCommonWord }: Style): string | undefined {
  const words = heading.split(" ");
  const last = words.at(-1) ?? "";
  if (words.length < 2 || words.length > 4 || NOT_WORKING.test(last)) return undefined;
  if (
    /[^\p{L}\p{N} -]/u.test(heading) ||
    words.some((word) => PREPOSITIONS.test(word) || ARTICLES.test(word))
  )
    return undefined;
  if (VAGUE.test(words[0] ?? "")) return undefined;
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
  const verb =
    verbOfGerund(first, others[0]) ?? (isInstruction(first, others[0]) ? first.toLowerCase() : undefined);
  if (verb === undefined) return undefined;
  return objectAs([verb, ...others].join(" "), style);
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
      words.push(index === 0 && /^\p{Lu}\p{Ll}*$/u.test(core) ? word.toLowerCase() : word);
      continue;
    }
    const isCommon = isCommonWord(core) ?? (SMALL_WORD.test(core) ? true : undefined);
    if (isCommon === undefined) return undefined;
    words.push(isCommon ? word.toLowerCase() : word);
  }
  return words.join(" ");
}

const SMALL_WORD = new RegExp(`${ARTICLES.source}|${PREPOSITIONS.source}`, "i");

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
    return `the ${[...words.slice(0, -1), /^\p{Lu}+$/u.test(last) ? last : last.toLowerCase()].join(" ")}`;
  }
  return words.length === 1 && isCommonWord(title) !== true ? title : undefined;
}

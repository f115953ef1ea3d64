/**
 * Makes the question of a heading: "Adding a page" → "How do I add a page?". A heading of which no grammatical
 * question can be made for certain, or that means nothing without its page, gives none.
 */
import { dialogueWords } from "../dialogue/dialogue-words.ts";
import { tokenize } from "../dialogue/question-tokens.ts";
import { findEnglishReference } from "../dialogue/references.ts";
import { asksQuestion } from "../language/sentence-marks.ts";
import { baseLanguage } from "../language/base-language.ts";
import { definedQuestion } from "./defined-question.ts";
import { englishQuestion } from "./english-heading.ts";
import {
  capitalise,
  MAX_CHARS,
  MAX_WORDS,
  MIN_QUESTION_WORDS,
  plainHeading,
  REFERENCE_MARKS,
  type HeadingInput,
  type HeadingQuestion,
} from "./heading.ts";
import { isInfinitive } from "./how-to-verbs.ts";
import { visitorsQuestion } from "./visitors-question.ts";

const SECTION_NUMBER = /^\W*\d{1,3}\.\d/;

/** "Generating `items`": code alone names nothing outside its page. */
const OBJECT_IN_CODE = /^\S+ `[^`]*`$|^`[^`]*`$/;

/** Headings that every site has and nobody asks for. */
const NO_QUESTION =
  /^(?:get(?:ting)? (?:started|help|involved)|breaking changes?|next steps?|further reading|see also|learn(?:ing)? more|best practices|known issues|release notes|what'?s new.*|find(?:ing)? (?:more|help).*|table of contents|in this (?:section|article|guide).*|before you (?:begin|start)|putting it all together|try it.*|where to go.*|going further|summary|benchmarks?|examples?|resources|community|team|releases|requirements|prerequisites|remarks|syntax|miscellaneous|others?|options|faqs?|frequently asked questions|features|notes?|tips|troubleshooting|api|reference)$/i;

/** @returns undefined where no good question can be made of the heading. */
export function headingQuestion(input: HeadingInput): HeadingQuestion | undefined {
  const { heading, language } = input;
  const plain = plainHeading(heading);
  if (OBJECT_IN_CODE.test(heading) || NO_QUESTION.test(plain)) return undefined;
  if (plain === "" || plain.length > MAX_CHARS || REFERENCE_MARKS.test(plain)) return undefined;
  const base = baseLanguage(language);
  const visitors = visitorsQuestion(plain, base);
  if (visitors !== undefined) return visitors;
  // "5.4.8 Vulnerability assessments": clauses of a contract or a standard are read, not asked for.
  if (SECTION_NUMBER.test(heading) && !asksQuestion(plain)) return undefined;
  const made = base === "en" ? englishQuestion(plain, input) : otherQuestion(plain, input, base);
  if (made === undefined || made.question.length > MAX_CHARS) return undefined;
  return needsContext(made.question, base) ? undefined : made;
}

/** Points at something that only the page says: "Why is this needed?". */
function needsContext(question: string, language: string): boolean {
  const words = dialogueWords(language);
  if (words === undefined) return false;
  const tokens = tokenize(question, words);
  if (language === "en")
    return findEnglishReference(tokens, words) !== undefined || NEEDS_PAGE.test(question);
  return tokens.some(
    ({ lower, closes }, index) =>
      words.pronouns.has(lower) && (closes || tokens[index + 1]?.role !== "content"),
  );
}

const NEEDS_PAGE = /\b(?:this|these|those|above|below|here|following|previous|next|our|us|we)\b/i;

interface QuestionForms {
  /** A heading that is a question as it stands, with or without its mark. */
  question: RegExp;
  /** With its marks; absent where a heading of this kind is no question. */
  ask?: (text: string) => string;
  /** The question of an action in the infinitive. */
  howTo: (action: string) => string;
  /** The same where the action's first word would need an article: "Passwort ändern". */
  howToBare?: (action: string) => string;
  /** Words before a noun that can't stand without an article. */
  articles?: string;
  infinitiveLast: boolean;
}

const FORMS: Record<string, QuestionForms> = {
  es: {
    question:
      /^¿?(?:qué|cómo|cuál|cuáles|cuándo|dónde|quién|cuánto|cuántos|por qué|para qué|puedo|se puede)\s/iu,
    ask: (text) => `¿${capitalise(text.replace(/^¿|\?$/g, ""))}?`,
    howTo: (action) => `¿Cómo ${lowerFirst(action)}?`,
    infinitiveLast: false,
  },
  fr: {
    question:
      /^(?:qu'est-ce|que |quel|quelle|quels|quelles|comment|pourquoi|quand|où|qui |combien|puis-je|peut-on|est-ce)/iu,
    ask: (text) => `${capitalise(text.replace(/\s*\?$/, ""))} ?`,
    howTo: (action) => `Comment ${lowerFirst(action)} ?`,
    infinitiveLast: false,
  },
  it: {
    question:
      /^(?:che cos|cos'è|cosa |come |perché |quando |dove |chi |quale |quali |quanto |posso |si può )/iu,
    ask: (text) => `${capitalise(text.replace(/\?$/, ""))}?`,
    howTo: (action) => `Come ${lowerFirst(action)}?`,
    infinitiveLast: false,
  },
  pt: {
    question: /^(?:o que |como |por que |quando |onde |quem |qual |quais |quanto |posso |é possível )/iu,
    ask: (text) => `${capitalise(text.replace(/\?$/, ""))}?`,
    howTo: (action) => `Como ${lowerFirst(action)}?`,
    infinitiveLast: false,
  },
  de: {
    question: /^(?:was |wie |warum |wieso |wann |wo |wer |welche|wozu |kann |gibt es |muss |ist |sind )/iu,
    howTo: (action) => `Wie kann ich ${lowerDeterminer(action)}?`,
    howToBare: (action) => `${action}: Wie gehe ich vor?`,
    articles: "der|die|das|den|dem|des|eine?[nmrs]?|[Ii]hre?[nmrs]?|[Dd]eine?[nmrs]?|[Mm]eine?[nmrs]?",
    infinitiveLast: true,
  },
  nl: {
    question: /^(?:wat |hoe |waarom |wanneer |waar |wie |welke |kan |is |moet )/iu,
    howTo: (action) => `Hoe kan ik ${lowerDeterminer(action)}?`,
    howToBare: (action) => `${action}: wat moet ik doen?`,
    articles: "de|het|een|je|uw|mijn",
    infinitiveLast: true,
  },
};

function otherQuestion(heading: string, input: HeadingInput, language: string): HeadingQuestion | undefined {
  const forms = FORMS[language];
  const words = heading.split(" ");
  // "Crear Page Provider" is written as a title, and not as one says it.
  const isUnsure = (word: string | undefined): boolean =>
    /^\p{Lu}\p{Ll}+$/u.test(word ?? "") && input.isCommonWord(word ?? "") !== false;
  const isTitle =
    forms?.infinitiveLast === false &&
    words.slice(1).some((word, index) => isUnsure(word) && isUnsure(words[index + 2]));
  if (asksQuestion(heading)) {
    const isLong = words.length >= MIN_QUESTION_WORDS || UNSPACED_QUESTION.test(heading);
    const isQuestion = isLong && (forms === undefined || forms.question.test(heading));
    return isQuestion ? { question: capitalise(heading), kind: "question" } : undefined;
  }
  if (forms === undefined || isTitle || words.length > MAX_WORDS || /[!:;&]| [-–—] /.test(heading))
    return undefined;
  // "Cómo instalar Astro" is a question that lacks its marks; "Wie man …" is not.
  const isHow = /^(?:cómo|comment|come|como) /i.exec(heading);
  if (forms.ask !== undefined && isHow !== null && words.length > 2 && isInfinitive(words[1] ?? "", language))
    return { question: forms.ask(heading), kind: "how-to" };
  const verb = forms.infinitiveLast ? words.at(-1) : words[0];
  // "Installieren und Einrichten" names two things, "Anlegen" is a noun.
  const isBare = forms.infinitiveLast
    ? /^\p{Lu}/u.test(verb ?? "") ||
      words.slice(0, -1).some((word) => isInfinitive(word, language)) ||
      // "Lassen Sie andere bauen" is said to somebody.
      /^(?:Sie|du|u|je|jullie)$/.test(words[1] ?? "")
    : CONJUNCTION.test(words[1] ?? "");
  if (words.length > 1 && !isBare && isInfinitive(verb ?? "", language) && !forms.question.test(heading)) {
    const isBareNoun = needsArticle(words[0] ?? "", input, forms);
    const question = (isBareNoun ? forms.howToBare?.(heading) : undefined) ?? forms.howTo(heading);
    return { question, kind: "how-to" };
  }
  const defined = definedQuestion(heading, input);
  return defined === undefined ? undefined : { question: defined, kind: "definition" };
}

/** A noun that the section's own sentences give an article, in the singular or in the plural as it stands there. */
function needsArticle(word: string, { text }: HeadingInput, { articles }: QuestionForms): boolean {
  if (articles === undefined || !/^\p{L}{2,40}$/u.test(word)) return false;
  const isArticle = new RegExp(`^(?:${articles})$`, "iu").test(word);
  return (
    !isArticle &&
    new RegExp(`(?<!\\p{L})(?:${articles}) (?:\\p{Ll}{2,30} )?${word}(?!\\p{L})`, "iu").test(text)
  );
}

/** "Escribir y publicar": what follows may be what both do. */
const CONJUNCTION = /^(?:y|e|o|u|et|ou|ed|od)$/i;

/** In scripts without spaces a question of so many signs has its words. */
const UNSPACED_QUESTION = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{5}/u;

function lowerFirst(text: string): string {
  return text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

/** German and Dutch headings begin with their object, which may be a name: only small words lose their capital. */
function lowerDeterminer(text: string): string {
  return text.replace(/^(?:Eine?n?|Der|Die|Das|Den|Ihre?n?|De|Het|Een|Je|Uw)(?= )/u, (word) =>
    word.toLowerCase(),
  );
}

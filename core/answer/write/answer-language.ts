/**
 * Whether the beginning of an answer is in the language that was asked for. Told only where it is sure: a model that
 * is asked again costs a second answer, and names, code and titles are in no language.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { detectLanguage, SURE_CERTAINTY } from "../../language/detect-language.ts";
import { languageOfScript } from "../../language/scripts.ts";
import { namedLanguages } from "../../language/named-languages.ts";
import { SPOKEN_LANGUAGES } from "../phrases.ts";

export interface ExpectedLanguage {
  /** What is asked for: the question's language where that is sure, else the page's. */
  language: string;
  /** It is the question's own. */
  isSure: boolean;
  /** Base languages that are as good: named in the question, or perhaps its own. Undefined: any may be meant. */
  accepted: ReadonlySet<string> | undefined;
}

export interface ExpectedLanguageInput {
  question: string;
  /** BCP 47 of the question among those of the site and ours, where that is sure. */
  language: string | undefined;
  /** BCP 47; what is asked for where the question's language is not sure. */
  locale: string;
  /** BCP 47 of the page that it was asked on. */
  pageLocale: string | undefined;
  /** What else may ask for a language: the visitor's earlier turns, the owner's instructions. */
  wishes: readonly string[];
}

export function expectedLanguage({
  question,
  language,
  locale,
  pageLocale,
  wishes,
}: ExpectedLanguageInput): ExpectedLanguage {
  const detected = detectLanguage(proseOf(question)) ?? detectLanguage(question);
  const isOurs = detected !== undefined && SPOKEN_LANGUAGES.includes(detected.language);
  const hasOtherLetters = OTHER_LETTERS.test(question);
  const isDetectionSure =
    detected !== undefined && detected.certainty >= SURE_CERTAINTY && !(isOurs && hasOtherLetters);
  const isOther = hasOtherLetters || (isDetectionSure && !isOurs);
  const own = isOther ? undefined : language;
  const told = own ?? (isDetectionSure ? detected.language : undefined);
  const wanted = baseLanguage(told ?? locale);
  if (isOther && !isDetectionSure) return { language: wanted, isSure: false, accepted: undefined };
  const spoken = [wanted, locale, ...SPOKEN_LANGUAGES];
  const accepted = new Set([wanted]);
  if (detected !== undefined) accepted.add(detected.language);
  if (told === undefined && pageLocale !== undefined) accepted.add(baseLanguage(pageLocale));
  for (const text of [question, ...wishes])
    for (const named of namedLanguages(text, spoken)) accepted.add(named);
  return { language: wanted, isSure: told !== undefined, accepted };
}

/** Latin letters of languages that are not ours: what is taken for one of ours is none. */
const OTHER_LETTERS = /(?![a-zàáâãäæçèéêëìíîïñòóôõöœùúûüßÿªº])\p{Script=Latin}/iu;

export type LanguageVerdict = { is: "right" | "open" } | { is: "wrong"; language: string };

/** Below this many letters, and so many words, a text may be a name or a title. */
const MIN_WRONG_LETTERS = 45;
const MIN_WRONG_WORDS = 7;
/** The same of a text that is whole. */
const MIN_WHOLE_LETTERS = 20;
const MIN_WHOLE_WORDS = 5;
/** So many letters, and the matter is settled: what could not be told by then is names. */
const MAX_OPEN_LETTERS = 160;
/** More of an answer is not looked at. */
const CONSIDERED_CHARS = 1_000;

/** @param isWhole nothing follows */
export function judgeLanguage(
  beginning: string,
  { accepted }: Pick<ExpectedLanguage, "accepted">,
  { isWhole = false }: { isWhole?: boolean } = {},
): LanguageVerdict {
  if (accepted === undefined) return { is: "right" };
  // A word that is cut is another word: "l" is French, and "lo" was meant.
  const considered = beginning.slice(0, CONSIDERED_CHARS);
  const prose = proseOf(isWhole ? considered : considered.replace(/[\p{L}\p{M}'’-]{1,40}$/u, ""));
  const letters = prose.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const weight = letters + (prose.match(DENSE_SCRIPTS)?.length ?? 0) * (LETTERS_PER_SIGN - 1);
  const detected = detectLanguage(prose);
  const isSure = detected !== undefined && detected.certainty >= SURE_CERTAINTY;
  if (isSure && isAccepted(detected.language, accepted)) return { is: "right" };
  const isLong = weight >= (isWhole ? MIN_WHOLE_LETTERS : MIN_WRONG_LETTERS);
  const isWordy =
    (prose.match(WORDS)?.length ?? 0) >= (isWhole ? MIN_WHOLE_WORDS : MIN_WRONG_WORDS) || weight > letters;
  if (isSure && isLong && isWordy && isTold(prose, detected.language))
    return { is: "wrong", language: detected.language };
  return { is: weight >= MAX_OPEN_LETTERS || isWhole ? "right" : "open" };
}

/**
 * Whether a language is one that models fall into, ours or one of its own script, and what is no name speaks for it
 * too: "Trattoria Da Enzo is in Via dei Vascellari" is no Italian.
 */
function isTold(prose: string, language: string): boolean {
  const script = languageOfScript(prose);
  // Japanese without a syllable of its own looks Chinese, for as long as a date or a name is.
  if (language === "zh" && (prose.match(HAN)?.length ?? 0) < MIN_CHINESE_SIGNS) return false;
  if (script === undefined ? !SPOKEN_LANGUAGES.includes(language) : script.language !== language)
    return false;
  const said = prose.replace(UNENDED_ITEMS, " ").replace(NAMES, " ");
  return detectLanguage(said)?.language === language;
}

const HAN = /\p{Script=Han}/gu;
const MIN_CHINESE_SIGNS = 16;

/** Items of a list that are no sentences: the dishes of a menu. */
const UNENDED_ITEMS = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+[^\n.!?:。！？]{0,60}$/gmu;
/** Words with capitals, and the small words between them. */
const NAMES = /\p{Lu}[\p{L}'’-]*(?:\s+(?:\p{Ll}{1,3}\s+){0,2}\p{Lu}[\p{L}'’-]*)+/gu;

const WORDS = /[\p{L}\p{M}]{2,}/gu;
/** A sign of these stands for a syllable or a word. */
const DENSE_SCRIPTS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const LETTERS_PER_SIGN = 3;

/** Languages that a few words do not part. Only the first of them is told from all others for sure. */
const NEIGHBOURS = [
  ["da", "nb", "nn", "no", "sv"],
  ["cs", "sk"],
  ["hr", "sr", "bs", "sl"],
  ["id", "ms"],
  ["nl", "af"],
  ["es", "ca", "gl", "ast"],
  ["pt", "gl"],
  ["fi", "et"],
  ["ru", "uk", "be", "bg", "sr", "mk"],
  ["ar", "fa", "ur"],
  ["hi", "mr", "ne"],
];

function isAccepted(language: string, accepted: ReadonlySet<string>): boolean {
  if (accepted.has(language)) return true;
  return NEIGHBOURS.some((group) => group.includes(language) && group.some((other) => accepted.has(other)));
}

/** What a language can be told by: no code, fenced or not, no table, no quotation, no citation, no address. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^[ \t]*(`{3,}|~{3,})[\s\S]*?(?:^[ \t]*\1|$(?![\s\S]))/gm, " ")
    .replace(/^[ \t]*\|.*$/gm, " ")
    .replace(/^.*(?:[{}<>]|=>|\);|;[ \t]*$).*$/gm, " ")
    .replace(/`[^`\n]{1,200}(?:`|$)/g, " ")
    .replace(/["“”„«‹『「][^"“”»›』」\n]{1,120}(?:["“”»›』」]|$)/g, " ")
    .replace(/\*\*[^*\n]{1,80}(?:\*\*|$)/g, " ")
    .replace(/\[[\d,; ]{0,12}\]?/g, " ")
    .replace(/\S*(?:@|:\/\/)\S*/g, " ");
}

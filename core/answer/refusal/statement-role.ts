/** What a statement of a model's text does: it denies knowing, tells what the pages are about, or states a fact. */
import { contentStems } from "./question-parts.ts";
import {
  answersNo,
  holdsKnownWord,
  isNegated,
  isWhole,
  withoutCondition,
  type Patterns,
} from "./refusal-patterns.ts";
import type { Statement } from "./split-statements.ts";
import type { WordMatch } from "./word-pattern.ts";

/**
 * - `denial`: the pages do not say it, the assistant does not know it.
 * - `about`: what the pages deal with instead. Cited or not, it answers nothing.
 * - `fact`: anything that is cited and neither of both.
 * - `preamble`: thanks, apologies, advice, what the assistant did.
 * - `other`: what no citation stands behind.
 */
export type StatementRole = "denial" | "about" | "fact" | "preamble" | "other";

/** @param asked stems of the question: "documents" are what was read only where nobody asks for documents. */
export function roleOf(
  statement: Statement,
  patterns: readonly Patterns[],
  asked: ReadonlySet<string>,
): StatementRole {
  const isCited = statement.isCited || statement.citesWithin;
  const told = isCited ? { ...statement, text: withoutAsked(statement.text, asked) } : statement;
  const roles = patterns.map((words) => roleIn(told, asked, words));
  const order: StatementRole[] = ["denial", "about", "fact", "preamble", "other"];
  return order.find((role) => roles.includes(role)) ?? "other";
}

/**
 * What is said on both sides of a contrast, where one citation stands behind both: "our pages do not tell the price, but
 * delivery takes three days [1]" states a fact, "our pages tell of delivery, but say nothing of the price [1]" denies one.
 */
export function roleAcrossContrast(
  statement: Statement,
  patterns: readonly Patterns[],
  asked: ReadonlySet<string>,
): StatementRole | undefined {
  const contrast = statement.isCited ? CONTRAST.exec(statement.text) : null;
  if (contrast === null) return undefined;
  const before = { ...statement, text: statement.text.slice(0, contrast.index), isCited: false };
  const behindIt = { ...statement, text: statement.text.slice(contrast.index + contrast[0].length) };
  switch (roleOf(before, patterns, asked)) {
    case "denial":
      return roleOf(behindIt, patterns, asked) === "fact" ? "fact" : undefined;
    case "about":
      return patterns.some(
        (words) =>
          isNegated(behindIt.text, words) &&
          (words.say.test(behindIt.text) ||
            (beginsWithSource(before, words) && beginsNegated(behindIt, words))),
      )
        ? "denial"
        : undefined;
    default:
      return undefined;
  }
}

/** "Our pages cover parking", and not "guests may read documents". */
const beginsWithSource = ({ text }: Statement, { source, say }: Patterns): boolean =>
  (source.exec(text)?.index ?? Infinity) <= AT_ONCE_CHARS && (say.exec(text)?.index ?? 0) > 0;

const beginsNegated = ({ text }: Statement, { negation }: Patterns): boolean =>
  negation.exec(text)?.index === 0;

const CONTRAST = /,? (?:but|however|though|aber|jedoch|doch|pero|mais|ma|però|mas|porém|maar) /;

/** What the question speaks of is not what was read. */
export function withoutAsked(text: string, asked: ReadonlySet<string>): string {
  return text.replace(/\p{L}{4,40}/gu, (word) => (asked.has(contentStems(word)[0] ?? "") ? UNSAID : word));
}

const UNSAID = "\u25A1";

function roleIn(statement: Statement, asked: ReadonlySet<string>, words: Patterns): StatementRole {
  const { text, isCited, citesWithin } = statement;
  // A question that the text asks itself denies nothing.
  const said = withoutCondition(text, words);
  if (
    !text.endsWith("?") &&
    (isCited
      ? deniesThoughCited(said, words)
      : denies(said, words) && !answersNo(said, asked, words) && !(citesWithin && !words.source.test(said)))
  )
    return "denial";
  if (isCited) return isAboutPages(text, words) || isBare(text, words) ? "about" : "fact";
  if (answersNo(said, asked, words)) return "other";
  if (words.source.test(text) || words.writing.test(text)) return "about";
  if (citesWithin && !isBare(text, words)) return "fact";
  return text.endsWith("?") || words.courtesy.test(text) || words.self.test(text) ? "preamble" : "other";
}

function denies(text: string, words: Patterns): boolean {
  if (words.denial.test(text) || isWhole(text, words.alone)) return true;
  if (!isNegated(text, words)) return false;
  if (words.source.test(text) || words.self.test(text) || words.information.test(text)) return true;
  return words.say.test(text) || words.know.test(text);
}

/** What is cited is a fact about the world unless it says itself that what was read does not say it. */
function deniesThoughCited(text: string, words: Patterns): boolean {
  // "Whether there are lockers is not stated."
  if (WHETHER.test(text) && words.denial.test(text) && isNegated(text, words) && words.say.test(text))
    return true;
  return text.split(/,\s/).some((clause) => {
    const source = words.source.exec(clause)?.index;
    const negation = words.negation.exec(clause)?.index;
    if (source === undefined || negation === undefined || !isNegated(clause, words)) return false;
    const rest = clause.slice(Math.min(source, negation), Math.max(source, negation) + DENIAL_SPAN_CHARS);
    return words.say.test(rest);
  });
}

/** And not "who", which may be anybody. */
const WHETHER = /^(?:whether|ob|si|se|of)\s/;

/** So far from what denies the verb stands that is denied. */
const DENIAL_SPAN_CHARS = 60;

function isAboutPages(text: string, words: Patterns): boolean {
  if (isNegated(text, words)) return false;
  const isAbout = words.about.exec(text);
  if (
    isAbout !== null &&
    (isAbout.index === 0 || [words.source, words.writing, words.pronoun].some((one) => one.test(text)))
  )
    return true;
  // "The closest that I have is a page on shipping [2]."
  if (words.self.test(text) && words.source.test(text)) return true;
  const [source, writing] = [words.source.exec(text), words.writing.exec(text)];
  return (
    (source !== null && (words.say.test(behind(text, source)) || words.hold.test(behind(text, source)))) ||
    (source !== null &&
      words.say.test(text.slice(Math.max(0, source.index - INVERTED_CHARS), source.index))) ||
    (writing !== null && words.say.test(behind(text, writing)))
  );
}

/**
 * "What I can tell you is …", "they only say that …": the model itself takes it for no answer.
 * @returns what it offers instead
 */
export function offeredIn(
  { text }: Statement,
  patterns: readonly Patterns[],
): { text: string; isSure: boolean } | undefined {
  for (const { offer, only, say, source } of patterns) {
    const offered = offer.exec(text);
    if (offered !== null && offered.index <= SUBJECT_MAX_CHARS)
      return { text: behind(text, offered), isSure: true };
    if (
      only.test(text) &&
      [say, source].some((words) => (words.exec(text)?.index ?? Infinity) <= SUBJECT_MAX_CHARS)
    )
      return { text, isSure: false };
  }
  return undefined;
}

/** "The tariff names …": whatever it is that names. */
export function tellsOf({ text }: Statement, patterns: readonly Patterns[]): boolean {
  return patterns.some(({ say }) => say.test(text));
}

/** "There is a section on upgrading." */
export function namesWriting({ text }: Statement, patterns: readonly Patterns[]): boolean {
  return patterns.some(({ writing }) => (writing.exec(text)?.index ?? Infinity) <= SUBJECT_MAX_CHARS);
}

/** "They do describe syncing": it begins with what pages do. */
export function tellsAtOnce({ text }: Statement, patterns: readonly Patterns[]): boolean {
  return patterns.some(({ say, pronoun }) => {
    const said = say.exec(text)?.index ?? Infinity;
    if (said > AT_ONCE_CHARS) return false;
    const words = text.slice(0, said).trim();
    return words.split(" ").length <= 2 && (words.length <= PARTICLE_CHARS || pronoun.test(words));
  });
}

const AT_ONCE_CHARS = 14;
/** "Sí", "wel", "elle". */
const PARTICLE_CHARS = 4;

/** Whether a denial is of what was read or of the assistant, and not of the world: "nobody knows who built it". */
export function isOfReading(
  { text }: Statement,
  asked: ReadonlySet<string>,
  patterns: readonly Patterns[],
): boolean {
  const own = withoutAsked(text, asked);
  return patterns.some(({ source, self, information }) =>
    [source, self, information].some((words) => words.test(own)),
  );
}

/** "Of disks write the pages": so far before them stands what they do. */
const INVERTED_CHARS = 16;

/** "The passages [1]": what is said of them is still to come. */
function isBare(text: string, words: Patterns): boolean {
  const parts = text.match(/[\p{L}\p{N}]{1,40}/gu) ?? [];
  return (
    parts.length <= BARE_WORDS &&
    words.source.test(text) &&
    parts.every((part) => part.length < 4 || holdsKnownWord(part, words))
  );
}

const BARE_WORDS = 4;

/** What follows a word that a statement begins with; nothing where it stands further behind. */
function behind(text: string, { 0: word, index }: WordMatch): string {
  return index > SUBJECT_MAX_CHARS ? "" : text.slice(index + word.length);
}

/** A statement is about the pages where it begins with them. */
const SUBJECT_MAX_CHARS = 40;

export function isNegatedIn({ text }: Statement, patterns: readonly Patterns[]): boolean {
  return patterns.some((words) => isNegated(text, words));
}

/**
 * Facts that are certain to be made up: an amount with its unit, a version, an address or a word of code that
 * stands in none of the passages that were given, that the visitor did not say, and that follows from nothing. Other
 * findings are weighed; these mark by themselves, whatever else the sentence says. Where it is not certain (small bare
 * numbers, examples, names that the visitor fills in), nothing is found and the rest is left to what was learned.
 */
import { compareAmounts, isBare, type Amount } from "./amounts.ts";
import { isExample, isInCode, isInstance } from "./amount-problem.ts";
import { hasWord } from "./code-problem.ts";
import { contactsOf, isContactHeld } from "./contact-problem.ts";
import { isDerived } from "./derived-amount.ts";
import type { UnsupportedReason } from "./entailment.ts";
import { SCALES } from "./number-words.ts";
import { collapse, type EvidenceSentence, type PassageEvidence } from "./read-passage.ts";
import type { CheckedStatement } from "./sentence-context.ts";
import { unitOf } from "./units.ts";

export interface GivenFacts {
  /** All passages: what stands in one that is not cited is no invention. */
  passages: readonly PassageEvidence[];
  /** What was said in the conversation and the addresses of the pages, in lower case. */
  said: string;
}

/** What a sentence says that is certain to stand nowhere; undefined where nothing is. */
export function firmlyAbsentFact(
  statement: CheckedStatement,
  given: GivenFacts,
): UnsupportedReason | undefined {
  if (given.passages.length === 0) return undefined;
  if (hasAbsentContact(statement.text, given)) return "name";
  if (hasAbsentCode(statement.text, given)) return "code";
  return hasAbsentVersion(statement.text, given) || hasAbsentAmount(statement, given) ? "number" : undefined;
}

/** Of what the reader is to replace. */
const PLACEHOLDER =
  /example|beispiel|ejemplo|exemple|esempio|exemplo|voorbeeld|localhost|\b(?:your|my|foo|bar|name)|\/\/(?:127|10|0|192\.168)\./iu;

function hasAbsentContact(text: string, { passages, said }: GivenFacts): boolean {
  return contactsOf(text).some(
    (contact) =>
      !PLACEHOLDER.test(contact.text) &&
      !said.includes(contact.text.toLowerCase()) &&
      !passages.some(({ text: page }) => isContactHeld(contact, page)),
  );
}

/** What follows is one of many. */
const INTRODUCING_EXAMPLE =
  /(?:such as|e\.g\.|i\.e\.|for (?:example|instance)|like|say|called|named|z\. ?b\.|etwa|zum beispiel|wie|por ejemplo|como|par exemple|comme|ad esempio|come|por exemplo|bijvoorbeeld|zoals)[\s:,("“„'`]{0,4}$/iu;
const MAX_LOOKED_BACK = 40;

const CODE_SPAN = /`([^`\n]{1,300})`/g;
/** What only a program would write: `camelCase`, `snake_case`, `--flag`, `name()`, `a.b`. */
const PROGRAM_WORD =
  /(?<![\p{L}\p{N}_$-])(?:--[a-z][\w-]+|[a-z$_]+\p{Lu}[\w$]*|[a-z]\w*_\w+|\p{Lu}{2,}_\w+|\p{Lu}\p{Ll}+\p{Lu}\w+)(?![\p{L}\p{N}_])/gu;
const CALLED = /([\p{L}_$][\w$]{2,60})\(/gu;
const MEMBER = /(?<=[\w)\]])\.([\p{L}_$][\w$]{2,60})(?![\w$])/gu;
const COMMAND = /^([a-z][a-z-]{1,30}) ([a-z][a-z-]{2,30})(?=\s|$)/u;
/** Its parts are the visitor's. */
const PATH = /\S*[/\\~]\S*/gu;

function hasAbsentCode(text: string, { passages, said }: GivenFacts): boolean {
  const isKnown = (word: string): boolean => {
    const plain = word.toLowerCase();
    return hasWord(said, plain) || passages.some((one) => hasWord(one.text, plain));
  };
  // In another form of the word too.
  const isSaid = (word: string): boolean =>
    said.includes(word) || passages.some((one) => one.text.includes(word));
  return [...text.matchAll(CODE_SPAN)].some(({ 0: whole, 1: code = "", index }) => {
    const before = text.slice(Math.max(0, index - MAX_LOOKED_BACK), index);
    if (INTRODUCING_EXAMPLE.test(before) || PLACEHOLDER.test(code) || whole.length < MIN_CODE_CHARS)
      return false;
    if (SINGLE_WORD.test(code)) return !isSaid(code.toLowerCase());
    if (LEFT_OUT.test(code)) return true;
    const plain = collapse(code).replace(QUOTED, " ");
    if (said.includes(plain) || passages.some((one) => one.text.includes(plain))) return false;
    const written = code.replace(QUOTED, " ").replace(PATH, " ");
    const words = [PROGRAM_WORD, CALLED, MEMBER].flatMap((pattern) =>
      [...written.matchAll(pattern)].map(([all, name]) => name ?? all),
    );
    if (words.some((word) => !isKnown(word))) return true;
    // A program of the pages with a command that it does not have.
    const [, program = "", command = ""] = COMMAND.exec(written) ?? [];
    return command !== "" && passages.some((one) => hasWord(one.code, program)) && !isKnown(command);
  });
}

const QUOTED = /"[^"]{0,200}"|'[^']{0,200}'/g;
const MIN_CODE_CHARS = 5;
const SINGLE_WORD = /^[\p{L}_$][\p{L}\p{N}_$-]{2,60}$/u;
/** Nothing is left of what was to be named. */
const LEFT_OUT = /^(?:\.{2,}|…)$/u;

/** A number with points behind "version" or the name of a program. */
const VERSION =
  /(?:\bversion(?:en|s|es|e|i)?|\bversión|\bversione|\bversão|\bversie|\brelease|(?<!^)\p{Lu}[\p{L}.]{1,20}|\bv|(?:^|\s)(?:since|seit|desde|depuis|sinds|as of|from))\s?(?<![.!?]\s)(\d{1,4}(?:\.\d{1,4}){1,3})(?![\p{L}\p{N}%€$£]|[.,:]\d)(?!\s?%)(?=\s?(\p{L}{0,20}))/gu;

/** "If you still use version 2.2": one that the page speaks of as before another. */
const EARLIER =
  /^(?:if|with|in|on|mit|bei|in der|avec|con|com|met)\s|(?<!\p{L})(?:still|before|older|earlier|prior|previous|noch|vor|encore|avant|ancora|prima|ainda|antes|nog|voor|aún|todavía)(?!\p{L})/iu;

function hasAbsentVersion(text: string, { passages, said }: GivenFacts): boolean {
  if (EARLIER.test(text)) return false;
  return [...text.matchAll(VERSION)].some(({ 1: version = "", 2: behind = "" }) => {
    if (unitOf(behind.toLowerCase()) !== undefined || SCALES.has(behind.toLowerCase())) return false;
    const short = version.replace(/(?:\.0)+$/, "");
    const isKnown = (page: string): boolean =>
      [version, short].some((one) =>
        new RegExp(`(?<![\\d.])v?${one.replaceAll(".", "\\.")}(?!\\d)`).test(page),
      );
    return !isKnown(said) && !passages.some((one) => isKnown(one.text));
  });
}

function hasAbsentAmount(statement: CheckedStatement, { passages }: GivenFacts): boolean {
  if (RECKONING.test(statement.text) || supposesAmount(statement)) return false;
  const counted = [...statement.clauses.flatMap((one) => [...one.amounts]), ...statement.asked];
  if (counted.some((one) => isBare(one) && one.isArticle !== true && one.dimension !== "ordinal"))
    return false;
  const contacts = contactsOf(statement.text);
  const clauses = passages.flatMap((one) => one.clauses);
  return statement.clauses.some((clause) =>
    clause.amounts.some((amount) => {
      if (!isFirm(amount) || isInCode(amount, statement) || clause.markers.has("not")) return false;
      if (contacts.some(({ from, to }) => amount.from >= from && amount.from < to)) return false;
      const relations = new Set(
        statement.cited
          .flatMap(({ clauses: all }) => all)
          .flatMap(({ amounts }) => amounts.map((other) => compareAmounts(amount, other))),
      );
      // A bare number is not this amount where it counts something else or the page gives it its own unit.
      const meets = (other: Amount, sentence?: EvidenceSentence): boolean => {
        const relation = compareAmounts(amount, other);
        if (relation !== "bare") return relation === "same";
        return (
          !relations.has("other-unit") && (sentence === undefined || mayMeasure(amount, other, sentence))
        );
      };
      return (
        !passages.some(({ sentences }) =>
          sentences.some((one) => one.amounts.some((other) => meets(other, one))),
        ) &&
        !statement.asked.some((other) => meets(other)) &&
        !isIntroduced(amount, statement.text) &&
        !isInstance(amount, statement) &&
        !(isExample(amount, clause, statement, clauses) && !isSpan(amount, statement.text)) &&
        !isDerived(amount, statement) &&
        !isReckonedAlike(amount, statement)
      );
    }),
  );
}

/**
 * Whether it is a sum, a difference, a multiple or a share of amounts of its kind. Of all numbers of
 * long pages, whatever they measure, nearly any could be made.
 */
function isReckonedAlike(amount: Amount, { cited, clauses, asked }: CheckedStatement): boolean {
  const own = [...clauses.flatMap(({ amounts }) => [...amounts]), ...asked].filter((one) => one !== amount);
  const there = cited.flatMap(({ sentences }) => sentences.flatMap(({ amounts }) => [...amounts]));
  const isAlike = ({ dimension }: Amount): boolean => familyOf(dimension) === familyOf(amount.dimension);
  const alike = distinct([...own, ...there].filter(isAlike).flatMap(({ values }) => [...values]));
  // Prices are multiplied and shared; a number of days or of bytes is rather taken as it stands.
  const isPrice = /^(?:EUR|USD|GBP|cents)$/.test(amount.dimension);
  const factors = distinct([
    ...own.filter((one) => !isAlike(one)).flatMap(({ numbers }) => [...numbers]),
    ...(isPrice
      ? [2, 7, 12, ...there.filter((one) => !isAlike(one)).flatMap(({ numbers }) => [...numbers])]
      : []),
  ]);
  const isTarget = (value: number): boolean =>
    amount.values.some((target) => Math.abs(target - value) <= Math.abs(target) * 1e-4);
  return alike.some(
    (a) =>
      alike.some((b) => isTarget(a + b) || isTarget(a - b)) ||
      factors.some(
        (factor) =>
          isTarget(a * factor) ||
          (factor !== 0 && isTarget(a / factor)) ||
          isTarget(a * (1 - factor / 100)) ||
          isTarget((a * factor) / 100) ||
          isTarget(a * (1 + factor / 100)),
      ),
  );
}

const MAX_NUMBERS = 60;

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].slice(0, MAX_NUMBERS);
}

function familyOf(dimension: string): string {
  return /^(?:clock|hour|hour-or-count|time|months)$/.test(dimension) ? "time" : dimension;
}

/** Whether a number without a unit may be meant in this one: in a table, or beside a word for it. */
function mayMeasure(amount: Amount, other: Amount, { isRow, words }: EvidenceSentence): boolean {
  return (
    isRow ||
    (!other.isWord && words.some(({ text }) => unitOf(text.toLowerCase())?.dimension === amount.dimension))
  );
}

/** "Is kept for 90 days" is no example. */
function isSpan({ from, dimension }: Amount, text: string): boolean {
  return (
    /^(?:time|months)$/.test(dimension) && /(?<!\p{L})for\s$/iu.test(text.slice(Math.max(0, from - 5), from))
  );
}

function isIntroduced({ from }: Amount, text: string): boolean {
  return INTRODUCING_EXAMPLE.test(text.slice(Math.max(0, from - MAX_LOOKED_BACK), from));
}

/** Whoever speaks so has reckoned, in as many steps as he likes. */
const RECKONING =
  /(?<!\p{L})(?:about|around|roughly|etwa|total\p{L}*|altogether|comes? to|adds? up|works? out|would|earns?|saves?|together|both|compared|cheaper|dearer|insgesamt|zusammen|gesamt\p{L}*|revien\p{L}*|sale a|sale por|fica\p{L}* (?:a|em|por)|ensemble|risparmi\p{L}*|ahorra\p{L}*|complessiv\p{L}*|samen|kwijt)(?!\p{L})|['’]d(?!\p{L})/iu;

/** "For a file of 300 MB": a case that the sentence supposes has an amount of its own. */
function supposesAmount({ text, clauses }: CheckedStatement): boolean {
  if (!SUPPOSING.test(text)) return false;
  const opening = OPENING.exec(text)?.[0].length ?? 0;
  return clauses.some(({ amounts }) =>
    amounts.some(({ from, isArticle }) => from < opening && isArticle !== true),
  );
}

const SUPPOSING =
  /^(?:if|when|whenever|for|with|at|suppose|as|driving|taking|restoring|wenn|falls|bei|mit|eine?[mnr]?|pour|si|un[ao]?|une|avec|para|con|se|com|voor|met|als|uma?)\s/iu;
/** Up to its first comma, where it has one soon. */
const OPENING = /^(?:[^\s,]{1,60}\s+){0,6}[^\s,]{1,60}/u;

/** In digits and with a unit: bare numbers and those in words may have been counted. */
function isFirm(amount: Amount): boolean {
  const { isWord, isArticle, version, dimension, values } = amount;
  // "Half" and "all" are shares too.
  if (dimension === "percent" && values.some((value) => value === 50 || value === 100)) return false;
  return (
    !isBare(amount) &&
    !isWord &&
    !/^(?:clock|hour)$/.test(dimension) &&
    isArticle !== true &&
    version === undefined
  );
}

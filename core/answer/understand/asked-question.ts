/**
 * What a question asks, in the terms of the index: how much each of its words weighs, which of them name its
 * subject, and the two sides of a comparison. Sets of its terms are bits of one number, so that every feature
 * of every sentence costs a few operations.
 */
import type { QueryTerm } from "../../search/retriever.ts";
import { questionType, type QuestionType } from "./question-type.ts";

/** Terms of a question as bits: bit i stands for the i-th term of the query. */
export type TermMask = number;

export interface AskedQuestion {
  type: QuestionType;
  /** What something costs is asked. */
  asksPrice: boolean;
  /** Who made something, or runs it, is asked. */
  asksAuthor: boolean;
  /** When something comes out, or came, is asked. */
  asksDate: boolean;
  /** Of a comparison: which of the two to take is asked, not how they differ. */
  asksChoice: boolean;
  /** Index of a term among those of the question; undefined for any other term. */
  indexOf: (term: string) => number | undefined;
  maskOf: (terms: Iterable<string>) => TermMask;
  /** Share of the question's information that the terms of a mask hold, 0 to 1. */
  share: (mask: TermMask) => number;
  /** Share of each pair of terms that stand side by side in the question; index i is the pair of i and i + 1. */
  pairShares: readonly number[];
  /** The terms that name what the question is about. */
  subject: TermMask;
  /** The terms that the corpus does not know, nor a synonym of them. */
  unknown: TermMask;
  /** The visitor's own terms, in the order of the question; above them stand those of synonyms. */
  words: TermMask;
  /** Of a comparison: what is particular to each side, unless one has nothing of its own. */
  sides: readonly [TermMask, TermMask] | undefined;
}

export interface AskedQuestionInput {
  question: string;
  terms: readonly QueryTerm[];
  termsOf: (text: string) => string[];
}

/** The words that name the subject count so much more than others as rare as they are. */
const SUBJECT_WEIGHT_SHARE = 1.5;

/** What a synonym counts against the visitor's own word. */
const SYNONYM_SHARE = 0.6;

/** Bits of one number. The query has no more terms. */
const MAX_TERMS = 32;

export function readAskedQuestion({ question, terms, termsOf }: AskedQuestionInput): AskedQuestion {
  const asked = terms.slice(0, MAX_TERMS);
  const indices = new Map(asked.map(({ term }, index) => [term, index]));
  /** Bits above those of the terms: that a synonym of a term is held. By bit, the term that it stands for. */
  const baseOf: number[] = [];
  const synonymBits = new Map<string, number>();
  asked.forEach(({ synonyms }, index) => {
    const bit = asked.length + baseOf.length;
    const own = synonyms?.filter((synonym) => !indices.has(synonym) && !synonymBits.has(synonym)) ?? [];
    if (own.length === 0 || bit >= MAX_TERMS) return;
    baseOf.push(index);
    for (const synonym of own) synonymBits.set(synonym, bit);
  });
  const maskOf = (held: Iterable<string>): TermMask => {
    let mask = 0;
    for (const term of held) {
      const index = indices.get(term) ?? synonymBits.get(term);
      if (index !== undefined) mask |= 1 << index;
    }
    return mask;
  };
  const type = questionType(question);
  const named = subjectMask(question, asked);
  const subject = baseOf.reduce(
    (mask, base, at) => ((named >>> base) & 1 ? mask | (1 << (asked.length + at)) : mask),
    named,
  );
  const weights = asked.map(({ weight }, index) =>
    (subject >>> index) & 1 ? weight * SUBJECT_WEIGHT_SHARE : weight,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const share = (mask: TermMask): number => {
    let sum = 0;
    for (let index = 0; index < asked.length; index++) {
      if ((mask >>> index) & 1) sum += weights[index] ?? 0;
    }
    baseOf.forEach((base, at) => {
      const isHeld = (mask >>> (asked.length + at)) & 1;
      if (isHeld && ((mask >>> base) & 1) === 0) sum += SYNONYM_SHARE * (weights[base] ?? 0);
    });
    return sum / total;
  };
  const pairWeights = weights.slice(1).map((weight, index) => weight + (weights[index] ?? 0));
  const pairTotal = pairWeights.reduce((sum, weight) => sum + weight, 0) || 1;
  let unknown = 0;
  asked.forEach(({ known, synonyms }, index) => {
    if (!known && synonyms === undefined) unknown |= 1 << index;
  });
  return {
    type,
    asksPrice: ASKS_PRICE.test(question.slice(0, 300)),
    asksDate: type === "when" && ASKS_DATE.test(question.slice(0, 300)),
    asksAuthor: type === "who" && ASKS_AUTHOR.test(question.slice(0, 300)),
    asksChoice: type === "comparison" && !ASKS_DIFFERENCE.test(question.slice(0, 300)),
    indexOf: (term) => indices.get(term),
    maskOf,
    share,
    pairShares: pairWeights.map((weight) => weight / pairTotal),
    subject,
    unknown,
    words: asked.length >= MAX_TERMS ? -1 : (1 << asked.length) - 1,
    sides: type === "comparison" ? comparedSides(question, (text) => maskOf(termsOf(text))) : undefined,
  };
}

const ASKS_DATE =
  /(?<!\p{L})when (?:is|are|was|were|will|does|do|did)\b.{1,80}\b(?:com(?:e|ing) out|came out|releas\p{L}*|launch\p{L}*|publish\p{L}*|ship\p{L}*|available|arriv\p{L}*|announced|founded|created|started|end of life|deprecated|expected|due)(?!\p{L})/iu;

const ASKS_AUTHOR =
  /(?<!\p{L})who(?:'s| is| are| has| have)? (?:originally |first )?(?:creat|made|make|wrote|write|written|found|built|build|develop|maintain|invent|start|design|own|run|lead|led|behind|the (?:author|creator|founder|maintainer|owner|inventor))/iu;

const ASKS_DIFFERENCE =
  /(?<!\p{L})(?:differences?|differs?|differing|vs|versus|compared (?:to|with)|unterschiede?|diferencias?|différences?|differenz[ae]|diferenças?|verschil(?:len)?)(?!\p{L})/iu;

const ASKS_PRICE =
  /(?<!\p{L})(?:how much (?:does|do|is|are|would|will)\b.{0,80}\b(?:costs?|charges?|pay)|how much (?:is|are) (?:the|an?|your|one)|(?:what|which) (?:is|are|does|do)\b.{0,60}\b(?:prices?|pricing|fees?|salary|salaries|costs?)|what .{0,60}\b(?:salary|price|fee)|was kostet|wie viel kostet|cuánto cuesta|combien coûte|quanto costa|quanto custa|hoeveel kost)(?!\p{L})/iu;

/** Names: a capital that no sentence begins with, or letters that no plain word has. */
const NAME_LIKE = /^\p{Lu}/u;
const CODE_LIKE = /[\p{Ll}\p{N}]\p{Lu}|[\p{L}\p{N}][._:/@-]+[\p{L}\p{N}]|^[@.`]|\d/u;

/** What is looked at of a question for its subject: its first words say it. */
const CONSIDERED_WORDS = 60;

/**
 * The subject by its look: names and code where there are any, else the last word, which in the languages at
 * hand is the object of what is asked more often than any other. In a text without any small letter every word
 * looks like a name, and none is one.
 */
function subjectMask(question: string, terms: readonly QueryTerm[]): TermMask {
  const words = question.split(/\s+/, CONSIDERED_WORDS).map((word) => word.replace(/^[("'¿¡«“]+/u, ""));
  const isShouted = !/\p{Ll}/u.test(question);
  const names = words.filter(
    (word, index) =>
      !isShouted &&
      (CODE_LIKE.test(word.replace(/[^\p{L}\p{N}]+$/u, "")) || (index > 0 && NAME_LIKE.test(word))),
  );
  const nameText = ` ${names.join(" ").toLowerCase()} `;
  let mask = 0;
  terms.forEach(({ word }, index) => {
    if (nameText.includes(word.toLowerCase())) mask |= 1 << index;
  });
  // A part of a name can be any short word, and a title in capitals is all names: that many say nothing.
  if (mask !== 0 && bitCount(mask) < terms.length) return mask;
  if (terms.length < 2) return mask;
  // "How long are ratings kept?" ends in what is done, "Which languages does it speak?" begins with its object.
  if (ASKED_OBJECT.test(question)) return 1;
  return 1 << (terms.length - (PASSIVE_END.test(question) ? 2 : 1));
}

const ASKED_OBJECT =
  /^\W{0,3}(?:which|what|how (?:many|much)) \p{L}{3,30} (?:do|does|did|can|could|may|should|will) /iu;
const PASSIVE_END =
  /(?:^|\s)(?:is|are|was|were|be|been|get|gets) .{0,80}(?:\p{L}{2,20}ed|kept|sent|made|built|held|shown|set|found|read|written|chosen|lost|paid|run|done)\W{0,3}$/iu;

const COMPARED =
  /(?:between|zwischen|entre|tra|fra|tussen)\s+(.{1,80}?)\s+(?:and|und|y|et|e|en)\s+(.{1,80})|(.{1,80}?)\s+(?:vs\.?|versus|(?:compared|better|faster|slower|smaller|larger|cheaper)\s+(?:to|with|than)|differs?\s+from|instead\s+of|rather\s+than|(?:and|or)\s+when|or|oder|contra)\s+(.{1,80})/iu;

/** The two things that a comparison names, as it names them; undefined where it names no two. */
export function comparedTexts(question: string): readonly [string, string] | undefined {
  const match = COMPARED.exec(question.slice(0, 300));
  if (match === null) return undefined;
  return [match[1] ?? match[3] ?? "", match[2] ?? match[4] ?? ""];
}

function comparedSides(
  question: string,
  maskOfText: (text: string) => TermMask,
): readonly [TermMask, TermMask] | undefined {
  const texts = comparedTexts(question);
  if (texts === undefined) return undefined;
  const [first, second] = [maskOfText(texts[0]), maskOfText(texts[1])];
  const own: readonly [TermMask, TermMask] = [first & ~second, second & ~first];
  return own[0] !== 0 && own[1] !== 0 ? own : undefined;
}

export function bitCount(mask: TermMask): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

export function lowestBit(mask: TermMask): TermMask {
  return mask & -mask;
}

export function highestBit(mask: TermMask): TermMask {
  return mask === 0 ? 0 : 1 << (31 - Math.clz32(mask));
}

/**
 * What of a whole text speaks for a refusal: what {@link import("./refusal-features.ts")} finds, how its statements look
 * one by one, and how what is denied stands to what is cited. {@link import("./refusal-weights.ts")} weighs them.
 */
import { contentStems } from "./question-parts.ts";
import type { JudgedStatement } from "./recognise-refusal.ts";
import { isOfWorld, isPlainFact, saysNotInPlace, tellsStep } from "./of-world.ts";
import { refusalFeatures, REFUSAL_FEATURES } from "./refusal-features.ts";
import type { Patterns } from "./refusal-patterns.ts";

const ROLES = ["denial", "about", "fact", "preamble", "other"] as const;

const OF_STATEMENTS = [
  "cites",
  "citesFact",
  "citesDenial",
  "citesAbout",
  "shareOfCitedFacts",
  "beginsWithDenial",
  "endsWithDenial",
  "beginsWithFact",
  "endsWithFact",
  "statements",
  "overlapOfCited",
  "overlapOfUncited",
  "isToNoQuestion",
  "citesFigure",
  "citesCode",
  /** Scores of the statements. */
  "leastCited",
  "mostCited",
  "leastUncited",
  "mostUncited",
  "hasUncited",
  "first",
  "last",
  "mean",
  "asksSeveral",
  "leastCitedOfSeveral",
  "mostOfOne",
  "mostOfSeveral",
  "most",
  "least",
  /** Something is denied, and something else is cited. */
  "both",
  "bothOfOne",
  "bothOverlapOfDenial",
  "bothOverlapOfCited",
  "bothOneOverlapOfDenial",
  "bothOneOverlapOfCited",
  "bothOneDeniesMore",
  "bothCode",
  "bothFigure",
  "bothOneCode",
  "bothOneFigure",
  "bothWords",
  "bothCitations",
  "denialGoesOn",
  "denialGoesOnOfOne",
  "bothCitedFirst",
  "bothOneCitedFirst",
  "hasDenial",
  "onlyDenial",
  "onlyCited",
  "allDeny",
  "nothingOfWorld",
  /** Of cited facts that deny nothing, and of those that deny something of the world. */
  "beginsWithPlainFact",
  "plainFacts",
  "allPlainFacts",
  "factsOfWorld",
  "deniesInPlace",
  "allFactsOrInPlace",
  "tellsStep",
] as const;

export const TEXT_FEATURES: readonly string[] = [
  ...REFUSAL_FEATURES,
  ...ROLES.flatMap((role) => [`has ${role}`, `share of ${role}`]),
  ...OF_STATEMENTS,
];

export interface JudgedQuestion {
  question: string;
  asked: ReadonlySet<string>;
  asksSeveral: boolean;
}

const MAX_SCORE = 6;

/** @param scores of {@link import("./judge-statement.ts").statementScore}, one for each statement */
export function textFeatures(
  statements: readonly JudgedStatement[],
  scores: readonly number[],
  { question, asked, asksSeveral }: JudgedQuestion,
  words: Patterns,
): number[] {
  const count = Math.max(1, statements.length);
  const clipped = scores.map((score) => Math.max(-MAX_SCORE, Math.min(MAX_SCORE, score)));
  const isCited = statements.map((statement) => statement.isCited || statement.citesWithin);
  const ofCited = clipped.filter((_, index) => isCited[index]);
  const ofUncited = clipped.filter((_, index) => isCited[index] === false);
  const denials = statements.flatMap(({ role }, index) => (role === "denial" ? [index] : []));
  const cited = statements.flatMap(({ role }, index) =>
    isCited[index] === true && role !== "denial" ? [index] : [],
  );
  const met = (indexes: readonly number[]): number =>
    Math.max(0, ...indexes.map((index) => share(statements[index]?.text ?? "", asked)));
  const all = statements.map((_, index) => index);
  const [overlapOfDenial, overlapOfCited] = [met(denials), met(cited)];
  const figures: readonly string[] = question.match(/\d+/g) ?? [];
  const hasFigure = (index: number): boolean =>
    (statements[index]?.text.match(/\d+/g) ?? []).some((figure) => !figures.includes(figure));
  const hasCode = (index: number): boolean => statements[index]?.text.includes("\u25A1") === true;
  const role = (index: number): string | undefined => statements.at(index)?.role;
  const lengths = statements.map(({ text }) => text.length);
  const totalChars = Math.max(1, sum(lengths));
  const both = denials.length > 0 && cited.length > 0 ? 1 : 0;
  const one = asksSeveral ? 0 : 1;
  const most = Math.max(...(clipped.length > 0 ? clipped : [0]));
  const goesOn = cited.some(
    (index) => statements[index]?.endsSentence === false && role(index + 1) === "denial",
  );
  const isCitedFirst = both === 1 && (cited[0] ?? 0) < (denials[0] ?? 0);
  const isPlain = statements.map((its) => its.role === "fact" && isPlainFact(its, words));
  const isInPlace = statements.map((its) => its.isCited && saysNotInPlace(its.text, asked, words));
  const rest: Record<(typeof OF_STATEMENTS)[number], boolean | number> = {
    cites: ofCited.length > 0,
    citesFact: all.some((index) => isCited[index] === true && role(index) === "fact"),
    citesDenial: all.some((index) => isCited[index] === true && role(index) === "denial"),
    citesAbout: all.some((index) => isCited[index] === true && role(index) === "about"),
    shareOfCitedFacts:
      all.filter((index) => isCited[index] === true && role(index) === "fact").length / count,
    beginsWithDenial: role(0) === "denial",
    endsWithDenial: role(-1) === "denial",
    beginsWithFact: role(0) === "fact",
    endsWithFact: role(-1) === "fact",
    statements: Math.min(1, count / 6),
    overlapOfCited: met(all.filter((index) => isCited[index])),
    overlapOfUncited: met(all.filter((index) => isCited[index] === false)),
    isToNoQuestion: asked.size === 0,
    citesFigure: all.some((index) => isCited[index] === true && hasFigure(index)),
    citesCode: all.some((index) => isCited[index] === true && hasCode(index)),
    leastCited: least(ofCited),
    mostCited: greatest(ofCited),
    leastUncited: least(ofUncited),
    mostUncited: greatest(ofUncited),
    hasUncited: ofUncited.length > 0,
    first: clipped[0] ?? 0,
    last: clipped.at(-1) ?? 0,
    mean: sum(clipped.map((score, index) => score * (lengths[index] ?? 0))) / totalChars,
    asksSeveral,
    leastCitedOfSeveral: asksSeveral ? least(ofCited) : 0,
    mostOfOne: one * most,
    mostOfSeveral: asksSeveral ? most : 0,
    most,
    least: least(clipped),
    both,
    bothOfOne: both * one,
    bothOverlapOfDenial: both * overlapOfDenial,
    bothOverlapOfCited: both * overlapOfCited,
    bothOneOverlapOfDenial: both * one * overlapOfDenial,
    bothOneOverlapOfCited: both * one * overlapOfCited,
    bothOneDeniesMore: both * one * Number(overlapOfDenial > overlapOfCited),
    bothCode: both * Number(cited.some(hasCode)),
    bothFigure: both * Number(cited.some(hasFigure)),
    bothOneCode: both * one * Number(cited.some(hasCode)),
    bothOneFigure: both * one * Number(cited.some(hasFigure)),
    bothWords:
      both * Math.min(1, sum(cited.map((index) => statements[index]?.text.split(" ").length ?? 0)) / 30),
    bothCitations: (both * cited.length) / 4,
    denialGoesOn: goesOn,
    denialGoesOnOfOne: goesOn && one === 1,
    bothCitedFirst: isCitedFirst,
    bothOneCitedFirst: isCitedFirst && one === 1,
    hasDenial: denials.length > 0,
    onlyDenial: denials.length > 0 && cited.length === 0,
    onlyCited: cited.length > 0 && denials.length === 0,
    allDeny: denials.length === statements.length,
    nothingOfWorld: statements.every(({ role: its }) => its !== "fact" && its !== "other"),
    beginsWithPlainFact: isPlain[0] === true,
    plainFacts: Math.min(1, isPlain.filter(Boolean).length / 2),
    allPlainFacts: isPlain.every(Boolean),
    factsOfWorld: statements.some((its) => its.role === "fact" && isOfWorld(its, words)),
    deniesInPlace: isInPlace.some(Boolean),
    allFactsOrInPlace: all.every((index) => isPlain[index] === true || isInPlace[index] === true),
    tellsStep: statements.some((its) => its.role === "fact" && tellsStep(its, [words])),
  };
  return [
    ...refusalFeatures(statements, question, words),
    ...ROLES.flatMap((name) => {
      const held = statements.filter(({ role: its }) => its === name).length;
      return [Math.min(1, held), held / count];
    }),
    ...OF_STATEMENTS.map((name) => Number(rest[name])),
  ];
}

function share(text: string, asked: ReadonlySet<string>): number {
  const stems = new Set(contentStems(text));
  return [...asked].filter((stem) => stems.has(stem)).length / Math.max(1, asked.size);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const least = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.min(...values));
const greatest = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.max(...values));

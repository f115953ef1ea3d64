/** What came of one question, and whether that was right. Pure: whoever asked has nothing to do with it. */
import type { AnswerMode, FinishReason, Usage } from "../../core/protocol.ts";
import { ndcgAt, recallAt } from "./metrics.ts";
import { isExpectedAddress, pageKey } from "./page-address.ts";
import type { EvaluationQuestion, Expectation, RelevantPage } from "./question.ts";
import type { GivenAnswer } from "./target.ts";
import { holdsFact, holdsGoldAnswer, plainWords } from "./text-match.ts";

/** What can be wrong, the gravest first. */
export const PROBLEM_KINDS = [
  "failed",
  "answered",
  "misrouted",
  "refused",
  "not-found",
  "not-cited",
  "facts-missing",
] as const;

export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** What was seen of a question; each part is absent where nobody asked for it. */
export interface Observation {
  /** Addresses of the sections found, best first. */
  found?: readonly string[];
  /** The same in the order of a reranker. */
  reranked?: readonly string[];
  answer?: GivenAnswer;
  /** What would have been answered without the threshold, where it was what refused. */
  withheld?: GivenAnswer;
  /** Best sentences, best first. */
  sentences?: readonly string[];
  /** Why there is no answer. */
  failure?: string;
}

/** What of a ranking was measured for one question. */
export interface Ranking {
  /** Of the first expected page, from 1; null where it is not among the first ten. */
  rank: number | null;
  ndcgAt10: number | null;
  recallAt5: number | null;
  recallAt10: number | null;
}

export interface QuestionResult {
  id: string;
  question: string;
  tags: readonly string[];
  expectation: Expectation;
  expectedUrls: readonly string[];
  passed: boolean;
  /** Gravest first; empty where it passed. */
  problems: readonly ProblemKind[];
  failure: string | null;
  /** Pages found, best first, each once. */
  foundPages: readonly string[];
  /** Place of the first expected page among the pages found, from 1; null where it is not among the first ten. */
  rank: number | null;
  ndcgAt10: number | null;
  recallAt5: number | null;
  recallAt10: number | null;
  /** The same of the order of a reranker; null without one. */
  reranked: Ranking | null;
  mode: AnswerMode | null;
  finishReason: FinishReason | null;
  confidence: number | null;
  /** Share of the answer's sentences that the passages they cite support, 0 to 1. */
  groundedness: number | null;
  /** Requests to models that the answer took, and their tokens; null where it took none. */
  usage: Usage | null;
  answer: string | null;
  sources: readonly ResultSource[];
  /** Whether an expected page is among the cited sources. */
  citesExpected: boolean | null;
  facts: readonly { fact: string; found: boolean }[];
  /** How many of these facts stand in what a refusal quotes; null where nothing was refused, or nothing quoted. */
  factsInRefusal: number | null;
  /** Whether the answer holds a gold answer. */
  holdsAnswer: boolean | null;
  /** Whether the best 1, 2, 3 sentences hold a gold answer. */
  sentenceHits: readonly [boolean, boolean, boolean] | null;
  /** Whether the answer, shown or withheld, is right; null where that cannot be told. */
  isRight: boolean | null;
  /** The answer that the threshold held back. */
  withheldAnswer: string | null;
}

export interface ResultSource {
  position: number;
  title: string;
  section: string | null;
  url: string;
  cited: boolean;
}

/** Pages of a ranking that count. */
const RANKING_DEPTH = 10;

/** Characters of an answer that are kept for the report: no quoted answer is longer. */
const MAX_ANSWER_CHARS = 6000;

/** Judges one question by what was seen of it. */
export function judgeQuestion(question: EvaluationQuestion, seen: Observation): QuestionResult {
  const { relevant, expectation } = question;
  const { answer, withheld } = seen;
  const ranking = seen.found === undefined ? undefined : rankPages(seen.found, relevant);
  const isRanked = ranking !== undefined && relevant.length > 0;
  const rank = (ranking ?? []).findIndex(({ grade }) => grade > 0) + 1;
  const claims = answer === undefined ? undefined : judgeClaims(question, answer);
  const declined = answer === undefined ? undefined : isDeclined(answer);
  const problems = problemsOf({
    question,
    failure: seen.failure,
    answer,
    declined: declined ?? false,
    claims,
    rank: isRanked ? rank : undefined,
  });
  return {
    id: question.id,
    question: question.text,
    tags: question.tags,
    expectation,
    expectedUrls: relevant.map(({ url }) => url),
    passed: problems.length === 0,
    problems,
    failure: seen.failure ?? null,
    foundPages: (ranking ?? []).slice(0, RANKING_DEPTH).map(({ url }) => url),
    ...(isRanked ? measureRanking(ranking, relevant) : UNRANKED),
    reranked:
      isRanked && seen.reranked !== undefined
        ? measureRanking(rankPages(seen.reranked, relevant), relevant)
        : null,
    mode: answer?.mode ?? null,
    finishReason: answer?.finishReason ?? null,
    confidence: answer?.confidence ?? null,
    groundedness: answer?.groundedness ?? null,
    usage: answer?.usage ?? null,
    answer: answer?.text.slice(0, MAX_ANSWER_CHARS) ?? null,
    sources: answer === undefined ? [] : resultSources(answer),
    citesExpected: relevant.length > 0 ? (claims?.citesExpected ?? null) : null,
    facts: claims?.facts ?? [],
    factsInRefusal: claims?.factsInRefusal ?? null,
    holdsAnswer: claims?.holdsAnswer ?? null,
    sentenceHits: sentenceHitsOf(question.answers, seen.sentences),
    isRight: rightnessOf(question, answer, withheld),
    withheldAnswer: withheld?.text.slice(0, MAX_ANSWER_CHARS) ?? null,
  };
}

const UNRANKED: Ranking = { rank: null, ndcgAt10: null, recallAt5: null, recallAt10: null };

function measureRanking(ranking: readonly RelevantPage[], relevant: readonly RelevantPage[]): Ranking {
  const grades = ranking.map(({ grade }) => grade);
  const rank = grades.findIndex((grade) => grade > 0) + 1;
  const judged = relevant.map(({ grade }) => grade);
  return {
    rank: rank > 0 && rank <= RANKING_DEPTH ? rank : null,
    ndcgAt10: ndcgAt(RANKING_DEPTH, grades, judged),
    recallAt5: recallAt(5, grades, relevant.length),
    recallAt10: recallAt(RANKING_DEPTH, grades, relevant.length),
  };
}

/** Pages in the order in which they were found, each once, with their grade. An expected section counts by itself. */
export function rankPages(found: readonly string[], relevant: readonly RelevantPage[]): RelevantPage[] {
  const open = [...relevant];
  const seen = new Set<string>();
  const ranked: RelevantPage[] = [];
  for (const url of found) {
    const index = open.findIndex((page) => isExpectedAddress(page.url, url));
    const page = pageKey(url);
    if (index === -1 && seen.has(page)) continue;
    seen.add(page);
    const [match] = index === -1 ? [] : open.splice(index, 1);
    ranked.push({ url, grade: match?.grade ?? 0 });
  }
  return ranked;
}

/** It said that it has no answer, or changed the subject politely: nothing was claimed. */
function isDeclined({ finishReason, mode }: GivenAnswer): boolean {
  return finishReason === "refused" || mode === "conversation";
}

interface Claims {
  citesExpected: boolean;
  facts: { fact: string; found: boolean }[];
  factsInRefusal: number | null;
  holdsAnswer: boolean | null;
}

/** Whether a text says each of the facts in one of their wordings. */
function heldFacts(text: string, facts: EvaluationQuestion["facts"]): boolean[] {
  const words = plainWords(text);
  return facts.map((wordings) => wordings.some((wording) => holdsFact(words, wording)));
}

function judgeClaims({ relevant, facts, answers }: EvaluationQuestion, answer: GivenAnswer): Claims {
  // What a refusal quotes claims nothing.
  const declined = isDeclined(answer);
  const quotes = answer.citedPositions.length > 0;
  const cited = answer.sources.filter(({ position }) => answer.citedPositions.includes(position));
  const held = heldFacts(answer.text, facts);
  return {
    citesExpected:
      !declined && relevant.some((page) => cited.some(({ url }) => isExpectedAddress(page.url, url))),
    facts: facts.map((wordings, index) => ({
      fact: wordings.join(" | "),
      found: !declined && held[index] === true,
    })),
    factsInRefusal: declined && quotes ? held.filter(Boolean).length : null,
    holdsAnswer: answers.length === 0 ? null : !declined && holdsGoldAnswer(answer.text, answers),
  };
}

interface ProblemInput {
  question: EvaluationQuestion;
  failure: string | undefined;
  answer: GivenAnswer | undefined;
  declined: boolean;
  claims: Claims | undefined;
  /** 0 where the expected page was not found; undefined where no page is expected. */
  rank: number | undefined;
}

function problemsOf({ question, failure, answer, declined, claims, rank }: ProblemInput): ProblemKind[] {
  if (failure !== undefined) return ["failed"];
  const isFound = rank === undefined || (rank > 0 && rank <= RANKING_DEPTH);
  switch (question.expectation) {
    case "ranking":
      return isFound ? [] : ["not-found"];
    case "conversation":
      return answer?.mode === "conversation" ? [] : ["misrouted"];
    case "refuse":
      return declined ? [] : ["answered"];
    case "answer": {
      if (answer === undefined || claims === undefined) return [];
      if (answer.mode === "conversation") return ["misrouted"];
      if (declined) return isFound ? ["refused"] : ["refused", "not-found"];
      const problems: ProblemKind[] = [];
      // What counts for a page is that the answer cites it; where it was found tells why it does not.
      if (question.relevant.length > 0 && !claims.citesExpected)
        problems.push(isFound ? "not-cited" : "not-found");
      if (claims.facts.some(({ found }) => !found) || claims.holdsAnswer === false)
        problems.push("facts-missing");
      return problems;
    }
  }
}

/** Right is an answer that says all facts, or holds a gold answer, or, where neither is given, cites the page. */
function rightnessOf(
  question: EvaluationQuestion,
  answer: GivenAnswer | undefined,
  withheld: GivenAnswer | undefined,
): boolean | null {
  if (answer === undefined || question.expectation === "ranking") return null;
  if (question.expectation === "conversation" || answer.mode === "conversation") return null;
  if (question.expectation === "refuse") return false;
  const judged = answer.finishReason === "refused" ? withheld : answer;
  if (judged === undefined || isDeclined(judged)) return null;
  const { facts, holdsAnswer, citesExpected } = judgeClaims(question, judged);
  if (holdsAnswer !== null) return holdsAnswer;
  if (facts.length > 0) return facts.every(({ found }) => found);
  return question.relevant.length > 0 ? citesExpected : null;
}

function sentenceHitsOf(
  answers: readonly string[],
  sentences: readonly string[] | undefined,
): [boolean, boolean, boolean] | null {
  if (answers.length === 0 || sentences === undefined) return null;
  const hit = (count: number): boolean => holdsGoldAnswer(sentences.slice(0, count).join(" "), answers);
  return [hit(1), hit(2), hit(3)];
}

function resultSources({ sources, citedPositions }: GivenAnswer): ResultSource[] {
  return sources.map(({ position, title, section, url }) => ({
    position,
    title,
    section: section ?? null,
    url,
    cited: citedPositions.includes(position),
  }));
}

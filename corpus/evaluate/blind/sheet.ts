/**
 * The sheet of a blind evaluation: every question with its answer as a visitor gets it, and nothing of what is
 * expected. Ids say nothing either, and the order is that of the ids, which no file of questions has. Each answer has
 * a hash, by which a verdict belongs to it and to no other.
 */
import type { HistoryTurn } from "../../../core/protocol.ts";
import { shortHash } from "../../short-hash.ts";
import type { EvaluationQuestion } from "../question.ts";
import type { EvaluationTarget, GivenAnswer } from "../target.ts";
import type { Cause, Verdict } from "./verdict.ts";

/** Raised when a field changes its meaning or goes. */
export const SHEET_VERSION = 1;

export interface SheetSource {
  position: number;
  title: string;
  section: string | null;
  url: string;
  excerpt: string;
  /** The answer cites it; of a refusal, those that it quotes are cited, and the others are pages that may help. */
  cited: boolean;
  /** It is offered below the answer, as a closed card with its excerpt. */
  offered: boolean;
}

export interface SheetItem {
  /** Of the question: the same in every sheet that holds it. */
  id: string;
  question: string;
  /** Earlier turns, of a follow-up. */
  history: readonly HistoryTurn[];
  /** `failure`: no answer came, and `answer` says why. */
  kind: "answer" | "refusal" | "conversation" | "failure";
  /** Markdown with citation marks. */
  answer: string;
  sources: readonly SheetSource[];
  /** Of the question and its answer: see {@link answerHashOf}. */
  answerHash: string;
  /** Null until somebody judges. */
  verdict: Verdict | null;
  cause: Cause | null;
  note: string;
}

export interface Sheet {
  sheetVersion: typeof SHEET_VERSION;
  /** Name of the set of questions. */
  set: string;
  target: { kind: EvaluationTarget["kind"]; name: string; corpusVersion: string | null };
  /** Who judges: a person's name, or a model's. */
  judge: string;
  items: readonly SheetItem[];
}

/** What came of a question. */
export interface BlindAnswer {
  question: EvaluationQuestion;
  answer?: GivenAnswer;
  failure?: string;
}

const ID_CHARS = 10;

/** By what is asked alone: an id of the file often says what is expected, and a line moves. */
export function blindIdOf({ text, site = "", history }: EvaluationQuestion): string {
  const turns = history.map(({ role, text: said }) => [role, said]);
  return `q-${shortHash(JSON.stringify([site, text, turns])).slice(0, ID_CHARS)}`;
}

/** In the order of their ids, which is none. */
export function sheetItems(answers: readonly BlindAnswer[]): SheetItem[] {
  return answers.map(sheetItem).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function sheetItem({ question, answer, failure }: BlindAnswer): SheetItem {
  const shown: ShownAnswer = {
    question: question.text,
    history: question.history.map(({ role, text }) => ({ role, text })),
    kind: answer === undefined ? "failure" : kindOf(answer),
    answer: answer?.text.trim() ?? failure ?? "",
    sources: answer === undefined ? [] : sourcesOf(answer),
  };
  return {
    id: blindIdOf(question),
    ...shown,
    answerHash: answerHashOf(shown),
    verdict: null,
    cause: null,
    note: "",
  };
}

type ShownAnswer = Pick<SheetItem, "question" | "history" | "kind" | "answer" | "sources">;

/**
 * Of everything that is judged: the answer with the sources that it cites and those that are offered below it, or, of
 * a refusal, with the pages that may help. What else stands below the sources of an answer changes with every page of the site, and makes no answer another.
 */
export function answerHashOf({ question, history, kind, answer, sources }: ShownAnswer): string {
  const turns = history.map(({ role, text }) => [role, text]);
  const cited = sources.filter((source) => source.cited);
  const offered = sources.filter((source) => !source.cited && source.offered);
  const shown = (cited.length > 0 && kind !== "refusal" ? [...cited, ...offered] : sources).map(
    ({ position, title, section, url, excerpt }) => [position, title, section, url, excerpt],
  );
  return shortHash(JSON.stringify([question, turns, kind, answer, shown]));
}

function kindOf({ finishReason, mode }: GivenAnswer): SheetItem["kind"] {
  if (mode === "conversation") return "conversation";
  return finishReason === "refused" ? "refusal" : "answer";
}

/** Those that are cited first, as a visitor reads them. */
function sourcesOf({ sources, citedPositions, offeredPositions = [] }: GivenAnswer): SheetSource[] {
  const shown = sources.map(({ position, title, section, url, excerpt }) => ({
    position,
    title,
    section: section ?? null,
    url,
    excerpt,
    cited: citedPositions.includes(position),
    offered: offeredPositions.includes(position),
  }));
  return [...shown.filter(({ cited }) => cited), ...shown.filter(({ cited }) => !cited)];
}

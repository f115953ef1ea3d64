/**
 * Small sites of invented businesses, and what their visitors ask: a quarter of it is not on the pages, though near.
 * Written by somebody who had not seen an answer of ours, for half of the sites the questions before the pages.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { giveAnswer, holdsFacts, openFolder, type GivenAnswer } from "./ask-documentation.ts";

export interface SmallSiteQuestion {
  site: string;
  question: string;
  /** What a right answer holds; absent where the pages have none. */
  facts?: string[];
  /** The page that holds them. */
  page?: string;
}

const FOLDER = join(import.meta.dirname, "small-sites");

/** Folders of sites in other languages begin with theirs: `de-baeckerei`. */
export const SMALL_SITES: readonly string[] = readdirSync(FOLDER).sort();

export function languageOfSite(site: string): string {
  return /^(de|es|fr|it|nl|pt)-/.exec(site)?.[1] ?? "en";
}

export function readSmallSiteQuestions(site: string, folder = FOLDER): SmallSiteQuestion[] {
  return readFileSync(join(folder, site, "questions.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ site, ...(JSON.parse(line) as Omit<SmallSiteQuestion, "site">) }));
}

export function openSmallSite(site: string, folder = FOLDER): Promise<Corpus> {
  return openFolder(join(folder, site, "pages"), languageOfSite(site));
}

export type Outcome =
  /** Answered with all facts, or refused where there are none. */
  | "right"
  /** Answered, and facts are missing. */
  | "wrong"
  /** Refused though the pages answer. */
  | "refused"
  /** Answered though the pages do not. */
  | "answered-absent";

export function outcomeOf({ facts }: SmallSiteQuestion, answer: GivenAnswer): Outcome {
  if (facts === undefined) return answer.refused ? "right" : "answered-absent";
  if (answer.refused) return "refused";
  return holdsFacts(answer.text, facts) ? "right" : "wrong";
}

export interface Asked {
  question: SmallSiteQuestion;
  answer: GivenAnswer;
  outcome: Outcome;
}

export async function askSmallSite(site: string, threshold: number, folder = FOLDER): Promise<Asked[]> {
  const corpus = await openSmallSite(site, folder);
  const asked: Asked[] = [];
  for (const question of readSmallSiteQuestions(site, folder)) {
    const answer = await giveAnswer(corpus, question.question, threshold);
    asked.push({ question, answer, outcome: outcomeOf(question, answer) });
  }
  return asked;
}

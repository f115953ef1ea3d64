/**
 * Sentences about paragraphs, true and false, to measure how well unsupported ones are found. True ones say what
 * the paragraph says in other words or another order; false ones are true ones with one thing changed, or true
 * of something else. Made by rule with a fixed seed, so that every run measures the same.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { splitSentences } from "../../core/text/sentences.ts";
import { numbersOf, namesOf } from "../../core/answer/check/sentence-facts.ts";
import { CORPORA_FOLDER, readJsonLines } from "../support/corpora.ts";

export interface GroundednessCase {
  corpus: string;
  article: string;
  paragraph: string;
  sentence: string;
  isTrue: boolean;
  /** How it was made. */
  kind: string;
}

interface Paragraph {
  id: string;
  title: string;
  text: string;
}

/** Small words of the four kinds of change, by language. */
const WORDING: Record<string, { swaps: [RegExp, string][]; negate: [RegExp, string]; lead: string }> = {
  en: {
    swaps: [
      [/\balso\b/i, "as well"],
      [/\bbecause\b/i, "since"],
      [/\bbut\b/i, "yet"],
      [/\babout\b/i, "around"],
      [/\bmany\b/i, "a lot of"],
      [/\bhowever,? /i, ""],
      [/\blarge\b/i, "big"],
      [/\bbegan\b/i, "started"],
      [/\bwhile\b/i, "whereas"],
      [/\bwas\b/i, "has been"],
    ],
    negate: [/\b(is|are|was|were|can|could|has|had|will|would|should)\b/, "$1 not"],
    lead: "In short, ",
  },
  es: {
    swaps: [
      [/\btambién\b/i, "además"],
      [/\bporque\b/i, "ya que"],
      [/\bpero\b/i, "aunque"],
      [/\bsobre\b/i, "acerca de"],
      [/\bgran\b/i, "enorme"],
      [/\bmuchos\b/i, "numerosos"],
      [/\bmientras\b/i, "cuando"],
    ],
    negate: [/\b(es|son|era|fue|fueron|puede|pueden|ha|han|tiene|está)\b/, "no $1"],
    lead: "En resumen, ",
  },
};

/** Deterministic numbers from 0 to 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The half of the articles that thresholds are chosen on; the other is reported. By name, so that no article is in both. */
export function isTrainingArticle(article: string): boolean {
  let hash = 0;
  for (const character of article) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % 2 === 0;
}

/** @param perCorpus Paragraphs that are used, spread over the whole corpus. */
export function groundednessCases(corpus: string, language: string, perCorpus: number): GroundednessCase[] {
  const random = createRandom(20_261_121);
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const paragraphs = readJsonLines<Paragraph>(`retrieval/${corpus}/corpus.jsonl`);
  const questionsOf = questionsByParagraph(corpus);
  const step = Math.max(1, Math.floor(paragraphs.length / perCorpus));
  const wording = WORDING[language];
  if (wording === undefined) throw new Error(`No wording for ${language}.`);
  const cases: GroundednessCase[] = [];

  for (let index = 0; index < paragraphs.length; index += step) {
    const paragraph = paragraphs[index] as Paragraph;
    const add = (kind: string, isTrue: boolean, sentence: string | undefined): void => {
      if (sentence === undefined) return;
      cases.push({ corpus, article: paragraph.title, paragraph: paragraph.text, sentence, isTrue, kind });
    };
    const sentences = splitSentences(paragraph.text).filter((text) => text.split(" ").length >= 8);
    const sentence = pick(sentences);
    if (sentence === undefined) continue;
    const siblings = paragraphs.filter(({ title, id }) => title === paragraph.title && id !== paragraph.id);
    const sibling = pick(siblings);
    const stranger = pick(paragraphs.filter(({ title }) => title !== paragraph.title));

    const reworded = reword(sentence, wording);
    add("clause", true, firstClauses(reworded));
    add("reworded", true, reworded);
    const other = pick(sentences);
    if (other !== undefined && other !== sentence) {
      add(
        "merged",
        true,
        `${firstClauses(sentence).replace(/[.]$/, "")}, ${language === "es" ? "y" : "and"} ${lowerFirst(firstClauses(other))}`,
      );
    }
    add("number changed", false, changeNumber(reworded, paragraph.text, random));
    add("number swapped", false, swapNumber(reworded, paragraph.text, pick));
    add("name swapped", false, swapName(reworded, sibling?.text ?? "", paragraph.text, language, pick));
    if (wording.negate[0].test(reworded) && !/\b(?:not|no|never)\b/i.test(sentence))
      add("negated", false, reworded.replace(wording.negate[0], wording.negate[1]));
    add("sibling sentence", false, firstSentence(sibling?.text, paragraph.text));
    add("foreign sentence", false, firstSentence(stranger?.text, paragraph.text));

    // Questions were written by people in words of their own: with the answer, a statement about the paragraph.
    const question = pick(questionsOf.get(paragraph.id) ?? []);
    const answer = question?.answers[0];
    if (question !== undefined && answer !== undefined) {
      add("question and answer", true, statement(question.text, answer));
      const wrong = pick(
        siblings.flatMap(({ id }) => questionsOf.get(id) ?? []).map(({ answers }) => answers[0]),
      );
      if (wrong !== undefined && !paragraph.text.includes(wrong))
        add("question and wrong answer", false, statement(question.text, wrong));
    }
  }
  return cases;
}

interface Question {
  id: string;
  text: string;
  answers: string[];
}

function questionsByParagraph(corpus: string): Map<string, Question[]> {
  const questions = new Map(
    readJsonLines<Partial<Question> & { id: string; text: string }>(`retrieval/${corpus}/queries.jsonl`).map(
      ({ id, text, answers = [] }) => [id, { id, text, answers }] as const,
    ),
  );
  const byParagraph = new Map<string, Question[]>();
  for (const { query, paragraph } of readQrels(corpus)) {
    const question = questions.get(query);
    if (question === undefined || question.answers.length === 0) continue;
    byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), question]);
  }
  return byParagraph;
}

function readQrels(corpus: string): { query: string; paragraph: string }[] {
  return readFileSync(join(CORPORA_FOLDER, `retrieval/${corpus}/qrels.tsv`), "utf8")
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => {
      const [query = "", paragraph = ""] = line.split("\t");
      return { query, paragraph };
    });
}

const ASKING =
  /\b(?:who|whom|whose|what|which|when|where|why|how|quién|quiénes|qué|cuál|cuáles|cuándo|dónde|cómo|cuántos|cuántas|cuánto|cuánta)\b/giu;

/** Undefined where the question does not begin with the one word that the answer takes the place of. */
function statement(question: string, answer: string): string | undefined {
  const asking = [...question.matchAll(ASKING)];
  const [first] = asking;
  if (first === undefined || asking.length > 1 || first.index > 1) return undefined;
  const rest = question
    .slice(first.index + first[0].length)
    .replace(/\?\s*$/, "")
    .trim();
  return `${answer} ${rest}.`;
}

function reword(sentence: string, { swaps, lead }: (typeof WORDING)[string]): string {
  const reworded = swaps.reduce((text, [from, to]) => text.replace(from, to), sentence);
  return lead + lowerFirst(reworded.replace(/ ?\([^)]*\)/, ""));
}

/** A name keeps its capital. */
function lowerFirst(text: string): string {
  return /^(?:The|A|An|In|It|This|These|However|As|By|On|For|El|La|Los|Las|En|Un|Una|Su|Por|Con)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** About the first two thirds, ending at a comma where one is near. */
function firstClauses(sentence: string): string {
  const border = sentence.indexOf(", ", sentence.length / 2);
  return border === -1 ? sentence : `${sentence.slice(0, border)}.`;
}

function changeNumber(sentence: string, paragraph: string, random: () => number): string | undefined {
  const digits = /\d+/.exec(sentence)?.[0];
  if (digits === undefined) return undefined;
  for (let attempt = 0; attempt < 20; attempt++) {
    const changed = String(Number(digits) + Math.ceil(random() * 9) * (random() < 0.5 ? -1 : 1)).replace(
      "-",
      "",
    );
    if (!numbersOf(paragraph).some(({ values }) => values.has(changed)))
      return sentence.replace(digits, changed);
  }
  return undefined;
}

function swapNumber(
  sentence: string,
  paragraph: string,
  pick: <T>(values: readonly T[]) => T | undefined,
): string | undefined {
  const digits = /\d+/.exec(sentence)?.[0];
  const others = [...paragraph.matchAll(/(?<![\d.,])\d+(?![\d.,])/g)]
    .map(([number]) => number)
    .filter((number) => !sentence.includes(number) && number.length === digits?.length);
  const other = pick(others);
  return digits === undefined || other === undefined ? undefined : sentence.replace(digits, other);
}

function swapName(
  sentence: string,
  sibling: string,
  paragraph: string,
  language: string,
  pick: <T>(values: readonly T[]) => T | undefined,
): string | undefined {
  const words = (text: string): string[] =>
    namesOf(text, language).filter((name) => /^\p{Lu}\p{Ll}{3,}$/u.test(name));
  const name = pick(words(sentence));
  const other = pick(words(sibling).filter((word) => !paragraph.includes(word)));
  return name === undefined || other === undefined ? undefined : sentence.replace(name, other);
}

function firstSentence(text: string | undefined, paragraph: string): string | undefined {
  return splitSentences(text ?? "").find(
    (sentence) => sentence.split(" ").length >= 8 && !paragraph.includes(sentence),
  );
}

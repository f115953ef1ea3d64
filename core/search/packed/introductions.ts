/**
 * The beginnings of pages that say what a site is about. Asked what the site itself is, every page holds the words
 * of the question, and the shortest ones most densely: the right page is not among those that BM25 finds best.
 */
import type { PackedIndex } from "./open-packed-index.ts";
import { pathOf } from "./page-kind.ts";
import type { QuestionTerm } from "./question-terms.ts";

/** A question of less weight has only words that stand everywhere on the site: it is about the site itself. */
const COMMON_QUESTION_WEIGHT = 1;

/** The first of them in the order of the pages; sites have few. */
const MAX_BEGINNINGS = 32;

/** What such a page is called, by its address or its title; most of all what says nothing else. */
const CALLED_SO = /^(?:introduction|intro|about(?: us)?|overview|what is .*|home)$/i;
const MAY_SAY_SO = /^(?:why .*|getting started|quick ?start|faq|.* overview|introduction .*|about .*)$/i;

/** What the beginnings count more, as a share of the best of all chunks; the deeper they lie, the less. By chunk. */
export type Introductions = ReadonlyMap<number, number>;

const NONE: Introductions = new Map();
const CALLED_SO_BONUS = 4;
const MAY_SAY_SO_BONUS = 2;

/** Found when first asked for. */
export function createIntroductions(
  index: PackedIndex,
): (terms: readonly (QuestionTerm | undefined)[]) => Introductions {
  let introductions: Introductions | undefined;
  return (terms) => {
    const weight = terms.reduce((sum, term) => sum + (term?.weight ?? 0), 0);
    if (weight === 0 || weight >= COMMON_QUESTION_WEIGHT) return NONE;
    return (introductions ??= findIntroductions(index));
  };
}

function findIntroductions(index: PackedIndex): Introductions {
  const found = new Map<number, number>();
  for (let chunk = 0; chunk < index.chunkCount && found.size < MAX_BEGINNINGS; chunk++) {
    const document = index.documentOf(chunk);
    if (chunk > 0 && index.documentOf(chunk - 1) === document) continue;
    const title = index.documents.titleOf(document);
    const path = pathOf(index.documents.urlOf(document)).replace(/[?#].*$/, "");
    const depth = path.split("/").filter(Boolean).length;
    const name = path.replace(/\/+$/, "").split("/").at(-1)?.replaceAll("-", " ") ?? "";
    if (name === "" || CALLED_SO.test(name) || CALLED_SO.test(title))
      found.set(chunk, CALLED_SO_BONUS / (depth + 1));
    else if (MAY_SAY_SO.test(name) || MAY_SAY_SO.test(title))
      found.set(chunk, MAY_SAY_SO_BONUS / (depth + 1));
  }
  return found;
}

/**
 * What kind of page a path tells: sites name their folders much alike. Pages that speak of one moment or one case
 * (news, releases, migrations) say of a thing what is true of that case; where a guide says as much, that is the
 * better answer. A question that names the kind of page itself means it.
 */
import type { PackedIndex } from "./open-packed-index.ts";

const SEGMENT_KINDS = {
  news: "blog|news|posts?|change-?logs?|releases?|release-notes|announc\\w*|history|whats-?new|roadmap",
  legacy: "legacy|deprecated|migrat\\w*|upgrad\\w*|experimental|canary",
  contribution:
    "contribut\\w*|maintain\\w*|developing|internals?|governance|community|conduct|team|sponsor\\w*",
  help: "errors?|warnings?|troubleshoot\\w*|faqs?",
  tutorial: "tutorials?|showcases?|examples?|step-by-step",
  guide: "guides?|getting-started|quick-?start|essentials?|basics?|learn|install(?:ation)?|setup|usage|use",
} as const;

export type PageKind = keyof typeof SEGMENT_KINDS | "introduction";

const KINDS = Object.entries(SEGMENT_KINDS).map(([kind, names]) => ({
  kind: kind as PageKind,
  pattern: new RegExp(`(?:^|[/_-])(${names})(?=[/_.-]|$)`, "i"),
}));

/** The first page of a site, and those that say what it is about, by their names. */
const INTRODUCTION =
  /^\/*(?:(?:[^/]+\/){0,2}(?:introduction|intro|about|overview|what-is[\w-]*|why[\w-]*|getting-started|quick-?start|index|home|concepts|faq)\/?)?$/i;

/** So many letters tell that a word of the question and one of the path are the same: "migrating", "migrate-to". */
const SAME_WORD_CHARS = 4;

/** The kinds that a path tells, each with the word that tells it. */
function readPageKinds(url: string): ReadonlyMap<PageKind, string> {
  const path = pathOf(url);
  const kinds = new Map<PageKind, string>();
  for (const { kind, pattern } of KINDS) {
    const word = pattern.exec(path)?.[1];
    if (word !== undefined) kinds.set(kind, word.toLowerCase().slice(0, SAME_WORD_CHARS));
  }
  // No question names it: the word is never looked for.
  if (INTRODUCTION.test(path)) kinds.set("introduction", "");
  return kinds;
}

/** Where news are asked for, no page is better for its kind. */
const ASKS_NEWS = /(?<!\p{L})(?:blogs?|news|change-?logs?|release notes|announce\p{L}*)(?!\p{L})/iu;

/** Tells of a page whether it is of a kind that the question does not name. Paths are read once for all questions. */
export function createPageKinds(
  index: PackedIndex,
): (question: string) => (document: number, kind: PageKind) => boolean {
  const kindsOf = new Map<number, ReadonlyMap<PageKind, string>>();
  const read = (document: number): ReadonlyMap<PageKind, string> => {
    let kinds = kindsOf.get(document);
    if (kinds === undefined) {
      kinds = readPageKinds(index.documents.urlOf(document));
      kindsOf.set(document, kinds);
    }
    return kinds;
  };
  return (question) => {
    const asked = question.toLowerCase();
    const asksNews = ASKS_NEWS.test(question);
    return (document, kind) => {
      const word = asksNews ? undefined : read(document).get(kind);
      return word !== undefined && (word === "" || !asked.includes(word));
    };
  };
}

/** A host may be called news.example: only what comes after it counts. */
export function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, "");
}

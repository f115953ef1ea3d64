/**
 * Pages that speak of one moment or one case: news, releases, migrations, error messages, tutorials. What they
 * say of a thing is true of that case, and where a page about the thing itself says as much, that is the better
 * answer: the version that a product needs stands in the announcements of all former ones, too.
 *
 * Told by the path, as sites name such folders; a question that names the kind of page itself means it.
 */
import type { PackedIndex } from "./open-packed-index.ts";

const PASSING_PAGE =
  /(?:^|[/_-])(blog|news|posts?|change-?logs?|releases?|announc\w*|legacy|deprecated|migrat\w*|upgrad\w*|errors?|tutorials?|showcases?|experimental)(?=[/_.-]|$)/i;

/**
 * What such a page loses of its score. Set by reading answers: on the documentation questions of `tests/retrieval`
 * it neither finds nor loses more than one page in a hundred.
 */
const PASSING_DISCOUNT = 0.15;

/** So many letters tell that a word of the question and one of the path are the same: "migrating", "migrate-to". */
const SAME_WORD_CHARS = 4;

/** By what share a chunk's score shrinks for the kind of its page. Paths are read once for all questions. */
export function createPageKinds(index: PackedIndex): (question: string) => (chunk: number) => number {
  const kindOf = new Map<number, string>();
  const readKind = (document: number): string => {
    let kind = kindOf.get(document);
    if (kind === undefined) {
      kind = (PASSING_PAGE.exec(pathOf(index.documents.urlOf(document)))?.[1] ?? "").toLowerCase();
      kindOf.set(document, kind);
    }
    return kind;
  };
  return (question) => {
    const asked = question.toLowerCase();
    return (chunk) => {
      const kind = readKind(index.documentOf(chunk));
      return kind === "" || asked.includes(kind.slice(0, SAME_WORD_CHARS)) ? 0 : PASSING_DISCOUNT;
    };
  };
}

/** A host may be called news.example: only what comes after it counts. */
function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, "");
}

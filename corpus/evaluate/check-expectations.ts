/** What a list of questions expects of the pages, checked against the pages before anything is asked. */
import { isExpectedAddress, nearestPage, pageKey } from "./page-address.ts";
import type { EvaluationQuestion } from "./question.ts";
import type { EvaluationTarget } from "./target.ts";
import { holdsFact, plainWords } from "./text-match.ts";

/** Ids of questions that a warning names. */
const SHOWN_IDS = 3;

/**
 * Warns of expected pages that do not exist, and of facts that stand on none of the expected pages: a slip in
 * the list, or a page that moved or changed. Nothing is said where the pages are not at hand.
 */
export async function checkExpectations(
  questions: readonly EvaluationQuestion[],
  { kind, pages: listPages, textOfPage }: Pick<EvaluationTarget, "kind" | "pages" | "textOfPage">,
): Promise<string[]> {
  if (kind === "documents" || listPages === undefined) return [];
  const pages = listPages();
  const pagesOfPath = new Map<string, string[]>();
  for (const page of pages) {
    const path = pathOf(page);
    pagesOfPath.set(path, [...(pagesOfPath.get(path) ?? []), page]);
  }
  const pageOf = (url: string): string | undefined => {
    const page = url.split("#", 1)[0] ?? "";
    return pagesOfPath.get(pathOf(page))?.find((candidate) => isExpectedAddress(page, candidate));
  };

  const idsOfUnknown = new Map<string, string[]>();
  const warnings: string[] = [];
  for (const { id, relevant, facts } of questions) {
    const texts: string[] = [];
    for (const { url } of relevant) {
      const page = pageOf(url);
      if (page === undefined) idsOfUnknown.set(url, [...(idsOfUnknown.get(url) ?? []), id]);
      else if (facts.length > 0 && textOfPage !== undefined) texts.push(plainWords(await textOfPage(page)));
    }
    if (texts.length === 0) continue;
    for (const wordings of facts) {
      if (wordings.some((wording) => texts.some((text) => holdsFact(text, wording)))) continue;
      warnings.push(
        `${id}: "${wordings.join(" | ")}" stands on none of its pages; correct it, or add the page`,
      );
    }
  }
  const unknown = [...idsOfUnknown].map(([url, ids]) => {
    const nearest = nearestPage(url, pages);
    const hint = nearest === undefined ? "" : `; did you mean ${nearest}?`;
    const named = `${ids.slice(0, SHOWN_IDS).join(", ")}${ids.length > SHOWN_IDS ? ", …" : ""}`;
    return `${url} (${named}) is no page of the corpus${hint}`;
  });
  return [...unknown, ...warnings];
}

/** Without the host, which an expected address may leave out. */
function pathOf(url: string): string {
  return pageKey(url).replace(/^https?:\/\/[^/]+/, "");
}

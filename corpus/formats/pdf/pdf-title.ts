/** The title of a document: the one that it names, unless a program wrote it; else the largest text of its first page. */
import { isContents } from "./contents-lines.ts";
import type { PdfBlock, PdfHeading } from "./page-blocks.ts";

/** What programs write where nobody named a title. */
const NO_TITLE =
  /^(?:untitled.*|unbenannt.*|sans titre.*|sin título.*|无标题|無題|no title|title|titel|document ?\d*|dokument ?\d*|doc\d*|slide \d+|presentation ?\d*|powerpoint.presentation|microsoft (?:word|powerpoint|excel|office).*|layout ?\d+|print(?:ing)?|(?:https?:|file:|about:|[a-z]:\\).*|\(.*\)|.*\.(?:docx?|dotx?|odt|rtf|pdf|indd|qxp|qxd|pptx?|xlsx?|tex|dvi|ps|txt|html?|pages|key|md|fm|book|cdr|ai|eps))$/i;

export function isRealTitle(title: string): boolean {
  return /\p{L}{2}/u.test(title) && !NO_TITLE.test(title.trim()) && title.length <= 300;
}

export function titleOf(
  named: string | undefined,
  firstPage: readonly PdfBlock[],
  bodySize: number,
): string | undefined {
  const headings = firstPage.filter(
    (block): block is PdfHeading => block.kind === "heading" && !isContents(block.text),
  );
  const largest = headings.reduce<PdfHeading | undefined>(
    (best, heading) => (best === undefined || heading.size > best.size + 0.2 ? heading : best),
    undefined,
  );
  if (named !== undefined && isRealTitle(named)) {
    // A title that was left from another document stands nowhere in this one.
    const text = comparable(firstPage.map((block) => ("text" in block ? block.text : "")).join(" "));
    const isShown = words(named).filter((word) => text.includes(word)).length >= 0.5 * words(named).length;
    if (isShown || largest === undefined || largest.size < 1.3 * bodySize) return named;
  }
  return largest === undefined || !/\p{L}{2}/u.test(largest.text) ? undefined : largest.text;
}

function words(text: string): string[] {
  return text
    .split(/[\s,.:;–—-]+/)
    .map(comparable)
    .filter((word) => word !== "");
}

function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

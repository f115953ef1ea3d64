/** Leaves out of an answer what it has said before: pages of one site share sentences. */
import type { Quote, QuotedText } from "../../citation/quote.ts";
import { isName } from "./name-quoted.ts";

/** Fewer letters are a word of agreement, or the name of a field: it means something else each time. */
const REPEATED_MIN_LETTERS = 24;

/** The paragraphs without sentences, lists and tables that stand in an earlier one; a name with nothing left below it goes too. */
export function withoutRepeats(paragraphs: readonly QuotedText[]): QuotedText[] {
  const said = new Set<string>();
  const left = paragraphs.map((paragraph) => {
    // Behind a table stands its citation, as a paragraph of its own.
    const isCitationOnly = typeof paragraph[0] !== "string";
    return { paragraph: withoutSaid(paragraph, said), isCitationOnly };
  });
  const kept: { index: number; paragraph: QuotedText }[] = [];
  left.forEach(({ paragraph, isCitationOnly }, index) => {
    if (paragraph.length === 0 || (isCitationOnly && left[index - 1]?.paragraph.length === 0)) return;
    kept.push({ index, paragraph });
  });
  return kept
    .filter(({ index, paragraph }, at) => {
      const hasText = (below: QuotedText | undefined): boolean => below !== undefined && !isName(below);
      return !isName(paragraph) || !hasText(paragraphs[index + 1]) || hasText(kept[at + 1]?.paragraph);
    })
    .map(({ paragraph }) => paragraph);
}

function withoutSaid(paragraph: QuotedText, said: Set<string>): QuotedText {
  const kept: (string | Quote)[] = [];
  let isSkipped = false;
  for (const piece of paragraph) {
    if (typeof piece !== "string") {
      // The citation of what is left out.
      if (!isSkipped) kept.push(piece);
      isSkipped = false;
      continue;
    }
    const key = lettersOf(piece);
    isSkipped = key.length >= REPEATED_MIN_LETTERS && said.has(key);
    if (isSkipped) continue;
    if (key !== "") said.add(key);
    kept.push(piece);
  }
  const hasWords = kept.some((piece) => typeof piece !== "string" || lettersOf(piece) !== "");
  return hasWords ? trimmed(kept) : [];
}

/** Without the separators of what is left out. */
function trimmed(pieces: readonly (string | Quote)[]): QuotedText {
  return pieces.filter((piece, index) => {
    if (typeof piece !== "string" || piece.trim() !== "") return true;
    const before = pieces[index - 1];
    return (
      before !== undefined &&
      index < pieces.length - 1 &&
      (typeof before !== "string" || before.trim() !== "")
    );
  });
}

/** What is compared of a text: without spaces, marks and case. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}

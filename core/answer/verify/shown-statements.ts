/** What a finished answer states with a citation, and where each statement ends. */
import { CITATION, isClaim, plainSentence } from "../check/claim.ts";
import { sentenceBorder } from "../check/sentence-border.ts";
import type { Statement } from "./answer-verifier.ts";

export interface ShownStatement extends Statement {
  /** Where in the answer a mark belongs, in UTF-16 code units. */
  end: number;
}

export interface ShownStatementsOptions {
  /** Index terms of any text: `retriever.terms`. */
  termsOf: (text: string) => string[];
  /** Behind a statement that was found unsupported before: such a one is left out. */
  mark: string;
}

const FENCE = /^[ \t]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})/;

/** Longer lines are no sentences. */
const MAX_LINE_CHARS = 4_000;

/** In their order. Code is left out: it is compared by itself. */
export function shownStatements(text: string, { termsOf, mark }: ShownStatementsOptions): ShownStatement[] {
  const statements: ShownStatement[] = [];
  // As long as before, so that places stay what they are.
  const masked = text.replaceAll(mark, " ".repeat(mark.length));
  const take = (raw: string, from: number, end: number): void => {
    const isMarked = text.slice(end).trimStart().startsWith(mark);
    const positions = [...raw.matchAll(CITATION)].flatMap(([list]) =>
      [...list.matchAll(/\d+/g)].map(([digits]) => Number(digits)),
    );
    const plain = plainSentence(raw);
    if (isMarked || positions.length === 0 || from === end || !isClaim(raw, plain, termsOf)) return;
    statements.push({ text: plain, positions: [...new Set(positions)], end });
  };
  let at = 0;
  let fence: string | undefined;
  for (const line of masked.split("\n")) {
    const lineStart = at;
    at += line.length + 1;
    const opening = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (line.trim().startsWith(fence)) fence = undefined;
      continue;
    }
    if (opening !== undefined) {
      fence = opening;
      continue;
    }
    if (line.length > MAX_LINE_CHARS) continue;
    if (/^[ \t]*\|/.test(line)) {
      const inner = line.replace(/[ \t]*\|[ \t]*$/, "").trimEnd();
      take(inner, lineStart, lineStart + inner.length);
      continue;
    }
    let rest = line;
    let from = lineStart;
    for (;;) {
      const border = sentenceBorder(rest);
      const raw = border === undefined ? rest.trimEnd() : rest.slice(0, border.end);
      take(raw, from, from + raw.length);
      if (border === undefined) break;
      const next = border.end + border.space.length;
      rest = rest.slice(next);
      from += next;
    }
  }
  return statements;
}

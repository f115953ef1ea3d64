/**
 * How refusals, answers to a part and answers are told apart: texts that were made up by somebody who had seen none of
 * the code, in the languages that the assistant speaks. Doubles, no model's output.
 */
import { createRefusalHold } from "../../../core/answer/refusal/hold-refusal.ts";
import type { RefusalCase } from "./read-refusals.ts";

export interface RefusalShares {
  right: number;
  all: number;
}

/** What is shown of a text that comes in pieces of so many characters; undefined where it is a refusal. */
export function shownOf(
  { question, text }: Pick<RefusalCase, "question" | "text">,
  pieceChars = 8,
): string | undefined {
  const hold = createRefusalHold({ question, isMarkAWord: /no_answer/i.test(question) });
  let shown = "";
  for (let at = 0; at < text.length; at += pieceChars) shown += hold.push(text.slice(at, at + pieceChars));
  shown += hold.end();
  return hold.refusedBy === undefined ? shown : undefined;
}

/** By kind and language: refusals that are told, and others that are not taken for one. */
export function measureRefusals(cases: readonly RefusalCase[]): Map<string, Map<string, RefusalShares>> {
  const shares = new Map<string, Map<string, RefusalShares>>();
  for (const one of cases) {
    const isRight = (shownOf(one) === undefined) === (one.kind === "refusal");
    const ofKind = shares.get(one.kind) ?? new Map<string, RefusalShares>();
    shares.set(one.kind, ofKind);
    for (const language of [one.language, "all"]) {
      const { right, all } = ofKind.get(language) ?? { right: 0, all: 0 };
      ofKind.set(language, { right: right + Number(isRight), all: all + 1 });
    }
  }
  return shares;
}

/** One line for each kind. */
export function describeShares(shares: ReturnType<typeof measureRefusals>): string {
  return [...shares]
    .map(([kind, ofKind]) =>
      [
        kind.padEnd(8),
        ...[...ofKind].map(([language, { right, all }]) => `${language} ${right}/${all}`),
      ].join("  "),
    )
    .join("\n");
}

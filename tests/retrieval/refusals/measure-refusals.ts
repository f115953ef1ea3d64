/**
 * How refusals, answers to a part and answers are told apart, in the languages that the assistant speaks. The texts were
 * made up; none is a model's output.
 */
import { createRefusalHold } from "../../../core/answer/refusal/hold-refusal.ts";
import type { RefusalModel } from "../../../core/answer/refusal/refusal-model.ts";
import { examplesOf, learnRefusals } from "../../training/learn-refusals.ts";
import type { RefusalCase } from "./read-refusals.ts";

export interface RefusalShares {
  right: number;
  all: number;
}

/** What is shown of a text that comes in pieces of so many characters; undefined where it is a refusal. */
export function shownOf(
  { question, text }: Pick<RefusalCase, "question" | "text">,
  { pieceChars = 8, model }: { pieceChars?: number; model?: RefusalModel | undefined } = {},
): string | undefined {
  const hold = createRefusalHold({ question, isMarkAWord: /no_answer/i.test(question), model });
  let shown = "";
  for (let at = 0; at < text.length; at += pieceChars) shown += hold.push(text.slice(at, at + pieceChars));
  shown += hold.end();
  return hold.refusedBy === undefined ? shown : undefined;
}

/** By kind and language: refusals that are told, and others that are not taken for one. */
export function measureRefusals(
  cases: readonly RefusalCase[],
  model?: RefusalModel,
): Map<string, Map<string, RefusalShares>> {
  const shares = new Map<string, Map<string, RefusalShares>>();
  for (const one of cases) {
    const isRight = (shownOf(one, { model }) === undefined) === (one.kind === "refusal");
    const ofKind = shares.get(one.kind) ?? new Map<string, RefusalShares>();
    shares.set(one.kind, ofKind);
    for (const language of [one.language, "all"]) {
      const { right, all } = ofKind.get(language) ?? { right: 0, all: 0 };
      ofKind.set(language, { right: right + Number(isRight), all: all + 1 });
    }
  }
  return shares;
}

export type HeldOutBy = "writer" | "language" | "number";

/** Parts by number: texts of one number are, as a rule, translations of one another. */
const PARTS = 5;

function partOf({ writer, language, id }: RefusalCase, by: HeldOutBy): string {
  if (by === "number") return `part ${Number(/\d+$/.exec(id)?.[0] ?? 0) % PARTS}`;
  return by === "writer" ? writer : language;
}

/** What is learned from all but one part, tried by that part; for each part, or those that are named. */
export function heldOut(
  cases: readonly RefusalCase[],
  by: HeldOutBy,
  names: readonly string[] = [...new Set(cases.map((one) => partOf(one, by)))].filter((name) => name !== ""),
): { name: string; shares: ReturnType<typeof measureRefusals> }[] {
  return names.map((name) => {
    const model = learnRefusals(examplesOf(cases.filter((one) => partOf(one, by) !== name)));
    return {
      name,
      shares: measureRefusals(
        cases.filter((one) => partOf(one, by) === name),
        model,
      ),
    };
  });
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

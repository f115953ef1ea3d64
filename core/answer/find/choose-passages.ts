import type { AnswerDependencies } from "../answer-dependencies.ts";
import type { Passage } from "../generation-provider.ts";
import type { Evidence } from "./find-evidence.ts";
import { fitPassages } from "./fit-passages.ts";

/** The passages that an answer is written from, best first: quotations take what was found, a prompt has a budget. */
export function choosePassages(
  { passages }: Evidence,
  { provider, promptPassagesMaxTokens }: AnswerDependencies,
): Passage[] {
  return provider.mode === "generative" ? fitPassages(passages, promptPassagesMaxTokens) : passages;
}

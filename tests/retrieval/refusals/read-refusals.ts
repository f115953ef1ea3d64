import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A text as a model might write it, made up by somebody who had seen none of this project's code. */
export interface RefusalCase {
  id: string;
  language: string;
  kind: "refusal" | "partial" | "answer";
  /** What may be looked at while tuning, and what only measures. */
  part: "tune" | "held";
  question: string;
  text: string;
}

export function readRefusals(part?: RefusalCase["part"]): RefusalCase[] {
  return readFileSync(join(import.meta.dirname, "refusals.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as RefusalCase)
    .filter((one) => part === undefined || one.part === part);
}

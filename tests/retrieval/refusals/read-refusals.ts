import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A text as a model might write it, made up by somebody who had seen none of this project's code. */
export interface RefusalCase {
  id: string;
  language: string;
  kind: "refusal" | "partial" | "answer";
  question: string;
  text: string;
}

/**
 * `tune`: written before anything was set by them; the tables and weights were set by them since.
 * `held`: by another hand and later, which only measures.
 */
export type RefusalPart = "tune" | "held";

export function readRefusals(part: RefusalPart): RefusalCase[] {
  return read(part === "tune" ? "refusals.jsonl" : "held.jsonl");
}

/** Further wordings, by whom the tables were written: to set the weights by. They are to no question. */
export function readWordings(): RefusalCase[] {
  return read("wordings.jsonl");
}

/** Further refusals, answers and answers to a part, by whom the tables were written, who mended by them what they showed. */
export function readLaterWordings(): RefusalCase[] {
  return read("later.jsonl");
}

function read(file: string): RefusalCase[] {
  return readFileSync(join(import.meta.dirname, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as RefusalCase);
}

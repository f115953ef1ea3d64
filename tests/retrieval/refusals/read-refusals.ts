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

/** Written before anything was set by them. */
export function readRefusals(part?: RefusalCase["part"]): RefusalCase[] {
  return read("refusals.jsonl").filter((one) => part === undefined || one.part === part);
}

/** Further wordings, by whom the tables were written: to set the weights by. They are to no question. */
export function readWordings(): RefusalCase[] {
  return read("wordings.jsonl");
}

/**
 * Forty refusals and sixty answers that were written once the tables and the weights stood. All refusals were told at
 * once; six of the answers were not ("the documentation says that threads are not safe"), and were mended afterwards.
 */
export function readLaterWordings(): RefusalCase[] {
  return read("later.jsonl");
}

function read(file: string): RefusalCase[] {
  return readFileSync(join(import.meta.dirname, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as RefusalCase);
}

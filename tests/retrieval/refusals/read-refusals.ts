import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A text as a model might write it. */
export interface RefusalCase {
  id: string;
  /** Empty where the text is one of several languages' list. */
  language: string;
  kind: "refusal" | "partial" | "answer";
  /** Empty where it is a wording that answers no question of ours. */
  question: string;
  text: string;
  /** Who made it up. */
  writer: RefusalWriter;
}

/**
 * - `first` and `second`: made up by people who had seen none of the code, each tried before it was learned from.
 * - `third`: by the writer of the tables of words.
 * - `fourth`: in the manner of models that are terse, chatty, formal, small or reasoning, and with answers beside them
 *   that deny, quote, are cautious or speak of the pages.
 * - `fifth`: answers that tell of what a product leaves out, hides or ignores, and refusals beside them.
 */
const FILES = {
  "refusals.jsonl": "first",
  "held.jsonl": "second",
  "wordings.jsonl": "third",
  "later.jsonl": "third",
  "manners.jsonl": "fourth",
  "omissions.jsonl": "fifth",
} as const;

/** By a person who had seen neither code nor texts: looked at only to be counted. */
const UNSEEN_FILE = "unseen.jsonl";

/** Of the kinds and by the writer of `omissions.jsonl`, and learned from neither. */
const HELD_OMISSIONS_FILE = "omissions-held.jsonl";

export type RefusalWriter = (typeof FILES)[keyof typeof FILES] | "unseen";

export type RefusalFile = keyof typeof FILES;

function readCases(file: string, writer: RefusalWriter): RefusalCase[] {
  return readFileSync(join(import.meta.dirname, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => ({ ...(JSON.parse(line) as RefusalCase), writer }));
}

export function readRefusals(file: RefusalFile): RefusalCase[] {
  return readCases(file, FILES[file]);
}

/** Nothing is learned from them. */
export function readUnseenRefusals(): RefusalCase[] {
  return readCases(UNSEEN_FILE, "unseen");
}

/** Nothing is learned from them. */
export function readHeldOmissions(): RefusalCase[] {
  return readCases(HELD_OMISSIONS_FILE, "fifth");
}

/** All that the weights are learned from. */
export function readAllRefusals(): RefusalCase[] {
  return (Object.keys(FILES) as RefusalFile[]).flatMap(readRefusals);
}

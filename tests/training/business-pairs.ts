/**
 * What visitors of some three hundred trades ask, each with the passage by which an owner answers it: in the owner's
 * words, which are seldom the visitor's. All invented; written without a look at any site that is measured.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface BusinessPair {
  trade: string;
  topic: string;
  question: string;
  heading: string;
  passage: string;
}

const FOLDER = join(import.meta.dirname, "business-pairs");

/**
 * @param folder `docs`: what is asked of manuals, handbooks and help pages, in English, each with a passage as such pages
 * have it; else what is asked of businesses in that base language. Empty where there are none of it.
 */
export function readBusinessPairs(folder: string): BusinessPair[] {
  const path = join(FOLDER, folder);
  return readdirSync(path)
    .sort()
    .flatMap((name) => readFileSync(join(path, name), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as BusinessPair);
}

/**
 * Tells what a product leaves out from what the pages leave out: "it is omitted from exports [4]", "the code does not
 * appear on the invoice [2]" and "the pages do not say when [3]" deny with the same words.
 */
import { contentStems } from "./question-parts.ts";
import { holdsKnownWord, isNegated, isWhole, type Patterns } from "./refusal-patterns.ts";
import type { Statement } from "./split-statements.ts";

/** Whether a cited statement denies something of the world, or nothing: it speaks neither of reading nor of telling. */
export function isOfWorld({ text, isCited }: Statement, words: Patterns): boolean {
  return isCited && !words.say.test(text) && isPlain(text, words);
}

/** Cited, and without anything that denies: "wrap them in a comment [4]". */
export function isPlainFact(statement: Statement, words: Patterns): boolean {
  const { text } = statement;
  return statement.isCited && !text.endsWith("?") && isPlain(text, words) && !isNegated(text, words);
}

function isPlain(text: string, words: Patterns): boolean {
  const tables = [words.source, words.self, words.information, words.denial];
  if (tables.some((table) => table.test(text)) || isWhole(text, words.alone)) return false;
  // "The list names …", and not "add it to the list".
  const writing = words.writing.exec(text);
  const said = words.say.exec(text);
  if (writing !== null && said !== null && said.index !== writing.index) return false;
  return (words.whether.exec(text)?.index ?? WHETHER_CHARS) >= WHETHER_CHARS;
}

const WHETHER_CHARS = 6;

/** "It is not listed on the bill": where it is not said is a thing, and none that was read. */
export function saysNotInPlace(text: string, asked: ReadonlySet<string>, words: Patterns): boolean {
  if (words.source.test(text) || words.self.test(text) || words.writing.test(text)) return false;
  if (!isNegated(text, words) && !words.denial.test(text)) return false;
  const place = words.place.exec(text);
  if (place === null) return false;
  const behind = text.slice(place.index + place[0].length, place.index + place[0].length + PLACE_CHARS);
  return (behind.match(/\p{L}{4,40}/gu) ?? []).some(
    (word) => asked.has(contentStems(word)[0] ?? "") || !holdsKnownWord(word, words),
  );
}

const PLACE_CHARS = 40;

/**
 * Whether what the pages deal with is told on the way: "they describe the move from Trello, whose file you choose under
 * Import [9]". A reader can do that.
 */
export function tellsStep({ text }: Statement, patterns: readonly Patterns[]): boolean {
  return patterns.some((words) => {
    let from = text.indexOf(",");
    for (let tries = 0; from !== -1 && tries < MAX_CLAUSES; tries++) {
      const clause = text.slice(from + 1).trimStart();
      if (words.step.exec(clause)?.index === 0)
        return clause.split(" ").length >= STEP_WORDS && !isNegated(clause, words);
      from = text.indexOf(",", from + 1);
    }
    return false;
  });
}

const STEP_WORDS = 4;
const MAX_CLAUSES = 6;

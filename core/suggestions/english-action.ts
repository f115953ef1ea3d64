/** What a heading says is done: "Adding a page", "Add a page" → "add a page". */
import { ARTICLES, PREPOSITIONS, UNCOUNTABLE } from "./english-words.ts";
import { objectAs, type Wording } from "./english-phrase.ts";
import { baseOfGerund, isInstruction, isVerb, standsWithoutObject, verbOfGerund } from "./how-to-verbs.ts";

/** "Streaming Helper", "Logging Details" are names: nothing is done to them. */
const NO_OBJECT =
  /^(?:adapter|api|app|cli|client|command|component|details|extension|framework|guide|handler|helper|integration|library|loader|middleware|module|overview|package|plugin|reference|server|service|support|tool|utilities)$/i;

/** Undefined where it says none, or only a half of one. */
export function actionOf(heading: string, wording: Wording): string | undefined {
  const [first = "", ...others] = heading.split(" ");
  if (others.length === 0) return undefined;
  if (NO_OBJECT.test(others.at(-1) ?? "") && !ARTICLES.test(others[0] ?? "")) return undefined;
  const ofGerund = verbOfGerund(first, others[0]);
  const verb = ofGerund ?? (isInstruction(first, others[0]) ? first.toLowerCase() : undefined);
  if (verb === undefined) return undefined;
  const coordinated = coordinate(others, ofGerund !== undefined);
  if (coordinated === undefined || !hasObject(verb, coordinated)) return undefined;
  return objectAs([verb, ...coordinated].join(" "), wording);
}

/** Between two things that are done; an adverb may follow. */
const AND = /^(?:and|or|then)$/i;

/**
 * What follows a verb, a second verb in the same form: "storing and reusing keys" → "and reuse keys". Undefined where
 * the second is no verb ("editing and collaboration"), or may be one and is not known.
 */
function coordinate(words: readonly string[], isGerund: boolean): string[] | undefined {
  const result: string[] = [];
  for (const [index, word] of words.entries()) {
    const before = words[index - 1] ?? "";
    const isSecond = AND.test(before) || /ly$/i.test(before);
    const isDirectlyAfter = index === 1 && AND.test(before);
    if (!isSecond && !before.endsWith(",")) {
      result.push(word);
      continue;
    }
    const base = isGerund ? baseOfGerund(word) : undefined;
    if (base !== undefined) result.push(base);
    else if (/ing$/i.test(word) && !UNCOUNTABLE.test(word)) return undefined;
    else if (isDirectlyAfter && !(isVerb(word) && !isGerund)) return undefined;
    else result.push(word);
  }
  return result;
}

/** Belongs to the verb before it: "set up", "turn off". */
const VERB_PARTICLE = /^(?:up|out|off|down|over|back)$/i;

/** Whether it is said what is done with: "set up" and "use as a library" are halves. */
function hasObject(verb: string, words: readonly string[]): boolean {
  const rest = words.filter((word, index) => !(index === 0 && VERB_PARTICLE.test(word)));
  const [first = ""] = rest;
  if (first === "") return false;
  if (AND.test(first)) return rest.length > 2;
  const isMarked = PREPOSITIONS.test(first) && !VERB_PARTICLE.test(first);
  return !isMarked || (standsWithoutObject(verb) && rest.length > 1 && !AND.test(rest[1] ?? ""));
}

/** "How do I turn it off?" after "What is the dev toolbar?": "How do I turn the dev toolbar off?". */
import { isDoneByThing, isDoneToThing } from "./attributes.ts";
import type { DialogueWords } from "./dialogue-words.ts";
import { markAfter, tokenize, type Token } from "./question-tokens.ts";
import { findEnglishReference, findReference, type Reference } from "./references.ts";
import { antecedentOf, comparedIn, purposeOf, questionMark, withoutEnd, type Topic } from "./topic.ts";

/** The question with what it points at named; undefined where it points at nothing. */
export function resolveReference(
  text: string,
  words: DialogueWords,
  language: string,
  topic: () => Topic,
): string | undefined {
  const tokens = tokenize(text, words);
  const reference = referenceIn(tokens, words, language);
  if (reference === undefined) return undefined;
  const earlier = topic();
  const compared = comparedIn(earlier.question);
  if (compared !== undefined && /^which (?:one|of (?:them|those|these))\b/i.test(text)) {
    return `${withoutEnd(text)}: ${compared.join(" or ")}?`;
  }
  const isThing = isDoneToThing(tokens) || (language === "en" && isDoneByThing(tokens, reference.index));
  const antecedent = antecedentOf(earlier, words, reference.isPlural, isThing);
  // "How do I install it?" after "Which colours are there?": nothing was named that it could be.
  if (isThing && antecedent === undefined && antecedentOf(earlier, words, reference.isPlural) !== undefined)
    return undefined;
  if (language !== "en") {
    const name = antecedent?.name ?? withoutEnd(earlier.question);
    return `${withoutEnd(text)} (${name})${questionMark(text)}`;
  }
  const purpose = purposeOf(earlier.question);
  if (purpose !== undefined) {
    const byPurpose = nameAction(text, tokens, reference, purpose);
    if (byPurpose !== undefined) return byPurpose;
  }
  if (
    antecedent === undefined ||
    (reference.isDemonstrative && purpose === undefined && isVerbObject(tokens, reference))
  ) {
    return earlier.question === "" ? undefined : `${withoutEnd(text)} – ${earlier.question}`;
  }
  if (reference.noun !== undefined)
    return nameKind(text, tokens, reference.index, antecedent.name, reference.noun);
  return nameThing(tokens, reference, antecedent);
}

/** The first word that points back at what was named before. */
export function referenceIn(
  tokens: readonly Token[],
  words: DialogueWords,
  language: string,
): Reference | undefined {
  return language === "en" ? findEnglishReference(tokens, words) : findReference(tokens, words, language);
}

/** "that option" → the option's name, where the name says that it is one; else the name is added. */
function nameKind(text: string, tokens: readonly Token[], index: number, name: string, noun: string): string {
  if (!name.toLowerCase().endsWith(noun)) return `${withoutEnd(text)} (${name})${questionMark(text)}`;
  const replaced = tokens[index + 1];
  const mark = replaced === undefined ? "" : markAfter(replaced);
  const others = tokens.map((token) => token.text);
  return [...others.slice(0, index), name + mark, ...others.slice(index + 2)].join(" ");
}

function nameThing(
  tokens: readonly Token[],
  reference: Reference,
  { name, bare }: { name: string; bare: string },
): string {
  const { index, isPossessive } = reference;
  const token = tokens[index];
  const mark = token === undefined ? "" : markAfter(token);
  const before = tokens.slice(0, index).map(({ text }) => text);
  const after = tokens.slice(index + 1).map(({ text }) => text);
  if (isPossessive) return [...before, `${name}${name.endsWith("s") ? "'" : "'s"}`, ...after].join(" ");
  // "several of them" → "several pages"; "a signed one" → "a signed cookie".
  const isPartitive =
    tokens[index - 1]?.lower === "of" &&
    /^(?:which|any|some|all|both|either|each|one|several|many|most|none)$/.test(
      tokens[index - 2]?.lower ?? "",
    );
  if (isPartitive) return [...before.slice(0, -1), bare + mark, ...after].join(" ");
  const isOne = token?.lower === "one" || token?.lower === "ones";
  if (isOne)
    return [...before, (tokens[index - 1]?.role === "verb" ? name : headNoun(bare)) + mark, ...after].join(
      " ",
    );
  if (token?.lower === "there") return [...before, `in ${name}${mark}`, ...after].join(" ");
  return [...before, name + mark, ...after].join(" ");
}

/** What a name is a kind of: "*middleware*" of "CORS middleware"; all of it where every word is a name. */
function headNoun(bare: string): string {
  const last = bare.split(" ").at(-1) ?? bare;
  return /^\p{Lu}/u.test(last) ? bare : last;
}

/** "How do I fix that?" speaks of all that was asked. */
function isVerbObject(tokens: readonly Token[], { index }: Reference): boolean {
  return (
    tokens[index - 1]?.role === "verb" &&
    /^(?:fix|change|avoid|prevent|solve|stop|do|handle|debug)$/.test(tokens[index - 1]?.lower ?? "")
  );
}

/** "Is that required?" after "How do I X?": "Is that required to X?"; "how do I do that in Y?": "how do I X in Y?". */
function nameAction(
  text: string,
  tokens: readonly Token[],
  { index }: Reference,
  purpose: string,
): string | undefined {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (
    before?.lower === "do" &&
    (tokens[index - 2]?.role === "subject" || tokens[index - 2]?.lower === "to")
  ) {
    return (
      [
        ...tokens.slice(0, index - 1).map((token) => token.text),
        purpose,
        ...tokens.slice(index + 1).map((token) => token.text),
      ].join(" ") + (after === undefined ? questionMark(text) : "")
    );
  }
  const isPredicate =
    /^(?:required|necessary|needed|mandatory|possible|allowed|recommended|takes?|costs?)$/.test(
      after?.lower ?? "",
    );
  if (isPredicate && tokens.length === index + 2) {
    return `${withoutEnd(text)} to ${purpose}${questionMark(text)}`;
  }
  // "Is that possible in React?": "Is it possible to X in React?".
  if (isPredicate && tokens[index + 2]?.role === "preposition") {
    const words = tokens.map((token, place) => (place === index ? "it" : token.text));
    return [...words.slice(0, index + 2), "to", purpose, ...words.slice(index + 2)].join(" ");
  }
  return undefined;
}

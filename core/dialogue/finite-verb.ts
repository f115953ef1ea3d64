import type { DialogueWords } from "./dialogue-words.ts";
import type { Token } from "./question-tokens.ts";

/**
 * Whether words without an auxiliary have a verb all the same, and so say something by themselves: "my build fails
 * with an error", "mi página da un error". Told by a list of the verbs that visitors report problems with, where a
 * noun stands before them; and by two phrases that nothing joins, since a phrase is not followed by the article of
 * another without a verb between them.
 */
export function hasFiniteVerb(tokens: readonly Token[], words: DialogueWords): boolean {
  return tokens.some((token, index) => {
    const before = wordBefore(tokens, index);
    if (before?.role !== "content" || before.closes) return false;
    if (words.statementVerbs.has(token.lower)) return true;
    if (token.role !== "content" && token.role !== "verb") return false;
    const after = tokens[index + 1];
    return !token.closes && after?.role === "determiner" && tokens[index + 2]?.role === "content";
  });
}

/** The word before, a negation between left out: "die Seite lädt nicht", "la página no carga". */
function wordBefore(tokens: readonly Token[], index: number): Token | undefined {
  const before = tokens[index - 1];
  return before?.role === "filler" ? tokens[index - 2] : before;
}

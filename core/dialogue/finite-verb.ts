import type { DialogueWords } from "./dialogue-words.ts";
import type { Token } from "./question-tokens.ts";

/**
 * Whether words without an auxiliary say something by themselves all the same: "my build fails with a timeout",
 * "mi página da un error". Their verb is told by a list of the verbs that visitors report problems with, where a
 * noun stands before them; and by two phrases that nothing joins, since a phrase is not followed by the article of
 * another without a verb between them.
 */
export function isStatement(tokens: readonly Token[], words: DialogueWords): boolean {
  return hasFiniteVerb(tokens, words) || hasOwnClause(tokens) || hasPredicate(tokens) || namesProblem(tokens);
}

/** "The widget loads but *it stays* blank": what it speaks of was named before, with a verb of its own. */
function hasOwnClause(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ lower }, index) =>
      index > 1 &&
      (lower === "it" || lower === "they") &&
      tokens[index + 1]?.role === "verb" &&
      tokens.slice(0, index).filter(({ role }) => role === "content").length > 1,
  );
}

function hasFiniteVerb(tokens: readonly Token[], words: DialogueWords): boolean {
  return tokens.some((token, index) => {
    const before = wordBefore(tokens, index);
    if (before?.role !== "content" || before.closes) return false;
    if (words.statementVerbs.has(token.lower)) return true;
    if (token.role !== "content" && token.role !== "verb") return false;
    const after = tokens[index + 1];
    return !token.closes && after?.role === "determiner" && tokens[index + 2]?.role === "content";
  });
}

/** "The login not working". */
function hasPredicate(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ lower }, index) =>
      lower === "not" &&
      tokens[index - 1]?.role === "content" &&
      /(?:ing|ed|able|ible|found|shown|there)$/u.test(tokens[index + 1]?.lower ?? ""),
  );
}

const PROBLEMS =
  /^(?:errors?|problems?|issues?|bugs?|failures?|exceptions?|warnings?|crash|fehler|fehlermeldung|probleme?|errores|erreurs?|problèmes?|errore|errori|problemas?|erros?|fout|foutmelding|probleem)$/u;
const MIN_PROBLEM_WORDS = 3;

/** "A 404 error on every page" is told, and nothing that the last question was asked of. */
function namesProblem(tokens: readonly Token[]): boolean {
  return (
    tokens.length >= MIN_PROBLEM_WORDS &&
    tokens.at(-1)?.text.endsWith("?") === false &&
    tokens.some(({ lower }) => PROBLEMS.test(lower))
  );
}

/** The word before, a negation between left out: "die Seite lädt nicht", "la página no carga". */
function wordBefore(tokens: readonly Token[], index: number): Token | undefined {
  const before = tokens[index - 1];
  return before?.role === "filler" ? tokens[index - 2] : before;
}

/** Two questions that share so much of their terms ask the same. */
const SAME_SHARE = 0.75;

/**
 * Whether a question asks what one of the others asks.
 *
 * @param termsOf index terms of any text: `retriever.terms`.
 */
export function isRepeated(
  question: string,
  others: readonly string[],
  termsOf: (text: string) => string[],
): boolean {
  return repeatsOf(others, termsOf)(question);
}

/** The same for several questions: the others are read once. */
export function repeatsOf(
  others: readonly string[],
  termsOf: (text: string) => string[],
): (question: string) => boolean {
  const known = others.map((other) => ({ lower: other.toLowerCase(), terms: new Set(termsOf(other)) }));
  return (question) => repeats(question, new Set(termsOf(question)), known);
}

function repeats(
  question: string,
  terms: ReadonlySet<string>,
  known: readonly { lower: string; terms: ReadonlySet<string> }[],
): boolean {
  return known.some(({ lower, terms: otherTerms }) => {
    if (lower === question.toLowerCase()) return true;
    let shared = 0;
    for (const term of terms) if (otherTerms.has(term)) shared++;
    if (terms.size === 0 || otherTerms.size === 0) return false;
    // Says nothing that the other does not say.
    return shared === terms.size || shared / Math.max(terms.size, otherTerms.size) >= SAME_SHARE;
  });
}

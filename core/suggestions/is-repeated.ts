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
  const terms = new Set(termsOf(question));
  return others.some((other) => {
    if (other.toLowerCase() === question.toLowerCase()) return true;
    const otherTerms = new Set(termsOf(other));
    let shared = 0;
    for (const term of terms) if (otherTerms.has(term)) shared++;
    if (terms.size === 0 || otherTerms.size === 0) return false;
    // Says nothing that the other does not say.
    return shared === terms.size || shared / Math.max(terms.size, otherTerms.size) >= SAME_SHARE;
  });
}

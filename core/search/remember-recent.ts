/**
 * What is asked of an index again and again, within one answer and between answers: the question itself (for
 * the answer, and for what may be asked next), the suggestions of a page that many read, and the terms of the
 * sentences that are compared with each question that finds them.
 */
import type { Retrieval, Retriever, RetrieveOptions } from "./retriever.ts";

/** Questions that are remembered: those of the answers at hand with their suggestions; less than 1 MB. */
const REMEMBERED_QUESTIONS = 128;

/** Chunks that are remembered of each; more are seldom asked for, and looked up anew. */
const REMEMBERED_CHUNKS = 40;

/** Of texts whose terms are remembered: those of some 500 passages and of their sentences, about 4 MB in all. */
const REMEMBERED_CHARS = 1_500_000;

/** Longer texts are data. */
const MAX_TEXT_CHARS = 5000;

/** The same retriever, which remembers what it was asked last. What it returns is shared: it must not be changed. */
export function rememberRecent(retriever: Retriever): Retriever {
  const retrievals = createRecent<Retrieval>(REMEMBERED_QUESTIONS, () => 1);
  const termsOfTexts = createRecent<string[]>(REMEMBERED_CHARS, (text) => text.length);

  const retrieve = (question: string, options: RetrieveOptions): Retrieval => {
    const { limit, filters, similarities, prefersLeads = false, isLastWordOpen = false } = options;
    // What is still being typed is hardly ever asked again.
    const isOther = filters !== undefined || similarities !== undefined || isLastWordOpen;
    if (isOther || limit > REMEMBERED_CHUNKS) {
      return retriever.retrieve(question, options);
    }
    const key = `${prefersLeads ? "lead" : "any"} ${question}`;
    let known = retrievals.get(key);
    if (known === undefined) {
      known = retriever.retrieve(question, { prefersLeads, limit: REMEMBERED_CHUNKS });
      retrievals.set(key, known);
    }
    return { ...known, ranked: known.ranked.slice(0, limit) };
  };
  const terms = (text: string): string[] => {
    if (text.length > MAX_TEXT_CHARS) return retriever.terms(text);
    let known = termsOfTexts.get(text);
    if (known === undefined) {
      known = retriever.terms(text);
      termsOfTexts.set(text, known);
    }
    return known;
  };
  return { ...retriever, retrieve, terms };
}

/**
 * Keeps the values that were used last: at least half of `capacity`, and no more than it. In two generations: a
 * value that is used moves to the younger one, and the older one is dropped as a whole. Most uses then cost one
 * lookup, where keeping the exact order would change the map each time.
 */
function createRecent<V>(
  capacity: number,
  sizeOf: (key: string) => number,
): { get(key: string): V | undefined; set(key: string, value: V): void } {
  let younger = new Map<string, V>();
  let older = new Map<string, V>();
  let youngerSize = 0;
  const set = (key: string, value: V): void => {
    youngerSize += sizeOf(key);
    if (youngerSize > capacity / 2) {
      older = younger;
      younger = new Map();
      youngerSize = sizeOf(key);
    }
    younger.set(key, value);
  };
  const get = (key: string): V | undefined => {
    const value = younger.get(key);
    if (value !== undefined) return value;
    const old = older.get(key);
    if (old !== undefined) set(key, old);
    return old;
  };
  return { get, set };
}

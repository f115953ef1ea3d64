/**
 * The words that refusals are made of, one table for each language that the assistant speaks. No table holds whole
 * sentences: who does not know (the assistant, what it was given to read), what is done there (to say, to contain, to
 * know) and that it is not. {@link import("./word-pattern.ts").wordPattern} says how entries are written.
 */
export interface RefusalWords {
  /** Says no: "not", "none", "nothing". */
  negation: string;
  /** What a model calls that which it was given to read: "passages", "our pages", "the context". */
  source: string;
  /** Other writings, as sites have them: "leaflet", "menu". They may be what a question is about. */
  writing: string;
  /** Stands for either: "they", "there". */
  pronoun: string;
  /** To say, of a writing: "mention", "state", "deal with". */
  say: string;
  /** To contain, of a writing and of much else: "give", "include". */
  hold: string;
  /** What is looked for: "information", "details", "an answer". */
  information: string;
  /** The assistant. */
  self: string;
  /** To know, to find, to help, to answer. */
  know: string;
  /** Whatever by itself says that there is no answer: "no idea", "remains open", "not stated". */
  denial: string;
  /** The same where it is all that is said: "unknown", "n/a". */
  alone: string;
  /** Joins the parts of a question. */
  join: string;
  /** Begins what holds only under a condition: "if", "when". */
  condition: string;
  /** What a writing is about: "is about", "among those listed are". */
  about: string;
  /** Makes little of what is said: "only". */
  only: string;
  /** Begins what is said instead of an answer: "what I can tell you". */
  offer: string;
  /** Says that one part is not said while another is: joins two statements in one sentence. */
  but: string;
  /** Gives a reason or a consequence: what follows states nothing new. */
  because: string;
  /** Thanks, apologies, what one does next. Said before a refusal as well as before an answer. */
  courtesy: string;
  /** Begins what is asked within a sentence: "whether", "how much". */
  whether: string;
  /** Says where something is or is not: "in", "on", "from". */
  place: string;
  /** Begins what the reader does with what was just named: "whose", "which you". */
  step: string;
}

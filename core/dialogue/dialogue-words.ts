import { baseLanguage } from "../language/base-language.ts";
import { DUTCH } from "./words/dutch.ts";
import { ENGLISH } from "./words/english.ts";
import { FRENCH } from "./words/french.ts";
import { GERMAN } from "./words/german.ts";
import { ITALIAN } from "./words/italian.ts";
import { PORTUGUESE } from "./words/portuguese.ts";
import { SPANISH } from "./words/spanish.ts";

/**
 * The small words of a language that a follow-up is made of. What is in none of these lists is content. Lists
 * are lower-case and separated by spaces; patterns are matched against a question in lower case, with single
 * spaces and without punctuation at its ends.
 */
export interface DialogueWords {
  determiners: ReadonlySet<string>;
  /** Determiners that make something the visitor's own: "my site" is seldom what a site writes about. */
  possessives: ReadonlySet<string>;
  prepositions: ReadonlySet<string>;
  /** Prepositions that join two phrases into one name: "table *of* contents". */
  links: ReadonlySet<string>;
  /** Verbs that a complete question has. */
  auxiliaries: ReadonlySet<string>;
  subjects: ReadonlySet<string>;
  questionWords: ReadonlySet<string>;
  /** Before a question they only say that it goes on. */
  connectors: ReadonlySet<string>;
  fillers: ReadonlySet<string>;
  /** Stand for something that was named before. */
  pronouns: ReadonlySet<string>;
  /** Of these the ones that stand for several things. */
  pluralPronouns: ReadonlySet<string>;
  /** Verbs by which a statement of a visitor is told from a name: "my build *fails* with …". */
  statementVerbs: ReadonlySet<string>;
  /** What is said of the last answer and of nothing else: "that *worked*". */
  remarks: ReadonlySet<string>;
  /** Where the verb of a question stands: after its question word, or before its subject. */
  verb: "after-subject" | "after-question-word" | "before-subject";
  /** "What about X": the rest is what the earlier question is asked of now. */
  about: RegExp;
  /** "No, I meant X"; the first group is X. */
  correction: RegExp;
  /** "Not X, but Y". */
  replacement: RegExp;
  /** Questions without anything of their own, by what they ask for. */
  bare: Record<BareKind, RegExp>;
  /** What is put before the earlier question for them. */
  labels: Record<BareKind, string>;
}

export type BareKind = "why" | "how" | "example" | "more" | "next";

const WORDS: Record<string, DialogueWords> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
};

/** The words of a language; undefined where there are none, and follow-ups cannot be told by rules. */
export function dialogueWords(language: string): DialogueWords | undefined {
  return WORDS[baseLanguage(language)];
}

import lunr from "lunr";
import { baseLanguage } from "../language/base-language.ts";
import addStemmerSupport from "lunr-languages/lunr.stemmer.support.js";

/** The text pipeline of one language, as lunr and lunr-languages provide it. */
export interface LanguagePipeline {
  /** Removes what is not part of a word from both ends. */
  trim: (word: string) => string;
  isStopWord: (word: string) => boolean;
  stem: (word: string) => string;
}

type PipelineFunction = (token: lunr.Token) => lunr.Token | null | undefined;
type LunrLike = Parameters<typeof addStemmerSupport>[0];
type LanguageNamespace = Record<"trimmer" | "stopWordFilter" | "stemmer", PipelineFunction>;

/** Loaded when first needed: a Worker that serves one language evaluates one. English is lunr's own. */
const EXTENSIONS: Record<string, () => Promise<{ default: typeof addStemmerSupport }>> = {
  ar: () => import("lunr-languages/lunr.ar.js"),
  da: () => import("lunr-languages/lunr.da.js"),
  de: () => import("lunr-languages/lunr.de.js"),
  el: () => import("lunr-languages/lunr.el.js"),
  es: () => import("lunr-languages/lunr.es.js"),
  fi: () => import("lunr-languages/lunr.fi.js"),
  fr: () => import("lunr-languages/lunr.fr.js"),
  hu: () => import("lunr-languages/lunr.hu.js"),
  it: () => import("lunr-languages/lunr.it.js"),
  nl: () => import("lunr-languages/lunr.nl.js"),
  no: () => import("lunr-languages/lunr.no.js"),
  pl: () => import("lunr-languages/lunr.pl.js"),
  pt: () => import("lunr-languages/lunr.pt.js"),
  ro: () => import("lunr-languages/lunr.ro.js"),
  ru: () => import("lunr-languages/lunr.ru.js"),
  sv: () => import("lunr-languages/lunr.sv.js"),
  tr: () => import("lunr-languages/lunr.tr.js"),
};

/** Languages with stop words and a stemmer; every other one is indexed by its plain words. */
export const STEMMED_LANGUAGES: readonly string[] = ["en", ...Object.keys(EXTENSIONS)];

/** The pipeline for a BCP 47 tag. A language without a stemmer of its own gets plain lower-case words. */
export async function loadLanguagePipeline(language: string): Promise<LanguagePipeline> {
  const base = baseLanguage(language);
  if (base === "en") {
    return fromFunctions({ stopWordFilter: lunr.stopWordFilter, stemmer: lunr.stemmer });
  }
  const load = EXTENSIONS[base];
  if (load === undefined) return { trim: trimToWord, isStopWord: () => false, stem: (word) => word };
  // Registers under a global of lunr's; doing it twice only makes lunr warn.
  const languages = lunr as unknown as Record<string, LanguageNamespace | undefined>;
  if (languages["stemmerSupport"] === undefined) addStemmerSupport(lunr as unknown as LunrLike);
  if (languages[base] === undefined) (await load()).default(lunr as unknown as LunrLike);
  const namespace = languages[base];
  if (namespace === undefined) throw new Error(`lunr-languages did not register "${base}".`);
  return fromFunctions(namespace);
}

/**
 * One trimmer for all languages: by Unicode letters, marks and numbers. The trimmers of lunr and
 * lunr-languages cut the accents and scripts that are not their own language's.
 */
export function trimToWord(word: string): string {
  if (ASCII_WORD.test(word)) return word;
  // By hand and from both ends: a pattern anchored at the end is tried from every place, which is quadratic.
  const characters = Array.from(word);
  let start = 0;
  let end = characters.length;
  while (start < end && !WORD_CHARACTER.test(characters[start] ?? "")) start++;
  while (end > start && !WORD_CHARACTER.test(characters[end - 1] ?? "")) end--;
  return characters.slice(start, end).join("");
}

/** Most words have nothing to trim. */
const ASCII_WORD = /^[a-z\d](?:.*[a-z\d])?$/is;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

function fromFunctions(functions: Pick<LanguageNamespace, "stopWordFilter" | "stemmer">): LanguagePipeline {
  const isStopWord = (word: string): boolean =>
    (functions.stopWordFilter as unknown as (word: unknown) => unknown)(asToken(word)) === undefined;
  const stem = (word: string): string => functions.stemmer(asToken(word))?.toString() ?? "";
  return { trim: trimToWord, isStopWord, stem };
}

function asToken(word: string): lunr.Token {
  return new lunr.Token(word, {});
}

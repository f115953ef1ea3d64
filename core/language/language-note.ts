import { baseLanguage } from "./base-language.ts";
import { languageName } from "./language-name.ts";

export interface LanguageNoteOptions {
  /** BCP 47; the language that the question was found to be in. */
  questionLanguage: string;
  /** BCP 47; the languages of the pages, the most important one first. */
  corpusLanguages: readonly string[];
  /** BCP 47; the language to say it in. English where the assistant does not speak it. */
  locale: string;
}

/** More languages than this make a list that nobody reads. */
const NAMED_LANGUAGES = 3;

const NOTES: Record<string, (languages: string) => string> = {
  en: (languages) =>
    `Our pages are in ${languages}. I could not translate your question, so I searched for it as you wrote it.`,
  de: (languages) =>
    `Unsere Seiten sind auf ${languages}. Ich konnte die Frage nicht übersetzen und habe sie so gesucht, wie sie dasteht.`,
  es: (languages) =>
    `Nuestras páginas están en ${languages}. No he podido traducir la pregunta, así que la he buscado tal como está escrita.`,
  fr: (languages) =>
    `Nos pages sont en ${languages}. Je n'ai pas pu traduire la question ; je l'ai cherchée telle quelle.`,
  it: (languages) =>
    `Le nostre pagine sono in ${languages}. Non ho potuto tradurre la domanda, quindi l'ho cercata così com'è scritta.`,
  pt: (languages) =>
    `As nossas páginas estão em ${languages}. Não consegui traduzir a pergunta, por isso procurei-a tal como está escrita.`,
  nl: (languages) =>
    `Onze pagina's zijn in het ${languages}. Ik kon de vraag niet vertalen en heb gezocht op wat er staat.`,
};

/**
 * Says plainly that the question is in another language than the pages and was not translated, as one or two
 * sentences of plain text; `undefined` where the pages have the question's language, or none that can be named.
 */
export function languageNote({
  questionLanguage,
  corpusLanguages,
  locale,
}: LanguageNoteOptions): string | undefined {
  const corpus = [...new Set(corpusLanguages.map(baseLanguage))];
  if (corpus.includes(baseLanguage(questionLanguage))) return undefined;
  const base = baseLanguage(locale);
  const spoken = base in NOTES ? base : "en";
  const names = corpus
    .slice(0, NAMED_LANGUAGES)
    .map((language) => languageName(language, spoken))
    .filter((name) => name !== undefined);
  if (names.length === 0) return undefined;
  const list = new Intl.ListFormat(spoken, { type: "conjunction" }).format(names);
  return NOTES[spoken]?.(list);
}

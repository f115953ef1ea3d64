import { baseLanguage } from "../../language/base-language.ts";

/** Behind a sentence that its source does not confirm, in the visitor's language. */
const MARKS: Record<string, string> = {
  en: "*(not confirmed by our pages)*",
  de: "*(auf unseren Seiten nicht bestätigt)*",
  es: "*(no confirmado en nuestras páginas)*",
  fr: "*(non confirmé par nos pages)*",
  it: "*(non confermato dalle nostre pagine)*",
  pt: "*(não confirmado nas nossas páginas)*",
  nl: "*(niet bevestigd door onze pagina's)*",
};

/** English where the language has none. */
export function unsupportedMark(locale: string): string {
  return MARKS[baseLanguage(locale)] ?? (MARKS["en"] as string);
}

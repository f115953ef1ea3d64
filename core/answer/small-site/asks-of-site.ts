/** Questions for the business as a whole, "what do you do", and the section that introduces it. */
import { baseLanguage } from "../../language/base-language.ts";
import { readWords } from "./read-words.ts";
import type { SiteSection } from "./site-sections.ts";

/** Whole questions, as {@link readWords} writes them. */
const WORDINGS: Readonly<Record<string, string>> = {
  en: String.raw`(?:so )?(?:what|what exactly) (?:do|does) (?:you|u|you guys|you all|you people|they|it|this (?:company|business|place|shop|firm|site|website)|your (?:company|business|shop|firm|organi[sz]ation)) (?:actually |even )?(?:do|offer|provide)(?: (?:here|there|exactly|actually|then))?|(?:whats|what is|what exactly is) (?:this|it)(?: (?:place|site|website|page|company|business|shop|all))?(?: (?:about|for))?|what (?:kind|sort|type) of (?:company|business|place|shop|firm|site|organi[sz]ation) (?:are you|is (?:this|it))|what are you (?:guys )?about|what is it (?:that )?you do|(?:tell me|more) about (?:your (?:company|business|shop|firm)|this (?:company|business|place))|about (?:you|us|the (?:company|business))`,
  de: String.raw`(?:also )?was (?:macht|bietet|machen|bieten) (?:ihr|sie)(?: (?:eigentlich|genau|so|hier|alles|an|denn))*|worum geht (?:es|s)(?: hier| (?:auf )?(?:dieser|der) seite)?|was ist das(?: hier)?(?: fur (?:ein |eine )?\p{L}+)?|was fur (?:ein |eine )?(?:firma|laden|geschaft|unternehmen|betrieb|seite|verein) (?:seid ihr|sind sie|ist das)|wer (?:seid ihr|sind sie)(?: (?:eigentlich|denn))?|uber (?:euch|sie)`,
  es: String.raw`(?:que|y que) (?:haceis|hacen|ofreceis|ofrecen)(?: (?:aqui|exactamente))?|a que os dedicais|a que se dedican|de que (?:va|trata) (?:esto|esta (?:web|pagina))|que es esto|que (?:tipo|clase) de (?:empresa|negocio|tienda|sitio) (?:sois|son|es)|quienes (?:sois|son)(?: ustedes)?`,
  fr: String.raw`que faites vous(?: (?:exactement|ici))?|quest ce que vous (?:faites|proposez)|qu est ce que vous (?:faites|proposez)|vous faites quoi(?: (?:exactement|ici))?|vous proposez quoi|(?:cest quoi|c est quoi)(?: (?:ici|ce site|cet endroit|votre (?:entreprise|activite)))?|quelle est votre activite|que proposez vous`,
  it: String.raw`(?:(?:che )?cosa|che) (?:fate|offrite)(?: (?:qui|esattamente|di preciso))?|di (?:che )?cosa vi occupate|cos e(?: questo (?:sito|posto))?|che (?:tipo|genere) di (?:azienda|negozio|attivita|posto) (?:siete|e)|chi siete`,
  pt: String.raw`o que (?:e que )?(?:fazem|oferecem)(?: (?:aqui|exatamente))?|a que se dedicam|o que e isto|que (?:tipo|genero) de (?:empresa|negocio|loja|sitio) (?:sao|e)|quem sao(?: voces)?`,
  nl: String.raw`wat (?:doen|bieden) (?:jullie|u)(?: (?:eigentlijk|precies|hier|zoal|aan))*|wat doet u(?: (?:eigentlijk|precies))?|wat is dit(?: (?:hier|voor (?:een )?\p{L}+))?|waar gaat (?:dit|deze site) over|wat voor (?:bedrijf|winkel|zaak|site) (?:zijn jullie|bent u|is dit)|wie zijn jullie`,
};

const PATTERNS = new Map<string, RegExp>();

export function asksOfSite(question: string, language: string): boolean {
  const base = baseLanguage(language);
  const wordings = Object.hasOwn(WORDINGS, base) ? WORDINGS[base] : undefined;
  if (wordings === undefined || question.length > MAX_CHARS) return false;
  let pattern = PATTERNS.get(base);
  if (pattern === undefined) {
    pattern = new RegExp(`^(?:${wordings})$`, "u");
    PATTERNS.set(base, pattern);
  }
  return pattern.test(readWords(question, base).join(" "));
}

const MAX_CHARS = 80;

/** A motto tells less. */
const MIN_WORDS = 6;

/** The beginning of the page that lies highest, which is the home page; of several such the first. */
export function introduction(sections: readonly SiteSection[]): SiteSection | undefined {
  return sections
    .filter(({ words }) => words >= MIN_WORDS)
    .reduce<SiteSection | undefined>(
      (best, section) => (best === undefined || depthOf(section) < depthOf(best) ? section : best),
      undefined,
    );
}

/** Folders and pages above the end of its address. */
function depthOf({ chunk: { url } }: SiteSection): number {
  const path = url
    .replace(/[?#].*$/s, "")
    .replace(/^[a-z]+:\/\/[^/]*/i, "")
    .replace(/(?:^|\/)index\.\w+$/, "");
  return path.split("/").filter((part) => part !== "").length;
}

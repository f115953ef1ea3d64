/**
 * On a site that is not small: where the business tells its telephone number, addresses, hours or prices, for whoever
 * asks it for them. By words alone such questions find the many sections that speak of phones and mail.
 */
import type { Corpus } from "../../corpus/corpus.ts";
import { baseLanguage } from "../../language/base-language.ts";
import type { SearchFilters } from "../../protocol.ts";
import { asksOfBusiness, type BusinessFact } from "./asks-of-business.ts";
import { businessKinds } from "./business-kinds.ts";
import { toldBy, type FoundInSmallSite } from "./find-in-small-site.ts";
import { wordWeight } from "./light-words.ts";
import { rankSmallSite, type RankedSections } from "./rank-sections.ts";
import { readQuestion, type ReadQuestion } from "./read-question.ts";
import { readWords } from "./read-words.ts";
import { readSections, type SiteSection } from "./site-sections.ts";
import { FORMS_OF_KIND } from "./telling-forms.ts";
import { withoutAddress } from "./without-address.ts";

export interface BusinessFacts {
  /** Where it is told; undefined where no section does. */
  found: FoundInSmallSite | undefined;
  /** False where a number or an address was asked for and none is told: then nothing that only shares words answers. */
  isTold: boolean;
}

export interface BusinessFactsQuery {
  question: string;
  filters: SearchFilters | undefined;
  /** Passages to give. */
  limit: number;
}

/** Hours and prices are told in sentences too, of which no form tells that they are. */
const TOLD_IN_ONE_PLACE: ReadonlySet<BusinessFact> = new Set(["phone", "email", "address", "contact"]);

/** Words of the places that tell it, besides those of the question. */
const PLACES: Readonly<Record<string, string>> = {
  en: "contact us telephone phone call email write address office find us visit get in touch opening hours prices pricing fees about us imprint",
  de: "Kontakt Telefon anrufen E-Mail schreiben Adresse Anschrift Büro Anfahrt Öffnungszeiten Preise Preisliste Impressum über uns",
  es: "contacto teléfono llámanos correo escríbenos dirección oficina dónde estamos horario precios tarifas aviso legal",
  fr: "contact téléphone appelez nous e-mail écrivez nous adresse bureau nous trouver horaires tarifs prix mentions légales",
  it: "contatti telefono chiamaci e-mail scrivici indirizzo ufficio dove siamo orari prezzi tariffe chi siamo",
  nl: "contact telefoon bel ons e-mail schrijf ons adres kantoor waar vindt u ons openingstijden prijzen tarieven over ons",
  pt: "contactos contato telefone ligue e-mail escreva morada endereço escritório onde estamos horário preços tabela sobre nós",
};

/** Of as many chunks it is seen what they tell: a page of contacts is among the first that hold most of these words. */
const READ_CHUNKS = 30;

/** A heading of more words names something else besides. */
const MAX_HEADING_WORDS = 5;

/** Kinds of headings under which it is told. */
const CONTACT_PLACES: readonly string[] = ["contact", "phone", "email", "address"];
const PLACES_OF_FACT: Readonly<Record<BusinessFact, readonly string[]>> = {
  phone: CONTACT_PLACES,
  email: CONTACT_PLACES,
  address: CONTACT_PLACES,
  contact: [...CONTACT_PLACES, "support"],
  hours: ["hours", ...CONTACT_PLACES],
  price: ["price"],
};

/** Addresses of pages under which it is told. */
const CONTACT_PAGES =
  /\/(?:contact(?:s|[-_]us|o|os|eer)?|kontakt(?:e)?|contatti|contato|impressum|imprint|about[-_]us)(?:[/.#?]|$)/i;

/** "Ring *us* on": whose number it is. */
const OWN =
  /(?<!\p{L})(?:us|our|uns|unser\p{L}{0,2}|n[uo]estr[oa]s?|nos|nous|notre|nostr[oaie]|ons|onze|noss[oa]s?)(?!\p{L})/iu;

/** Where all is told that was asked for the answer is as sure. */
const TOLD_CONFIDENCE = 0.85;

/** @returns undefined where the question asks no business, or in a language without kinds. */
export async function findBusinessFacts(
  corpus: Corpus,
  { question, filters, limit }: BusinessFactsQuery,
): Promise<BusinessFacts | undefined> {
  const { manifest, retriever } = corpus;
  const language = baseLanguage(filters?.language ?? manifest.language);
  if (businessKinds(language).names.length === 0) return undefined;
  const plain = withoutAddress(question, language);
  const input = { question: plain, language, terms: [], termsOf: retriever.terms, encoder: undefined };
  const asked = asksOfBusiness(readQuestion({ ...input, siteTerms: new Map() }));
  if (asked.size === 0) return undefined;
  const retrieval = retriever.retrieve(`${plain} ${PLACES[language] ?? ""}`, { limit: READ_CHUNKS, filters });
  const ordinals = retrieval.ranked.map(({ ordinal }) => ordinal);
  const site = await readSections(corpus, ordinals);
  const own = retriever.retrieve(plain, { limit: READ_CHUNKS, filters });
  const read = readQuestion({ ...input, terms: own.terms, siteTerms: site.sectionsWith });
  const told = site.sections.filter((section) => tells(section, asked));
  const ranked = rankSmallSite(told, read, site, new Map());
  return told.length === 0
    ? { found: undefined, isTold: [...asked].some((fact) => !TOLD_IN_ONE_PLACE.has(fact)) }
    : { found: foundIn(ranked, read, limit, own.terms), isTold: true };
}

function foundIn(
  ranked: RankedSections,
  read: ReadQuestion,
  limit: number,
  terms: FoundInSmallSite["terms"],
): FoundInSmallSite {
  const sure = { ...ranked, confidence: Math.max(ranked.confidence, TOLD_CONFIDENCE) };
  return { ...toldBy(sure, read, limit), terms, corrections: [], namesMatter: true };
}

/** Whether a section tells any of what was asked for, as something of the business's own. */
function tells(section: SiteSection, asked: ReadonlySet<BusinessFact>): boolean {
  return [...asked].some((fact) => {
    const forms = FORMS_OF_KIND[fact] ?? [];
    const isPlace = isPlaceOf(section, PLACES_OF_FACT[fact]);
    if (isPlace && forms.some((form) => section.forms.has(form))) return true;
    if (fact === "hours" || fact === "price") return false;
    return section.sentences.some(
      (sentence) =>
        OWN.test(sentence.text) &&
        CONTACT_PLACES.some((kind) => sentence.kinds.has(kind)) &&
        forms.some((form) => sentence.forms.has(form)),
    );
  });
}

/** Told by its own name alone: "Email templates" and "Phone settings" are about something else. */
function isPlaceOf({ chunk, headingText, language }: SiteSection, kinds: readonly string[]): boolean {
  return (
    CONTACT_PAGES.test(chunk.url) || [headingText, chunk.title].some((text) => isName(text, kinds, language))
  );
}

function isName(text: string, kinds: readonly string[], language: string): boolean {
  const words = readWords(text, language);
  if (words.length > MAX_HEADING_WORDS) return false;
  const known = businessKinds(language);
  const named = known.find(words, "page").filter(({ kind }) => kinds.includes(known.names[kind] ?? ""));
  const isNamed = (at: number): boolean => named.some(({ from, to }) => from <= at && at < to);
  return named.length > 0 && words.every((word, at) => isNamed(at) || isLight(word, language));
}

/** What may stand beside the name of such a place: "price *list*", "contact *details*". */
const BESIDES =
  /^(?:list|page|details|information|info|office|team|form|liste|seite|daten|oficina|datos|coordonnees|lista|pagina|gegevens|dados)$/;

function isLight(word: string, language: string): boolean {
  return BESIDES.test(word) || wordWeight(word, language) < 1;
}

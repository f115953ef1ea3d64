/**
 * Whether a question asks the business itself for what each has: its telephone number, mail or postal address, hours,
 * prices, a person. On a site of any size that is told in one place, and everywhere else the same words mean something
 * else: a section on mobile phones is no answer to "do you have a phone number".
 */
import { baseLanguage } from "../../language/base-language.ts";
import type { ReadQuestion } from "./read-question.ts";
import { readWords } from "./read-words.ts";

/** Kinds of what is asked for. */
export const BUSINESS_FACTS = ["phone", "email", "address", "contact", "hours", "price"] as const;
export type BusinessFact = (typeof BUSINESS_FACTS)[number];

/** Words that speak to the business; as {@link readWords} writes them. */
const ADDRESSED: Readonly<Record<string, string>> = {
  en: "you your yours u ur yall",
  de: "ihr euch euer eure eurem euren eurer sie ihre ihrem ihren ihrer ihnen du dein deine dich",
  es: "vosotros vuestro vuestra vuestros vuestras os su sus ustedes usted teneis tienen tiene estais estan abris abren podeis llamaros llamarles contactaros contactarles",
  fr: "vous votre vos tu ton ta tes",
  it: "voi vi vostro vostra vostri vostre siete avete vostre contattarvi chiamarvi scrivervi",
  nl: "jullie u uw je jouw",
  pt: "voces voce vosso vossa vossos vossas seu sua seus suas tem estao ficam abrem contactar",
};

/** What the site does with numbers and addresses of visitors is another question. */
const HANDLED: Readonly<Record<string, string>> = {
  en: "need needs require requires required store stores stored save saves share shares sell sells sold collect collects keep keeps use uses used send sends sent verify support supports accept accepts allow allows change changes changed delete remove add adds added show shows hide display displays my mine validate import export migrate",
  de: "brauche brauchst braucht benotigt benotigen benotige speichert speichern verkauft verkaufen teilt sammelt sammeln sendet schickt andern andere loschen hinzufugen anzeigen verwendet nutzt mein meine meinen meiner unterstutzt",
  es: "necesito necesita guardan guardais venden comparten cambiar borrar anadir mostrar usan usais mi mis admite",
  fr: "faut besoin stockez gardez vendez partagez changer modifier supprimer ajouter afficher utilisez mon ma mes",
  it: "serve servono salvate vendete condividete cambiare modificare cancellare aggiungere mostrare usate mio mia miei mie",
  nl: "nodig bewaren bewaart verkopen delen wijzigen veranderen verwijderen toevoegen tonen gebruiken mijn",
  pt: "preciso precisa guardam vendem partilham mudar alterar apagar adicionar mostrar usam meu minha meus minhas",
};

const setsOf = (lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(" "))]));
const ADDRESSED_OF = setsOf(ADDRESSED);
const HANDLED_OF = setsOf(HANDLED);

/** "phone number", "your e-mail": shorter ones need nobody to be addressed. */
const BARE_WORDS = 3;
const MAX_WORDS = 14;
/** A word that weighs so much names something: then that is asked about, and no business. */
const MATTER_WEIGHT = 0.5;

/** What is asked for; empty where the question asks about anything else. */
export function asksOfBusiness({ text, units, asks, language }: ReadQuestion): Set<BusinessFact> {
  const none = new Set<BusinessFact>();
  const words = readWords(text, language);
  const base = baseLanguage(language);
  const handled = HANDLED_OF.get(base);
  if (words.length > MAX_WORDS || words.some((word) => handled?.has(word) === true)) return none;
  const facts = BUSINESS_FACTS.filter((fact) => units.some(({ kinds }) => kinds.includes(fact)));
  const isOther = units.some(
    ({ weight, kinds, looseKinds }) =>
      weight >= MATTER_WEIGHT &&
      (looseKinds.length > 0 || !kinds.some((kind) => (BUSINESS_FACTS as readonly string[]).includes(kind))),
  );
  if (facts.length === 0 || isOther) return none;
  const addressed = ADDRESSED_OF.get(base);
  const isAddressed = words.some((word) => addressed?.has(word) === true) || asks.has("existence");
  return isAddressed || words.length <= BARE_WORDS ? new Set(facts) : none;
}

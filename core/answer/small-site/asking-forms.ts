/**
 * How a question is put. Whoever asks "do you have" is often told nothing by the pages; whoever asks "how much" seldom:
 * people ask for how, when and where of what they know to be there.
 */
import { baseLanguage } from "../../language/base-language.ts";

export type AskingForm =
  /** Begins, or a clause of it, with a verb: it is answered by yes or no. */
  | "whether"
  /** Asks whether there is something at all. */
  | "existence"
  /** Asks how, when, where, who, what. */
  | "open"
  /** Asks how much, how long, how many. */
  | "measure"
  /** Asks what becomes of a case: "what if", "if I". */
  | "condition"
  /** Asks what has to be done. */
  | "duty"
  /** Speaks of what is the visitor's own. */
  | "own"
  /** Asks for any of a kind. */
  | "any";

export const ASKING_FORMS: readonly AskingForm[] = [
  "whether",
  "existence",
  "open",
  "measure",
  "condition",
  "duty",
  "own",
  "any",
];

const WORDINGS: Readonly<Record<string, Record<AskingForm, string>>> = {
  en: {
    whether: "do|does|did|is|are|can|could|will|would|have|has|am|may|should|any|u",
    existence: "do you|do u|does|are there|is there|have you|you got|anyone who",
    open: "how|hows|what|whats|when|where|wheres|who|whos|which|why",
    measure: String.raw`how (?:much|long|many|far|old|late|early|soon|quick(?:ly)?|often|big)`,
    condition: String.raw`what if|what happens|if (?:i|im|we|my|our|it|nobody|someone)`,
    duty: String.raw`(?:do|must|should) (?:i|we) (?:need|have|must)|(?:i|we) (?:need|have) to|must (?:i|we)|should (?:i|we)`,
    own: String.raw`my|our`,
    any: String.raw`any|anything|anyone|anybody|anywhere`,
  },
  de: {
    whether:
      "habt|haben|hat|gibt|gibts|kann|können|könnt|könnte|darf|dürfen|ist|sind|macht|machen|bietet|bieten|verkauft|nehmt|führt|muss|seid|werden|wird|liefert|geht|braucht",
    existence:
      "habt ihr|haben sie|gibt es|gibts|gibt's|bietet ihr|bieten sie|verkauft ihr|verkaufen sie|macht ihr|machen sie|führt ihr",
    open: "wie|wieviel|was|wann|wo|wohin|wer|welche[rsnm]?|warum|wieso|womit",
    measure: String.raw`wie ?(?:viele?|lange?|weit|alt|oft|früh|spät|groß|schnell|teuer)`,
    condition: String.raw`was (?:ist|passiert|mache ich),? wenn|wenn (?:ich|wir|mein|man|es)|falls`,
    duty: String.raw`muss (?:ich|man)|müssen wir|brauche ich|soll(?:te)? (?:ich|man)|ich muss`,
    own: String.raw`meine?[nmrs]?|unser\w{0,2}`,
    any: String.raw`irgend\p{L}*`,
  },
  es: {
    whether:
      "tenéis|teneis|tiene|tienen|tienes|hay|puedo|podemos|se puede|hacéis|haceis|hacen|vendéis|vendeis|venden|ofrecéis|ofrecen|dais|es|está|aceptáis|admiten|admitís|puede",
    existence:
      "tenéis|teneis|tiene|tienen|tienes|hay|hacéis|haceis|hacen|vendéis|vendeis|venden|ofrecéis|ofreceis|ofrecen|dais",
    open: "cómo|como|qué|que|cuándo|cuando|dónde|donde|quién|quien|quienes|cuánto|cuanto|cuánta|cuántos|cuantos|cuántas|cuál|cual|por qué",
    measure: String.raw`cu[aá]nt[oa]s?`,
    condition: String.raw`qué pasa|que pasa|y si|si (?:me|no|mi|llego|quiero|se)`,
    duty: String.raw`tengo que|tenemos que|hay que|hace falta|necesito|debo`,
    own: String.raw`mis?|nuestr[oa]s?`,
    any: String.raw`algún|alguna?s?|algo`,
  },
  fr: {
    whether:
      "est-ce que|avez|vous avez|y a|il y a|peut|peux|puis|on peut|faites|vous faites|vendez|vous vendez|proposez|vous proposez|acceptez|vous acceptez|est|sont|prenez|faut",
    existence:
      "avez vous|avez-vous|vous avez|y a-t-il|y a t il|il y a|y'a|faites-vous|vous faites|vendez-vous|vous vendez|proposez-vous|vous proposez",
    open: "comment|quand|où|ou est|qui|quel|quelle|quels|quelles|combien|pourquoi|que faire|quoi",
    measure: String.raw`combien|quel (?:prix|âge|délai)|à quelle heure`,
    condition: String.raw`que se passe|et si|si (?:je|on|mon|ma|nous|j'\p{L}+)`,
    duty: String.raw`faut-il|il faut|dois-je|je dois|on doit|doit-on|besoin de`,
    own: String.raw`mon|ma|mes|notre|nos`,
    any: String.raw`quelque chose|quelqu'un|des`,
  },
  it: {
    whether:
      "avete|c'è|ci sono|posso|si può|possiamo|fate|vendete|offrite|accettate|è|sono|bisogna|devo|potete",
    existence: "avete|c'è|ce|ci sono|fate|vendete|offrite",
    open: "come|quando|dove|dov'è|chi|quale|quali|quanto|quanta|quanti|quante|perché|cosa|che",
    measure: String.raw`quant[oaie]|a che ora`,
    condition: String.raw`cosa succede|e se|se (?:non|mi|il|la|arrivo|devo|voglio)`,
    duty: String.raw`devo|dobbiamo|bisogna|serve|occorre`,
    own: String.raw`mi[oae]|miei|nostr[oaie]`,
    any: String.raw`qualche|qualcosa|qualcuno`,
  },
  nl: {
    whether:
      "hebben|heeft|heb|is|zijn|kan|kunnen|mag|mogen|doen|doet|verkopen|verkoopt|bieden|geven|moet|nemen|kunnen",
    existence:
      "hebben jullie|heeft u|hebt u|is er|zijn er|verkopen jullie|verkoopt u|doen jullie|bieden jullie|geven jullie",
    open: "hoe|hoeveel|hoelang|wat|wanneer|waar|wie|welke|welk|waarom",
    measure: String.raw`hoe ?(?:veel|lang|laat|ver|oud|vaak|vroeg|groot|snel)|wat kost`,
    condition: String.raw`wat als|wat gebeurt|als (?:ik|we|mijn|het|er)`,
    duty: String.raw`moet ik|moeten we|moet je|heb ik .{0,20} nodig|hoef ik`,
    own: String.raw`mijn|onze?|mn`,
    any: String.raw`iets|iemand|ergens`,
  },
  pt: {
    whether:
      "têm|tem|há|posso|podemos|pode|fazem|faz|vendem|vende|oferecem|aceitam|é|são|dá|dão|preciso|existe",
    existence: "têm|tem|há|fazem|vendem|vende|oferecem|existe",
    open: "como|quando|onde|quem|qual|quais|quanto|quanta|quantos|quantas|porquê|por que|que|o que",
    measure: String.raw`quant[oa]s?|a que horas`,
    condition: String.raw`o que acontece|e se|se (?:não|eu|o meu|a minha|chegar|quiser)`,
    duty: String.raw`preciso|tenho de|tenho que|é preciso|devo|temos de`,
    own: String.raw`(?:meu|minha|meus|minhas|noss[oa]s?)`,
    any: String.raw`algum|alguma?s?|alguém|algo`,
  },
};

/** What may stand before the verb of a clause. */
const BEFORE = "(?:and|but|so|hi|hello|und|hallo|y|et|e|en|ou|oder|or|also|ok|please|bonjour|hola|ciao|olá)";

type Patterns = Readonly<Record<AskingForm, RegExp>>;

const patternsOfLanguage = new Map<string, Patterns | undefined>();

/** The forms of a question; none in a language without a list. */
export function askingForms(question: string, language: string): Set<AskingForm> {
  const base = baseLanguage(language);
  if (!patternsOfLanguage.has(base)) {
    const wordings = Object.hasOwn(WORDINGS, base) ? WORDINGS[base] : undefined;
    patternsOfLanguage.set(base, wordings && patternsOf(wordings));
  }
  const patterns = patternsOfLanguage.get(base);
  const text = question.slice(0, MAX_CHARS).replace(/[’ʼ]/g, "'");
  return new Set(patterns && ASKING_FORMS.filter((form) => patterns[form].test(text)));
}

/** Longer texts are stories. */
const MAX_CHARS = 1000;

function patternsOf(wordings: Record<AskingForm, string>): Patterns {
  const word = (form: AskingForm): string =>
    String.raw`(?<![\p{L}\p{N}])(?:${wordings[form]})(?![\p{L}\p{N}])`;
  const patterns = ASKING_FORMS.map((form) => {
    const opening = form === "whether" ? String.raw`(?:^|[.!?,;:])[^\p{L}]{0,4}(?:${BEFORE},? )?` : "";
    return [form, new RegExp(`${opening}${word(form)}`, "iu")];
  });
  return Object.fromEntries(patterns) as Patterns;
}

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
  | "open";

const WORDINGS: Readonly<Record<string, Record<AskingForm, string>>> = {
  en: {
    whether: "do|does|did|is|are|can|could|will|would|have|has|am|may|should|any|u",
    existence: "do you|do u|does|are there|is there|have you|you got|anyone who",
    open: "how|hows|what|whats|when|where|wheres|who|whos|which|why",
  },
  de: {
    whether:
      "habt|haben|hat|gibt|gibts|kann|können|könnt|könnte|darf|dürfen|ist|sind|macht|machen|bietet|bieten|verkauft|nehmt|führt|muss|seid|werden|wird|liefert|geht|braucht",
    existence:
      "habt ihr|haben sie|gibt es|gibts|gibt's|bietet ihr|bieten sie|verkauft ihr|verkaufen sie|macht ihr|machen sie|führt ihr",
    open: "wie|wieviel|was|wann|wo|wohin|wer|welche[rsnm]?|warum|wieso|womit",
  },
  es: {
    whether:
      "tenéis|teneis|tiene|tienen|tienes|hay|puedo|podemos|se puede|hacéis|haceis|hacen|vendéis|vendeis|venden|ofrecéis|ofrecen|dais|es|está|aceptáis|admiten|admitís|puede",
    existence:
      "tenéis|teneis|tiene|tienen|tienes|hay|hacéis|haceis|hacen|vendéis|vendeis|venden|ofrecéis|ofreceis|ofrecen|dais",
    open: "cómo|como|qué|que|cuándo|cuando|dónde|donde|quién|quien|quienes|cuánto|cuanto|cuánta|cuántos|cuantos|cuántas|cuál|cual|por qué",
  },
  fr: {
    whether:
      "est-ce que|avez|vous avez|y a|il y a|peut|peux|puis|on peut|faites|vous faites|vendez|vous vendez|proposez|vous proposez|acceptez|vous acceptez|est|sont|prenez|faut",
    existence:
      "avez vous|avez-vous|vous avez|y a-t-il|y a t il|il y a|y'a|faites-vous|vous faites|vendez-vous|vous vendez|proposez-vous|vous proposez",
    open: "comment|quand|où|ou est|qui|quel|quelle|quels|quelles|combien|pourquoi|que faire|quoi",
  },
  it: {
    whether:
      "avete|c'è|ci sono|posso|si può|possiamo|fate|vendete|offrite|accettate|è|sono|bisogna|devo|potete",
    existence: "avete|c'è|ce|ci sono|fate|vendete|offrite",
    open: "come|quando|dove|dov'è|chi|quale|quali|quanto|quanta|quanti|quante|perché|cosa|che",
  },
  nl: {
    whether:
      "hebben|heeft|heb|is|zijn|kan|kunnen|mag|mogen|doen|doet|verkopen|verkoopt|bieden|geven|moet|nemen|kunnen",
    existence:
      "hebben jullie|heeft u|hebt u|is er|zijn er|verkopen jullie|verkoopt u|doen jullie|bieden jullie|geven jullie",
    open: "hoe|hoeveel|hoelang|wat|wanneer|waar|wie|welke|welk|waarom",
  },
  pt: {
    whether:
      "têm|tem|há|posso|podemos|pode|fazem|faz|vendem|vende|oferecem|aceitam|é|são|dá|dão|preciso|existe",
    existence: "têm|tem|há|fazem|vendem|vende|oferecem|existe",
    open: "como|quando|onde|quem|qual|quais|quanto|quanta|quantos|quantas|porquê|por que|que|o que",
  },
};

/** What may stand before the verb of a clause. */
const BEFORE = "(?:and|but|so|hi|hello|und|hallo|y|et|e|en|ou|oder|or|also|ok|please|bonjour|hola|ciao|olá)";

const patternsOfLanguage = new Map<string, Record<AskingForm, RegExp>>();

export function asksBy(form: AskingForm, question: string, language: string): boolean {
  const base = baseLanguage(language);
  let patterns = patternsOfLanguage.get(base);
  if (patterns === undefined) {
    const { whether, existence, open } = (Object.hasOwn(WORDINGS, base) ? WORDINGS[base] : undefined) ?? NONE;
    const word = (wordings: string): string => String.raw`(?<![\p{L}\p{N}])(?:${wordings})(?![\p{L}\p{N}])`;
    patterns = {
      whether: new RegExp(String.raw`(?:^|[.!?,;:])[^\p{L}]{0,4}(?:${BEFORE},? )?${word(whether)}`, "iu"),
      existence: new RegExp(word(existence), "iu"),
      open: new RegExp(word(open), "iu"),
    };
    patternsOfLanguage.set(base, patterns);
  }
  return patterns[form].test(question.replace(/[’ʼ]/g, "'"));
}

/** Never met. */
const NONE: Record<AskingForm, string> = { whether: "(?!)", existence: "(?!)", open: "(?!)" };

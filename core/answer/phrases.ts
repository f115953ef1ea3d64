import { baseLanguage } from "../language/base-language.ts";

/** The sentences that the assistant says itself. Everything else in an answer is quoted or generated. */
export interface Phrases {
  /** Nothing in the corpus answers, and pages near the question are listed. */
  refusalWithPages: string;
  /** Nothing in the corpus answers for sure; what is near the question is quoted below. */
  refusalWithExcerpts: string;
  /** Nothing in the corpus is near the question. */
  refusalWithoutPages: string;
  /** Before what is quoted though it may not be what was asked. */
  closest: string;
  /** Before excerpts of several places, of which one is probably what was asked for. */
  mayBeMeant: string;
  /** Above places below a quoted answer, where it may stand too. */
  further: string;
  /** Before an extractive answer that stands in for a generated one. */
  writingUnavailable: string;
  /** Before an answer to what was probably meant: a word was mistyped. */
  corrected: (from: string, to: string) => string;
  /** After what answers the others of several questions. */
  unanswered: (question: string) => string;
  /** After the rows of a table or the items of a list that answer: so many others stand on the page. */
  othersOnPage: (count: number) => string;
}

const PHRASES: Record<string, Phrases> = {
  en: {
    refusalWithPages: "I could not find an answer to this in our pages. These are the nearest ones.",
    refusalWithExcerpts: "I found no direct answer to this in our pages. This is the nearest that they say:",
    refusalWithoutPages: "I could not find anything about this in our pages. Other words may help.",
    closest: "Our pages may not answer this exactly. This comes closest:",
    mayBeMeant: "This may be what you mean:",
    further: "It may also be here",
    writingUnavailable: "I can't write an answer of my own right now. This is what our pages say:",
    corrected: (from, to) => `I took “${from}” to mean “${to}”.`,
    unanswered: (question) => `I found nothing in our pages on this: ${question}`,
    othersOnPage: (count) => `… and ${count} more on the page`,
  },
  de: {
    refusalWithPages:
      "Dazu habe ich auf unseren Seiten keine Antwort gefunden. Das hier kommt der Frage am nächsten.",
    refusalWithExcerpts:
      "Dazu habe ich auf unseren Seiten keine direkte Antwort gefunden. Das steht dort, was der Frage am nächsten kommt:",
    refusalWithoutPages: "Dazu habe ich auf unseren Seiten nichts gefunden. Vielleicht helfen andere Wörter.",
    closest: "Vielleicht beantworten unsere Seiten das nicht genau. Das kommt der Frage am nächsten:",
    mayBeMeant: "Vielleicht ist eines davon gemeint:",
    further: "Vielleicht steht es auch hier",
    writingUnavailable: "Ich kann gerade keine eigene Antwort schreiben. Das steht auf unseren Seiten:",
    corrected: (from, to) => `„${from}“ habe ich als „${to}“ gelesen.`,
    unanswered: (question) => `Dazu habe ich auf unseren Seiten nichts gefunden: ${question}`,
    othersOnPage: (count) => `… und ${count} weitere auf der Seite`,
  },
  es: {
    refusalWithPages:
      "No he encontrado una respuesta a esto en nuestras páginas. Estas son las más cercanas.",
    refusalWithExcerpts:
      "No he encontrado una respuesta directa a esto en nuestras páginas. Esto es lo más cercano que dicen:",
    refusalWithoutPages: "No he encontrado nada sobre esto en nuestras páginas. Quizá ayuden otras palabras.",
    closest: "Puede que nuestras páginas no respondan exactamente a esto. Esto es lo más cercano:",
    mayBeMeant: "Quizá se trate de algo de esto:",
    further: "También puede estar aquí",
    writingUnavailable: "Ahora mismo no puedo redactar una respuesta propia. Esto dicen nuestras páginas:",
    corrected: (from, to) => `He entendido «${from}» como «${to}».`,
    unanswered: (question) => `Sobre esto no he encontrado nada en nuestras páginas: ${question}`,
    othersOnPage: (count) => `… y ${count} más en la página`,
  },
  fr: {
    refusalWithPages: "Je n'ai pas trouvé de réponse dans nos pages. Voici les plus proches.",
    refusalWithExcerpts:
      "Je n'ai pas trouvé de réponse directe dans nos pages. Voici ce qu'elles disent de plus proche :",
    refusalWithoutPages: "Je n'ai rien trouvé à ce sujet dans nos pages. D'autres mots aideront peut-être.",
    closest:
      "Nos pages ne répondent peut-être pas exactement à cette question. Voici ce qui s'en rapproche le plus :",
    mayBeMeant: "Il s'agit peut-être de ceci :",
    further: "La réponse est peut-être aussi ici",
    writingUnavailable: "Je ne peux pas rédiger de réponse pour le moment. Voici ce que disent nos pages :",
    corrected: (from, to) => `J'ai compris « ${from} » comme « ${to} ».`,
    unanswered: (question) => `Je n'ai rien trouvé dans nos pages à ce sujet : ${question}`,
    othersOnPage: (count) => `… et ${count} autres sur la page`,
  },
  it: {
    refusalWithPages: "Non ho trovato una risposta nelle nostre pagine. Queste sono le più vicine.",
    refusalWithExcerpts:
      "Non ho trovato una risposta diretta nelle nostre pagine. Ecco quello che dicono di più vicino:",
    refusalWithoutPages: "Non ho trovato nulla su questo nelle nostre pagine. Forse altre parole aiutano.",
    closest: "Forse le nostre pagine non rispondono esattamente a questo. Ecco ciò che si avvicina di più:",
    mayBeMeant: "Forse si tratta di questo:",
    further: "Potrebbe essere anche qui",
    writingUnavailable:
      "In questo momento non posso scrivere una risposta mia. Ecco cosa dicono le nostre pagine:",
    corrected: (from, to) => `Ho letto «${from}» come «${to}».`,
    unanswered: (question) => `Su questo non ho trovato nulla nelle nostre pagine: ${question}`,
    othersOnPage: (count) => `… e altri ${count} nella pagina`,
  },
  pt: {
    refusalWithPages: "Não encontrei uma resposta nas nossas páginas. Estas são as mais próximas.",
    refusalWithExcerpts:
      "Não encontrei uma resposta direta nas nossas páginas. Isto é o mais próximo que dizem:",
    refusalWithoutPages: "Não encontrei nada sobre isto nas nossas páginas. Talvez outras palavras ajudem.",
    closest: "Talvez as nossas páginas não respondam exatamente a isto. Isto é o que mais se aproxima:",
    mayBeMeant: "Talvez se trate disto:",
    further: "Também pode estar aqui",
    writingUnavailable:
      "Neste momento não consigo escrever uma resposta própria. Isto é o que dizem as nossas páginas:",
    corrected: (from, to) => `Entendi «${from}» como «${to}».`,
    unanswered: (question) => `Sobre isto não encontrei nada nas nossas páginas: ${question}`,
    othersOnPage: (count) => `… e mais ${count} na página`,
  },
  nl: {
    refusalWithPages:
      "Ik heb hierop geen antwoord gevonden op onze pagina's. Deze komen het dichtst in de buurt.",
    refusalWithExcerpts:
      "Ik heb hierop geen direct antwoord gevonden op onze pagina's. Dit staat er het dichtst bij:",
    refusalWithoutPages: "Ik heb hierover niets gevonden op onze pagina's. Andere woorden helpen misschien.",
    closest: "Misschien beantwoorden onze pagina's dit niet precies. Dit komt het dichtst in de buurt:",
    mayBeMeant: "Misschien wordt dit bedoeld:",
    further: "Misschien staat het ook hier",
    writingUnavailable: "Ik kan nu geen eigen antwoord schrijven. Dit staat op onze pagina's:",
    corrected: (from, to) => `Ik heb “${from}” gelezen als “${to}”.`,
    unanswered: (question) => `Hierover heb ik op onze pagina's niets gevonden: ${question}`,
    othersOnPage: (count) => `… en nog ${count} op de pagina`,
  },
};

const ENGLISH = PHRASES["en"] as Phrases;

/** Base languages that the assistant speaks. */
export const SPOKEN_LANGUAGES: readonly string[] = Object.keys(PHRASES);

/** The phrases of a language; English where it has none. */
export function phrasesFor(locale: string): Phrases {
  const base = baseLanguage(locale);
  return (Object.hasOwn(PHRASES, base) ? PHRASES[base] : undefined) ?? ENGLISH;
}

/** Whether {@link phrasesFor} speaks this language. */
export function hasPhrases(locale: string): boolean {
  return Object.hasOwn(PHRASES, baseLanguage(locale));
}

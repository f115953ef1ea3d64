import { baseLanguage } from "./languages.ts";

/**
 * Words that carry a question but not its subject: "can you *tell* me what I *need* to *know* about X". They
 * are no stop words (a page may well be about needs), so they are still looked up, but they count for little
 * when it is judged whether the pages hold what was asked.
 */
const FILLER_WORDS: Record<string, string> = {
  en: "tell explain please help want wants need needs know show give find look looking trying try possible way ways best good easy thing things something anything someone anyone people mean means work works use using used does doesn't don't didn't can't couldn't isn't aren't won't i'm i've i'd you're it's that's there's what's how's let's make makes made go going come hi hello hey thanks thank okay ok actually really just exactly question answer wondering understand about much many long often",
  de: "sag sagen erklär erkläre erklären bitte hilf helfen will möchte brauche brauchen wissen zeig zeigen gib geben finde finden möglich weg beste gut einfach ding etwas jemand bedeutet heißt funktioniert benutze benutzen verwende verwenden mache machen hallo danke eigentlich wirklich genau frage verstehen viel viele lange oft",
  es: "dime decir explica explicar favor ayuda ayudar quiero querer necesito necesitar saber muestra mostrar dame dar encontrar posible manera forma mejor bueno fácil cosa algo alguien significa funciona funcionan usar uso hacer hago hola gracias realmente exactamente pregunta entender puedo puede cuánto cuánta cuántos cuántas mucho muchos",
  fr: "dis dire explique expliquer plaît aide aider veux vouloir besoin savoir montre montrer donne donner trouver possible façon manière meilleur bon facile chose quelque quelqu'un signifie fonctionne utiliser faire bonjour merci vraiment exactement question comprendre peux peut est-ce combien longtemps souvent",
  it: "dimmi dire spiega spiegare favore aiuto aiutare voglio volere bisogno sapere mostra mostrare dammi dare trovare possibile modo migliore buono facile cosa qualcosa qualcuno significa funziona usare fare ciao grazie davvero esattamente domanda capire posso può quanto quanta quanti quante",
  pt: "diga dizer explica explicar favor ajuda ajudar quero querer preciso precisar saber mostra mostrar dá dar encontrar possível maneira forma melhor bom fácil coisa algo alguém significa funciona usar fazer olá obrigado obrigada realmente exatamente pergunta entender posso pode quanto quanta quantos quantas",
  nl: "vertel vertellen uitleggen alsjeblieft help helpen wil willen nodig weten toon tonen geef geven vinden mogelijk manier beste goed makkelijk ding iets iemand betekent werkt gebruiken maken hallo dank bedankt echt precies vraag begrijpen hoeveel lang vaak",
};

/** What a filler word counts, as a share of any other word as rare. */
export const FILLER_WEIGHT_SHARE = 0.2;

const NONE: ReadonlySet<string> = new Set();
const setOfLanguage = new Map<string, ReadonlySet<string>>();

/** The filler words of a language in lower case; none where the language has no list. */
export function fillerWords(language: string): ReadonlySet<string> {
  const base = baseLanguage(language);
  const words = FILLER_WORDS[base];
  if (words === undefined) return NONE;
  let set = setOfLanguage.get(base);
  if (set === undefined) {
    set = new Set(words.split(" "));
    setOfLanguage.set(base, set);
  }
  return set;
}

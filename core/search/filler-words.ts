import { baseLanguage } from "../language/base-language.ts";

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
const FILLER_WEIGHT_SHARE = 0.2;

/**
 * Words that join others, place or grade them, and words that fit any subject: rare on many a site, and yet no
 * sign of what is asked: the section that answers "how do I go *back* to *how* it was *before*" often has none.
 */
const LIGHT_WORDS: Record<string, string> = {
  en: "able above across actual after again against ahead allowed along already although always among another any anymore anyway apart around aside away back be been before behind being below besides between beyond bit both bring brought by called came care case cases certain completely correctly currently deal directly done down during each early easily either else end ends enough even ever every everyone everything everywhere few fully further gets getting given gone happen happened happening happens having he her here him his however i if immediately indeed instead into it itself keep keeps kept kind last later least leave less let lets like likely little looks lot lots manually may maybe me might mine more most mostly must my myself near nearly neither never next no nobody none nor normally not nothing now off on once one only onto or other others otherwise our out over overall own particular per perhaps place properly put puts quite rather regular right same say says see seem seems separate separately several shall she should side simply since so somehow sometimes somewhere soon sort specific still straight stuff such supposed sure take taken takes than that the their them themselves then there therefore these they this those though through throughout thus time times to together too toward towards turn under unless until up upon us usually various via was we well were what whatever when whenever where wherever whether which while who whole whom whose why will with within without would yes yet you your yourself",
};

/** What such a word counts. Of .2 to 1 it finds most on documentation from .5 to .8, and loses nothing on SciFact and SQuAD 2.0 from .7 on. */
const LIGHT_WEIGHT_SHARE = 0.7;

/** What a word in lower case counts, as a share of any other as rare; 1 where it is not listed. */
export type FillerWords = ReadonlyMap<string, number>;

const NONE: FillerWords = new Map();
const wordsOfLanguage = new Map<string, FillerWords>();

/** The words of a language that say little about the subject of a question; none where the language has no list. */
export function fillerWords(language: string): FillerWords {
  const base = baseLanguage(language);
  const fillers = Object.hasOwn(FILLER_WORDS, base) ? FILLER_WORDS[base] : undefined;
  if (fillers === undefined) return NONE;
  let words = wordsOfLanguage.get(base);
  if (words === undefined) {
    const light = LIGHT_WORDS[base]?.split(" ") ?? [];
    words = new Map([
      ...light.map((word) => [word, LIGHT_WEIGHT_SHARE] as const),
      ...fillers.split(" ").map((word) => [word, FILLER_WEIGHT_SHARE] as const),
    ]);
    wordsOfLanguage.set(base, words);
  }
  return words;
}

import type { DialogueWords } from "../dialogue-words.ts";
import { correction, replacement, set, start, whole } from "./word-patterns.ts";

export const ITALIAN: DialogueWords = {
  determiners: set(
    "il lo la i gli le un uno una l' dei degli delle ogni tutti tutte alcuni alcune altro altra mio mia miei mie nostro nostra tuo tua suo sua questo questa questi queste quello quella",
  ),
  possessives: set("mio mia miei mie nostro nostra tuo tua"),
  prepositions: set(
    "a al alla ai di del della dei delle dello in nel nella con senza per da dal dalla su sul sulla tra fra come",
  ),
  links: set("di del della dei delle dello degli"),
  auxiliaries: set(
    "è sono era essere posso può possono devo deve devono ho ha hanno c'è serve servono funziona funzionano significa fa fanno avete fate siete accettate vendete aprite chiudete offrite consegnate potete spedite noleggiate organizzate",
  ),
  subjects: set("io tu noi si"),
  questionWords: set(
    "che cosa cos'è come com'è dove dov'è qual quando chi quale quali quanto quanta quanti quante perché",
  ),
  connectors: set("e ed o ma anche poi allora ok grazie bene ciao"),
  fillers: set("solo davvero esattamente mi ci si ti non se dimmi mostra spiega"),
  pronouns: set("ciò esso essa essi esse loro lui lì questo questa quello"),
  pluralPronouns: set("essi esse loro"),
  statementVerbs: set(
    "fallisce falliscono mostra mostrano dà restituisce dice appare appaiono scompare carica funziona resta rimane apre blocca rompe esce parte",
  ),
  remarks: set(
    "funziona funzionato aiutato aiuta perfetto ottimo bene chiaro capito capisco utile risolto fatto sì no molto vero interessante domanda problema tutto già provato va",
  ),
  verb: "after-question-word",
  about: start(
    "(?:e )?(?:che (?:ne dici|mi dici) (?:di|su|del|della)|per quanto riguarda|(?:e )?se uso|lo stesso (?:per|con)|riguardo a)",
  ),
  correction: correction(
    "no|scusa|scusi|aspetta",
    "(?:intendo|intendevo|volevo dire|voglio dire|parlo di|parlavo di)",
  ),
  replacement: replacement("no|scusa", "non", "(?:ma|bensì)"),
  bare: {
    why: whole("perché(?: no)?|come mai"),
    how: whole("come(?: esattamente| si fa| faccio)?"),
    example: whole(
      "(?:(?:puoi|potresti) )?(?:(?:dammi|darmi|mostrami|fammi|farmi) )?(?:un |qualche |degli )?esemp(?:io|i)(?: per favore)?|per esempio|ad esempio|c'è un esempio",
    ),
    more: whole(
      "(?:dimmi |dammi )?(?:di più|altro|più (?:dettagli|informazioni))|continua|dettagli|spiega(?:mi)?(?: meglio)?|che (?:significa|vuol dire)|cosa (?:significa|vuol dire)|cos'altro",
    ),
    next: whole("(?:e )?(?:poi|dopo|quindi)|(?:e )?(?:poi|dopo) cosa|cosa (?:faccio|viene) (?:dopo|poi)"),
  },
  labels: {
    why: "Perché",
    how: "Come esattamente",
    example: "Esempio",
    more: "Maggiori dettagli",
    next: "Passi successivi",
  },
};

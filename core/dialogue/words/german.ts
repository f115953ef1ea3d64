import type { DialogueWords } from "../dialogue-words.ts";
import { correction, replacement, set, start, whole } from "./word-patterns.ts";

export const GERMAN: DialogueWords = {
  determiners: set(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen alle jede jeder jedes mehrere einige mein meine meinen meinem meiner unser unsere unseren dein deine ihr ihre dieser diese dieses diesen diesem",
  ),
  possessives: set("mein meine meinen meinem meiner unser unsere unseren"),
  prepositions: set(
    "in im ins an am auf für mit ohne von vom aus bei beim zu zum zur nach über unter zwischen durch gegen um als per via ab",
  ),
  links: set("von vom des der"),
  auxiliaries: set(
    "ist sind war waren kann können könnte muss müssen soll sollte wird werden darf hat haben gibt geht bin sein wäre",
  ),
  subjects: set("ich du wir man sie es er ihr"),
  questionWords: set(
    "wie was wo wann warum wieso weshalb wer welche welcher welches welchen wohin woher womit wofür wozu",
  ),
  connectors: set("und oder aber auch also ok okay danke gut bitte hallo dann"),
  fillers: set(
    "denn nur auch noch eigentlich genau bitte mir uns sag zeig erklär nicht wenn weil sich dort davon damit dafür darin dazu daran darauf",
  ),
  pronouns: set(
    "sie es ihn ihm ihnen das dies dieses diese dieser dort davon damit dafür darin dazu daran darauf",
  ),
  pluralPronouns: set("ihnen diese"),
  statementVerbs: set(
    "schlägt scheitert bricht zeigt zeigen lädt laden wirft stürzt hängt bleibt kommt kommen macht läuft fehlt fehlen meldet öffnet verschwindet funktioniert erscheint sagt liefert stoppt startet reagiert",
  ),
  remarks: set(
    "geholfen hilft funktioniert funktionierte klappt geklappt super toll perfekt prima schön klasse hilfreich verstanden verstehe klar geschafft gelöst richtig falsch stimmt alles ja nein sehr besten dank danke dafür schon jetzt frage problem meinte gemeint interessant gemacht versucht",
  ),
  verb: "before-subject",
  about: start(
    "was ist (?:mit|bei)|wie (?:ist|sieht) es (?:aus )?(?:mit|bei)|und (?:was ist )?(?:mit|bei)|und wenn ich|gilt das auch (?:für|bei)",
  ),
  correction: correction(
    "nein|nee|sorry|entschuldigung|ach|moment|doch|äh",
    "ich (?:meine|meinte|wollte)|gemeint (?:war|ist)",
  ),
  replacement: replacement("nein|nee|sorry", "nicht", "sondern"),
  bare: {
    why: whole("(?:warum|wieso|weshalb)(?: nicht| denn| das| ist das so)?"),
    how: whole("wie(?: genau| denn)?|wie (?:geht|mache ich|macht man) das(?: genau)?"),
    example: whole(
      "(?:(?:kannst du |können sie )?(?:mir )?)?(?:ein |noch ein )?beispiel(?: bitte| geben| zeigen)?|(?:gib|zeig)(?: mir)?(?: mal)? ein beispiel|zum beispiel|gibt es (?:ein )?beispiele?|hast du (?:ein )?beispiel",
    ),
    more: whole(
      "mehr(?: dazu| davon| details| infos?)?|erzähl(?: mir)? mehr(?: dazu| darüber)?|weiter|genauer|details|erklär(?:e)?(?: mir)?(?: das)?(?: genauer)?|was (?:heißt|bedeutet) das|was noch",
    ),
    next: whole(
      "(?:und )?(?:dann|danach)|was (?:kommt|mache ich) (?:dann|danach|als nächstes)|wie geht es weiter",
    ),
  },
  labels: {
    why: "Warum",
    how: "Wie genau",
    example: "Beispiel",
    more: "Mehr dazu",
    next: "Nächste Schritte",
  },
};

import type { DialogueWords } from "../dialogue-words.ts";
import { correction, replacement, set, start, whole } from "./word-patterns.ts";

export const DUTCH: DialogueWords = {
  determiners: set(
    "de het een geen elk elke alle enkele meerdere mijn onze ons jouw je uw zijn haar hun deze dit die dat",
  ),
  possessives: set("mijn onze ons"),
  prepositions: set(
    "in op aan voor met zonder van uit bij naar over onder tussen door tegen om als via per tot vanaf",
  ),
  links: set("van"),
  auxiliaries: set(
    "is zijn was waren kan kunnen kon moet moeten mag zal zou heeft heb hebben wordt worden werkt werken gaat",
  ),
  subjects: set("ik jij je wij we men u jullie"),
  questionWords: set("hoe wat waar wanneer waarom wie welke welk waarvoor waarmee hoeveel"),
  connectors: set("en of maar ook dan ok oké dank bedankt goed hallo dus"),
  fillers: set(
    "alleen echt precies nog wel eens me mij niet als er toon vertel leg ervan ermee eraan erin daar",
  ),
  pronouns: set("het ze hem zij hen dat dit die deze daar ervan ermee eraan erin"),
  pluralPronouns: set("ze zij hen die deze"),
  statementVerbs: set(
    "faalt mislukt toont tonen geeft geven zegt verschijnt verdwijnt laadt laden werkt blijft opent crasht stopt hangt gooit loopt",
  ),
  remarks: set(
    "werkt gewerkt geholpen helpt perfect geweldig mooi fijn goed duidelijk begrepen begrijp snap nuttig opgelost gelukt gedaan ja nee heel erg veel waar interessant vraag probleem alles al geprobeerd klopt",
  ),
  verb: "before-subject",
  about: start(
    "hoe zit (?:het|dat) met|(?:en )?wat (?:dacht je )?van|hoe gaat het met|(?:en )?wat als ik|hetzelfde (?:voor|met)",
  ),
  correction: correction("nee|sorry|wacht|pardon", "ik (?:bedoel|bedoelde|wilde)"),
  replacement: replacement("nee|sorry", "niet", "maar"),
  bare: {
    why: whole("waarom(?: niet| dan| dat)?|hoezo"),
    how: whole("hoe(?: precies| dan)?|hoe (?:doe|moet) ik dat(?: doen)?"),
    example: whole(
      "(?:(?:kun je|kan je|kunt u) )?(?:(?:mij|me) )?(?:(?:geef|toon)(?: me| mij)? )?(?:een |nog een )?voorbeeld(?: geven| tonen| alsjeblieft| graag)?|bijvoorbeeld|is er een voorbeeld|heb je een voorbeeld",
    ),
    more: whole(
      "(?:vertel(?: me)? )?meer(?: details| informatie| hierover| daarover)?|ga (?:door|verder)|details|leg(?: dat| het)?(?: eens)? uit|wat betekent dat|wat nog meer",
    ),
    next: whole("(?:en )?(?:dan|daarna)|(?:en )?wat (?:dan|daarna|nu)|wat moet ik daarna doen"),
  },
  labels: {
    why: "Waarom",
    how: "Hoe precies",
    example: "Voorbeeld",
    more: "Meer hierover",
    next: "Volgende stappen",
  },
};

/**
 * Whether what is asked or answered may be another tomorrow: "are you open today?", "the next concert is on 12 May".
 * A model is told the date, so such an answer is kept for its day only. Found are words of time and dates in the
 * languages that the assistant speaks; with a doubt it is the day's: an answer that is written anew costs little, one
 * that is a day late is wrong.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { SPOKEN_LANGUAGES } from "../phrases.ts";

export interface DatedAnswer {
  question: string;
  text: string;
  /** BCP 47 of the question, where that is sure. */
  language: string | undefined;
}

/** Of a language whose words of time are not known everything is the day's. */
export function dependsOnDay({ question, text, language }: DatedAnswer): boolean {
  if (language !== undefined && !SPOKEN_LANGUAGES.includes(baseLanguage(language))) return true;
  return ASKED.test(question) || TOLD.test(question) || TOLD.test(text) || DATE.test(question + text);
}

/** Words that name a day: in an answer, too, they are counted from the day that it was written on. */
const TOLD = anyOf(`
  today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday
  january february april june july august september october november december
  heute gestern montag dienstag mittwoch donnerstag freitag samstag sonntag
  januar februar märz mai juni juli oktober dezember
  hoy ayer lunes martes miércoles jueves viernes sábado domingo
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  aujourd'hui demain hier lundi mardi mercredi jeudi vendredi samedi dimanche
  janvier février avril juin juillet août septembre octobre novembre décembre
  oggi domani ieri lunedì martedì mercoledì giovedì venerdì sabato domenica
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  hoje amanhã ontem segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
  janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
  vandaag gisteren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei juni juli augustus
`);

/** Words that ask how things stand; in answers they are too common to tell anything. */
const ASKED = anyOf(`
  when now currently current still already yet ago next upcoming latest last since until soon date week weekend month year
  open opened closed expired deadline available old
  wann morgen jetzt aktuell aktuelle aktuellen derzeit momentan gerade noch schon bald nächste nächster nächsten nächstes letzte
  letzten seit bis datum woche wochenende monat jahr offen geöffnet geschlossen abgelaufen verfügbar
  cuándo cuando mañana ahora actual actualmente todavía aún ya próximo próxima último última desde hasta fecha semana mes año
  abierto abierta abiertos cerrado cerrada disponible
  quand maintenant actuel actuelle actuellement encore déjà prochain prochaine dernier dernière depuis date semaine mois année
  ouvert ouverte ouverts fermé fermée disponible
  quando adesso attuale attualmente ancora già prossimo prossima ultimo ultima data settimana mese anno
  aperto aperta aperti chiuso chiusa disponibile
  agora atual atualmente ainda próximo próxima último última semana mês ano aberto aberta fechado disponível
  wanneer morgen nu huidige momenteel nog volgende laatste sinds datum weekend maand jaar geopend gesloten beschikbaar
`);

/** `2026-11-30`, `30.11.2026`, `11/30/26`, `30.11.`. */
const DATE = /(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d{2})?)(?!\d)/;

function anyOf(words: string): RegExp {
  const list = [...new Set(words.trim().split(/\s+/))].join("|");
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${list})(?![\\p{L}\\p{M}])`, "iu");
}

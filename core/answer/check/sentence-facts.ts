/**
 * What of a sentence can be checked without understanding it: its numbers with their units, its names, and
 * which of its words stand under a negation.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { AMBIGUOUS_NUMBER_WORDS, MONTHS, NUMBER_WORDS, SCALES as SCALE_WORDS } from "./number-words.ts";

/** A number as it was written, and all that it may mean. */
export interface NumberFact {
  text: string;
  /** Normal forms: "1,234" is 1234, "5 million" is 5000000, "1.5" may be 1.5 or, elsewhere, 15. */
  values: ReadonlySet<string>;
  /** Normal form of the unit behind or before it, where it is one of {@link UNITS}. */
  unit: string | undefined;
  /** Written as a word: small ones may have been counted by whoever wrote. */
  isWord: boolean;
}

/** Units by what they are written as; the first is the normal form. */
const UNITS: ReadonlyMap<string, string> = new Map(
  [
    "% percent prozent procent",
    "€ eur euro euros",
    "$ usd dollar dollars dólares",
    "£ gbp pound pounds",
    "ms millisecond milliseconds millisekunden milisegundos",
    "s sec secs second seconds sekunden segundos secondes",
    "min mins minute minutes minuten minutos",
    "h hr hrs hour hours stunden horas heures ore uur",
    "day days tag tage tagen día días jour jours giorni dias dagen",
    "week weeks woche wochen semana semanas semaines settimane weken",
    "month months monat monate monaten mes meses mois mesi maanden",
    "year years jahr jahre jahren año años ans années anni anos jaar",
    "b byte bytes",
    "kb kib kilobytes",
    "mb mib megabytes",
    "gb gib gigabytes",
    "tb tib terabytes",
    "mm",
    "cm",
    "m metre metres meter meters metros mètres metri",
    "km kilometre kilometres kilometer kilometers kilómetros",
    "mile miles",
    "ft foot feet",
    "kg kilogram kilograms kilos",
    "lb lbs",
    "px pixel pixels",
    "rem",
  ].flatMap((line) => {
    const [normal = "", ...others] = line.split(" ");
    return [normal, ...others].map((word) => [word, normal] as const);
  }),
);

/** Digits with what may stand within a number, and letters or a sign right behind it. */
const NUMBER =
  /(?<![\p{L}\p{N}_.])[v$€£]?(\d{1,30}(?:[.,:/'’\u00A0\u202F-]\d{1,30}){0,6})\s?(%|€|\$|£|\p{L}{1,14})?/gu;
const WORDS = /\p{L}+/gu;

/** The numbers of a text in their order, dates and versions by their parts and as a whole. */
export function numbersOf(text: string): NumberFact[] {
  const facts: NumberFact[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [whole, digits = "", follower = ""] = match;
    const lower = follower.toLowerCase();
    const values = numericForms(digits);
    const scale = SCALE_WORDS.get(lower);
    const scaled = scale === undefined ? [] : Array.from(values, (value) => String(Number(value) * scale));
    for (const value of scaled) values.add(value);
    const unit = UNITS.get(lower) ?? UNITS.get(/^[$€£]/.exec(whole)?.[0] ?? "");
    facts.push({ text: digits, values, unit, isWord: false });
  }
  for (const match of text.toLowerCase().matchAll(WORDS)) {
    const [word] = match;
    const number = NUMBER_WORDS.get(word);
    if (number === undefined || AMBIGUOUS_NUMBER_WORDS.has(word)) continue;
    const values = new Set([String(number)]);
    const follower = /^[\s-]+(\p{L}+)/u.exec(text.slice(match.index + word.length))?.[1]?.toLowerCase() ?? "";
    const added = NUMBER_WORDS.get(follower);
    if (number >= 20 && added !== undefined && added < 10) values.add(String(number + added));
    const scale = SCALE_WORDS.get(follower);
    if (scale !== undefined) values.add(String(number * scale));
    facts.push({ text: word, values, unit: UNITS.get(follower), isWord: true });
  }
  return facts;
}

/** Months as numbers: a date may be written either way. */
export function monthNumbersOf(text: string): Set<string> {
  const numbers = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(WORDS)) {
    const month = MONTHS.get(word);
    if (month !== undefined) numbers.add(String(month));
  }
  return numbers;
}

/** `1,234.50` as it stands and without separators of thousands, with a decimal point, without zeros that say nothing. */
function numericForms(digits: string): Set<string> {
  const forms = new Set<string>([digits.replace(/[’\u00A0\u202F]/g, "'")]);
  const parts = digits.split(/[.,:/'’\u00A0\u202F-]/);
  const isGrouped = parts.length > 1 && parts.slice(1).every((part) => part.length === 3);
  if (isGrouped) forms.add(parts.join(""));
  const decimal = /^(\d{1,3}(?:[.,'’\u00A0\u202F]\d{3})*|\d+)[.,](\d+)$/.exec(digits);
  if (decimal !== null) {
    forms.add(plainNumber(`${(decimal[1] ?? "").replace(/\D/g, "")}.${decimal[2] ?? ""}`));
  }
  if (parts.length === 1) forms.add(plainNumber(digits));
  return forms;
}

function plainNumber(text: string): string {
  return text
    .replace(/^0+(?=\d)/, "")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/** The parts of a date, a range or a time: each may stand alone in another wording. */
export function numberParts(text: string): string[] {
  return /[:/-]/.test(text) ? text.split(/[:/-]/).map(plainNumber) : [];
}

/** Languages that capitalise every noun: there a capital makes no name. */
const CAPITALISING_LANGUAGES: ReadonlySet<string> = new Set(["de", "lb"]);

const CODE_SPAN = /`([^`\n]+)`/g;
/** Something that only a machine would write: `camelCase`, `snake_case`, `a.b`, `--flag`, `UTF-8`, `ES2022`. */
const IDENTIFIER =
  /(?<![\p{L}\p{N}])(?:--?[a-z][\w-]+|(?!\$\p{N})[\p{L}_$][\p{L}\p{N}_$]*(?:[._/:@][\p{L}\p{N}_$]+)+|\p{L}+\p{N}[\p{L}\p{N}]*|\p{Ll}+\p{Lu}\w*|\p{Lu}{2,})(?![\p{L}\p{N}])/gu;
const CAPITALISED = /(?<![\p{L}\p{N}'’])\p{Lu}[\p{L}\p{M}]+(?:['’-]\p{L}+)*/gu;

/** Code of a sentence: exact, whatever it says. */
export function codeOf(text: string): string[] {
  return [...text.matchAll(CODE_SPAN)].map((match) => (match[1] ?? "").trim()).filter((code) => code !== "");
}

/**
 * The names of a sentence: identifiers, acronyms, and words with a capital that do not begin it. What begins
 * a sentence has a capital anyway; it counts as a name only where another name follows at once.
 */
export function namesOf(text: string, language: string): string[] {
  const prose = text.replace(CODE_SPAN, " ").replace(/[*~]{1,3}/g, "");
  const names = [...prose.matchAll(IDENTIFIER)].map(([name]) => name);
  // What is part of an identifier is no name of its own, but still a word before the next one.
  const words = prose.replace(IDENTIFIER, (name) => "x".repeat(name.length));
  if (CAPITALISING_LANGUAGES.has(baseLanguage(language))) return names;
  const capitalised = [...words.matchAll(CAPITALISED)];
  capitalised.forEach((match, index) => {
    const next = capitalised[index + 1];
    const isBeginning = !/[\p{L}\p{N}][^.!?:…\n]*$/u.test(
      words.slice(0, match.index).trimEnd().slice(-MAX_LOOKED_BACK),
    );
    const isFollowed =
      next !== undefined && /^\s+$/.test(words.slice(match.index + match[0].length, next.index));
    if (!isBeginning || isFollowed) names.push(match[0]);
  });
  return [...new Set(names)];
}

/** Whether a word begins a sentence shows within this. */
const MAX_LOOKED_BACK = 60;

const NEGATION =
  /(?<![\p{L}])(?:not|no|never|without|cannot|none|neither|nor|nobody|nothing|nicht|kein\p{Ll}{0,2}|nie|niemals|ohne|weder|nunca|jamás|sin|tampoco|ningún|ninguna|ninguno|ni|ne|n['’](?=\p{L})|pas|jamais|sans|aucune?|non|mai|senza|nessun[oa]?|não|sem|nenhuma?|niet|geen|nooit|zonder)(?![\p{L}])|n['’]t(?![\p{L}])/giu;

/** What follows so closely stands under a negation. */
const NEGATED_CHARS = 48;

/** The stretches of a text that stand under a negation, up to the next comma or so; none where it is affirmed. */
export function negatedStretches(text: string): string[] {
  return [...text.matchAll(NEGATION)].map((match) => {
    const from = match.index + match[0].length;
    return text.slice(from, from + NEGATED_CHARS).split(/[,;:.!?()–—]/, 1)[0] ?? "";
  });
}

const OBLIGATION =
  /(?<!\p{L})(?:must|required|requires|have to|has to|always|only|every|never|muss|müssen|immer|nur|debe|deben|siempre|solo|sólo|doit|doivent|toujours|seulement|deve|devono|sempre|devem|moet|moeten|altijd|alleen)(?!\p{L})/iu;
const OBLIGATIONS = new RegExp(OBLIGATION.source, "giu");
const POSSIBILITY =
  /(?<!\p{L})(?:may|might|can|could|optional|optionally|sometimes|often|usually|kann|können|optional|manchmal|puede|pueden|a veces|opcional|peut|peuvent|parfois|può|possono|talvolta|pode|podem|às vezes|kan|kunnen|soms)(?!\p{L})/iu;

/** How firmly a sentence speaks. */
export function modalityOf(text: string): "obligation" | "possibility" | undefined {
  if (OBLIGATION.test(text)) return "obligation";
  return POSSIBILITY.test(text) ? "possibility" : undefined;
}

/** A sentence without the words that are judged by themselves: what is left says what it is about. */
export function withoutJudgedWords(text: string): string {
  return text
    .replace(NEGATION, " ")
    .replace(OBLIGATIONS, " ")
    .replace(WORDS, (word) => {
      const lower = word.toLowerCase();
      return NUMBER_WORDS.has(lower) || SCALE_WORDS.has(lower) ? " " : word;
    });
}

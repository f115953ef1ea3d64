/** What tells its kind by its form alone: a telephone number, a price, a time of day. */

export type TellingForm =
  | "time"
  | "price"
  | "phone"
  | "email"
  | "address"
  | "year"
  | "date"
  | "duration"
  | "distance"
  | "age"
  | "count"
  | "percent"
  | "person"
  | "temperature";

const MONTHS =
  "jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|mar(?:ch|s|zo)?|märz|apr(?:il|ile)?|may|mai|mei|maggio|mayo|maio|june?|juni|juin|giugno|junio|junho|july?|juli|juillet|luglio|julio|julho|aug(?:ust|ustus)?|août|agosto|sept?(?:ember|embre|iembre)?|settembre|setembro|okt(?:ober)?|oct(?:ober|obre|ubre)?|ottobre|outubro|nov(?:ember|embre|iembre)?|novembro|dec(?:ember)?|dez(?:ember|embro)?|décembre|dicembre|diciembre|février|enero|febrero|marzo|abril|gennaio|febbraio|aprile|janeiro|fevereiro|março|januari|februari|maart|augustus";

const NUMBERS =
  "\\d+(?:[.,]\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|forty|sixty|ninety|half|several|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|einen?|eine[rm]?|dos|tres|cuatro|cinco|seis|siete|ocho|diez|deux|trois|quatre|cinq|sept|huit|dix|une?|due|quattro|cinque|sei|sette|otto|dieci|dois|duas|três|oito|dez|twee|drie|vijf|zes|zeven|negen|tien";

const UNITS =
  "min(?:ute|uto|uut|uten)?n?s?|hours?|hrs?|stunden?|horas?|heures?|ore|uur|days?|tagen?|tage|werktagen?|días?|dias?|jours?|giorni|dagen|werkdagen|weeks?|wochen?|semanas?|semaines?|settimane|weken|months?|monaten?|mes(?:es|i)?|mois|maanden|years?|jahren?|años?|anos?|ans?|anni|jaar|nights?";

/**
 * Without regard to case a pattern with letters beyond ASCII takes milliseconds to compile: those of {@link LOWER_CASE}
 * are met with the text in lower case instead.
 */
const PATTERNS: Readonly<Record<TellingForm, RegExp>> = {
  time: /(?<![\d.,:£€$])(?:[01]?\d|2[0-4])(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|uhr\b|h\b|uur\b|時(?!間))|(?<![\d.,:£€$])(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d|\.\d| ?[%€£]|\s?(?:km|kg|m|l|cm)\b)|\b(?:noon|midnight|o'clock|midday|dawn|dusk|sunrise|sunset|nightfall)\b|24 hours|24\/7|round the clock|(?<![\d,.])\d{1,2} ?(?:–|-|to|bis|a|à|tot) ?\d{1,2} ?(?:[ap]m|uhr|h|uur)?\b(?=[^\d%€£]|$)/iu,
  price:
    /[£€$¥]\s?\d|\d\s?(?:[£€$¥₺円元원]|zł(?!\p{L})|(?:usd|eur|gbp|euros?|pounds?|dollars?|cents?|chf)\b)|\b\d{2}[cp]\b|\b(?:free of charge|no charge|free|kostenlos|gratis|gratuit\w*|gratuito|gratuita|grátis)\b/iu,
  phone:
    /(?<![\d.,])(?:\+\d{1,3}[\s-]?)?(?=(?:[\s()./-]{0,2}\d){7})(?:\(\d{2,5}\)[\s-]?)?\d{1,6}(?:[\s/-]\d{2,7}){0,5}(?![\d.,]*\d|\s?[€£%])/u,
  email: /[\w.+-]+@[\w-]+\.[\w.]+/u,
  address:
    /\b\d{1,4}[a-z]?,? (?:\p{L}[\p{L}'’.-]+ ){1,3}(?:street|st|road|rd|lane|ln|avenue|ave|square|yard|row|way|drive|close|place|hill|terrace|quay|wharf|park|court|gardens|parade|mews)\b|\bunit \d+|\p{L}+(?:straße|strasse|str\.|weg|platz|gasse|allee|straat|laan|kade|plein)\s?\d+|\b(?:calle|avenida|plaza|paseo|rua|avenida|largo|praça|via|viale|piazza|corso|rue|avenue|chemin|place|boulevard|quai)\b[^.\n]{2,40}\d|\bul\. [^.\n]{2,40}\d|\brynek \d/u,
  year: /(?<![\d.,:£€$])(?:1[89]|20)\d\d(?![\d:.,]\d|\d)/u,
  date: new RegExp(
    String.raw`\b\d{1,2}\.?(?:st|nd|rd|th)? (?:of |de )?(?:${MONTHS})\b|\b(?:${MONTHS}) (?:\d|to|until|bis|–)|\b(?:first|second|third|last|every) (?:mon|tues|wednes|thurs|fri|satur|sun)day`,
    "u",
  ),
  duration: new RegExp(
    String.raw`(?<!\p{L})(?:${NUMBERS})(?:\s?(?:–|-|to|bis|or|a|à|tot|of|and a)\s?(?:${NUMBERS}))?[\s-](?:working |business |full |calendar |more |further |días )?(?:${UNITS})(?!\p{L})`,
    "u",
  ),
  distance:
    /\b(?:\d+(?:[.,]\d+)?|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty) ?(?:km|m|miles?|metres?|meters?|minutes?['’]? walk|minutes? (?:on foot|away|by car)|kilomet\w+|meter|gehminuten|min(?:uti|uten)? (?:zu fuß|a piedi|à pied|lopen|andando|a pé))\b/u,
  age: /\b(?:age[sd]? (?:of )?\d+|under[- ](?:\d+|twos|fives)|over[- ]\d+|\d+ (?:years? (?:old|and over)|and (?:over|under)|or (?:over|older|under))|\d+ (?:jahre[n]?|años|ans|anni|anos|jaar)|from (?:age )?\d+|birthday)\b/iu,
  count:
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|zwei|drei|vier|fünf|dos|tres|cuatro|deux|trois|quatre|due|tre|quattro|dois|três|quatro|twee|drie|vier)\b/iu,
  percent: /\d ?%|\bper ?cent\b|half[- ]price|\bhalf\b/iu,
  person:
    /(?:^|[\s(*–-])\p{Lu}[\p{Ll}'’-]+ (?:(?:van|von|de|da|di|del|della) )?\p{Lu}[\p{Ll}'’-]{2,}|\b(?:with|by|mit|con|avec|met|com|par|door|von|de|our|manager|owner|founder|mechanic|baker) \p{Lu}\p{Ll}{2,}|^\W*\p{Lu}\p{Ll}{2,} (?:and \p{Lu}\p{Ll}+ )?(?:is|has|have|looks?|does|runs?|teaches|leads|joined|makes?|trained|covers|started|founded|opened)\b/u,
  temperature: /\d ?°|\d degrees|\d grad\b/iu,
};

const LOWER_CASE: ReadonlySet<TellingForm> = new Set(["address", "date", "duration", "distance"]);

/** Codes with a place, or by themselves. */
const POSTCODE =
  /(?<![\d.,])(?:\d{5} \p{Lu}\p{Ll}|\d{4} [A-Z]{2} \p{Lu}|\d{4}-\d{3} \p{Lu})|〒\s?\d{3}-?\d{4}|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b/u;

/** Numbers under which a business is registered look like those that it is called by. */
const REGISTERED =
  /(?<!\p{L})(?:vat|tva|iva|btw|nif|nipc|cif|siret|siren|rcs|kvk|hrb|ust-?id(?:-?nr)?|steuernummer|iban|bic|company|charity|registered|registration|licen[cs]e|p\.? ?iva|partita iva|handelsregister|handelskammer)(?!\p{L})[^\d\n]{0,25}\d[\d ./-]{3,24}/giu;

/** So do dates in figures. */
const DATES_IN_FIGURES = /(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)/gu;

export const TELLING_FORMS = Object.keys(PATTERNS) as TellingForm[];

/** Forms that a text shows. */
export function formsOf(text: string): Set<TellingForm> {
  const seen = text.slice(0, 1500);
  const lower = seen.toLowerCase();
  const called = seen.replace(REGISTERED, "").replace(DATES_IN_FIGURES, "");
  return new Set(
    TELLING_FORMS.filter(
      (form) =>
        PATTERNS[form].test(form === "phone" ? called : LOWER_CASE.has(form) ? lower : seen) ||
        (form === "address" && POSTCODE.test(seen)),
    ),
  );
}

/** What a kind is told by, where its form alone tells it: any of these. */
export const FORMS_OF_KIND: Readonly<Record<string, readonly TellingForm[]>> = {
  "hours": ["time"],
  "price": ["price"],
  "sell": ["price"],
  "phone": ["phone"],
  "email": ["email"],
  "address": ["address"],
  "duration": ["duration", "time"],
  "delivery-time": ["duration", "time"],
  "lead-time": ["duration"],
  "valid": ["duration"],
  "distance": ["distance", "duration"],
  "company-age": ["year"],
  "founder": ["person"],
  "staff": ["person"],
  "discount": ["percent", "price"],
  "age": ["age"],
  "capacity": ["count"],
  "contact": ["phone", "email"],
  "arrival": ["time"],
  "departure": ["time"],
  "timetable": ["time", "date", "duration"],
  "season": ["date"],
  "heating": ["temperature"],
};

/** Kinds that a text says by showing a form: whatever costs money has a price, and by its form alone. */
export const KINDS_OF_FORM: Readonly<Partial<Record<TellingForm, readonly string[]>>> = {
  phone: ["phone", "contact"],
  email: ["email", "contact"],
  address: ["address"],
  price: ["price"],
  time: ["hours", "timetable"],
  date: ["season", "timetable"],
  duration: ["duration", "timetable", "lead-time", "valid"],
  distance: ["distance"],
  age: ["age"],
  percent: ["discount"],
  year: ["company-age"],
};

/** Numbers and months that are written as words, in the assistant's languages. */

/** A number that is written as one word or more. */
export interface NumberWord {
  from: number;
  to: number;
  text: string;
  value: number;
  /** "one" or an article. */
  isOne?: boolean;
}

/** Words for numbers from two on: "one" is rather a pronoun or an article. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = numberWords({
  2: "two dos zwei deux due dois duas twee",
  3: "three tres drei trois tre três drie",
  4: "four cuatro vier quatre quattro quatro",
  5: "five cinco fünf cinq cinque vijf",
  6: "six seis sechs sei zes",
  7: "seven siete sieben sept sette sete zeven",
  8: "eight ocho acht huit otto oito",
  9: "nine nueve neun neuf nove negen",
  10: "ten diez zehn dix dieci dez tien",
  11: "eleven once elf onze undici",
  12: "twelve doce zwölf douze dodici doze twaalf",
  13: "thirteen trece dreizehn treize tredici treze dertien",
  14: "fourteen catorce vierzehn quatorze quattordici catorze veertien",
  15: "fifteen quince fünfzehn quinze quindici vijftien",
  16: "sixteen dieciséis sechzehn seize sedici dezesseis zestien",
  17: "seventeen diecisiete siebzehn diciassette dezessete zeventien",
  18: "eighteen dieciocho achtzehn diciotto dezoito achttien",
  19: "nineteen diecinueve neunzehn diciannove dezenove negentien",
  20: "twenty veinte zwanzig vingt venti vinte twintig",
  30: "thirty treinta dreißig trente trenta trinta dertig",
  40: "forty cuarenta vierzig quarante quaranta quarenta veertig",
  50: "fifty cincuenta fünfzig cinquante cinquanta cinquenta vijftig",
  60: "sixty sesenta sechzig soixante sessanta sessenta zestig",
  70: "seventy setenta siebzig settanta zeventig",
  80: "eighty ochenta achtzig ottanta oitenta tachtig",
  90: "ninety noventa neunzig novanta negentig",
});

/** "once" is eleven in Spanish and something else in English: such words are no numbers by themselves. */
export const AMBIGUOUS_NUMBER_WORDS: ReadonlySet<string> = new Set([
  "once",
  "elf",
  "sei",
  "due",
  "sept",
  "dix",
]);

export const SCALES: ReadonlyMap<string, number> = numberWords({
  100: "hundred cien ciento cientos hundert cent cento honderd",
  1_000: "thousand mil tausend mille mila duizend",
  1_000_000: "million millions millón millones millionen milione milioni milhão milhões miljoen",
  1_000_000_000: "billion billions milliarde milliarden milliard milliards miliardo miliardi miljard",
});

export const MONTHS: ReadonlyMap<string, number> = numberWords({
  1: "january enero januar janvier gennaio janeiro januari",
  2: "february febrero februar février febbraio fevereiro februari",
  3: "march marzo märz mars março maart",
  4: "april abril avril aprile",
  5: "may mayo mai maggio maio mei",
  6: "june junio juni juin giugno junho",
  7: "july julio juli juillet luglio julho",
  8: "august agosto août augustus",
  9: "september septiembre septembre settembre setembro",
  10: "october octubre oktober octobre ottobre outubro",
  11: "november noviembre novembre novembro",
  12: "december diciembre dezember décembre dicembre dezembro",
});

const WORD = /\p{L}+/gu;
/** "two and a half" */
const HALF_MORE =
  /^\s(?:and (a quarter|three quarters)|and a half|einhalb|y medi[oa]|et demie?|e mezz[oa]|e mei[oa]|en een half)(?!\p{L})/iu;
/** "a year", "ein Jahr": one of it, where a unit follows. */
const ONE_WORDS: ReadonlySet<string> = new Set(
  "one a an ein eine einen einem einer un una uno une um uma een".split(" "),
);

/** The number words of a text in their order; "one" and "a" too, for whoever looks for a unit behind them. */
export function numberWordsIn(text: string): NumberWord[] {
  const words = [...text.matchAll(WORD)];
  const found: NumberWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const match = words[index];
    if (match === undefined) continue;
    const lower = match[0].toLowerCase();
    const isOne = ONE_WORDS.has(lower);
    let value = isOne ? 1 : (NUMBER_WORDS.get(lower) ?? compoundNumber(lower));
    if (value === undefined || AMBIGUOUS_NUMBER_WORDS.has(lower)) continue;
    let to = match.index + match[0].length;
    let thousands = 0;
    /** What the number is a multiple of so far: only less may be added. */
    let step = isOne ? 1 : value >= 20 && value % 10 === 0 ? 10 : 1;
    let isScaled = false;
    for (let next = words[index + 1]; next !== undefined; next = words[index + 1]) {
      const between = text.slice(to, next.index);
      const word = next[0].toLowerCase();
      const scale = /^[\s-]$/.test(between) ? SCALES.get(word) : undefined;
      const added = ADDING.test(between) ? (NUMBER_WORDS.get(word) ?? compoundNumber(word)) : undefined;
      const joined = words[index + 2];
      if (scale !== undefined && scale > 100) {
        thousands += value * scale;
        value = 0;
        step = scale;
        isScaled = true;
      } else if (scale !== undefined && value < 100) {
        value *= scale;
        step = scale;
        isScaled = true;
      } else if (added !== undefined && added < step) {
        value += added;
        step = added >= 20 && added % 10 === 0 ? 10 : 1;
      } else if (
        joined !== undefined &&
        step > 1 &&
        ADDING_WORD.test(word) &&
        /^\s$/.test(between) &&
        /^\s$/.test(text.slice(next.index + word.length, joined.index))
      ) {
        // "a hundred and twenty", "treinta y cinco"
        const joinedValue =
          NUMBER_WORDS.get(joined[0].toLowerCase()) ??
          (ONE_WORDS.has(joined[0].toLowerCase()) ? 1 : undefined);
        if (joinedValue === undefined || joinedValue >= step || (word === "and" && step === 10)) break;
        value += joinedValue;
        step = joinedValue >= 20 && joinedValue % 10 === 0 ? 10 : 1;
        index++;
        to = joined.index + joined[0].length;
        index++;
        continue;
      } else break;
      to = next.index + next[0].length;
      index++;
    }
    value += thousands;
    const half = HALF_MORE.exec(text.slice(to, to + MAX_HALF_CHARS));
    if (half !== null && !isOne) {
      value += half[1] === undefined ? 0.5 : /^three/i.test(half[1]) ? 0.75 : 0.25;
      to += half[0].length;
    }
    found.push({
      from: match.index,
      to,
      text: text.slice(match.index, to),
      value,
      isOne: isOne && !isScaled,
    });
  }
  return found;
}

const MAX_HALF_CHARS = 20;

/** Between the words of one number. */
const ADDING = /^[\s-]$/;
const ADDING_WORD = /^(?:and|und|y|e|et|en)$/;

/** German and Dutch write a number in one word: "fünfundzwanzig", "zweihundert", "vijfendertig". */
function compoundNumber(word: string): number | undefined {
  const joined = /^(\p{L}{3,8}?)(?:und|en|ën)(\p{L}{5,8})$/u.exec(word);
  if (joined !== null) {
    const [one, tens] = [unitNumber(joined[1] ?? ""), NUMBER_WORDS.get(joined[2] ?? "")];
    return one !== undefined && tens !== undefined && tens >= 20 ? one + tens : undefined;
  }
  const hundreds = /^(\p{L}{0,8}?)(?:hundert|honderd)(\p{L}{0,20})$/u.exec(word);
  if (hundreds === null) return undefined;
  const [, before = "", behind = ""] = hundreds;
  const count = before === "" ? 1 : unitNumber(before);
  const rest = behind === "" ? 0 : (NUMBER_WORDS.get(behind) ?? unitNumber(behind) ?? compoundNumber(behind));
  return count === undefined || rest === undefined || before + behind === "" ? undefined : count * 100 + rest;
}

function unitNumber(word: string): number | undefined {
  return /^(?:ein|een|eins)$/.test(word) ? 1 : NUMBER_WORDS.get(word);
}

/** "First" to "thirtieth"; the endings of the others follow from the numbers themselves. */
const ORDINAL_WORDS: ReadonlyMap<string, number> = numberWords({
  1: "first erste ersten erster erstes primer primero primera premier première primo prima primeiro primeira eerste",
  2: "second zweite zweiten zweiter zweites segunda deuxième seconde seconda segundo tweede",
  3: "third dritte dritten dritter drittes tercer tercero tercera troisième terza terceiro terceira derde",
  4: "fourth vierte vierten vierter cuarto cuarta quatrième quarta vierde",
  5: "fifth fünfte fünften fünfter quinta cinquième quinto vijfde",
  6: "sixth sechste sechsten sexto sexta sixième sesto sesta zesde",
  7: "seventh siebte siebten séptimo séptima septième settimo settima sétimo sétima zevende",
  8: "eighth achte achten octavo octava huitième ottavo ottava oitavo oitava achtste",
  9: "ninth neunte neunten noveno novena neuvième nono nona negende",
  10: "tenth zehnte zehnten décimo décima dixième decimo decima tiende",
  11: "eleventh elfte elften onzième elfde",
  12: "twelfth zwölfte zwölften douzième twaalfde",
  13: "thirteenth",
  14: "fourteenth vierzehnte vierzehnten",
  15: "fifteenth fünfzehnte fünfzehnten quinzième vijftiende",
  16: "sixteenth",
  17: "seventeenth",
  18: "eighteenth",
  19: "nineteenth",
  20: "twentieth zwanzigste zwanzigsten vingtième twintigste",
  30: "thirtieth dreißigste dreißigsten trentième dertigste",
});

/** Ordinals that are written as words. */
export function ordinalWordsIn(text: string): NumberWord[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const value = ORDINAL_WORDS.get(match[0].toLowerCase());
    const to = match.index + match[0].length;
    return value === undefined ? [] : [{ from: match.index, to, text: match[0], value }];
  });
}

/** The months of a text by their numbers; "may" is one only with a capital and beside a number. */
export function monthAt(text: string): NumberWord[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const value = MONTHS.get(match[0].toLowerCase());
    if (value === undefined) return [];
    const to = match.index + match[0].length;
    const isWord = /^(?:may|march|mars|mai|marzo|mayo|mei|mars)$/i.test(match[0]);
    const around = text.slice(Math.max(0, match.index - 6), match.index) + text.slice(to, to + 6);
    if (isWord && !(/^\p{Lu}/u.test(match[0]) || /^(?:mai|marzo|mayo|mars|mei)$/.test(match[0]))) return [];
    if (isWord && !/\d/.test(around)) return [];
    return [{ from: match.index, to, text: match[0], value }];
  });
}

/** What digits may mean: "1,234.50" is 1234.5, "1.250" may be 1250 or 1.25. */
export function numericForms(digits: string): number[] {
  const parts = digits.split(/[.,'’ \u00A0\u202F]/);
  const forms = new Set<number>();
  if (parts.length === 1) forms.add(Number(digits));
  if (parts.length > 1 && parts.slice(1).every((part) => part.length === 3))
    forms.add(Number(parts.join("")));
  const decimal = /^(.*)[.,](\d+)$/.exec(digits);
  if (decimal !== null && parts.slice(1, -1).every((part) => part.length === 3))
    forms.add(Number(`${(decimal[1] ?? "").replace(/\D/g, "")}.${decimal[2] ?? ""}`));
  if (forms.size === 0) forms.add(Number(parts.join("")));
  return [...forms];
}

function numberWords(words: Record<number, string>): Map<string, number> {
  return new Map(
    Object.entries(words).flatMap(([number, list]) => list.split(" ").map((word) => [word, Number(number)])),
  );
}

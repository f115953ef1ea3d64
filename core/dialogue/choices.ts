/** What an ordinal such as "the second one" points at: the options that the assistant just named. */
import { baseLanguage } from "../language/base-language.ts";

/** The end of a long answer is what the visitor saw last, but its lists are at its beginning as often. */
const CONSIDERED_CHARS = 4000;
const MAX_OPTIONS = 12;
const MAX_OPTION_WORDS = 8;

const LIST_ITEM = /^ {0,3}(?:[-*•]|\d{1,2}[.)]|[a-h][.)]) +(.+)$/u;

/** The options of an answer in their order: the items of its first list, or "A, B or C" in a sentence. */
function optionsOf(answer: string): string[] {
  const text = answer.slice(0, CONSIDERED_CHARS);
  const items: string[] = [];
  for (const line of text.split("\n")) {
    const item = LIST_ITEM.exec(line)?.[1];
    if (item !== undefined) items.push(item);
    else if (items.length > 1 && line.trim() !== "" && !/^\s/.test(line)) break;
  }
  const options = (items.length > 1 ? items : enumerationIn(text))
    .map(headOf)
    .filter((option) => option !== "");
  return options.slice(0, MAX_OPTIONS);
}

/** The name at the beginning of an option: what stands before an explanation. */
function headOf(item: string): string {
  const plain = item
    .replace(/\[([^\][]{1,200})\]\([^()\s]{0,300}\)/g, "$1")
    .replace(/\[\d{1,2}\]/g, "")
    .replace(/[*`]/g, "");
  const head = plain.split(/(?: [–—-] |: |\. |\? |, | \()/u, 1)[0] ?? "";
  return head
    .trim()
    .split(/\s+/)
    .slice(0, MAX_OPTION_WORDS)
    .join(" ")
    .replace(/[.,;:!?]+$/u, "");
}

const JUNCTION = / (?:or|and|oder|und|o|y|ou|et|e|of|en) /u;

/** "There are two ways: A or B." → A, B. */
function enumerationIn(text: string): string[] {
  for (const sentence of text
    .replace(/\[([^\][]{1,200})\]\([^()\s]{0,300}\)/g, "$1")
    .split(/(?<=[.!?])\s+|\n/u)) {
    const parts = sentence.replace(/\[\d{1,2}\]/g, "").split(JUNCTION);
    if (parts.length !== 2) continue;
    const [left = "", right = ""] = parts;
    const listed = (left.includes(": ") ? left.slice(left.lastIndexOf(": ") + 2) : left).split(/, /u);
    const first = listed
      .map((part, index) => (index === 0 ? trailingName(part) : part.trim()))
      .filter((part) => part !== "");
    const last = leadingName(right);
    if (first.length > 0 && last !== "") return [...first, last];
  }
  return [];
}

const CODE_AT_END = /`([^`]{1,80})`[.,]?\s*$/u;
const NAME_AT_END = /(?<!\S)([\p{Lu}\d][^\s,]*(?:(?: via| for| with)? [\p{Lu}\d][^\s,]*){0,4})$/u;

function trailingName(text: string): string {
  const trimmed = text.trim();
  const name = CODE_AT_END.exec(trimmed)?.[1] ?? NAME_AT_END.exec(trimmed.slice(-120))?.[1];
  return (name ?? trimmed.split(" ").slice(-3).join(" ")).trim();
}

function leadingName(text: string): string {
  const code = /^`([^`]{1,80})`/u.exec(text)?.[1];
  return code ?? headOf(text.replace(/^(?:the|a|an) /u, ""));
}

interface OrdinalWords {
  /** Group 1 is the ordinal; the whole is what an option replaces. */
  pattern: RegExp;
  /** Place by word; negative from the end. */
  places: Record<string, number>;
}

/** Words by their place from the beginning, those of one place joined by a bar, and the words for the last. */
const withLast = (ordered: string, last: string): Record<string, number> =>
  Object.fromEntries([
    ...ordered.split(" ").flatMap((words, place) => words.split("|").map((word) => [word, place] as const)),
    ...last.split("|").map((word) => [word, -1] as const),
  ]);

const END = String.raw`(?=[?.!,]|$)`;

const ORDINALS: Record<string, OrdinalWords> = {
  en: {
    pattern: new RegExp(
      String.raw`\b(?:the )?(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)(?: (?:one|option|way|method|approach|choice|alternative|item|possibility|solution|tool)\b|${END})|\bthe (former|latter)\b|\b(?:option|number|choice|variant) #?([a-e]|[1-5]|one|two|three|four|five)\b|#([1-5])\b`,
      "iu",
    ),
    places: withLast(
      "first|1st|former|a|1|one second|2nd|b|2|two third|3rd|c|3|three fourth|4th|d|4|four fifth|5th|e|5|five",
      "last|latter",
    ),
  },
  de: {
    pattern: new RegExp(
      String.raw`\b(?:der|die|das|den|dem) (erste|zweite|dritte|vierte|letzte)[nrsm]?(?: (?:option|variante|möglichkeit|weg|methode)\b|${END})`,
      "iu",
    ),
    places: withLast("erste zweite dritte vierte", "letzte"),
  },
  es: {
    pattern: new RegExp(
      String.raw`(?:el|la) (primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|últim[oa])(?: (?:opción|forma|método|manera)|${END})`,
      "iu",
    ),
    places: withLast(
      "primer|primero|primera segundo|segunda tercer|tercero|tercera cuarto|cuarta",
      "último|última",
    ),
  },
  fr: {
    pattern: new RegExp(
      String.raw`(?:le|la) (premier|première|second|seconde|deuxième|troisième|quatrième|dernier|dernière)(?: (?:option|méthode|solution|choix)|${END})`,
      "iu",
    ),
    places: withLast("premier|première second|seconde|deuxième troisième quatrième", "dernier|dernière"),
  },
  it: {
    pattern: new RegExp(
      String.raw`(?:il|la|lo) (prim[oa]|second[oa]|terz[oa]|quart[oa]|ultim[oa])(?: (?:opzione|metodo|modo|scelta)|${END})`,
      "iu",
    ),
    places: withLast("primo|prima secondo|seconda terzo|terza quarto|quarta", "ultimo|ultima"),
  },
  pt: {
    pattern: new RegExp(
      String.raw`(?:o|a) (primeir[oa]|segund[oa]|terceir[oa]|quart[oa]|últim[oa])(?: (?:opção|forma|método|maneira)|${END})`,
      "iu",
    ),
    places: withLast("primeiro|primeira segundo|segunda terceiro|terceira quarto|quarta", "último|última"),
  },
  nl: {
    pattern: new RegExp(
      String.raw`\b(?:de|het) (eerste|tweede|derde|vierde|laatste)(?: (?:optie|manier|methode|keuze)\b|${END})`,
      "iu",
    ),
    places: withLast("eerste tweede derde vierde", "laatste"),
  },
};

/**
 * Puts the option that is meant in the place of "the second one".
 *
 * @param otherOptions what there is to choose from where the answer lists nothing.
 * @returns the question with the option named, and the option; undefined where the question points at no option.
 *   The option is undefined where the answer has none in that place.
 */
export function resolveChoice(
  question: string,
  answer: string,
  language: string,
  otherOptions: () => readonly string[] = () => [],
): { question: string; option: string | undefined } | undefined {
  const ordinals = ORDINALS[baseLanguage(language)];
  const match = ordinals?.pattern.exec(question);
  if (ordinals === undefined || match === null || match === undefined) return undefined;
  const word =
    match
      .slice(1)
      .find((group) => group !== undefined)
      ?.toLowerCase() ?? "";
  const place = ordinals.places[word];
  const named = optionsOf(answer);
  const option = place === undefined ? undefined : (named.length > 0 ? named : otherOptions()).at(place);
  if (option === undefined) return { question, option };
  const before = question.slice(0, match.index);
  return { question: before + option + question.slice(match.index + match[0].length), option };
}

/** A visitor's question as units: each a word, or a wording that names a kind, and how much it says of what is asked. */
import { EVIDENCE_OF_OPENING, LISTED_LANGUAGES } from "../../language/function-words.ts";
import { baseLanguage } from "../../language/base-language.ts";
import type { QueryTerm } from "../../search/retriever.ts";
import { questionType, type QuestionType } from "../understand/question-type.ts";
import { askingForms, type AskingForm } from "./asking-forms.ts";
import { businessKinds, type BusinessKinds, type FoundKind } from "./business-kinds.ts";
import { HELPERS, kindWeight } from "./kind-weights.ts";
import { wordWeight } from "./light-words.ts";
import { readWords } from "./read-words.ts";
import { isSlip } from "./spelling.ts";
import { FORMS_OF_KIND, formsOf, type TellingForm } from "./telling-forms.ts";
import type { StaticEncoder } from "../../search/encoder/static-encoder.ts";

export interface QuestionUnit {
  words: readonly string[];
  /** Index terms of its words. */
  terms: readonly string[];
  /** Of each of those, the terms of the site that are a form of it, or a compound with it. */
  related: readonly (readonly string[])[];
  /** What the site says for it. */
  synonyms: readonly string[];
  kinds: readonly string[];
  /** Kinds of which it names one of many: another of them is not what was asked for. */
  looseKinds: readonly string[];
  /** How much of the question it is: 1 for a word that names a thing. */
  weight: number;
}

export interface ReadQuestion {
  text: string;
  /** Base language. */
  language: string;
  type: QuestionType;
  asks: ReadonlySet<AskingForm>;
  units: readonly QuestionUnit[];
  /** Sum of the units' weights, above 0. */
  weight: number;
  /** What the answer looks like, where the question says so; any of each list. */
  wanted: readonly (readonly TellingForm[])[];
  vector: Float32Array | undefined;
  /** How like a word the likest word of some texts is, 0 to 1; undefined where there is no encoder. */
  nearest: StaticEncoder["nearestTo"] | undefined;
  terms: ReadonlySet<string>;
}

export interface ReadQuestionInput {
  question: string;
  language: string;
  /** Of the retriever. */
  terms: readonly QueryTerm[];
  termsOf: (text: string) => string[];
  /** All terms of the site. */
  siteTerms: Pick<ReadonlyMap<string, unknown>, "has" | "keys">;
  encoder: StaticEncoder | undefined;
}

export function readQuestion(input: ReadQuestionInput): ReadQuestion {
  const { question, language, terms, termsOf, siteTerms, encoder } = input;
  const kinds = businessKinds(language);
  const synonymsOf = new Map(terms.map(({ term, synonyms }) => [term, synonyms ?? []]));
  // A word that the site spells otherwise stands among the terms as the site has it.
  for (const { term, word } of terms) {
    const [own = term] = termsOf(word);
    if (own !== term && isSlip(own, term) && !namesKind(word, kinds, language)) synonymsOf.set(own, [term]);
  }
  const clauses = clausesOf(question, language);
  const all: QuestionUnit[] = [];
  const known = [...siteTerms.keys()].filter(({ length }) => length >= MIN_RELATED_CHARS);
  const relatedTo = (term: string): string[] =>
    term.length < MIN_RELATED_CHARS
      ? []
      : known.filter((other) => other !== term && (other.includes(term) || term.includes(other)));
  const add = (unit: QuestionUnit): void => {
    const key = keyOf(unit);
    const same = all.findIndex((other) => keyOf(other) === key);
    if (same === -1) all.push(unit);
    else if ((all[same]?.weight ?? 0) < unit.weight) all[same] = unit;
  };
  const said: string[] = [];
  for (const { text, share } of clauses) {
    const words = readWords(text, language).map((word) => spelled(word, kinds, input));
    said.push(words.join(" "));
    const spans = kindSpans(kinds.find(words, "visitor"), kinds.names);
    const taken = new Set<number>();
    const unitOf = (from: number, to: number, weight: number): QuestionUnit => {
      const ownTerms = termsOf(words.slice(from, to).join(" "));
      return {
        words: words.slice(from, to),
        terms: ownTerms,
        related: ownTerms.map(relatedTo),
        synonyms: ownTerms.flatMap((term) => synonymsOf.get(term) ?? []),
        kinds: [],
        looseKinds: [],
        weight: weight * share,
      };
    };
    for (const { from, to, kinds: own, looseKinds, isAsked } of spans) {
      for (let at = from; at < to; at++) taken.add(at);
      const weight = Math.max(...[...own, ...looseKinds].map(kindWeight));
      const unit = { ...unitOf(from, to, weight), kinds: own, looseKinds };
      add(isAsked && to - from > 1 ? { ...unit, terms: [], related: [], synonyms: [] } : unit);
    }
    words.forEach((word, at) => {
      if (taken.has(at)) return;
      const unit = unitOf(
        at,
        at + 1,
        wordWeight(word, language) *
          (OWN.has(words[at - 1] ?? "")
            ? OWN_SHARE
            : isExample(words, at, language) || isOther(words, at, language)
              ? EXAMPLE_SHARE
              : 1),
      );
      if (unit.terms.length > 0) add(unit);
    });
  }
  lightenHelpers(all);
  lightenMoments(all, language);
  const wanted = all.flatMap(({ kinds: own }) => {
    const forms = own.flatMap((kind) => FORMS_OF_KIND[kind] ?? []);
    return forms.length === 0 ? [] : [[...new Set(forms)]];
  });
  const type = questionType(question);
  const ofType = formsOf(question).has("time")
    ? TIME_FORMS
    : FORMS_OF_TYPE[AND_WHEN.test(question) ? "when" : type];
  if (wanted.length === 0 && ofType !== undefined) wanted.push([...ofType]);
  return {
    text: question,
    language: baseLanguage(language),
    type,
    asks: askingForms(question, language),
    units: all,
    weight: all.reduce((sum, { weight }) => sum + weight, 0) || 1,
    wanted,
    vector: encoder?.encodeQuestion(said.join(" ")),
    nearest: encoder && ((word, texts) => encoder.nearestTo(word, texts)),
    terms: new Set(termsOf(said.join(" "))),
  };
}

function keyOf({ kinds, terms }: QuestionUnit): string {
  // What names one of many is told by its words.
  return kinds.length > 0 ? `kinds ${kinds.join(" ")}` : `terms ${terms.join(" ")}`;
}

/** What the answer looks like by how the question begins, where nothing in it tells. */
const FORMS_OF_TYPE: Readonly<Partial<Record<QuestionType, readonly TellingForm[]>>> = {
  when: ["time", "date", "duration"],
  who: ["person"],
};

/** "Is there a shop I can visit, and when?" */
const AND_WHEN = /(?:and|und|y|et|e|en) (?:when|wann|cuándo|cuando|quand|quando|wanneer)[\s?!.]*$/iu;

/** "At 8 pm" is answered by hours. */
const TIME_FORMS: readonly TellingForm[] = ["time"];

/** Beside a thing that is asked for, what only helps to ask counts so much. */
const HELPER_SHARE = 0.4;

/** "Can I bring my dog" asks for dogs. */
function lightenHelpers(units: QuestionUnit[]): void {
  const isHelper = ({ kinds }: QuestionUnit): boolean =>
    kinds.length > 0 && kinds.every((kind) => HELPERS.has(kind));
  if (!units.some((unit) => unit.weight >= 1 && unit.kinds.length > 0 && !isHelper(unit))) return;
  units.forEach((unit, at) => {
    if (isHelper(unit)) units[at] = { ...unit, weight: unit.weight * HELPER_SHARE };
  });
}

/** As {@link readWords} writes them. */
const MOMENTS: Readonly<Record<string, string>> = {
  en: "now today tonight tomorrow currently moment right just still yet this am pm oclock already",
  de: "jetzt heute morgen gerade derzeit momentan moment grade noch schon uhr",
  es: "ahora hoy manana momento mismo ya aun todavia",
  fr: "maintenant aujourd hui demain moment actuellement encore deja soir",
  it: "ora adesso oggi domani stasera momento attualmente ancora gia",
  pt: "agora hoje amanha momento ainda ja",
  nl: "nu vandaag morgen vanavond moment momenteel nog al",
};

const MOMENT_WEIGHT = 0.1;

/** "Are you open now" is answered by the hours of the week, which name no "now". */
function lightenMoments(units: QuestionUnit[], language: string): void {
  if (!units.some(({ kinds }) => kinds.includes("hours"))) return;
  const base = baseLanguage(language);
  const moments = Object.hasOwn(MOMENTS, base) ? (MOMENTS[base] ?? "").split(" ") : [];
  units.forEach((unit, at) => {
    if (unit.words.every((word) => moments.includes(word)))
      units[at] = { ...unit, weight: Math.min(unit.weight, MOMENT_WEIGHT) };
  });
}

/** "My teapot came smashed": what the visitor has is seldom what the page speaks of, at least in that word. */
const OWN: ReadonlySet<string> = new Set(
  "my our mein meine meinen meinem meiner unser unsere mi mis nuestro nuestra mon ma mes notre mio mia miei nostro nostra meu minha meus nosso nossa mijn onze".split(
    " ",
  ),
);
const OWN_SHARE = 0.6;

const OR: Readonly<Record<string, RegExp>> = {
  en: /^or$/,
  de: /^oder$/,
  es: /^[ou]$/,
  fr: /^ou$/,
  it: /^(?:o|oppure)$/,
  pt: /^ou$/,
  nl: /^of$/,
};
const OTHERS =
  /^(?:other|others|any|another|similar|something|anything|andere\w*|ahnliche\w*|sonst|otr[oa]s?|similares?|autres?|altr[oaie]|simili|outr[oa]s?|ander|iets|zoiets)$/;
const EXAMPLE_SHARE = 0.4;

/** "Do you take *Bupa* or other insurance": one of many, where any will do. */
function isExample(words: readonly string[], at: number, language: string): boolean {
  return isOr(words[at + 1], language) && OTHERS.test(words[at + 2] ?? "");
}

function isOr(word: string | undefined, language: string): boolean {
  return OR[baseLanguage(language)]?.test(word ?? "") === true;
}

/** "Rope climbing *or auto belays*": either will do. */
function isOther(words: readonly string[], at: number, language: string): boolean {
  return [1, 2].some((back) => at - back > 0 && isOr(words[at - back], language));
}

/** What is told before a question is asked counts so much less. */
const STORY_SHARE = 0.45;

interface Clause {
  text: string;
  share: number;
}

/** Where something is asked in one clause and told in another: "My mum is 79. Is there any money off?" */
function clausesOf(question: string, language: string): Clause[] {
  const parts = question.match(/[^.!?;,]+(?:[.,](?=\d)[^.!?;,]*)*[.!?;,]*/g) ?? [question];
  const clauses = parts.map((text) => ({ text, asks: asks(text, language) }));
  if (clauses.every(({ asks: does }) => !does)) return [{ text: question, share: 1 }];
  return clauses.map(({ text, asks: does }) => ({ text, share: does ? 1 : STORY_SHARE }));
}

function asks(text: string, language: string): boolean {
  if (text.trimEnd().endsWith("?")) return true;
  const base = baseLanguage(language);
  const [first = "", second = ""] = text.trim().toLowerCase().split(/\s+/);
  const opens = (word: string): boolean =>
    EVIDENCE_OF_OPENING.get(word)?.some(({ language: index }) => LISTED_LANGUAGES[index] === base) === true;
  return opens(first) || (/^(?:and|und|y|et|e|en)$/.test(first) && opens(second));
}

/** A word of a wording is no other word, mistyped. */
export function namesKind(word: string, kinds: BusinessKinds, language: string): boolean {
  return kinds.find(readWords(word, language), "visitor").length > 0;
}

/** Shorter words stand in too many others. */
const MIN_RELATED_CHARS = 5;

const MIN_MISTYPED_CHARS = 5;

/** A word as it was meant, where neither the site nor any kind has it and one letter makes it one of theirs. */
function spelled(
  word: string,
  kinds: BusinessKinds,
  { termsOf, siteTerms, language }: ReadQuestionInput,
): string {
  if (word.length < MIN_MISTYPED_CHARS || wordWeight(word, language) < 1) return word;
  if (termsOf(word).some((term) => siteTerms.has(term)) || namesKind(word, kinds, language)) return word;
  // A part of a compound of the site's.
  if ([...siteTerms.keys()].some((term) => term.includes(word))) return word;
  return kinds.nearest(word) ?? word;
}

interface KindSpan {
  from: number;
  to: number;
  kinds: string[];
  looseKinds: string[];
  isAsked: boolean;
}

/** The longest wordings first; one that takes the same words may be meant as well. */
function kindSpans(found: readonly FoundKind[], names: readonly string[]): KindSpan[] {
  const spans: KindSpan[] = [];
  const byLength = [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  for (const { kind, from, to, isOneOfMany, isAsked } of byLength) {
    const name = names[kind] ?? "";
    let span = spans.find((other) => from < other.to && to > other.from);
    if (span !== undefined && (span.from !== from || span.to !== to)) continue;
    if (span === undefined) {
      span = { from, to, kinds: [], looseKinds: [], isAsked: true };
      spans.push(span);
    }
    const named = isOneOfMany ? span.looseKinds : span.kinds;
    if (!named.includes(name)) named.push(name);
    span.isAsked &&= isAsked;
  }
  return spans.sort((a, b) => a.from - b.from);
}

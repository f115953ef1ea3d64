/**
 * What a sentence says, as far as it can be told without understanding it: its clauses, in each its words with
 * what they mean, which of them are denied, and how firmly it speaks.
 */
import { baseLanguage } from "../../language/base-language.ts";
import type { Amount } from "./amounts.ts";
import { amountsOf } from "./read-amounts.ts";
import { OR, toClause, type Draft } from "./read-clause.ts";
import { piecesOf } from "./statement-pieces.ts";
import { wordMeanings, type Marker, type Meaning, type WordMeanings } from "./words/meanings.ts";

export interface Word {
  text: string;
  /** All that it may be known by in another wording; the same thing in a sentence and in a passage shares one. */
  keys: readonly string[];
  /**
   * The opposites that it is one side of, with the side that is meant: "not included" is excluded. The side is 0 where
   * a negation may or may not reach it.
   */
  opposites: readonly Meaning[];
  isDenied: boolean;
  /** The first word that a negation reaches, which is what it denies; the others may be what it is denied of. */
  isDeniedFirst: boolean;
  /** A negation stands close by, whatever it denies. */
  isNearNegation: boolean;
  /** Small words, and words that fit any subject: they say little of what a sentence is about. */
  isLight: boolean;
  isCode: boolean;
  /** Capitalised within a sentence, or an identifier. */
  isName: boolean;
  /** Place of its first character in the sentence. */
  at: number;
}

export interface Clause {
  words: readonly Word[];
  markers: ReadonlySet<Marker>;
  /** What stands right behind "only", or before it at the end of a clause. */
  onlyWords: readonly Word[];
  /** What stands right behind "except". */
  exceptWords: readonly Word[];
  amounts: readonly Amount[];
}

export interface StatementReader {
  /** @param language BCP 47 */
  read(text: string, language: string): Clause[];
}

/** Words that begin another clause, by language. */
const JOINING: Record<string, ReadonlySet<string>> = {
  en: new Set([
    "and",
    "or",
    "but",
    "while",
    "whereas",
    "although",
    "though",
    "so",
    "because",
    "since",
    "unless",
    "except",
    "if",
    "when",
    "who",
    "which",
  ]),
  de: new Set(["und", "oder", "aber", "sondern", "während", "sonst", "wenn", "falls", "außer", "weil"]),
  es: new Set(["y", "e", "o", "pero", "sino", "mientras", "aunque", "si", "cuando", "salvo", "excepto"]),
  fr: new Set(["et", "ou", "mais", "tandis", "alors", "si", "sauf", "quand"]),
  it: new Set(["e", "ed", "o", "ma", "mentre", "se", "quando", "tranne", "però"]),
  pt: new Set(["e", "ou", "mas", "enquanto", "se", "quando", "exceto", "salvo"]),
  nl: new Set(["en", "of", "maar", "terwijl", "als", "behalve", "tenzij", "want", "omdat"]),
};

/** @param termsOf index terms of a text, of the site's language */
export function createStatementReader(termsOf: (text: string) => string[]): StatementReader {
  const keysOfWord = new Map<string, readonly string[]>();

  const keysOf = (word: string): readonly string[] => {
    const known = keysOfWord.get(word);
    if (known !== undefined) return known;
    const folded = word.normalize("NFD").replace(/\p{M}/gu, "");
    const keys = new Set([`w:${folded}`, ...termsOf(word).map((term) => `s:${term}`)]);
    // "motivation" and "motivated", "Certificat" and "certificate".
    if (folded.length >= 6) keys.add(`b:${folded.slice(0, COMMON_BEGINNING.test(folded) ? 8 : 5)}`);
    keysOfWord.set(word, [...keys]);
    return [...keys];
  };

  return {
    read(text, language) {
      const base = baseLanguage(language);
      const pieces = piecesOf(text, base);
      const lower = pieces.map(({ text: piece }) => piece.toLowerCase().replace(/’/g, "'"));
      const tables = wordMeanings(base);
      const joining = JOINING[base] ?? new Set<string>();
      const amounts = amountsOf(text);
      const drafts: Draft[] = [newDraft(0)];
      let meaningEnd = 0;
      let markerEnd = 0;
      pieces.forEach((piece, index) => {
        let draft = drafts.at(-1)!;
        const word = lower[index] ?? "";
        if (piece.isBorder) {
          if (draft.entries.length > 0) drafts.push(newDraft(piece.at));
          meaningEnd = markerEnd = 0;
          return;
        }
        const isSameNegation = isOneNegation(base, draft, word, lower[index + 1] ?? "", keysOf);
        if (joining.has(word) && draft.entries.length > 0 && !isSameNegation) {
          draft = newDraft(piece.at);
          drafts.push(draft);
        }
        // "Half an hour" and "three" are amounts, and no words.
        if (
          amounts.some(({ isWord, from, to }) => isWord && piece.at >= from && piece.at < to && !piece.isCode)
        )
          return;
        const { meanings, markers } = lookUp(tables, lower, index, { meaningEnd, markerEnd });
        meaningEnd = Math.max(meaningEnd, index + meanings.length);
        markerEnd = Math.max(markerEnd, index + markers.length);
        if (markers.length === 0 && word.endsWith("n't")) markers.found.push("not");
        if (markers.found.includes("forbid") && !markers.found.includes("not")) markers.found.push("not");
        draft.entries.push({
          piece,
          word,
          markers: markers.found,
          meanings: piece.isCode ? [] : meanings.found,
          isStopWord:
            !piece.isCode &&
            meanings.found.length === 0 &&
            keysOf(word).every((key) => !key.startsWith("s:")),
          keys: piece.isCode ? codeKeys(word, keysOf) : keysOf(word),
        });
      });
      const said = drafts.filter(
        ({ entries }, index) => entries.length > 0 || (index === 0 && amounts.length > 0),
      );
      return joinElliptic(said).map((draft, index, all) =>
        toClause(draft, base, amounts, all[index + 1]?.from ?? Number.POSITIVE_INFINITY),
      );
    },
  };
}

/** "Do not delete or modify it": what stands behind "or" is denied as well, unless it has a subject of its own. */
function isOneNegation(
  language: string,
  { entries }: Draft,
  word: string,
  next: string,
  keysOf: (word: string) => readonly string[],
): boolean {
  return (
    word === OR[language] &&
    entries.slice(-MAX_OR_WORDS).some(({ markers }) => markers.includes("not")) &&
    keysOf(next).some((key) => key.startsWith("s:"))
  );
}

/** As far behind a negation an "or" belongs to it. */
const MAX_OR_WORDS = 4;

/** They begin words of any meaning. */
const COMMON_BEGINNING =
  /^(?:inter|trans|unter|contr|super|conte|verse|ander|besch|gesch|versc|ausge|einge|ange|über|under|recon|recom|compr|comple)/;

function newDraft(from: number): Draft {
  return { from, entries: [] };
}

function codeKeys(code: string, keysOf: (word: string) => readonly string[]): string[] {
  const parts = code.split(/[^\p{L}\p{N}_$]+/u).filter((part) => part !== "");
  return [
    `code:${code}`,
    ...(parts.length === 1 ? [`code:${parts[0] ?? ""}`, ...keysOf(parts[0] ?? "")] : []),
  ];
}

function lookUp(
  tables: WordMeanings | undefined,
  words: readonly string[],
  index: number,
  { meaningEnd, markerEnd }: { meaningEnd: number; markerEnd: number },
): { meanings: { found: Meaning[]; length: number }; markers: { found: Marker[]; length: number } } {
  const none = { found: [], length: 0 };
  const meanings = tables === undefined || index < meaningEnd ? none : tables.meaningsAt(words, index);
  let markers: { found: Marker[]; length: number } =
    tables === undefined || index < markerEnd ? none : tables.markersAt(words, index);
  // In "no more than" nothing is denied.
  const isWithin = index < meaningEnd && meaningEnd - index < words.length;
  if ((meanings.length > 1 && meanings.length > markers.length) || (isWithin && markers.length <= 1)) {
    const kept = markers.found.filter((marker) => marker !== "not" || words[index] === "pas");
    markers = { found: meanings.length > 1 || isWithin ? kept : markers.found, length: markers.length };
  }
  // "In short" says nothing of a length.
  const isPhrase = markers.length > Math.max(1, meanings.length) && markers.found.includes("light");
  return {
    meanings: {
      found: isPhrase ? [] : [...meanings.found],
      length: isPhrase ? markers.length : meanings.length,
    },
    markers: { found: [...markers.found], length: markers.length },
  };
}

/** "The cap is mandatory; the goggles, no": what is denied was said just before. */
function joinElliptic(drafts: Draft[]): Draft[] {
  drafts.forEach((draft, index) => {
    const [only] = draft.entries;
    const subject = drafts[index - 1];
    const said = drafts[index - 2];
    if (draft.entries.length !== 1 || only === undefined || !only.markers.includes("not")) return;
    if (subject === undefined || said === undefined) return;
    const predicate = said.entries
      .filter(({ markers }, at) => markers.length > 0 || at === said.entries.length - 1)
      // Not mandatory is optional.
      .map((entry) => ({
        ...entry,
        markers: entry.markers.map((marker) => (marker === "must" ? ("optional" as const) : marker)),
      }));
    draft.entries = [...subject.entries, only, ...predicate];
    draft.isElliptic = true;
    subject.entries = [];
  });
  return drafts.filter(({ entries }, index) => entries.length > 0 || index === 0);
}

/**
 * What a sentence says, as far as it can be told without understanding it: its clauses, in each its words with
 * what they mean, which of them are denied, and how firmly it speaks.
 */
import { baseLanguage } from "../../language/base-language.ts";
import type { Amount } from "./amounts.ts";
import { amountsOf } from "./read-amounts.ts";
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

const PIECE =
  /`[^`\n]*`|[\p{L}_$@#][\p{L}\p{M}\p{N}_$]*(?:['’.\-/_:@][\p{L}\p{N}_$]+)*(?:['’](?!\p{L}))?|--?\p{L}[\p{L}\p{N}-]*|\p{N}+[\p{L}\p{N}]*|[,;:()–—](?=\s|$)|[.!?…]/gu;

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

/** In these a negation stands behind what it denies more often than before it. */
const VERB_LAST: ReadonlySet<string> = new Set(["de", "nl"]);

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

const OR: Record<string, string> = { en: "or", de: "oder", es: "o", fr: "ou", it: "o", pt: "ou", nl: "of" };

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

interface Piece {
  text: string;
  at: number;
  isBorder: boolean;
  isCode: boolean;
  isName: boolean;
}

interface Entry {
  piece: Piece;
  word: string;
  markers: readonly Marker[];
  meanings: readonly Meaning[];
  /** The index leaves it out: "the", "of". */
  isStopWord: boolean;
  keys: readonly string[];
}

interface Draft {
  from: number;
  entries: Entry[];
  /** Its predicate was said before. */
  isElliptic?: boolean;
}

function newDraft(from: number): Draft {
  return { from, entries: [] };
}

/** Languages that join a short word to the next one: `l'installation`. */
const ELIDING: ReadonlySet<string> = new Set(["fr", "it", "ca"]);
/** Languages that capitalise every noun: there a capital makes no name. */
const CAPITALISING: ReadonlySet<string> = new Set(["de", "lb"]);

function piecesOf(text: string, language: string): Piece[] {
  const pieces: Piece[] = [];
  const readable = ELIDING.has(language) ? text.replace(/(?<=\p{L})['’](?=\p{L})/gu, " ") : text;
  for (const { 0: found, index } of readable.matchAll(PIECE)) {
    const isCode = found.startsWith("`") || /^--?\p{L}/u.test(found);
    const isBorder = /^[,;:()–—.!?…]$/.test(found);
    const plain = isCode
      ? found.replace(/^`|`$/g, "").trim()
      : found.replace(/['’]s$/, "").replace(/['’]$/, "");
    if (plain === "" || (/^\$?\p{N}/u.test(plain) && !/\p{L}/u.test(plain))) continue;
    const isFirst = !/[\p{L}\p{N}][^.!?…]*$/u.test(readable.slice(Math.max(0, index - 40), index));
    const isName =
      !isBorder &&
      !/^\p{L}\.\p{L}$/u.test(plain) &&
      (isCode ||
        /^\p{Lu}{2,}|\p{Ll}\p{Lu}|[_@]|\p{L}\.\p{L}/u.test(plain) ||
        (/^\p{Lu}/u.test(plain) && !isFirst && !CAPITALISING.has(language)));
    // "same-day" is two words; an identifier is one, and its parts are found by the index terms.
    const parts = !isCode && !isBorder && /^\p{L}+(?:-\p{L}+)+$/u.test(plain) ? plain.split("-") : [plain];
    for (const part of parts) pieces.push({ text: part, at: index, isBorder, isCode, isName });
  }
  return pieces;
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

const NEAR_WORDS = 4;
/** A negation reaches about so many words that mean something. */
const DENIED_WORDS = 3;
/** "without a date" denies the date alone. */
const CLOSE_NEGATION = /^(?:without|ohne|sin|sans|senza|sem|zonder|no|kein\p{Ll}{0,2}|geen|free)$/u;
const CLOSELY_DENIED_WORDS = 1;
/** "There is no way to restore it". */
const NO_WAY =
  /^(?:way|possibility|option|chance|means|möglichkeit|manera|forma|moyen|modo|maneira|manier|mogelijkheid)$/u;
/** Said of a thing, not of what happens: "requests without a key are rejected". */
const WITHOUT = /^(?:without|ohne|sin|sans|senza|sem|zonder)$/u;
/** The index leaves them out, and yet they are what is denied. */
const VERBS_OF_ALL_WORK =
  /^(?:get|got|gets|take|takes|let|lets|want|use|used|go|goes|come|comes|make|made|do|keep|see)$/u;
const AUXILIARY =
  /^(?:longer|mehr|más|plus|più|mais|meer|occur|occurs|happen|happens|be|been|being|is|are|was|were|have|has|had|to|will|would|can|could|may|might|must|sein|werden|wird|haben|zu|ser|estar|ha|han|haber|être|été|avoir|essere|stato|avere|estar|ter|zijn|worden|te)$/u;

function toClause(
  { from, entries, isElliptic = false }: Draft,
  language: string,
  amounts: readonly Amount[],
  end: number,
): Clause {
  const markers = new Set(entries.flatMap(({ markers: own }) => [...own]));
  const isLight = ({ markers: own, meanings, isStopWord, piece }: Entry): boolean =>
    isStopWord ||
    (!piece.isCode && !piece.isName && own.length > 0 && !meanings.some(({ side }) => side !== 0)) ||
    /^[ap]\.m$/i.test(piece.text);
  const denied = new Set<Entry>();
  const first = new Set<Entry>();
  // Several in one clause are one negation in most languages, and cancel each other in few sentences.
  const negations = entries.flatMap((entry, index) => (entry.markers.includes("not") ? [index] : []));
  for (const index of negations) {
    const isSmall = (entry: Entry): boolean => entry.isStopWord && !VERBS_OF_ALL_WORK.test(entry.word);
    const after = entries
      .slice(index + 1)
      .filter((entry) => !isSmall(entry) && !AUXILIARY.test(entry.word) && !NO_WAY.test(entry.word));
    const before = entries.slice(0, index).filter((entry) => !isLight(entry));
    const reached =
      after.length > 0
        ? after.slice(
            0,
            CLOSE_NEGATION.test(entries[index]?.word ?? "") && !NO_WAY.test(entries[index + 1]?.word ?? "")
              ? CLOSELY_DENIED_WORDS
              : DENIED_WORDS,
          )
        : before.slice(-2);
    for (const entry of reached) denied.add(entry);
    const [nearest] = after.length > 0 ? reached : reached.slice(-1);
    if (nearest !== undefined && !WITHOUT.test(entries[index]?.word ?? "")) {
      first.add(nearest);
      for (const entry of reached)
        if (entries[entries.indexOf(entry) - 1]?.word === OR[language]) first.add(entry);
    }
    if (VERB_LAST.has(language) && after.length === 0)
      for (const entry of before.slice(-3)) denied.add(entry);
  }
  // Not optional is a must.
  const isNotOptional =
    !isElliptic && entries.some((entry) => first.has(entry) && entry.markers.includes("optional"));
  if (isNotOptional && markers.delete("optional")) markers.add("must");
  const words = entries.map((entry, index): Word => {
    const { piece, meanings, keys } = entry;
    const isDenied = denied.has(entry);
    const isFree = first.has(entry) && meanings.some(({ name }) => name === "cost");
    return {
      text: piece.text,
      at: piece.at,
      keys: [...new Set([...keys, ...meanings.map(({ name, side }) => `${side === 0 ? "m" : "o"}:${name}`)])],
      opposites: meanings
        .filter(({ side }) => side !== 0)
        .map(({ name, side }) => ({
          name,
          said: side,
          side: (first.has(entry) ? -side : isDenied ? 0 : side) as Meaning["side"],
        }))
        // Who does not pay has it free.
        .concat(isFree ? [{ name: "free", side: 1, said: 1 }] : []),
      isDenied,
      isDeniedFirst: first.has(entry),
      isNearNegation: negations.some((negation) => Math.abs(negation - index) <= NEAR_WORDS),
      isLight: isLight(entry),
      isCode: piece.isCode,
      isName: piece.isName,
    };
  });
  const only = entries.findIndex(({ markers: own }) => own.includes("only"));
  const behind = only === -1 ? [] : words.slice(only + 1).filter((word) => !word.isLight);
  const except = entries.findIndex(({ markers: own }) => own.includes("except"));
  return {
    words,
    markers,
    exceptWords:
      except === -1
        ? []
        : words
            .slice(except + 1)
            .filter(({ isLight, keys }) => !isLight && keys.some((key) => /^(?:s|code):/.test(key)))
            .slice(0, 1),
    onlyWords:
      behind.length > 0
        ? behind.slice(0, 2)
        : only === -1
          ? []
          : words
              .slice(0, only)
              .filter((word) => !word.isLight)
              .slice(-1),
    amounts: amounts.filter((amount) => amount.from >= from && amount.from < end),
  };
}

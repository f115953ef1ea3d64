/** A clause by its words: which of them are denied, which are opposites of what they say, and which say little. */
import type { Amount } from "./amounts.ts";
import type { Piece } from "./statement-pieces.ts";
import type { Clause, Word } from "./statement.ts";
import type { Marker, Meaning } from "./words/meanings.ts";

export interface Entry {
  piece: Piece;
  word: string;
  markers: readonly Marker[];
  meanings: readonly Meaning[];
  /** The index leaves it out: "the", "of". */
  isStopWord: boolean;
  keys: readonly string[];
}

export interface Draft {
  from: number;
  entries: Entry[];
  /** Its predicate was said before. */
  isElliptic?: boolean;
}

/** In these a negation stands behind what it denies more often than before it. */
const VERB_LAST: ReadonlySet<string> = new Set(["de", "nl"]);

/** What stands behind it is denied with what stands before it. */
export const OR: Record<string, string> = {
  en: "or",
  de: "oder",
  es: "o",
  fr: "ou",
  it: "o",
  pt: "ou",
  nl: "of",
};

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

/** @param end where the next clause begins, in characters of the sentence */
export function toClause(
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

/**
 * Formatting that was pasted along: tags, entities and emphasis. Who asks about a tag is not to lose it, so that only
 * pairs around words go, and tags without one at the edges of a line.
 */
import { takenOf, type Cleaner, type Taken } from "./clean-step.ts";

const NAMED: Record<string, string> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  shy: "",
  zwnj: "",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  ndash: "–",
  mdash: "—",
  hellip: "…",
  iexcl: "¡",
  iquest: "¿",
  szlig: "ß",
  euro: "€",
  aelig: "æ",
  oelig: "œ",
};

const ACCENTS: Record<string, string> = {
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
  ring: "\u030A",
  cedil: "\u0327",
};

/** Within or beside a word: one that stands alone is asked about. */
const ENTITY =
  /(?<=[\p{L}\p{N}>?!.,;¿¡&])&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));|&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));(?=[\p{L}<&]|$)|&(?:#(19[2-9]|2\d\d)|#x([c-f][\da-f])|([a-z](?:acute|grave|circ|tilde|uml|ring|cedil)));/giu;

function characterOf(
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string | undefined {
  if (name === undefined) {
    const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
    return code >= 0x20 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff)
      ? String.fromCodePoint(code)
      : undefined;
  }
  const accent = ACCENTS[name.slice(1).toLowerCase()];
  if (accent !== undefined) return ((name[0] ?? "") + accent).normalize("NFC");
  return NAMED[name.toLowerCase()];
}

const FORMATTING =
  "b|i|u|p|a|em|strong|span|div|font|br|hr|small|big|center|blockquote|h[1-6]|ul|ol|li|table|tbody|tr|td|th|html|body|section|article|s|strike|sub|sup|mark";
const TAG = new RegExp(`<(/?)(${FORMATTING})(?:\\s[^<>]{0,300})?\\s?/?>`, "giu");
const BOARD_TAG = /\[(\/?)(b|i|u|s|url|quote|color|size|img|code|list)(?:=[^\]\s]{0,200})?\]/giu;

/** Who asks about markup keeps it. */
const ASKS_OF_MARKUP =
  /(?<!\p{L})(?:html|css|tags?|elements?|markup|attributes?|balises?|etiquetas?|elementos?|elementi|elemento|bbcode|markdown|auszeichnung|escape[ds]?|entit(?:y|ies))(?!\p{L})/iu;

/** `**bold**`, `~~gone~~`, `*word*`, `_word_`: around words, never within one; `__init__` is a name. */
const EMPHASIS =
  /(?<![\p{L}\p{N}*_~`])(\*\*|~~|\*|_)(?=[^\s*_~])([^*_~`\n]{1,300}?)(?<=\S)\1(?![\p{L}\p{N}*_~(])/gu;
const LINK = /!?\[([^\][\n]{1,200})\]\((?:https?:\/\/|\/|#|mailto:)[^()\s]{0,500}\)/gu;
const HEADING = /^[ \t]{0,3}#{1,6}[ \t]+(?=\p{L})/gmu;

export const withoutMarkup: Cleaner = (text) => {
  if (!/[<&[*_~#]/u.test(text) || ASKS_OF_MARKUP.test(text)) return undefined;
  const taken: Taken[] = [];
  let result = text.replace(ENTITY, (entity, ...groups: (string | undefined)[]) => {
    const to = characterOf(
      groups[0] ?? groups[3] ?? groups[6],
      groups[1] ?? groups[4] ?? groups[7],
      groups[2] ?? groups[5] ?? groups[8],
    );
    if (to === undefined) return entity;
    taken.push(takenOf("markup", entity, to));
    return to;
  });
  for (const tags of [TAG, BOARD_TAG]) {
    const names = new Map<string, { opens: number; closes: number }>();
    for (const [, slash, name = ""] of result.matchAll(tags)) {
      const counted = names.get(name.toLowerCase()) ?? { opens: 0, closes: 0 };
      if (slash === "/") counted.closes++;
      else counted.opens++;
      names.set(name.toLowerCase(), counted);
    }
    const before = result;
    result = before.replace(tags, (tag, _slash: string, name: string, at: number) => {
      const { opens = 0, closes = 0 } = names.get(name.toLowerCase()) ?? {};
      const isAtEdge =
        /(?:^|[\n>])\s*$/u.test(before.slice(Math.max(0, at - 20), at)) ||
        /^\s*(?:$|[\n<])/u.test(before.slice(at + tag.length, at + tag.length + 20));
      if (!(opens > 0 && closes > 0) && !isAtEdge) return tag;
      taken.push(takenOf("markup", tag));
      return /^(?:b|i|u|a|em|strong|span|font|s|mark|small|big|url|color|size)$/iu.test(name) ? "" : " ";
    });
  }
  for (const [pattern, group] of [
    [LINK, 1],
    [EMPHASIS, 2],
    [EMPHASIS, 2],
    [HEADING, 0],
  ] as const) {
    result = result.replace(pattern, (whole: string, ...groups: unknown[]) => {
      const to = group === 0 ? "" : String(groups[group - 1]);
      taken.push(takenOf("markup", whole, to));
      return to;
    });
  }
  return taken.length === 0 ? undefined : { text: result, taken };
};

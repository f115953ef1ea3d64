/** Which rows of a table, items of a list and sentences of a long paragraph answer: the others only hide them. */
import { rowText } from "../../citation/quote.ts";
import type { Block } from "../../corpus/format.ts";
import { isInMidThought } from "./noise-patterns.ts";
import { splitSentences } from "../../text/sentences.ts";
import type { WeighedLine } from "../generation-provider.ts";

/** A table or a list of up to so many rows or items is quoted whole, */
const WHOLE_MAX_ROWS = 3;
const WHOLE_MAX_ITEMS = 7;
/** a longer one by those that hold so much of what tells one from another as the best of them does, */
const OWN_SHARE = 0.75;
/** or are as likely to answer, */
const LIKELY_SHARE = 0.5;
/** where those are so few: else it is the whole of it that was asked for; */
const TOLD_MAX_ROWS = 4;
/** and up to so many only where one or two hold all of it. */
const BRIEF_MAX_ROWS = 7;
const BRIEF_TOLD_MAX_ROWS = 2;
const ALL_SHARE = 0.75;

/** A paragraph of more words, and of so many sentences, is quoted in part. */
const WHOLE_PARAGRAPH_MAX_WORDS = 45;
const PARAGRAPH_MIN_SENTENCES = 3;

/**
 * The block with those of its rows, items or sentences that answer, in their order; the block itself where all of them
 * are told.
 */
export function answeringPart(
  block: Block,
  lines: readonly WeighedLine[],
  { asksList }: { asksList: boolean },
): Block {
  switch (block.kind) {
    case "table": {
      const [header = [], ...rows] = block.rows;
      const told = asksList ? undefined : chosenOf(rows, WHOLE_MAX_ROWS, rowText, lines);
      return told === undefined ? block : { ...block, rows: [header, ...told] };
    }
    case "list": {
      // Steps are followed one after another.
      if (block.ordered || asksList) return block;
      const told = chosenOf(block.items, WHOLE_MAX_ITEMS, plainItem, lines);
      return told === undefined ? block : { ...block, items: told };
    }
    case "paragraph": {
      const text = answeringSentences(block.text, lines);
      return text === undefined ? block : { ...block, text };
    }
    case "code":
      return block;
  }
}

function shareOf(text: string, lines: readonly WeighedLine[]): number {
  return lines.find((line) => line.text === text)?.share ?? 0;
}

/** As its lines have it. */
function plainItem(item: string): string {
  return item.replace(/\s*\n\s*(?:– )?/g, " ");
}

/** @returns undefined where all are told */
function chosenOf<T>(
  all: readonly T[],
  wholeMax: number,
  textOf: (one: T) => string,
  lines: readonly WeighedLine[],
): T[] | undefined {
  if (all.length <= wholeMax) return undefined;
  const seen = all.map((one) => {
    // A long item is several lines.
    const own = lines.filter(({ text }) => textOf(one).includes(text));
    return {
      one,
      ownShare: Math.max(0, ...own.map(({ ownShare }) => ownShare)),
      share: Math.max(0, ...own.map(({ share }) => share)),
    };
  });
  const best = Math.max(...seen.map(({ ownShare }) => ownShare));
  const likeliest = Math.max(...seen.map(({ share }) => share));
  if (best === 0) return undefined;
  const told = seen.filter(
    ({ ownShare, share }) => ownShare >= OWN_SHARE * best || share >= LIKELY_SHARE * likeliest,
  );
  const isBrief = all.length <= BRIEF_MAX_ROWS;
  if (told.length > (isBrief ? BRIEF_TOLD_MAX_ROWS : TOLD_MAX_ROWS) || (isBrief && best < ALL_SHARE))
    return undefined;
  return told.map(({ one }) => one);
}

const ENOUGH_SHARE = 0.95;

/** The sentences of a paragraph around those that answer; undefined where it is told whole. */
function answeringSentences(text: string, lines: readonly WeighedLine[]): string | undefined {
  if (text.split(/\s+/).length <= WHOLE_PARAGRAPH_MAX_WORDS) return undefined;
  const rows = text.split(/\n+/);
  const sentences = rows.flatMap((row, at) => splitSentences(row).map((sentence) => ({ sentence, row: at })));
  if (sentences.length < PARAGRAPH_MIN_SENTENCES) return undefined;
  const shares = sentences.map(({ sentence }) => shareOf(sentence, lines));
  const total = shares.reduce((sum, value) => sum + value, 0);
  if (total === 0) return undefined;
  let from = shares.indexOf(Math.max(...shares));
  let to = from + 1;
  let sum = shares[from] ?? 0;
  while (sum < ENOUGH_SHARE * total && (from > 0 || to < sentences.length)) {
    const isNext = (shares[to] ?? -1) >= (shares[from - 1] ?? -1);
    sum += (isNext ? shares[to++] : shares[--from]) ?? 0;
  }
  while (from > 0 && isInMidThought(sentences[from]?.sentence ?? "")) from--;
  // A question that a paragraph asks is answered by what follows.
  if (sentences[from - 1]?.sentence.trimEnd().endsWith("?") === true) from--;
  while (to < sentences.length && isInMidThought(sentences[to]?.sentence ?? "")) to++;
  if (sentences[to - 1]?.sentence.trimEnd().endsWith("?") === true && to < sentences.length) to++;
  if (sentences.length - (to - from) < 2) return undefined;
  const told = sentences.slice(from, to);
  return [...Map.groupBy(told, ({ row }) => row).values()]
    .map((ofRow) => ofRow.map(({ sentence }) => sentence).join(" "))
    .join("\n");
}

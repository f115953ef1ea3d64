/** Pages of a PDF as headings and blocks in reading order, with the place where each page begins. */
import { countWords } from "../../chunk/words.ts";
import type { DroppedText } from "../document.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import { attachAccents } from "./accents.ts";
import { readingOrder } from "./columns.ts";
import { withoutContents } from "./contents-lines.ts";
import { depthsOf, mergeNumberHeadings } from "./headings.ts";
import { isRightToLeftText, textOfRuns, Vocabulary } from "./line-text.ts";
import { linesOf, segmentsOf } from "./lines.ts";
import { blocksOf, type PdfHeading } from "./page-blocks.ts";
import { joinPages, type PagePart } from "./join-pages.ts";
import { dropRunningHeads, type PageSegments } from "./running-heads.ts";
import { titleOf } from "./pdf-title.ts";
import type { PdfOutlineEntry, PdfPage, TextRun } from "./pdf-page.ts";

/** A document of which more than this is typewriter text is one, and it marks no code. */
const TYPEWRITER_SHARE = 0.6;
/** Outside of the page by this many points, text is not seen. */
const MARGIN = 2;

/** What is kept of a page until all are read. */
export interface MeasuredPage extends PageSegments {
  /** Parts whose text runs in other directions, each as if it were upright. */
  turned: PageSegments["segments"][];
}

export interface Layout {
  items: OutlineItem[];
  title?: string;
  dropped: DroppedText[];
}

/** Counts of characters over the document. */
export class TextStatistics {
  readonly #bySize = new Map<number, number>();
  #characters = 0;
  #monospaced = 0;
  #rightToLeft = 0;
  hiddenWords = 0;

  learn({ text, size, isMonospaced }: TextRun): void {
    const { length } = text.trim();
    const rounded = Math.round(size * 4) / 4;
    this.#bySize.set(rounded, (this.#bySize.get(rounded) ?? 0) + length);
    this.#characters += length;
    if (isMonospaced) this.#monospaced += length;
    if (isRightToLeftText(text)) this.#rightToLeft += length;
  }

  get bodySize(): number {
    let best = 10;
    let most = 0;
    for (const [size, count] of this.#bySize) if (count > most) [best, most] = [size, count];
    return best;
  }

  get isTypewriter(): boolean {
    return this.#monospaced > TYPEWRITER_SHARE * this.#characters;
  }

  get isRightToLeft(): boolean {
    return this.#rightToLeft > 0.5 * this.#characters;
  }
}

/** Text of a page that is seen, in segments. */
export function measurePage(page: PdfPage, statistics: TextStatistics): MeasuredPage {
  const seen = attachAccents(page.runs).filter((run) => {
    const isSeen =
      run.left < page.width + MARGIN &&
      run.left > -MARGIN - (run.right - run.left) &&
      run.baseline > -MARGIN &&
      run.baseline < page.height + run.size;
    if (!isSeen) statistics.hiddenWords += countWords(run.text);
    else statistics.learn(run);
    return isSeen;
  });
  const byDirection = new Map<number, TextRun[]>();
  for (const run of seen) {
    // Italics and scans lean a little.
    const degrees = (Math.round(run.degrees / 5) * 5) % 360;
    const group = byDirection.get(degrees);
    if (group === undefined) byDirection.set(degrees, [run]);
    else group.push(run);
  }
  const groups = [...byDirection].sort(([, one], [, other]) => other.length - one.length);
  const upright = byDirection.get(0) ?? [];
  // A page that was made sideways is upright when it is turned.
  const [mainDegrees, main] =
    groups[0] !== undefined && upright.length < 0.2 * seen.length ? groups[0] : [0, upright];
  return {
    number: page.number,
    height: mainDegrees % 180 === 0 ? page.height : page.width,
    segments: segmentsOf(turned(main, mainDegrees, page)),
    turned: groups
      .filter(([degrees]) => degrees !== mainDegrees)
      .map(([degrees, runs]) => segmentsOf(turned(runs, degrees, page))),
  };
}

/** Runs as they stand when the page is turned so that they are upright. */
function turned(runs: readonly TextRun[], degrees: number, { width, height }: PdfPage): TextRun[] {
  if (degrees === 0) return [...runs];
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const corners = [0, width].flatMap((x) =>
    [0, height].map((y) => ({ x: x * cosine + y * sine, y: y * cosine - x * sine })),
  );
  const left = Math.min(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  return runs.map((run) => {
    const x = run.left * cosine + run.baseline * sine - left;
    return {
      ...run,
      left: x,
      right: x + (run.right - run.left),
      baseline: run.baseline * cosine - run.left * sine - top,
      degrees: 0,
    };
  });
}

export interface LayoutInput {
  pages: MeasuredPage[];
  statistics: TextStatistics;
  outline: readonly PdfOutlineEntry[];
  /** As the document names it. */
  title: string | undefined;
}

export function layOut({ pages, statistics, outline, title: named }: LayoutInput): Layout {
  const repeated = dropRunningHeads(pages);
  const vocabulary = new Vocabulary();
  for (const { segments } of pages)
    for (const { runs, size, baseline } of segments)
      vocabulary.learn(textOfRuns(runs, size, baseline, false));

  const { bodySize, isTypewriter, isRightToLeft } = statistics;
  const outlineOf = new Map<number, PdfOutlineEntry[]>();
  for (const entry of outline) {
    const entries = outlineOf.get(entry.page);
    if (entries === undefined) outlineOf.set(entry.page, [entry]);
    else entries.push(entry);
  }
  let contentsWords = 0;
  let wasContents = false;
  const parts: PagePart[] = [];
  for (const { number, segments, turned: aside } of pages) {
    const rules = { bodySize, vocabulary, marksCode: !isTypewriter, outline: outlineOf.get(number) ?? [] };
    const columns = readingOrder(segments, isRightToLeft).map((column) => linesOf(column, isRightToLeft));
    for (const column of columns) {
      const { kept, dropped, goesOn } = withoutContents(column, wasContents);
      contentsWords += dropped.reduce((sum, text) => sum + countWords(text), 0);
      wasContents = goesOn;
      parts.push({ number, blocks: mergeNumberHeadings(blocksOf(kept, rules)) });
    }
    for (const group of aside) {
      for (const column of readingOrder(group, isRightToLeft))
        parts.push({ number, blocks: blocksOf(linesOf(column, isRightToLeft), rules) });
    }
  }

  const headings = parts.flatMap(({ blocks }) =>
    blocks.filter((block): block is PdfHeading => block.kind === "heading"),
  );
  const depths = depthsOf(headings);
  const title = titleOf(
    named,
    parts.filter(({ number }) => number === parts[0]?.number).flatMap(({ blocks }) => blocks),
    bodySize,
  );
  const dropped: DroppedText[] = [
    { reason: "repeated" as const, words: repeated },
    { reason: "furniture" as const, words: contentsWords },
    { reason: "hidden" as const, words: statistics.hiddenWords },
  ].filter(({ words }) => words > 0);
  return {
    items: joinPages(parts, { depths, vocabulary, title }),
    ...(title !== undefined && { title }),
    dropped,
  };
}

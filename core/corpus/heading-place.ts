/** Where in a chunk something stands: under which heading, and at which address that opens. */
import type { Block, Chunk } from "./format.ts";

/** Between the headings of a section's path. */
const SECTION_SEPARATOR = " › ";

export interface HeadingPlace {
  /** Of the page, with `#anchor` where the id is sure that opens it there. */
  url: string;
  /** Headings below the title, outermost first. */
  headingPath: string[];
  /** Its blocks: from its heading, or where it begins without one, to before the next place. */
  from: number;
  to: number;
  /** The first of its blocks is its heading. */
  hasHeading: boolean;
}

/** The place of a block of a chunk. */
export function placeOf(chunk: Chunk, blockIndex: number): HeadingPlace {
  const { blocks } = chunk;
  const next = blocks.findIndex((block, index) => index > blockIndex && beginsPlace(block));
  const to = next === -1 ? blocks.length : next;
  const from = blocks.findLastIndex((block, index) => index <= blockIndex && beginsPlace(block));
  const headingPath = pathAt(chunk, blockIndex);
  const first = blocks[from];
  if (first === undefined) return { url: chunk.url, headingPath, from: 0, to, hasHeading: false };
  const page = chunk.url.replace(/#.*$/s, "");
  const url = first.anchor === undefined ? page : `${page}#${first.anchor}`;
  return { url, headingPath, from, to, hasHeading: isHeading(first) };
}

/** The places of a chunk in their order; a heading without a text of its own is none. */
export function placesOf(chunk: Chunk): HeadingPlace[] {
  const places: HeadingPlace[] = [];
  for (let index = 0; index < chunk.blocks.length;) {
    const place = placeOf(chunk, index);
    if (place.to - place.from > Number(place.hasHeading)) places.push(place);
    index = place.to;
  }
  return places;
}

/** As it is shown to a reader; undefined for what stands under the title alone. */
export function sectionOf({ headingPath }: Pick<HeadingPlace, "headingPath">): string | undefined {
  return headingPath.length === 0 ? undefined : headingPath.join(SECTION_SEPARATOR);
}

/** Headings above a block, and the block itself where it is one. */
function pathAt({ blocks, headingPath }: Chunk, blockIndex: number): string[] {
  let path = headingPath;
  for (const block of blocks.slice(0, blockIndex + 1)) {
    if (block.resumesDepth !== undefined) path = path.slice(0, block.resumesDepth);
    if (!isHeading(block)) continue;
    // An index of an older version does not tell how deep a heading is.
    const { text, depth = headingPath.length + 1 } = block;
    path = [...path.slice(0, depth - 1), text.replaceAll("`", "")];
  }
  return path;
}

function beginsPlace(block: Block): boolean {
  return block.anchor !== undefined || block.resumesDepth !== undefined || isHeading(block);
}

function isHeading(block: Block): block is Extract<Block, { kind: "paragraph" }> {
  return block.kind === "paragraph" && block.isHeading === true;
}

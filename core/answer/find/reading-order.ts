import type { Chunk } from "../../corpus/format.ts";
import type { Passage } from "../generation-provider.ts";

/**
 * Passages best first, but what follows one another in the corpus and belongs together stands together, as it is read
 * there. Their numbers stay.
 */
export function inReadingOrder(
  passages: readonly Passage[],
  belongs: (before: Chunk, after: Chunk) => boolean,
): Passage[] {
  const byOrdinal = new Map(passages.map((passage) => [passage.ordinal, passage]));
  const placed = new Set<Passage>();
  const ordered: Passage[] = [];
  for (const passage of passages) {
    if (placed.has(passage)) continue;
    let first = passage;
    for (;;) {
      const before = byOrdinal.get(first.ordinal - 1);
      if (before === undefined || placed.has(before) || !belongs(before.chunk, first.chunk)) break;
      first = before;
    }
    for (let next: Passage | undefined = first; next !== undefined && !placed.has(next);) {
      placed.add(next);
      ordered.push(next);
      const after = byOrdinal.get(next.ordinal + 1);
      next = after !== undefined && belongs(next.chunk, after.chunk) ? after : undefined;
    }
  }
  return ordered;
}

/** Of two chunks that follow one another: whether they are of one section, or one is of a section inside of the other's. */
export function belongTogether(before: Chunk, after: Chunk): boolean {
  if (!areOfOnePage(before, after)) return false;
  const [outer, inner] =
    before.headingPath.length <= after.headingPath.length ? [before, after] : [after, before];
  return outer.headingPath.every((heading, depth) => heading === inner.headingPath[depth]);
}

export function areOfOnePage(one: Chunk, other: Chunk): boolean {
  return pageOf(one) === pageOf(other);
}

function pageOf({ url }: Chunk): string {
  return url.split("#", 1)[0] ?? "";
}

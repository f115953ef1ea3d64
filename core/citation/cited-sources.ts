import type { Citation, Source } from "../protocol.ts";

/** Sources that lead to what an answer cites of them first. Those that it does not cite stay as they are. */
export function citedSources(sources: readonly Source[], citations: readonly Citation[] = []): Source[] {
  return sources.map((source) => {
    const first = citations.find(({ position }) => position === source.position);
    if (first === undefined || first.url === source.url) return source;
    const { section: _, ...rest } = source;
    return { ...rest, url: first.url, ...(first.section !== undefined && { section: first.section }) };
  });
}

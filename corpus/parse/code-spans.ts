import { STASHED_BLOCK } from "./marks.ts";

/** A code block that was taken out of the text ends a paragraph as well as an empty line does. */
const RUN_OR_END = new RegExp(String.raw`(?<!\\)\x60+|\n[ \t>]*(?=\n)|${STASHED_BLOCK}`, "g");

/**
 * Where the code spans of a text lie, as CommonMark finds them: a run of backticks, closed by the next run of the same
 * length in the same paragraph. One pass over the runs, however many of them are never closed.
 *
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function codeSpans(text: string): [from: number, to: number][] {
  const runs: { at: number; length: number; key: string }[] = [];
  let paragraph = 0;
  for (const match of text.matchAll(RUN_OR_END)) {
    if (match[0].startsWith("`")) {
      const { length } = match[0];
      runs.push({ at: match.index, length, key: `${length} ${paragraph}` });
    } else paragraph++;
  }
  const placesOf = Map.groupBy(
    runs.map((_, index) => index),
    (index) => runs[index]?.key ?? "",
  );
  /** How many of the runs of a key lie before the place of reading. */
  const passed = new Map<string, number>();
  const spans: [number, number][] = [];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (run === undefined) break;
    const places = placesOf.get(run.key) ?? [];
    let next = passed.get(run.key) ?? 0;
    while (next < places.length && (places[next] ?? 0) <= index) next++;
    passed.set(run.key, next);
    const closing = places[next];
    const end = closing === undefined ? undefined : runs[closing];
    if (closing === undefined || end === undefined) continue;
    spans.push([run.at, end.at + end.length]);
    index = closing;
  }
  return spans;
}

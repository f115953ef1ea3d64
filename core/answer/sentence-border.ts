/** Finds the end of a sentence in Markdown that is still being written. */
import { splitSentences } from "./sentences.ts";

/** Closing punctuation, what closes after it, and the citations behind. */
const SENTENCE_END =
  /(?:[.!?…]+["'”’»)*_]*|[。！？]+)((?:[ \t]*\[[\d,; ]{1,12}\])*)[*_]{0,3}([ \t]*)(?=([^\s]))/gu;

/** Citations, the last of them perhaps unfinished. */
const ONLY_CITATIONS = /^(?:\[[\d,; ]{1,12}\][ \t]*)*(?:\[[\d,; ]{0,12})?$/;

/** Where the first sentence of a line ends, citations included; undefined while that is open. */
export function sentenceBorder(line: string): { end: number; space: string } | undefined {
  for (const match of line.matchAll(SENTENCE_END)) {
    const [whole, citations = "", space = "", next = ""] = match;
    const isUnspaced = /^[。！？]/.test(whole);
    if (space === "" && citations === "" && !isUnspaced) continue;
    const end = match.index + whole.length - space.length;
    // A further citation may be on its way.
    if (next === "[" && ONLY_CITATIONS.test(line.slice(end + space.length))) return undefined;
    if (citations === "" && !isUnspaced) {
      const before = line.slice(0, end);
      // Two sentences only where the splitter of passages would see two: "e.g. this" is one.
      if (/^[\p{Ll}]/u.test(next) || splitSentences(`${before} ${next}`).at(-1) !== next) continue;
    }
    if (isInCodeSpan(line, match.index) || /^\s*\d{1,3}[.)]$/.test(line.slice(0, end))) continue;
    return { end, space };
  }
  return undefined;
}

function isInCodeSpan(line: string, index: number): boolean {
  return (line.slice(0, index).match(/`/g) ?? []).length % 2 === 1;
}

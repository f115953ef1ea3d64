/** Finds the end of a sentence in Markdown that is still being written. */
import { BEGINS_SENTENCE, CITED_SENTENCE_END } from "../../language/sentence-marks.ts";
import { splitSentences } from "../../text/sentences.ts";

/** Citations, the last of them perhaps unfinished. */
const ONLY_CITATIONS = /^(?:\[[\d,; ]{1,40}\][ \t]*)*(?:\[[\d,; ]{0,40})?$/;

const CITED_BEFORE_END = /\[\d[\d,; ]{0,36}\][.!?]$/;
const MAX_CITATION_CHARS = 40;

/** Where the first sentence of a line ends, citations included; undefined while that is open. */
export function sentenceBorder(line: string): { end: number; space: string } | undefined {
  for (const match of line.matchAll(CITED_SENTENCE_END)) {
    const [whole, unspaced, citations = "", space = "", next = ""] = match;
    const isUnspaced = unspaced !== undefined;
    if (space === "" && citations === "" && !isUnspaced) continue;
    const end = match.index + whole.length - space.length;
    // A further citation may be on its way.
    if (next === "[" && ONLY_CITATIONS.test(line.slice(end + space.length))) return undefined;
    if (citations === "" && !isUnspaced) {
      const before = line.slice(0, end);
      // What stands behind "[1]." is another sentence, also where it begins with a name in small letters.
      const isCited = CITED_BEFORE_END.test(before.slice(-MAX_CITATION_CHARS));
      // Two sentences only where the splitter of passages would see two: "e.g. this" is one.
      if (!isCited && (!BEGINS_SENTENCE.test(next) || splitSentences(`${before} ${next}`).at(-1) !== next))
        continue;
    }
    if (isInCodeSpan(line, match.index) || /^\s*\d{1,3}[.)]$/.test(line.slice(0, end))) continue;
    return { end, space };
  }
  return undefined;
}

function isInCodeSpan(line: string, index: number): boolean {
  return (line.slice(0, index).match(/`/g) ?? []).length % 2 === 1;
}

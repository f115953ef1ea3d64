/** Reads an answer for its citations: each `[n]` with the words that it stands behind. */
import { splitSentences } from "../text/sentences.ts";

export interface CitedStatement {
  position: number;
  /** Markdown: the sentence, the list item, the row or the block before the mark, without marks. */
  statement: string;
}

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const MARK = /(?<!\\)\[(\d{1,3})\]/g;

/**
 * @param markdown a whole answer as it was checked: every `[n]` outside of code, unless escaped, is a citation.
 * @returns In the order of the text.
 */
export function citedStatements(markdown: string): CitedStatement[] {
  const cited: CitedStatement[] = [];
  let fence: string | undefined;
  /** What a mark on a line of its own stands behind. */
  let before = "";
  let code = "";
  for (const line of markdown.split("\n")) {
    const opening = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (opening !== undefined && opening.startsWith(fence) && line.trim() === opening) {
        fence = undefined;
        before = code;
      } else code += `${line}\n`;
      continue;
    }
    if (opening !== undefined) {
      fence = opening;
      code = "";
      continue;
    }
    const own = readLine(line, before, cited);
    if (own !== "") before = own;
  }
  return cited;
}

/** @returns the line without its marks. */
function readLine(line: string, before: string, cited: CitedStatement[]): string {
  const masked = line.replace(/(`+)(?:(?!`)[\s\S]|(?!\1(?!`))`)*?\1(?!`)/g, (span) =>
    " ".repeat(span.length),
  );
  let from = 0;
  let said = "";
  for (const mark of masked.matchAll(MARK)) {
    const between = line.slice(from, mark.index);
    from = mark.index + mark[0].length;
    // Marks beside one another are of one sentence.
    if (/[\p{L}\p{N}]/u.test(between)) said = lastSentence(between);
    cited.push({ position: Number(mark[1]), statement: said === "" ? before : said });
  }
  return line.replace(MARK, "").replace(/^[\s>|*+-]+|[\s|]+$/g, "");
}

function lastSentence(text: string): string {
  return splitSentences(text.trim()).findLast((sentence) => /[\p{L}\p{N}]/u.test(sentence)) ?? text;
}

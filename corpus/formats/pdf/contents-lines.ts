/** Tables of contents: they repeat every heading with a number, and are navigation, not text. */
import { textOfLine } from "./line-text.ts";
import type { Line } from "./pdf-page.ts";

/** "Limits . . . . . . 12". */
const LEADER = /(?:[.·…]\s*){4,}(?:[\divxlcIVXLC]{1,6}|[A-Z]-?\d{1,4})?$/;
const ENDS_WITH_NUMBER = /\s(?:\d{1,4}|[ivxlc]{1,6})$/;
const CONTENTS =
  /^(?:(?:table of |brief )?contents|(?:list of )(?:figures|tables|listings|examples)|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice(?: general)?|sumário|indice|spis treści|inhoud(?:sopgave)?|innehåll|obsah|содержание|оглавление|目\s*录|目\s*次|차례)$/i;
/** Of the lines below such a heading that end with a number. */
const MIN_SHARE = 0.6;
/** One line with dots may be a form to fill in. */
const MIN_LINES = 3;

export function isContents(heading: string): boolean {
  return CONTENTS.test(heading.trim());
}

/** The lines of a page without those of a table of contents. `wasContents`: the page before ended inside of one. */
export function withoutContents(
  lines: readonly Line[],
  wasContents: boolean,
): { kept: Line[]; dropped: string[]; goesOn: boolean } {
  const texts = lines.map((line) => textOfLine(line, false));
  const wordsOf = (text: string): string => text.replace(/(?:[.·…]\s*){4,}/, " ");
  const heading = texts.findIndex(isContents);
  const isLeader = texts.map((text) => LEADER.test(text));
  const leaders = isLeader.filter(Boolean).length;
  const start = heading === -1 ? (wasContents ? 0 : -1) : heading + 1;
  if (start !== -1) {
    const isEntry = texts.map((text, index) => (isLeader[index] ?? false) || ENDS_WITH_NUMBER.test(text));
    const last = isEntry.lastIndexOf(true);
    const entries = isEntry.slice(start, last + 1).filter(Boolean).length;
    if (entries >= MIN_LINES && entries >= MIN_SHARE * (last + 1 - start)) {
      const end = heading === -1 ? start : heading;
      return {
        kept: lines.filter((_, index) => index < end || index > last),
        dropped: texts.slice(end, last + 1).map(wordsOf),
        goesOn: last >= lines.length - 3,
      };
    }
  }
  if (leaders < MIN_LINES) return { kept: [...lines], dropped: [], goesOn: false };
  return {
    kept: lines.filter((_, index) => isLeader[index] !== true),
    dropped: texts.filter((_, index) => isLeader[index] === true).map(wordsOf),
    goesOn: false,
  };
}

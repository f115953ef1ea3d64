/**
 * Parts a model's text into what is stated piece by piece: sentences, lines, what stands between semicolons and
 * colons, and what a citation closes. What is quoted and what is code is taken out: it is said by others.
 */
export interface Statement {
  /** Lower case, straight quotes, without marks of citation, quotations, code and Markdown. */
  text: string;
  /** A citation stands at its end. */
  isCited: boolean;
  /** One stands elsewhere in it. */
  citesWithin: boolean;
  /** A sentence or a line ends with it. */
  endsSentence: boolean;
  /** Where it ends in the text. */
  end: number;
  /** Nothing can be added to it. */
  isClosed: boolean;
}

const CLUSTER = String.raw`\[\d{1,3}(?:[,;]\s{0,2}\d{1,3}){0,8}\](?:\s{0,2}(?:,|and|und|y|e|et|en)?\s{0,2}\[\d{1,3}\]){0,8}`;

/** Joins what stands behind a citation to what stands before it. */
const JOINED =
  "but|and|while|though|although|yet|whereas|however|aber|und|doch|jedoch|während|pero|y|aunque|mientras|mais|et|tandis|alors|ma|e|mentre|però|mas|porém|embora|enquanto|maar|en|terwijl|al";

/** A further citation of the same list. */
const MORE = String.raw`\s{0,2}(?:and|und|y|e|et|en)?\s{0,2}\[\d`;

const BORDER = new RegExp(
  [
    String.raw`\n+`,
    // The end of a sentence, with its citations behind it.
    String.raw`[.!?…]+["'”’»)*_]*(?:\s{0,2}${CLUSTER})?(?=\s|$)`,
    String.raw`[;:](?=\s|$)`,
    String.raw`\s[–—-]\s`,
    String.raw`[–—]`,
    // A citation closes a statement where the sentence goes on with another.
    `${CLUSTER}(?:[*_)]{0,3}\\s{0,2}[.,;:!?](?=\\s|$)(?!${MORE})|(?=\\s{1,3}(?:${JOINED})(?!\\p{L}))(?!${MORE})|(?=\\s{0,3}(?:\\n|$)))`,
  ].join("|"),
  "giu",
);

const CITATION = /\[\d{1,3}(?:[,;]\s{0,2}\d{1,3}){0,8}\]/g;
const CITED_END = /\[\d{1,3}(?:[,;]\s{0,2}\d{1,3}){0,8}\][\s.,;:!?)*_]*$/;

/** Also before a citation. */
const SENTENCE_END = /[.!?…\n]["'”’»)*_]{0,3}\s{0,3}(?:\[[\d,; ]{1,30}\]\s{0,3}){0,8}$/;

export function splitStatements(text: string): Statement[] {
  const masked = maskQuoted(text);
  const statements: Statement[] = [];
  let start = 0;
  const add = (end: number, isClosed: boolean): void => {
    const raw = masked.slice(start, end);
    start = end;
    const plain = plainStatement(raw);
    const isCited = CITED_END.test(raw);
    const before = statements.at(-1);
    // A citation by itself belongs to what stands before it.
    if (!/[\p{L}\p{N}]/u.test(plain)) {
      if (before !== undefined && isCited) before.isCited = true;
      if (before !== undefined) before.end = end;
      return;
    }
    statements.push({
      text: plain,
      isCited,
      citesWithin: !isCited && raw.search(CITATION) !== -1,
      end,
      isClosed,
      endsSentence: SENTENCE_END.test(raw),
    });
  };
  for (const match of masked.matchAll(BORDER)) add(match.index + match[0].length, true);
  if (start < masked.length) add(masked.length, false);
  return statements;
}

/** Stands for a quotation or code: something is named there, nothing said. */
const QUOTED = "\u25A1";

const QUOTATIONS =
  /```[^`]{0,2000}(?:```|$)|`[^`\n]{1,200}`|"[^"\n]{1,200}"|“[^”\n]{1,200}”|„[^“”\n]{1,200}[“”]|«[^»\n]{1,200}»|(?<![\p{L}\p{N}])['‘](?=\p{L})[^'’\n]{1,120}['’](?![\p{L}\p{N}])/gu;

/** Of the same length, so that places stay; a text that is nothing but a quotation is what it says. */
function maskQuoted(text: string): string {
  const masked = text.replace(QUOTATIONS, (quoted) => QUOTED.repeat(quoted.length));
  return /[\p{L}\p{N}]/u.test(masked) ? masked : text;
}

function plainStatement(raw: string): string {
  return raw
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(CITATION, " ")
    .replace(/^\s*(?:>\s*)*(?:[-*+]|\d{1,3}[.)]|#{1,6})\s+/, "")
    .replace(/[*_#|>"“”«»()]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Elements of HTML as kramdown and Python-Markdown read them: from a tag to its end, whatever blank lines and indentations
 * lie between, and what stands in them is Markdown only where an attribute (`markdown="1"`) or an option says so. A parser
 * of CommonMark ends HTML at the first blank line; here the blank lines are put where it reads the same.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 * @see https://python-markdown.github.io/extensions/md_in_html/
 */

import { inlineHtml } from "../inline-html.ts";
import { INLINE_START } from "../marks.ts";

const BLOCK_NAMES = new Set(
  (
    "address article aside blockquote caption center col colgroup dd details dialog div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup iframe legend li main map menu nav noscript object ol p pre script " +
    "section style summary table tbody td tfoot th thead tr ul video"
  ).split(" "),
);
/** What stands in them may be blocks of Markdown. */
const CONTAINERS = new Set(
  "article aside blockquote center dd details div fieldset figcaption figure footer form header li main nav section".split(
    " ",
  ),
);
const OPENING = /^ {0,3}<([a-z][a-z0-9]{0,20})((?:\s[^<>]{0,2000})?)(\/?)>/i;
const OPTION = /^\{::options\s[^{}\n]{0,300}\bparse_block_html=["']?(true|false)\b[^{}\n]{0,300}\}[ \t]*$/;
/** Of elements in a line: where one stands alone on a line, CommonMark takes it and what follows for a block. */
const SPAN_START =
  /^( {0,3})(?=<(?:a|abbr|b|big|bdo|br|button|cite|code|del|dfn|em|font|i|img|input|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var)\b)/i;
const SILENT_LINE = "<!-- -->";

/** Deeper than anybody nests. */
const MAX_DEPTH = 12;

/** @param isKramdown by its rules; else by those of Python-Markdown. */
export function settleHtmlBlocks(
  source: string,
  { isKramdown, parsesBlocks }: { isKramdown: boolean; parsesBlocks: boolean },
): string {
  if (!/^ {0,3}<[a-z]/im.test(source)) return source;
  return settle(source, { parsesBlocks, unclosed: new Set(), parsesTitles: !isKramdown }, 0);
}

interface HtmlState {
  parsesBlocks: boolean;
  /** Names that are not closed any more: looked for once. */
  unclosed: Set<string>;
  /** Whether a title in a parsed element is parsed as well. */
  parsesTitles: boolean;
}

function settle(source: string, state: HtmlState, depth: number): string {
  const result: string[] = [];
  let at = 0;
  while (at < source.length) {
    const lineEnd = source.indexOf("\n", at);
    const end = lineEnd === -1 ? source.length : lineEnd;
    const line = source.slice(at, end);
    const option = OPTION.exec(line)?.[1];
    if (option !== undefined) state.parsesBlocks = option === "true";
    const element = depth < MAX_DEPTH ? elementAt(source, at, state) : undefined;
    if (element === undefined) {
      result.push(line.replace(SPAN_START, (_, indent: string) => indent + INLINE_START));
      at = end + 1;
      continue;
    }
    result.push(...blockOf(element, state, depth), "");
    at = element.end;
    // What stands behind the end on its line is the beginning of a paragraph.
    const rest = /[^\n]*/y;
    rest.lastIndex = at;
    const behind = rest.exec(source)?.[0] ?? "";
    if (behind.trim() === "") at += behind.length + 1;
  }
  return result.join("\n");
}

interface HtmlElement {
  name: string;
  attributes: string;
  open: string;
  inner: string;
  close: string;
  /** Offset behind it. */
  end: number;
}

function elementAt(source: string, at: number, { unclosed }: HtmlState): HtmlElement | undefined {
  const match = OPENING.exec(source.slice(at, at + 2100));
  const [open = "", written = "", attributes = "", slash] = match ?? [];
  const name = written.toLowerCase();
  if (match === null || slash === "/" || !BLOCK_NAMES.has(name) || unclosed.has(name)) return undefined;
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])[^<>]{0,2000}>`, "gi");
  tags.lastIndex = at + open.length;
  let depth = 1;
  for (let tag = tags.exec(source); tag !== null; tag = tags.exec(source)) {
    depth += tag[1] === "/" ? -1 : 1;
    if (depth > 0) continue;
    const end = tag.index + tag[0].length;
    return { name, attributes, open, inner: source.slice(at + open.length, tag.index), close: tag[0], end };
  }
  unclosed.add(name);
  return undefined;
}

function blockOf(
  { name, attributes, open, inner, close }: HtmlElement,
  state: HtmlState,
  depth: number,
): string[] {
  const named = /\smarkdown(?:\s*=\s*["']?(\w+)|(?=[\s/]|$))/i.exec(attributes);
  const given = named === null ? undefined : (named[1] ?? "1");
  const isParsed = given === undefined ? state.parsesBlocks : /^(?:1|block|span)$/.test(given);
  if (isParsed && CONTAINERS.has(name))
    return ["", open, "", settle(inner, { ...state, unclosed: new Set() }, depth + 1), "", close];
  if (depth > 0 && name === "summary" && state.parsesTitles && !inner.includes("\n"))
    return ["", open + inlineHtml(inner) + close];
  if (isParsed && name === "p") return ["", inner.trim(), ""];
  // Markdown inside of it is left where it says that it is.
  if (/<\w[^<>]{0,1000}\smarkdown(?:\s*=\s*["']?(?:1|block)|[\s/>])/i.test(inner))
    return [open + inner + close];
  return ["", open + inner.replace(/\n[ \t]*(?=\n)/g, `\n${SILENT_LINE}`) + close];
}

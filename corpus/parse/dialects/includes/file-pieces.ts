/** The piece of a file that an include asks for, by the marks that its dialect puts into files. */

/** Lines `from` to `to`, counted from 1, both included. */
export function linesOf(text: string, from = 1, to = Number.POSITIVE_INFINITY): string {
  return text
    .split("\n")
    .slice(Math.max(0, from - 1), to)
    .join("\n");
}

/** `1-3,7,9-` as docfx and Sphinx write ranges of lines. */
export function lineRangesOf(text: string, ranges: string): string {
  const lines = text.split("\n");
  return ranges
    .split(",")
    .flatMap((range) => {
      const [, from = "", dash, to = ""] = /^\s*L?(\d*)\s*(-)?\s*L?(\d*)\s*$/.exec(range) ?? [];
      if (from === "" && to === "") return [];
      const first = from === "" ? 1 : Number(from);
      const last = dash === undefined ? first : to === "" ? lines.length : Number(to);
      return lines.slice(Math.max(0, first - 1), last);
    })
    .join("\n");
}

const REGION_START =
  /^\s*(?:\/\/|\/\*|<!--|#|--|;|'|%|::|REM\b)?\s*(?:#\s*|(?:#\s*)?pragma\s+|@?)region\b\s*([\w*.-]*)/i;
const REGION_END =
  /^\s*(?:\/\/|\/\*|<!--|#|--|;|'|%|::|REM\b)?\s*(?:#\s*|(?:#\s*)?pragma\s+|@?)end\s?region\b\s*([\w*.-]*)/i;

/** What editors fold: `// #region name` to `// #endregion`. Marks of other regions inside are left out. */
export function regionOf(text: string, name: string): string | undefined {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => REGION_START.exec(line)?.[1] === name);
  if (start === -1) return undefined;
  const kept: string[] = [];
  let depth = 1;
  for (const line of lines.slice(start + 1)) {
    const isEnd = REGION_END.test(line);
    if (isEnd) depth--;
    else if (REGION_START.test(line)) depth++;
    else kept.push(line);
    if (depth === 0 || (isEnd && REGION_END.exec(line)?.[1] === name)) break;
  }
  return withoutCommonIndent(kept);
}

/** docfx: a pair of XML tags in comments, `// <name>` to `// </name>`, in any case. */
export function taggedPieceOf(text: string, name: string): string | undefined {
  const lines = text.split("\n");
  const tag = (line: string, mark: string): boolean =>
    line.toLowerCase().includes(`${mark}${name.toLowerCase()}>`);
  const start = lines.findIndex((line) => tag(line, "<"));
  if (start === -1) return undefined;
  const end = lines.findIndex((line, index) => index > start && tag(line, "</"));
  const marks = /^\s*(?:\/\/|#|--|'|<!--)\s*<\/?[\w.-]+>\s*(?:-->)?\s*$/;
  return withoutCommonIndent(
    lines.slice(start + 1, end === -1 ? lines.length : end).filter((line) => !marks.test(line)),
  );
}

/** mdBook: `ANCHOR: name` to `ANCHOR_END: name`; lines that hold marks are left out. */
export function anchorOf(text: string, name: string): string | undefined {
  const lines = text.split("\n");
  const marks = (line: string, mark: string): boolean =>
    new RegExp(`\\b${mark}:\\s*(\\S+)`).exec(line)?.[1] === name;
  const start = lines.findIndex((line) => marks(line, "ANCHOR"));
  if (start === -1) return undefined;
  const end = lines.findIndex((line, index) => index > start && marks(line, "ANCHOR_END"));
  return withoutAnchors(lines.slice(start + 1, end === -1 ? lines.length : end).join("\n"));
}

export function withoutAnchors(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/\bANCHOR(?:_END)?:\s*\S/.test(line))
    .join("\n");
}

const SNIPPET_MARK = /-{1,8}8<-{1,8}\s*\[\s*(start|end)\s*:\s*([\w.-]+)\s*\]/;

/** pymdownx: `--8<-- [start:name]` to `--8<-- [end:name]`. */
export function snippetSectionOf(text: string, name: string): string | undefined {
  const kept: string[] = [];
  let isInside = false;
  let isFound = false;
  for (const line of text.split("\n")) {
    const [, edge, section] = SNIPPET_MARK.exec(line) ?? [];
    if (section === name) {
      if (edge === "end") break;
      isInside = true;
      isFound = true;
    } else if (isInside && section === undefined) kept.push(line);
  }
  return isFound ? withoutCommonIndent(kept) : undefined;
}

export function withoutSnippetMarks(text: string): string {
  return text
    .split("\n")
    .filter((line) => !SNIPPET_MARK.test(line))
    .join("\n");
}

/** The section below a heading, by its text or by its id in lower case with hyphens, up to the next of its rank. */
export function headingSectionOf(text: string, id: string): string | undefined {
  const lines = text.split("\n");
  let depth = 0;
  let fence = false;
  const kept: string[] = [];
  for (const line of lines) {
    if (/^\s*(?:```|~~~)/.test(line)) fence = !fence;
    const [, marks = "", heading = ""] = fence ? [] : (/^(#{1,6})\s+(.{1,500})$/.exec(line) ?? []);
    if (marks !== "" && depth > 0 && marks.length <= depth) break;
    if (marks !== "" && depth === 0 && isNamed(heading, id)) depth = marks.length;
    if (depth > 0) kept.push(line);
  }
  return depth === 0 ? undefined : kept.join("\n");
}

function isNamed(heading: string, id: string): boolean {
  const own = /\{#([\w-]+)\}\s*$/.exec(heading)?.[1];
  const slug = heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
  return own === id || slug === id.toLowerCase();
}

export function withoutCommonIndent(lines: readonly string[]): string {
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return Number.isFinite(common) && common > 0
    ? lines.map((line) => line.slice(common)).join("\n")
    : lines.join("\n");
}

/** What stands between two texts, or from the first or up to the second where only one is named and found. */
export function textBetween(text: string, start: string | undefined, end: string | undefined): string {
  const from = start === undefined ? 0 : text.indexOf(start);
  const begin = from === -1 ? 0 : from + (start?.length ?? 0);
  const to = end === undefined ? -1 : text.indexOf(end, begin);
  return text.slice(begin, to === -1 ? undefined : to);
}

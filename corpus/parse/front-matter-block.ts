/** Where the front matter of a page begins and ends, and in which notation it is written. */

export interface FrontMatterBlock {
  notation: "yaml" | "toml" | "json" | "javascript";
  /** Without the lines that it lies between. */
  text: string;
  /** The page without it. */
  body: string;
}

/** At the very top, closed by a line of the same marks; YAML also by `...`. Eleventy takes a notation behind the marks. */
const FENCED = [
  /^(---)[ \t]*(?:ya?ml)?[ \t]*\r?\n((?:[\s\S]*?\r?\n)??)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/,
  /^(---)[ \t]*(json|toml|js|javascript|node)[ \t]*\r?\n((?:[\s\S]*?\r?\n)??)---[ \t]*(?:\r?\n|$)/,
  // Hugo, whose notation it is, reads it below empty lines too.
  /^(?:[ \t]*\r?\n){0,20}(\+\+\+)[ \t]*\r?\n((?:[\s\S]*?\r?\n)??)\+\+\+[ \t]*(?:\r?\n|$)/,
  /^(;;;)[ \t]*\r?\n((?:[\s\S]*?\r?\n)??);;;[ \t]*(?:\r?\n|$)/,
] as const;
const NOTATIONS: Readonly<Record<string, FrontMatterBlock["notation"]>> = {
  "---": "yaml",
  "+++": "toml",
  ";;;": "json",
  "json": "json",
  "toml": "toml",
  "js": "javascript",
  "javascript": "javascript",
  "node": "javascript",
};

export function findFrontMatter(source: string): FrontMatterBlock | undefined {
  for (const fenced of FENCED) {
    const match = fenced.exec(source);
    if (match === null) continue;
    const [whole, marks = "", ...groups] = match;
    const notation = NOTATIONS[groups.length > 1 ? (groups[0] ?? "") : marks];
    if (notation === undefined) continue;
    return { notation, text: groups.at(-1) ?? "", body: source.slice(whole.length) };
  }
  return /^\{\s{0,99}"/.test(source) ? bareObject(source) : undefined;
}

/** Hugo's notation of JSON: an object at the top, whose closing brace ends a line. */
function bareObject(source: string): FrontMatterBlock | undefined {
  const mark = /"(?:[^"\\\n]|\\.)*"|[{}]/g;
  let depth = 0;
  for (let match = mark.exec(source); match !== null; match = mark.exec(source)) {
    if (match[0] === "{") depth += 1;
    if (match[0] === "}") depth -= 1;
    if (depth > 0) continue;
    const end = /^[ \t]*(?:\r?\n|$)/.exec(source.slice(mark.lastIndex, mark.lastIndex + 200));
    if (end === null) return undefined;
    return {
      notation: "json",
      text: source.slice(0, mark.lastIndex),
      body: source.slice(mark.lastIndex + end[0].length),
    };
  }
  return undefined;
}

/** Pages and pieces of HTML as trees. */
import type { Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { composePage } from "./compose-page.ts";

const pageParser = unified().use(rehypeParse).freeze();
const fragmentParser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Of browsers, no page is read deeper. One that is, is an attack or a mistake, and parsing it takes ever longer. */
const MAX_DEPTH = 1500;
/** Elements whose end tag is mostly left out do not tell of depth. */
const UNCLOSED =
  /^(?:p|li|td|th|tr|dt|dd|option|tbody|thead|tfoot|colgroup|br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr|param|path|circle|rect|line|use|g|rp|rt)$/i;

/** @throws Error where elements are nested too deeply. */
export function parsePage(source: string): Root {
  if (depthOf(source) > MAX_DEPTH) throw new Error(`elements are nested more than ${MAX_DEPTH} deep`);
  return composePage(pageParser.parse(source), source);
}

export function parseFragment(source: string): Root {
  if (depthOf(source) > MAX_DEPTH) throw new Error(`elements are nested more than ${MAX_DEPTH} deep`);
  return fragmentParser.parse(source);
}

/** How deep elements are nested at most, as far as their tags tell. What scripts write is no tag. */
function depthOf(source: string): number {
  const tag = /<(\/?)([a-z][a-z\d-]{0,40})/gi;
  let depth = 0;
  let deepest = 0;
  for (let match = tag.exec(source); match !== null; match = tag.exec(source)) {
    const name = (match[2] ?? "").toLowerCase();
    if (UNCLOSED.test(name)) continue;
    if (match[1] === "/") depth = Math.max(0, depth - 1);
    else if (name === "script" || name === "style") {
      const end = source.indexOf(`</${name}`, tag.lastIndex);
      if (end === -1) break;
      tag.lastIndex = end + name.length + 2;
    } else {
      depth += 1;
      deepest = Math.max(deepest, depth);
    }
  }
  return deepest;
}

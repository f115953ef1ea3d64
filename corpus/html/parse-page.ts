/** Pages and pieces of HTML as trees. */
import type { Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { parse, parseFragment as parsePieces } from "parse5";
import { composePage } from "./compose-page.ts";

/** As a browser without scripts reads it. Where in the source an element stands is never asked, and costs the most. */
const OPTIONS = { scriptingEnabled: false };

/** Of browsers, no page is read deeper. One that is, is an attack or a mistake, and parsing it takes ever longer. */
const MAX_DEPTH = 1500;
/** Elements whose end tag is mostly left out do not tell of depth. */
const UNCLOSED =
  /^(?:p|li|td|th|tr|dt|dd|option|tbody|thead|tfoot|colgroup|br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr|param|path|circle|rect|line|use|g|rp|rt)$/i;

/** @throws Error where elements are nested too deeply. */
export function parsePage(source: string): Root {
  if (depthOf(source) > MAX_DEPTH) throw new Error(`elements are nested more than ${MAX_DEPTH} deep`);
  return composePage(fromParse5(parse(source, OPTIONS)) as Root, source);
}

export function parseFragment(source: string): Root {
  if (depthOf(source) > MAX_DEPTH) throw new Error(`elements are nested more than ${MAX_DEPTH} deep`);
  return fromParse5(parsePieces(source, OPTIONS)) as Root;
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

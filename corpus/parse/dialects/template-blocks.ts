/** Which tags of a template open a block, and where each is closed: one pass, however many are never closed. */
import type { TemplateToken } from "./template-tokens.ts";

/** Tags that are closed by `end…` of their name. */
export const BLOCKS: ReadonlySet<string> = new Set(
  "raw verbatim comment macro capture set if ifversion unless case for tablerow".split(" "),
);
/** Nothing inside of them is read. */
const OPAQUE: ReadonlySet<string> = new Set(["raw", "verbatim", "comment"]);

/** Deeper than anybody nests. */
const MAX_DEPTH = 40;

/** From the index of an opening tag to that of the tag that closes it. */
export function blockEnds(tokens: readonly TemplateToken[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { name: string; at: number }[] = [];
  const unclosed = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== "tag") continue;
    const { name } = token;
    if (OPAQUE.has(name) && !unclosed.has(name)) {
      const end = tokens.findIndex(
        (other, index) => index > at && other.kind === "tag" && other.name === `end${name}`,
      );
      if (end === -1) unclosed.add(name);
      else {
        ends.set(at, end);
        at = end;
      }
    } else if (BLOCKS.has(name) && !(name === "set" && token.rest.includes("="))) {
      if (open.length < MAX_DEPTH) open.push({ name, at });
    } else if (name.startsWith("end")) {
      const closed = open.findLastIndex(
        (block) => name === `end${block.name}` || (name === "endif" && block.name === "ifversion"),
      );
      if (closed === -1) continue;
      ends.set(open[closed]?.at ?? 0, at);
      open.length = closed;
    }
  }
  return ends;
}

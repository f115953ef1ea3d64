/**
 * MkDocs and Python-Markdown write notes, details and tabs as indented blocks below a line of their own:
 *
 *     !!! note "Title"
 *
 *         What it says.
 *
 * A Markdown parser takes what is indented for code. Here such blocks are moved to the left, with their title
 * as a paragraph. An outline, not a grammar: whatever is no such block stays as it is.
 */

/** `!!! note "Title"`, `???+ tip inline end "Title"`, `=== "Tab"`. */
const OPENING =
  /^(?<indent>[ ]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*(?:[ \t]+[a-z]+)*(?:[ \t]+"(?<title>[^"]*)")?|===[!+]?[ \t]+"(?<tab>[^"]*)")[ \t]*$/i;

const FENCE = /^[ ]*(`{3,}|~{3,})/;
const CONTENT_INDENT = 4;

/** Deeper than anybody nests; each level is read once more. */
const MAX_DEPTH = 6;

/** @param isGeneric whether a title only repeats the kind of the note. */
export function liftMkdocsBlocks(source: string, isGeneric: (title: string) => boolean): string {
  if (!/^[ ]*(?:!!!|\?\?\?|===[!+]? ")/m.test(source)) return source;
  return lift(source.split(/\r?\n/), isGeneric, 0).join("\n");
}

function lift(lines: readonly string[], isGeneric: (title: string) => boolean, depth: number): string[] {
  const lifted: string[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const marks = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (marks?.startsWith(fence) === true) fence = undefined;
    } else if (marks !== undefined) {
      fence = marks;
    }
    const opening = fence === undefined && depth < MAX_DEPTH ? OPENING.exec(line)?.groups : undefined;
    if (opening === undefined) {
      lifted.push(line);
      continue;
    }
    const indent = opening["indent"] ?? "";
    const content: string[] = [];
    while (at + 1 < lines.length && isContent(lines[at + 1] ?? "", indent.length)) {
      at++;
      const inner = (lines[at] ?? "").replaceAll("\t", " ".repeat(CONTENT_INDENT));
      content.push(inner.trim() === "" ? "" : indent + inner.slice(indent.length + CONTENT_INDENT));
    }
    const title = (opening["title"] ?? opening["tab"] ?? "").trim();
    lifted.push("", ...(title === "" || isGeneric(title) ? [] : [indent + title, ""]));
    lifted.push(...lift(content, isGeneric, depth + 1), "");
  }
  return lifted;
}

function isContent(line: string, indent: number): boolean {
  if (line.trim() === "") return true;
  return line.replaceAll("\t", " ".repeat(CONTENT_INDENT)).search(/\S/) >= indent + CONTENT_INDENT;
}

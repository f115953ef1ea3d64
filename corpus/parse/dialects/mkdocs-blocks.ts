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
import { labelLine, panelEnd, plainLabel } from "./labels.ts";

/** `!!! note "Title"`, `???+ tip inline end "Title"`, `??? "Title"`, `=== "Tab"`. */
const OPENING =
  /^(?<indent>[ ]*)(?:(?:!!!|\?\?\?\+?)[ \t]+(?:[a-z][\w-]*(?:[ \t]+[a-z]+)*(?:[ \t]+"(?<title>.*)")?|"(?<only>.*)")|===[!+]?[ \t]+"(?<tab>.*)")[ \t]*$/i;

const FENCE = /^[ ]*(`{3,}|~{3,})(.*)$/;
const LIST_ITEM = /^[ ]*(?:[-*+]|\d+[.)])[ ]/;
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
  let isInList = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, marks, info = ""] = FENCE.exec(line) ?? [];
    if (fence === undefined) fence = marks;
    else if (marks?.startsWith(fence) === true && info.trim() === "") fence = undefined;
    if (LIST_ITEM.test(line)) isInList = true;
    else if (/^\S/.test(line)) isInList = false;
    const opening = fence === undefined && depth < MAX_DEPTH ? OPENING.exec(line)?.groups : undefined;
    const indent = opening?.["indent"] ?? "";
    // So far to the right stands code, but in a list.
    if (opening === undefined || (indent.length >= CONTENT_INDENT && !isInList)) {
      lifted.push(line);
      continue;
    }
    const content: string[] = [];
    while (at + 1 < lines.length && isContent(lines[at + 1] ?? "", indent.length)) {
      at++;
      content.push(indent + withoutIndent(lines[at] ?? "", indent.length + CONTENT_INDENT));
    }
    const tab = opening["tab"]?.trim();
    const title = (opening["title"] ?? opening["only"] ?? "").trim();
    if (tab !== undefined && tab !== "") lifted.push(...labelLine(tab, indent).split("\n"));
    else lifted.push("", ...(title === "" || isGeneric(title) ? [] : [indent + plainLabel(title), ""]));
    // One by one: a block may have more lines than a call takes arguments.
    for (const inner of lift(content, isGeneric, depth + 1)) lifted.push(inner);
    if (tab !== undefined) lifted.push(...panelEnd(indent).split("\n"));
    lifted.push("");
  }
  // A fence that is not closed ends with its block.
  if (fence !== undefined && depth > 0) lifted.push(fence);
  return lifted;
}

function isContent(line: string, indent: number): boolean {
  return line.trim() === "" || columnsBefore(line) >= indent + CONTENT_INDENT;
}

/** Columns of white space that a line begins with; a tab goes to the next multiple of four. */
function columnsBefore(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === " ") columns++;
    else if (character === "\t") columns += CONTENT_INDENT - (columns % CONTENT_INDENT);
    else break;
  }
  return columns;
}

/** Takes so many columns of white space away; the tabs of what remains stay. */
function withoutIndent(line: string, columns: number): string {
  let rest = line;
  let left = columns;
  while (left > 0 && /^[ \t]/.test(rest)) {
    left -= rest.startsWith("\t") ? CONTENT_INDENT : 1;
    rest = rest.slice(1);
  }
  return " ".repeat(Math.max(0, -left)) + rest;
}

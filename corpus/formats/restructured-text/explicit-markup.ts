/** What begins with `..`: footnotes, targets, substitutions, directives and comments. @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#explicit-markup-blocks */
import { indentedLines, withoutBlankStart } from "./indented-lines.ts";
import type { RstNode } from "./node.ts";

/** Letters and digits with single marks between them. Longer names are no names. */
export const SIMPLE_NAME = String.raw`[\p{L}\p{N}]{1,200}(?:[-._+:][\p{L}\p{N}]{1,200}){0,30}`;

const FOOTNOTE = new RegExp(String.raw`^\.\. +\[(\d+|#(?:${SIMPLE_NAME})?|\*|${SIMPLE_NAME})\](?: +|$)`, "u");
const TARGET = /^\.\. +_(?![ ]|$)/;
const SUBSTITUTION = /^\.\. +\|(?! |$)/;
const DIRECTIVE = new RegExp(String.raw`^\.\. +(${SIMPLE_NAME}) ?::(?: +|$)`, "u");

export interface ReadMarkup {
  node: RstNode;
  next: number;
}

export function readExplicitMarkup(
  source: readonly string[],
  at: number,
  parse: (lines: readonly string[]) => RstNode[],
): ReadMarkup {
  const line = source[at] ?? "";
  const footnote = FOOTNOTE.exec(line);
  if (footnote !== null) {
    const { lines, next } = indentedLines(source, at, { firstIndent: footnote[0].length });
    return { node: { kind: "footnote", label: footnote[1] ?? "", children: parse(lines) }, next };
  }
  if (TARGET.test(line)) {
    const read = readTarget(source, at);
    if (read !== undefined) return read;
  } else if (SUBSTITUTION.test(line)) {
    // Its definition was read before the text.
    return {
      node: { kind: "nothing", isComment: false },
      next: indentedLines(source, at, { firstIndent: 0 }).next,
    };
  } else {
    const directive = DIRECTIVE.exec(line);
    if (directive !== null) {
      const { lines, next } = indentedLines(source, at, { firstIndent: directive[0].length });
      return { node: { kind: "directive", name: (directive[1] ?? "").toLowerCase(), lines }, next };
    }
  }
  // An empty comment ends at once: what is indented below it is a quote.
  const isEmpty = line.trim() === ".." && (source[at + 1] ?? "") === "";
  const next = isEmpty ? at + 1 : indentedLines(source, at, { firstIndent: 0 }).next;
  return { node: { kind: "nothing", isComment: true }, next };
}

const TARGET_NAME = /^(?:_|(?!_)(`?)(?![ `])(.{1,500}?)(?<![\s\\])\1(?<!(?<!\\):)) ?:(?:\s+|$)/s;

/** Undefined where it names nothing: then it is a comment. */
function readTarget(source: readonly string[], at: number): ReadMarkup | undefined {
  const marker = TARGET.exec(source[at] ?? "")?.[0].length ?? 0;
  const { lines, next } = indentedLines(source, at, { firstIndent: marker, untilBlank: true });
  const text = lines.map((line) => line.trim()).join("\n");
  const match = TARGET_NAME.exec(text);
  if (match === null) return undefined;
  const name = match[2];
  const uri = uriOf(text.slice(match[0].length));
  return { node: { kind: "target", ...(name !== undefined && { name: plainName(name) }), uri }, next };
}

/** `__ https://example.com` */
export function readAnonymousTarget(source: readonly string[], at: number): ReadMarkup {
  const { lines, next } = indentedLines(source, at, { firstIndent: 2, untilBlank: true });
  return { node: { kind: "target", uri: uriOf(lines.join("\n")) }, next };
}

function uriOf(text: string): string {
  return text.replace(/\s+/g, "").replace(/\\(.)/gs, "$1");
}

function plainName(name: string): string {
  return name.replace(/\s+/g, " ").replace(/\\(.)/gs, "$1").trim();
}

export interface DirectiveBlock {
  /** What stands behind the name, up to the options or an empty line; lines joined by line ends. */
  argument: string;
  options: ReadonlyMap<string, string>;
  content: readonly string[];
}

const OPTION = /^:(?![: ])((?:[^:\\]|\\.|:(?![ `]|$)){1,200}):(?: +|$)/;

/**
 * @param takesArgument false where what stands behind the name is the beginning of the text, as in a note.
 */
export function readDirectiveBlock(lines: readonly string[], takesArgument: boolean): DirectiveBlock {
  const first = lines[0] ?? "";
  const own = first.trim() === "" ? withoutBlankStart(lines.slice(1)) : lines;
  // Text that begins behind an empty line has neither argument nor options.
  if (own.length === 0 || (first.trim() === "" && (lines[1] ?? "").trim() === "")) {
    return { argument: "", options: new Map(), content: own };
  }
  let end = own.findIndex((line) => line.trim() === "");
  if (end < 0) end = own.length;
  let optionsAt = own.slice(0, end).findIndex((line) => OPTION.test(line));
  if (optionsAt < 0) optionsAt = end;
  const options = readOptions(own.slice(optionsAt, end));
  const before = own.slice(0, optionsAt);
  const behind = withoutBlankStart(own.slice(end));
  if (takesArgument) return { argument: before.join("\n").trim(), options, content: behind };
  return { argument: "", options, content: before.length === 0 ? behind : [...before, ...own.slice(end)] };
}

function readOptions(lines: readonly string[]): Map<string, string> {
  const options = new Map<string, string>();
  let name: string | undefined;
  for (const line of lines) {
    const match = OPTION.exec(line);
    if (match !== null) {
      name = (match[1] ?? "").toLowerCase();
      options.set(name, line.slice(match[0].length).trim());
    } else if (name !== undefined) {
      options.set(name, `${options.get(name) ?? ""}\n${line.trim()}`.trim());
    }
  }
  return options;
}

/** Directives that show code, and files as code. */
import type { OutlineItem } from "../../parse/outline.ts";
import { paragraphOf } from "../../parse/blocks.ts";
import { lineRangesOf, withoutCommonIndent } from "../../parse/dialects/includes/file-pieces.ts";
import { MISSING_CONTENT } from "../../parse/marks.ts";
import type { BlockRenderer } from "./block-renderer.ts";
import { readDirectiveBlock, type DirectiveBlock } from "./explicit-markup.ts";
import type { Directive } from "./node.ts";

/** By directive: whether its argument is the language. */
const CODE: Readonly<Record<string, { takesArgument: boolean; language?: string }>> = {
  "code": { takesArgument: true },
  "code-block": { takesArgument: true },
  "sourcecode": { takesArgument: true },
  "highlight-code": { takesArgument: true },
  "parsed-literal": { takesArgument: false },
  "doctest": { takesArgument: true, language: "pycon" },
  "testcode": { takesArgument: true, language: "python" },
  "testoutput": { takesArgument: true, language: "" },
  "productionlist": { takesArgument: true, language: "" },
  "prompt": { takesArgument: true },
  "ipython": { takesArgument: true, language: "python" },
  "terminal": { takesArgument: true, language: "" },
  "math": { takesArgument: true, language: "math" },
  "code-cell": { takesArgument: true },
};

export function readCodeDirective(
  { name, lines }: Directive,
  renderer: BlockRenderer,
): OutlineItem[] | undefined {
  if (name === "literalinclude") return readLiteralInclude(readDirectiveBlock(lines, true), renderer);
  const own = CODE[name];
  if (own === undefined) return undefined;
  const { argument, options, content } = readDirectiveBlock(lines, own.takesArgument);
  renderer.claimName(options.get("name"));
  if (name === "parsed-literal") return codeItems({ code: parsedLiteral(content, renderer), language: "" });
  if (name === "productionlist") return codeItems({ code: productions(lines), language: "" });
  // A formula may begin behind the name of the directive.
  const body =
    name === "math" || name === "testoutput"
      ? [...(argument === "" ? [] : [argument, ""]), ...content]
      : content;
  const language = own.language ?? argument.split(/\s/)[0] ?? "";
  return captioned(options.get("caption"), codeItems({ code: body.join("\n"), language }), renderer);
}

function codeItems({ code, language }: { code: string; language: string }): OutlineItem[] {
  const text = code.replace(/^(?:[ \t]*\n)+|\s+$/g, "");
  if (text === "") return [];
  const name = /^(?:none|text|default|guess|console-output)$/i.test(language) ? "" : language.toLowerCase();
  return [{ kind: "code", language: name, code: text }];
}

function captioned(
  caption: string | undefined,
  items: OutlineItem[],
  renderer: BlockRenderer,
): OutlineItem[] {
  if (caption === undefined || caption === "" || items.length === 0) return items;
  return [...paragraphOf(renderer.inline(caption)), ...items];
}

/** Inline markup is read in it, line by line. */
function parsedLiteral(lines: readonly string[], renderer: BlockRenderer): string {
  return lines
    .map((line) => {
      const indent = /^ */.exec(line)?.[0] ?? "";
      return line.trim() === ""
        ? ""
        : indent +
            renderer
              .inline(line.trim().replace(/  +/g, (spaces) => "\u00A0".repeat(spaces.length)))
              .replace(/\u00A0/g, " ")
              .replace(/`/g, "");
    })
    .join("\n");
}

function productions(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim().replace(/`([^`]*)`/g, "$1"))
    .filter((line) => line !== "")
    .map((line) => line.replace(/^(\w+)\s*:\s*/, "$1 ::= "))
    .join("\n");
}

/** @see https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-literalinclude */
function readLiteralInclude({ argument, options }: DirectiveBlock, renderer: BlockRenderer): OutlineItem[] {
  const text = renderer.context.include(argument);
  renderer.claimName(options.get("name"));
  // The last pass over the page counts it, and takes the words back that announce it.
  if (text === undefined) return [{ kind: "code", language: "", code: MISSING_CONTENT }];
  const language = options.get("language") ?? languageOfFile(argument);
  const caption = options.has("caption") ? options.get("caption") || argument : undefined;
  return captioned(
    caption,
    codeItems({ code: pieceOf(text.replace(/\r\n?/g, "\n"), options), language }),
    renderer,
  );
}

/** Lines of a file that the options of an include choose. */
export function pieceOf(text: string, options: ReadonlyMap<string, string>): string {
  let piece = text;
  const object = options.get("pyobject");
  if (object !== undefined) piece = pythonObject(piece, object) ?? piece;
  const lines = options.get("lines");
  if (lines !== undefined) piece = lineRangesOf(piece, lines);
  const startLine = options.get("start-line");
  const endLine = options.get("end-line");
  if (startLine !== undefined || endLine !== undefined)
    piece = piece
      .split("\n")
      .slice(Number(startLine ?? 0), endLine === undefined ? undefined : Number(endLine))
      .join("\n");
  piece = between(piece, options);
  return options.has("dedent") ? withoutCommonIndent(piece.split("\n")) : piece;
}

function between(text: string, options: ReadonlyMap<string, string>): string {
  let lines = text.split("\n");
  const find = (option: string): number => {
    const mark = options.get(option);
    return mark === undefined || mark === "" ? -1 : lines.findIndex((line) => line.includes(mark));
  };
  const after = find("start-after");
  if (after >= 0) lines = lines.slice(after + 1);
  const from = find("start-at");
  if (from >= 0) lines = lines.slice(from);
  const before = find("end-before");
  if (before >= 0) lines = lines.slice(0, before);
  const to = find("end-at");
  if (to >= 0) lines = lines.slice(0, to + 1);
  return lines.join("\n");
}

/** `Class.method`, with its decorators, up to the next line that is as little indented. */
function pythonObject(text: string, path: string): string | undefined {
  const lines = text.split("\n");
  let from = 0;
  let to = lines.length;
  for (const name of path.split(".")) {
    const start = lines.findIndex(
      (line, index) =>
        index >= from &&
        index < to &&
        new RegExp(`^\\s*(?:async\\s+def|def|class)\\s+${name.replace(/\W/g, "")}\\b`).test(line),
    );
    if (start < 0) return undefined;
    const indent = /^\s*/.exec(lines[start] ?? "")?.[0].length ?? 0;
    let end = start + 1;
    while (end < to) {
      const line = lines[end] ?? "";
      if (line.trim() !== "" && (/^\s*/.exec(line)?.[0].length ?? 0) <= indent && !/^\s*[)\]}]/.test(line))
        break;
      end++;
    }
    from = start;
    to = end;
  }
  while (from > 0 && /^\s*@/.test(lines[from - 1] ?? "")) from--;
  return lines.slice(from, to).join("\n").trimEnd();
}

const LANGUAGES: Readonly<Record<string, string>> = {
  py: "python",
  js: "javascript",
  ts: "typescript",
  sh: "bash",
  rb: "ruby",
  rs: "rust",
  yml: "yaml",
  h: "c",
  hpp: "cpp",
  cc: "cpp",
};

function languageOfFile(path: string): string {
  const extension = /\.([a-z]{1,6})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  return LANGUAGES[extension] ?? (extension === "txt" || extension === "rst" ? "" : extension);
}

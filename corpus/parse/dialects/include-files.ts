/**
 * Puts the files that a page includes in their places, as the dialects name them. In code blocks too: that is where most
 * of them stand. A file that is not found leaves a mark, so that what announces it can go as well.
 */
import { splitFrontMatter } from "../front-matter.ts";
import { LITERAL_CLOSE, LITERAL_OPEN, MISSING_CONTENT } from "../marks.ts";
import { protectCode } from "../protect-code.ts";
import type { DialectContext } from "./dialect-context.ts";
import {
  anchorOf,
  fenced,
  headingSectionOf,
  lineRangesOf,
  linesOf,
  regionOf,
  snippetSectionOf,
  taggedPieceOf,
  withoutAnchors,
  withoutSnippetMarks,
} from "./file-pieces.ts";
import { includesOfPage, readIncluded, type IncludeState } from "./include-state.ts";
import { pagePath, rootPaths } from "./include-paths.ts";

export function expandIncludes(source: string, context: DialectContext): string {
  return expand(source, includesOfPage(context));
}

/** One way to write an include. */
interface IncludeSyntax {
  /** A text that a page without this include does not hold. */
  sign: string | RegExp;
  /**
   * What it is inside of code blocks: read like elsewhere, read where the file is found (else it is a sample of itself),
   * or always a sample.
   */
  inCode: "read" | "where-found" | "sample";
  expand: (source: string, state: IncludeState) => string;
}

function expand(source: string, state: IncludeState): string {
  let text = source;
  for (const syntax of SYNTAXES) {
    const { sign, inCode } = syntax;
    if (!(typeof sign === "string" ? text.includes(sign) : sign.test(text))) continue;
    if (inCode === "read") text = syntax.expand(text, state);
    else {
      text = protectCode(
        text,
        (prose) => syntax.expand(prose, state),
        (code) => (inCode === "sample" ? code : expandWhereFound(code, syntax, state)),
      );
    }
  }
  return text;
}

function expandWhereFound(code: string, syntax: IncludeSyntax, state: IncludeState): string {
  const quiet = { ...state, context: { ...state.context, drop: () => {} } };
  const expanded = syntax.expand(code, quiet);
  return expanded.includes(MISSING_CONTENT) ? code : expanded;
}

/** Every line of a text behind the same indentation, as includes in lists and notes need it. */
function indented(text: string, indent: string): string {
  return indent === ""
    ? text
    : text
        .split("\n")
        .map((line) => (line === "" ? line : indent + line))
        .join("\n");
}

/** Text of a page, which is read as if it stood here; its front matter is its own. */
function included(
  paths: readonly string[],
  state: IncludeState,
  piece: (text: string) => string | undefined = (text) => text,
): string {
  const file = readIncluded(paths, state);
  const text = file === undefined ? undefined : piece(bodyOf(file.text));
  if (file === undefined || text === undefined) return missing(state);
  return expand(text, file.inner).replace(/^\n+|\s+$/g, "");
}

function missing({ context }: IncludeState): string {
  context.drop("include-missing", "");
  return MISSING_CONTENT;
}

function bodyOf(text: string): string {
  return /^(?:---|\+\+\+|;;;)[ \ta-z]*\r?\n/.test(text) ? splitFrontMatter(text).body : text;
}

const EXTENSION_LANGUAGES: Readonly<Record<string, string>> = {
  py: "python",
  rs: "rust",
  rb: "ruby",
  cs: "csharp",
  yml: "yaml",
  md: "markdown",
  ps1: "powershell",
  kt: "kotlin",
  h: "c",
  hpp: "cpp",
};

function languageOfPath(path: string): string {
  const extension = /\.([\w+-]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return EXTENSION_LANGUAGES[extension] ?? extension;
}

/** A file shown as code. */
function codeOf(
  paths: readonly string[],
  state: IncludeState,
  { language, title = "", indent = "", piece = (text) => text }: CodeInclude,
): string {
  const file = readIncluded(paths, state);
  const code = file === undefined ? undefined : piece(file.text);
  if (code === undefined) return indent + missing(state);
  return fenced(
    code,
    `${language ?? languageOfPath(paths[0] ?? "")}${title === "" ? "" : ` [${title}]`}`,
    indent,
  );
}

interface CodeInclude {
  language?: string | undefined;
  title?: string | undefined;
  indent?: string | undefined;
  piece?: (text: string) => string | undefined;
}

/**
 * mdBook: `{{#include file.rs:anchor}}`, `{{#rustdoc_include file.rs:2:9}}`, `{{#playground file.rs editable}}`. A
 * backslash in front makes it text.
 * @see https://rust-lang.github.io/mdBook/format/mdbook.html
 */
const MDBOOK: IncludeSyntax = {
  sign: "{{#",
  inCode: "read",
  expand: (source, state) =>
    source.replace(
      /(\\?)\{\{#(include|rustdoc_include|playground|playpen)[ \t]{1,20}([^{}\n]{1,500}?)[ \t]{0,20}\}\}|(\\?)\{\{#title[ \t][^{}\n]{0,500}\}\}/g,
      (whole, escape: string | undefined, kind: string | undefined, rest = "", escapedTitle = "") => {
        if (escape === "\\" || escapedTitle === "\\")
          return whole
            .slice(1)
            .replace("{{#", `${LITERAL_OPEN}${LITERAL_OPEN}#`)
            .replace("}}", LITERAL_CLOSE + LITERAL_CLOSE);
        if (kind === undefined) return "";
        const [, path = "", piece] = /^(\S+?\.\w+|[^\s:]+)(?::(\S*))?(?:\s.*)?$/.exec(rest as string) ?? [];
        const paths = [path, `/src/${path}`];
        const pick = (text: string): string | undefined => mdbookPiece(text, piece);
        if (kind.startsWith("pl")) return codeOf(paths, state, { language: "rust", piece: pick });
        const isPage = /\.(?:md|markdown)$/i.test(path);
        if (isPage) return included(paths, state, pick);
        const file = readIncluded(paths, state);
        const text = file === undefined ? undefined : pick(file.text);
        return text === undefined ? missing(state) : text.replace(/\n+$/, "");
      },
    ),
};

function mdbookPiece(text: string, piece: string | undefined): string | undefined {
  if (piece === undefined || piece === "") return withoutAnchors(text);
  const [, from = "", colon, to = ""] = /^(\d*)(:)?(\d*)$/.exec(piece) ?? [];
  if (from === "" && to === "" && colon === undefined) return anchorOf(text, piece);
  const first = from === "" ? 1 : Number(from);
  if (colon === undefined) return linesOf(text, first, first);
  return linesOf(text, first, to === "" ? undefined : Number(to));
}

/**
 * pymdownx: `--8<-- "file.md:section"`, or a block of names between two `--8<--`. A semicolon in front makes it text.
 * @see https://facelessuser.github.io/pymdown-extensions/extensions/snippets/
 */
const SNIPPETS: IncludeSyntax = {
  sign: "8<-",
  inCode: "read",
  expand: (source, state) => {
    const lines: string[] = [];
    let isBlock = false;
    for (const line of source.split("\n")) {
      const [, indent = "", escape, , rest = ""] =
        /^([ \t>]*)(;?)(-{1,8}8<-{1,8})[ \t]*(.*)$/.exec(line) ?? [];
      if (escape === undefined) {
        const name = line.trim();
        if (isBlock && name !== "" && !name.startsWith(";")) {
          lines.push(indented(snippet(name, state), /^[ \t]*/.exec(line)?.[0] ?? ""));
        } else lines.push(line);
      } else if (escape === ";") {
        lines.push(line.replace(";", ""));
      } else if (rest.trim() === "") {
        isBlock = !isBlock;
      } else {
        const names = [...rest.matchAll(/"([^"\n]{1,500})"|'([^'\n]{1,500})'/g)];
        // `[start:name]` marks a section for others.
        for (const name of names) lines.push(indented(snippet(name[1] ?? name[2] ?? "", state), indent));
        if (names.length === 0 && !rest.includes("[")) lines.push(line);
      }
    }
    return lines.join("\n");
  },
};

function snippet(name: string, state: IncludeState): string {
  const [, path = "", piece = ""] = /^(.+?\.\w+|[^:]+)((?::[^:]*)*)$/.exec(name.trim()) ?? [];
  const [first = "", second] = piece.split(":").slice(1);
  return included(
    rootPaths(path, ["docs", "includes", "snippets", "docs/snippets", "docs/includes"]),
    state,
    (text) => {
      if (/^\d+(?:,.*)?$/.test(first) || (first === "" && second !== undefined)) {
        if (first.includes(",")) return lineRangesOf(text, piece.slice(1).replace(/:/g, "-"));
        return linesOf(
          text,
          first === "" ? 1 : Number(first),
          second === undefined || second === "" ? undefined : Number(second),
        );
      }
      return first === "" ? withoutSnippetMarks(text) : snippetSectionOf(text, first);
    },
  );
}

/**
 * mkdocs-include-markdown-plugin and mkdocs-macros: `{% include-markdown "a.md" start="<!--x-->" %}`; Jinja, Nunjucks
 * and GitBook: `{% include "a.md" %}`; markdown-include: `{! a.md !}`.
 */
const QUOTED_INCLUDES: IncludeSyntax = {
  sign: /\{%-?\s{0,9}(?:include|include-markdown|render)\s|\{!/,
  inCode: "where-found",
  expand: (source, state) =>
    source
      .replace(
        /^([ \t]*)?\{%-?[ \t\n]{0,20}(include|include-markdown|render)[ \t\n]{1,20}["']([^"'{}\n]{1,500})["']([^{}]{0,1000}?)-?%\}/gm,
        (_, indent = "", kind: string, path: string, options: string) => {
          const option = (name: string): string | undefined =>
            new RegExp(`\\b${name}=["']([^"']{1,200})["']`).exec(options)?.[1];
          const isPage =
            /\.(?:md|markdown|mdx|html?|njk|liquid|j2|jinja2?|txt)$/i.test(path) ||
            kind === "include-markdown";
          const paths = rootPaths(path, [
            "_includes",
            "docs",
            "src/_includes",
            "includes",
            "docs/snippets",
            ".gitbook/includes",
            "overrides",
          ]);
          const text = included(paths, state, (body) => between(body, option("start"), option("end")));
          return isPage || indent !== "" ? indented(text, indent as string) : text;
        },
      )
      .replace(
        /^([ \t]*)\{![ \t]{0,20}([^{}!\n]{1,500}?)[ \t]{0,20}!\}/gm,
        (_, indent: string, path: string) => indented(included(rootPaths(path, ["docs"]), state), indent),
      ),
};

function between(text: string, start: string | undefined, end: string | undefined): string {
  const from = start === undefined ? 0 : text.indexOf(start);
  const begin = from === -1 ? 0 : from + (start?.length ?? 0);
  const to = end === undefined ? -1 : text.indexOf(end, begin);
  return text.slice(begin, to === -1 ? undefined : to);
}

/**
 * VitePress: `<<< @/file.js#region{1,3 ts:line-numbers} [Title]` shows a file as code (braces light lines up, and choose
 * none); `<!--@include: ./part.md{3,9}-->` reads a part of a page, by lines, region or heading.
 * @see https://vitepress.dev/guide/markdown#import-code-snippets
 */
const VITEPRESS: IncludeSyntax = {
  sign: /<<<|@include:/,
  inCode: "sample",
  expand: (source, state) =>
    source
      .replace(
        /^([ \t]*)<<<[ \t]{1,9}([@./~\w][^\s{}#[\]]{0,500})(?:#([\w*.-]{1,100}))?[ \t]{0,9}(?:\{([^{}\n]{0,200})\})?[ \t]{0,9}(?:\[([^\]\n]{0,200})\])?[ \t]*$/gm,
        (_, indent: string, path: string, region?: string, marks?: string, title?: string) =>
          codeOf(vitepressPaths(path), state, {
            indent,
            title,
            language: /(?:^|\s)([a-z][\w+#]*)(?::[\w-]+)?\s*$/.exec(marks ?? "")?.[1],
            piece: (text) => (region === undefined ? text : regionOf(text, region)),
          }),
      )
      .replace(
        /^([ \t]*)?<!--[ \t]{0,9}@include:[ \t]{0,9}([^\s{}#<>]{1,500}?)(?:#([^\s{}<>]{1,200}?))?(?:\{(\d*)?(,)?(\d*)?\})?[ \t]{0,9}-->/gm,
        (_, indent = "", path: string, region?: string, from = "", comma?: string, to = "") => {
          const text = included(vitepressPaths(path), state, (body) => {
            const piece =
              region === undefined ? body : (regionOf(body, region) ?? headingSectionOf(body, region));
            if (piece === undefined || (from === "" && to === "")) return piece;
            const first = from === "" ? 1 : Number(from);
            return linesOf(piece, first, to !== "" ? Number(to) : comma === undefined ? first : undefined);
          });
          return indented(text, indent as string);
        },
      ),
};

function vitepressPaths(path: string): string[] {
  if (!/^[@~]\//.test(path)) return path.startsWith("/") ? rootPaths(path, ["docs"]) : [path, `/${path}`];
  return rootPaths(path.slice(1), ["docs", "src"]);
}

/**
 * docfx: `[!INCLUDE [title](file.md)]`, `[!code-csharp[Name](Program.cs#Region)]` and, of Microsoft's,
 * `:::code language="c" source="a.c" range="1-9" id="name":::`.
 * @see https://dotnet.github.io/docfx/docs/markdown.html
 */
const DOCFX: IncludeSyntax = {
  sign: /\[!(?:INCLUDE|code)|:::\s?code\s/i,
  inCode: "sample",
  expand: (source, state) =>
    source
      .replace(
        /^([ \t>]*)?\[!INCLUDE\s{0,9}\[[^\]\n]{0,500}\]\s{0,9}\(([^)\n]{0,500}?)\)\s{0,9}\]/gim,
        (_, indent = "", path: string) => indented(included(docfxPaths(path), state), indent as string),
      )
      .replace(
        /(.)\[!INCLUDE\s{0,9}\[[^\]\n]{0,500}\]\s{0,9}\(([^)\n]{0,500}?)\)\s{0,9}\]/gi,
        (_, before: string, path: string) => {
          const text = included(docfxPaths(path), state);
          return before + text.replace(/\s*\n\s*/g, " ");
        },
      )
      .replace(
        /^([ \t>]*)\[!code(?:-([\w+#]+))?\s{0,9}\[[^\]\n]{0,500}\]\s{0,9}\(([^)\n]{0,500}?)\)\s{0,9}\]/gim,
        (_, indent: string, language: string | undefined, target: string) =>
          codeOf(docfxPaths(target.replace(/[?#].*$/, "")), state, {
            language: language?.toLowerCase(),
            indent,
            piece: (text) => docfxPiece(text, target),
          }),
      )
      .replace(
        /^([ \t>]*):::\s?code[ \t]+([^\n]{0,1000}?):::[ \t]*$/gm,
        (_, indent: string, attributes: string) => {
          const value = (name: string): string | undefined =>
            new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, "i").exec(attributes)?.[1];
          const id = value("id");
          const range = value("range");
          return codeOf(docfxPaths(value("source") ?? ""), state, {
            language: value("language"),
            indent,
            piece: (text) => {
              if (id !== undefined) return taggedPieceOf(text, id) ?? regionOf(text, id);
              return range === undefined ? text : lineRangesOf(text, range);
            },
          });
        },
      ),
};

function docfxPaths(path: string): string[] {
  const plain = path.trim().replace(/[?#].*$/, "");
  return plain.startsWith("~/") ? rootPaths(plain.slice(1), []) : [plain];
}

function docfxPiece(text: string, target: string): string | undefined {
  const [, query = "", fragment = ""] = /^[^?#]*(?:\?([^#]*))?(?:#(.*))?$/.exec(target) ?? [];
  const values = new URLSearchParams(query);
  const lines = /^L(\d+)(?:-L?(\d+))?$/i.exec(fragment);
  if (lines !== null) return linesOf(text, Number(lines[1]), Number(lines[2] ?? lines[1]));
  const name = values.get("name") ?? fragment;
  if (name !== "") return taggedPieceOf(text, name) ?? regionOf(text, name);
  const start = values.get("start");
  if (start !== null)
    return linesOf(text, Number(start), Number(values.get("end") ?? Number.POSITIVE_INFINITY));
  return values.get("range") === null ? text : lineRangesOf(text, values.get("range") ?? "");
}

/** Hugo themes: `{{< readfile file="a.md" code="true" lang="sh" >}}`, `{{% include "a.md" %}}`, `{{< md "a.md" >}}`. */
const HUGO: IncludeSyntax = {
  sign: /\{\{[<%]\s{0,9}(?:readfile|include|md|include-md|code_sample|codenew|import|snippet|render)\b/i,
  inCode: "sample",
  expand: (source, state) =>
    source.replace(
      /^([ \t>]*)\{\{[<%][ \t]{0,9}(readfile|include|md|include-md|code_sample|codenew|import|snippet|render)[ \t]{1,9}([^\n]{1,500}?)[ \t]{0,9}\/?[>%]\}\}/gim,
      (whole, indent: string, kind: string, options: string) => {
        const value = (name: string): string | undefined =>
          new RegExp(`\\b${name}\\s*=\\s*["\`]?([^"\`\\s]+)["\`]?`, "i").exec(options)?.[1];
        const path =
          value("file") ?? value("path") ?? value("page") ?? /["`]([^"`=]+)["`]/.exec(options)?.[1];
        if (path === undefined || !/\.\w+$/.test(path)) {
          // A page is named without its extension where the theme includes pages.
          return path !== undefined && /^(?:include|md)$/i.test(kind)
            ? indented(included(hugoPaths(`${path}.md`), state), indent)
            : whole;
        }
        const language = value("lang") ?? value("language");
        const isCode = value("code") === "true" || language !== undefined || /^code/i.test(kind);
        if (isCode) return codeOf(hugoPaths(path), state, { language, indent });
        return indented(included(hugoPaths(path), state), indent);
      },
    ),
};

function hugoPaths(path: string): string[] {
  return rootPaths(path, [
    "content",
    "content/en",
    "content/en/examples",
    "content/docs",
    "content/includes",
    "content/en/includes",
    "layouts/shortcodes",
    "assets",
    "static",
    "examples",
  ]);
}

/**
 * MyST: ```` ```{include} a.md ````, ```` ```{literalinclude} a.py ```` with options on the lines below.
 * @see https://myst-parser.readthedocs.io/en/latest/syntax/organising_content.html
 */
const MYST: IncludeSyntax = {
  sign: /\{(?:include|literalinclude)\}/,
  inCode: "read",
  expand: (source, state) =>
    source.replace(
      /^([ \t]*)(`{3,9}|:{3,9}|~{3,9})\{(include|literalinclude)\}[ \t]+(\S[^\n]{0,500}?)[ \t]*\n((?:[ \t]*:[\w-]+:[^\n]{0,500}\n){0,20})[ \t]*\2[ \t]*$/gm,
      (_, indent: string, __, kind: string, path: string, optionLines: string) => {
        const options = Object.fromEntries(
          [...optionLines.matchAll(/:([\w-]+):[ \t]*([^\n]*)/g)].map((match) => [match[1], match[2]?.trim()]),
        ) as Record<string, string | undefined>;
        const piece = (text: string): string => {
          const lines = options["lines"] === undefined ? text : lineRangesOf(text, options["lines"]);
          return between(lines, options["start-after"], options["end-before"]);
        };
        const paths = path.startsWith("/") ? rootPaths(path, ["docs", "source"]) : pagePath(path);
        return kind === "include" && options["literal"] === undefined && options["code"] === undefined
          ? indented(included(paths, state, piece), indent)
          : codeOf(paths, state, {
              language: options["language"] ?? options["code"],
              title: options["caption"],
              indent,
              piece,
            });
      },
    ),
};

const SYNTAXES: readonly IncludeSyntax[] = [MDBOOK, SNIPPETS, QUOTED_INCLUDES, VITEPRESS, DOCFX, HUGO, MYST];

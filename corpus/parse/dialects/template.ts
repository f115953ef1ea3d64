/**
 * Reads Liquid, Jinja and Nunjucks as far as a page's text depends on them: values that are known are put in, blocks
 * whose condition is known are taken or left out, included files stand in their places. What is only known when the site
 * is built leaves a mark that takes its sentence along.
 *
 * @see https://shopify.github.io/liquid/
 */
import { splitFrontMatter } from "../front-matter.ts";
import { literalBraces, MISSING_CONTENT, UNKNOWN_VALUE } from "../marks.ts";
import type { DialectContext } from "./dialect-context.ts";
import { includesOfPage, readIncluded, type IncludeState } from "./includes/include-state.ts";
import { rootPaths } from "./includes/include-paths.ts";
import { printedValue, type Scope, type ValueLookup } from "./site-values.ts";
import { readCondition, readExpression } from "./template-expression.ts";
import { blockEnds, BLOCKS } from "./template-blocks.ts";
import { readTemplate, type TemplateToken } from "./template-tokens.ts";

/** Whose braces are no template at all: `{{ x }}` is text there. */
const LITERAL_GENERATORS: ReadonlySet<string> = new Set(["mdbook", "starlight", "docfx", "gitbook", "astro"]);

export interface TemplateInput {
  context: DialectContext;
  lookup: ValueLookup;
  /** Takes the code of an included file out of the way, as it was for the page. */
  prepare: (included: string) => string;
}

export function expandTemplate(source: string, input: TemplateInput): string {
  if (!/\{\{|\{%/.test(source)) return source;
  const reader = new TemplateReader(input);
  return reader.read(readTemplate(source), {}, includesOfPage(input.context));
}

class TemplateReader {
  readonly #input: TemplateInput;

  constructor(input: TemplateInput) {
    this.#input = input;
  }

  read(tokens: readonly TemplateToken[], given: Scope, state: IncludeState): string {
    const { context, lookup } = this.#input;
    const scope: Record<string, unknown> = { ...given };
    const isLiteral = LITERAL_GENERATORS.has(context.generator) || context.values === null;
    const ends = blockEnds(tokens);
    let result = "";
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined) break;
      if (token.kind === "text") result += token.text;
      else if (token.kind === "output") {
        // VitePress makes the id of a heading of its text as it is written.
        const isVueHeading =
          context.generator === "vitepress" && /(?:^|\n)#{1,6} [^\n]*$/.test(result.slice(-500));
        if (isLiteral || isVueHeading) result += literalBraces(token.text);
        else result += this.#output(token.expression, scope);
      } else {
        const end = ends.get(at);
        const body = end === undefined ? [] : tokens.slice(at + 1, end);
        switch (token.name) {
          case "raw":
          case "verbatim":
            if (end !== undefined) result += literalBraces(body.map(({ text }) => text).join(""));
            break;
          case "comment":
          case "macro":
            break;
          case "capture":
          case "assign":
          case "set":
            this.#assign(token, body, scope, state);
            break;
          case "if":
          case "unless":
          case "ifversion":
            if (end !== undefined)
              result += this.read(
                chosenBranch(token, body, (path) => lookup(path, scope)),
                scope,
                state,
              );
            break;
          case "case":
            break;
          case "for":
          case "tablerow":
            // What it goes through is data of the site; what stands in it says nothing without.
            context.drop(
              "unknown-value",
              body.map((inner) => (inner.kind === "text" ? inner.text : "")).join(""),
            );
            break;
          case "include":
          case "include_relative":
          case "include_cached":
          case "render":
            result += this.#include(token, scope, state);
            break;
          default:
            result += visibleTitle(token.rest);
            continue;
        }
        if (end !== undefined) at = end;
      }
    }
    return result;
  }

  #output(expression: string, scope: Scope): string {
    const value = readExpression(expression, (path) => this.#input.lookup(path, scope));
    const text = printedValue(value);
    return text === undefined ? UNKNOWN_VALUE : text;
  }

  #assign(
    token: TemplateToken & { kind: "tag" },
    body: readonly TemplateToken[],
    scope: Record<string, unknown>,
    state: IncludeState,
  ): void {
    const [, name = "", expression] = /^([\w-]+)\s*(?:=\s*([^]*))?$/.exec(token.rest) ?? [];
    if (name === "" || name === "__proto__") return;
    if (expression !== undefined)
      scope[name] = readExpression(expression, (path) => this.#input.lookup(path, scope));
    else if (body.length > 0) scope[name] = this.read(body, scope, state).trim();
  }

  /** Jekyll: `{% include note.html text="…" %}` reads `_includes/note.html`, which names its parameters `include.text`. */
  #include(token: TemplateToken & { kind: "tag" }, scope: Scope, state: IncludeState): string {
    const { context, lookup, prepare } = this.#input;
    const [, file = ""] = /^["']?([\w./-]+\.\w+)["']?/.exec(token.rest) ?? [];
    if (file === "") return visibleTitle(token.rest);
    const paths =
      token.name === "include_relative"
        ? [file]
        : [
            `/_includes/${file}`,
            `/src/_includes/${file}`,
            ...rootPaths(file, ["docs/_includes", "includes"]),
          ];
    const included = readIncluded(paths, state);
    if (included === undefined) {
      const title = visibleTitle(token.rest);
      if (title !== "") return title;
      context.drop("include-missing", "");
      return MISSING_CONTENT;
    }
    const parameters: Record<string, unknown> = {};
    for (const match of token.rest.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)'|([\w.-]+))/g)) {
      const [, name = "", double, single, path = ""] = match;
      if (name !== "__proto__") parameters[name] = double ?? single ?? lookup(path, scope);
    }
    const text = prepare(splitFrontMatter(included.text).body);
    return this.read(
      readTemplate(text),
      { ...scope, include: parameters, ...parameters },
      included.inner,
    ).trim();
  }
}

/** The branch that the site shows; where that is not known, the first. */
function chosenBranch(
  opening: TemplateToken & { kind: "tag" },
  body: readonly TemplateToken[],
  lookup: (path: string) => unknown,
): readonly TemplateToken[] {
  let depth = 0;
  let start = 0;
  let condition: string | undefined = opening.rest;
  let isNegated = opening.name === "unless";
  for (let at = 0; at <= body.length; at++) {
    const token = body[at];
    if (token?.kind === "tag" && depth === 0 && /^(?:else|elsif|elif|elseif)$/.test(token.name)) {
      // The rest of the branches only counts where this one is known not to be shown.
      if (isShown(condition, isNegated, lookup)) return body.slice(start, at);
      start = at + 1;
      condition = token.name === "else" ? undefined : token.rest;
      isNegated = false;
    } else if (token?.kind === "tag" && BLOCKS.has(token.name)) depth++;
    else if (token?.kind === "tag" && token.name.startsWith("end")) depth--;
  }
  return isShown(condition, isNegated, lookup) ? body.slice(start) : [];
}

function isShown(
  condition: string | undefined,
  isNegated: boolean,
  lookup: (path: string) => unknown,
): boolean {
  if (condition === undefined) return true;
  const value = readCondition(condition, lookup);
  return value === undefined || value !== isNegated;
}

/** What a tag shows of itself. */
export function visibleTitle(attributes: string): string {
  return /\b(?:title|label|caption|summary)\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? "";
}

/**
 * ERB as Middleman runs it over a page, before Markdown is read: values of its front matter, of `data/` and of the Tech
 * Docs Template are put in, and parts stand in their places. Code is never run: what only the build knows leaves a mark
 * that takes its sentence along.
 *
 * @see https://middlemanapp.com/basics/template-engines/
 */
import { includesOfPage, readIncluded, type IncludeState } from "../dialects/includes/include-state.ts";
import type { DialectContext } from "../dialects/dialect-context.ts";
import { codeSpans } from "../code-spans.ts";
import { splitFrontMatter } from "../front-matter.ts";
import { MISSING_CONTENT, UNKNOWN_VALUE, withoutMarks } from "../marks.ts";
import { protectCode } from "../protect-code.ts";
import { callHelper, isSilent } from "./erb-helpers.ts";
import { createPageScope, type ErbPage } from "./erb-scope.ts";
import { hasErb, readErbTokens, readErbTree, type ErbBranch, type ErbNode } from "./erb-tokens.ts";
import { evaluateRuby, type RubyArguments, type RubyScope } from "./evaluate-ruby.ts";
import { isErbFile, otherPartialPaths, partialPaths } from "./partial-paths.ts";
import { isHash, isTruthy, shownText, UNKNOWN } from "./ruby-value.ts";

type Locals = Record<string, unknown>;

/** A page goes through lists of its data; longer ones are no text. */
const MAX_ROUNDS = 2000;
const MAX_CHARS = 2_000_000;

export function fillErb(source: string, context: DialectContext, page: ErbPage): string {
  const runner = new ErbRunner(context, page);
  return runner.text(withoutMarks(source), { isErb: page.isErb, locals: {}, state: includesOfPage(context) });
}

interface Frame {
  isErb: boolean;
  locals: Locals;
  state: IncludeState;
}

class ErbRunner {
  readonly #context: DialectContext;
  readonly #page: ErbPage;
  readonly #valueOf: (name: string) => unknown;
  #rounds = 0;
  #chars = 0;

  constructor(context: DialectContext, page: ErbPage) {
    this.#context = context;
    this.#page = page;
    this.#valueOf = createPageScope(context, page);
  }

  text(source: string, frame: Frame): string {
    if (!hasErb(source)) return source;
    const fill = (text: string): string => this.#run(readErbTree(readErbTokens(text)), frame);
    // Where it is not run, it is a slip in prose, and a sample in code.
    return frame.isErb ? fill(source) : protectCode(source, (text) => outsideSpans(text, fill));
  }

  #run(nodes: readonly ErbNode[], frame: Frame): string {
    let result = "";
    let lineStart = "";
    const write = (text: string): void => {
      result += text;
      lineStart = (lineStart + text).slice(-200);
    };
    for (const [index, node] of nodes.entries()) {
      if (this.#chars > MAX_CHARS) break;
      if (node.kind === "text") {
        write(node.text);
        this.#chars += node.text.length;
      } else if (node.kind === "block") write(this.#block(node.branches, node.isShown, frame));
      else if (node.kind === "code") this.#assign(node.ruby, frame);
      else {
        const next = nodes[index + 1];
        const isAlone =
          /(?:^|\n)[ \t]*$/.test(lineStart) &&
          (next === undefined ||
            (next.kind === "text" && /^[ \t]*(?:\r?\n|$)/.test(next.text.slice(0, 200))));
        write(this.#shown(evaluateRuby(node.ruby, this.#scope(frame)), isAlone));
      }
    }
    return result;
  }

  #shown(value: unknown, isAlone: boolean): string {
    const text = shownText(value);
    if (text !== undefined) return text;
    // Alone it is a piece of the page, else a value in a sentence.
    if (!isAlone) return UNKNOWN_VALUE;
    this.#context.drop("component", "");
    return MISSING_CONTENT;
  }

  /** @param block what a call of a helper encloses. */
  #scope(frame: Frame, block?: string): RubyScope {
    const { locals } = frame;
    return {
      valueOf: (name) => {
        if (Object.hasOwn(locals, name)) return locals[name];
        return name === "locals" ? locals : this.#valueOf(name);
      },
      call: (name, given) =>
        name === "partial" || name === "render"
          ? this.#partial(given, frame)
          : callHelper(name, given, block),
    };
  }

  #partial({ list, named }: RubyArguments, { state }: Frame): string {
    const name = list[0] ?? named["partial"];
    const given = named["locals"];
    const locals = isHash(given) ? { ...given } : {};
    const { source } = this.#page;
    const path = typeof name === "string" && !name.includes("\0") ? name : "";
    const included = path === "" ? undefined : readIncluded(partialPaths(path, source), state);
    if (included === undefined) {
      const isOther = path !== "" && readIncluded(otherPartialPaths(path, source), state) !== undefined;
      this.#context.drop(isOther ? "component" : "include-missing", "");
      return `\n\n${MISSING_CONTENT}\n\n`;
    }
    const { inner, text } = included;
    const { body } = splitFrontMatter(withoutMarks(text));
    const isErb = isErbFile(inner.open.at(-1) ?? "");
    const filled = this.text(body, { isErb, locals, state: inner })
      .replace(/^\s*\n/, "")
      .trimEnd();
    return filled.includes("\n") || /^(?:#|[-*] |\d+\. |\|)/.test(filled) ? `\n\n${filled}\n\n` : filled;
  }

  #assign(ruby: string, frame: Frame): void {
    const [, name, isDefault, value] = /^([a-z_]\w*)\s*(\|\|)?=(?![=~>])\s*([^]+)$/.exec(ruby) ?? [];
    if (name === undefined || name === "__proto__") return;
    const isGiven = Object.hasOwn(frame.locals, name) && isTruthy(frame.locals[name]) !== false;
    if (isDefault === undefined || !isGiven)
      frame.locals[name] = evaluateRuby(value ?? "", this.#scope(frame));
  }

  #block(branches: readonly ErbBranch[], isShown: boolean, frame: Frame): string {
    const [first] = branches;
    if (first === undefined) return "";
    if (/^(?:if|unless|case)\b/.test(first.ruby)) return this.#choice(branches, frame);
    const each =
      /^([^]+?)\.each(?:_pair|_with_index)?\s*(?:do|\{)\s*(?:\|([^|\n]*)\|)?$/.exec(first.ruby) ??
      /^for\s+([\w, ]+)\s+in\s+([^]+)$/.exec(first.ruby);
    if (each !== null) {
      const isFor = first.ruby.startsWith("for");
      const [list = "", names = ""] = isFor ? [each[2], each[1]] : [each[1], each[2]];
      return this.#loop(list, names.split(","), first.body, frame);
    }
    if (/^(?:while|until)\b/.test(first.ruby)) {
      this.#context.drop("unknown-value", wordsOf(first.body));
      return "";
    }
    const call = first.ruby.replace(/\s*(?:\bdo|\{)\s*(?:\|[^|\n]{0,200}\|)?\s*$/, "");
    const name = /^\w+/.exec(call)?.[0] ?? "";
    if (isSilent(name)) {
      this.#context.drop("furniture", wordsOf(first.body));
      return "";
    }
    const body = this.#run(first.body, frame);
    if (!isShown || call === "") return body;
    return shownText(evaluateRuby(call, this.#scope(frame, body))) ?? body;
  }

  /** The branch that the site shows; where that is not known, the first that may be it. */
  #choice(branches: readonly ErbBranch[], frame: Frame): string {
    const scope = this.#scope(frame);
    const subject = /^case\s+([^]+)$/.exec(branches[0]?.ruby ?? "")?.[1];
    const value = subject === undefined ? undefined : evaluateRuby(subject, scope);
    let isSure = true;
    let chosen: ErbBranch | undefined;
    for (const branch of branches) {
      const [, word = "", condition = ""] = /^(\w+)\s*([^]*?)(?:\s+then)?$/.exec(branch.ruby) ?? [];
      if (word === "case") continue;
      const truth = word === "else" ? true : truthOf(word, evaluateRuby(condition, scope), value);
      if (truth === false) continue;
      if (chosen === undefined) {
        chosen = branch;
        isSure = truth === true;
        if (isSure) break;
      } else this.#context.drop("unknown-value", wordsOf(branch.body));
    }
    return chosen === undefined ? "" : this.#run(chosen.body, frame);
  }

  #loop(list: string, names: readonly string[], body: readonly ErbNode[], frame: Frame): string {
    const items = itemsOf(evaluateRuby(list, this.#scope(frame)));
    if (items === undefined) {
      this.#context.drop("unknown-value", wordsOf(body));
      return "";
    }
    const [first = "", second = ""] = names.map((name) => name.trim());
    let result = "";
    for (const [value, beside] of items) {
      if (++this.#rounds > MAX_ROUNDS || this.#chars > MAX_CHARS) break;
      const locals = {
        ...frame.locals,
        ...(first !== "" && { [first]: value }),
        ...(second !== "" && { [second]: beside }),
      };
      result += this.#run(body, { ...frame, locals });
    }
    return result;
  }
}

function outsideSpans(text: string, change: (text: string) => string): string {
  let result = "";
  let at = 0;
  for (const [start, end] of codeSpans(text)) {
    result += change(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return result + change(text.slice(at));
}

function truthOf(word: string, condition: unknown, subject: unknown): boolean | undefined {
  if (word !== "when") {
    const truth = isTruthy(condition);
    return truth === undefined ? undefined : truth === (word !== "unless");
  }
  return condition === UNKNOWN || subject === UNKNOWN ? undefined : condition === subject;
}

/** What a loop goes through: an item and its index, a key and its value. Undefined where that is not known. */
function itemsOf(value: unknown): [unknown, unknown][] | undefined {
  if (Array.isArray(value)) return value.map((item, index) => [item, index]);
  return isHash(value) ? Object.entries(value) : undefined;
}

function wordsOf(nodes: readonly ErbNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "block") return node.branches.map(({ body }) => wordsOf(body)).join(" ");
      return node.kind === "text" ? node.text.replace(/<[^<>]{0,500}>/g, " ") : "";
    })
    .join(" ");
}

/**
 * Nunjucks, and the part of Jinja that it shares, written as Liquid: one engine runs both. What Liquid has no words for is
 * a name without a value there.
 *
 * @see https://mozilla.github.io/nunjucks/templating.html
 */
import { parse } from "yaml";
import { visibleTitle } from "../dialects/template.ts";

/** Nothing has this name. */
const NOTHING = "nothing_known";

export interface LiquidText {
  text: string;
  /** Lists and maps that are written in the template, by the names that the text gives them. */
  literals: Record<string, unknown>;
}

/** @param from number that the names of literals go on with. */
export function nunjucksAsLiquid(source: string, from = 0): LiquidText {
  const translator = new Translator(from);
  return { text: translator.translate(source), literals: translator.literals };
}

/** Of a block of these, nothing is text. */
const HIDDEN_BLOCKS = new Set(["macro", "call", "css", "js", "script", "style"]);
/** Of a block of these, what stands in it is code. */
const CODE_BLOCKS = /^(?:highlight|code|codeblock|code_block|snippet|prism|shiki|syntax)$/i;
const CLOSERS: Readonly<Record<string, string>> = { "{": "}}", "%": "%}", "#": "#}" };

/** How Liquid calls filters; `""` for those that leave a text as it is read. */
const FILTERS: Readonly<Record<string, string>> = {
  upper: "upcase",
  lower: "downcase",
  trim: "strip",
  length: "size",
  striptags: "strip_html",
  d: "default",
  safe: "",
  escape: "",
  e: "",
  forceescape: "",
  string: "",
  indent: "",
  url: "",
  nl2br: "",
};

class Translator {
  readonly literals: Record<string, unknown> = {};
  readonly #from: number;
  #blocks: ReadonlySet<string> = new Set();

  constructor(from: number) {
    this.#from = from;
  }

  translate(source: string): string {
    this.#blocks = new Set(
      Array.from(source.matchAll(/\{%-?\s{0,20}end(\w{1,60})/g), ([, name = ""]) => name),
    );
    const missing = new Set<string>();
    let result = "";
    let at = 0;
    while (at < source.length) {
      const start = source.indexOf("{", at);
      if (start === -1) break;
      const kind = source[start + 1] ?? "";
      const closer = Object.hasOwn(CLOSERS, kind) && !missing.has(kind) ? CLOSERS[kind] : undefined;
      const end = closer === undefined ? -1 : source.indexOf(closer, start + 2);
      if (end === -1) {
        if (closer !== undefined) missing.add(kind);
        result += source.slice(at, start + 1);
        at = start + 1;
        continue;
      }
      result += source.slice(at, start);
      at = end + 2;
      const [, before = "", inner = "", after = ""] =
        /^(-?)([^]*?)(-?)$/.exec(source.slice(start + 2, end)) ?? [];
      if (kind === "{") result += this.#output(inner.trim(), before, after);
      else if (kind === "%") {
        const [, name = "", rest = ""] = /^\s*(\w+)([^]*)$/.exec(inner) ?? [];
        if (name === "raw" || name === "verbatim") {
          const close = rawEnd(source, at, name);
          const text = source.slice(at, close?.start ?? source.length);
          result += `{%${before} raw ${after}%}${text}{% endraw %}`;
          at = close?.end ?? source.length;
        } else result += this.#tag(name, rest.trim(), before, after);
      }
    }
    return result + source.slice(at);
  }

  #output(expression: string, before = "", after = ""): string {
    const plain = expression.replace(/"[^"]*"|'[^']*'/g, (quoted) => "_".repeat(quoted.length));
    const at = plain.indexOf(" if ");
    if (at > 0) {
      const otherwise = plain.indexOf(" else ", at);
      const condition = expression.slice(at + " if ".length, otherwise === -1 ? undefined : otherwise);
      const rest =
        otherwise === -1
          ? ""
          : `{% else %}${this.#output(expression.slice(otherwise + " else ".length).trim())}`;
      const value = this.#output(expression.slice(0, at).trim());
      return `{% if ${this.#condition(condition.trim())} %}${value}${rest}{% endif %}`;
    }
    return `{{${before} ${this.#expression(expression)} ${after}}}`;
  }

  #expression(expression: string): string {
    const [first = "", ...filters] = splitOutside(expression, "|");
    const joined = splitOutside(first, "~");
    const pieces = (joined.length > 1 ? joined : splitOutside(first, "+")).map((part) =>
      this.#operand(part.trim()),
    );
    const [head, ...tail] = pieces;
    const isSum = joined.length === 1 && tail.length > 0 && !/["']/.test(first);
    if (head === undefined || tail.includes(undefined) || isSum) return NOTHING;
    const written = filters.map((filter) => this.#filter(filter.trim()));
    return [
      head,
      ...tail.map((piece) => `append: ${piece}`),
      ...written.filter((filter) => filter !== ""),
    ].join(" | ");
  }

  #filter(filter: string): string {
    const [, name = "", , list = ""] = /^([\w.]+)\s*(\(([^]*)\))?$/.exec(filter) ?? [];
    if (name === "") return "unknown_filter";
    const known = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
    if (known === "") return "";
    const given = list.trim() === "" ? [] : splitOutside(list, ",").map((part) => this.#operand(part.trim()));
    if (given.includes(undefined)) return "unknown_filter";
    return given.length === 0 ? (known ?? name) : `${known ?? name}: ${given.join(", ")}`;
  }

  #operand(text: string): string | undefined {
    const quoted = /^"((?:[^"\\]|\\.)*)"$|^'((?:[^'\\]|\\.)*)'$/.exec(text);
    if (quoted !== null) {
      const value = (quoted[1] ?? quoted[2] ?? "").replace(/\\n/g, "\n").replace(/\\(.)/g, "$1");
      return value.includes('"') || value.includes("\n") ? this.#literal(value) : `"${value}"`;
    }
    if (/^-?\d+(?:\.\d+)?$/.test(text) || text === "true" || text === "false") return text;
    if (text === "none" || text === "null" || text === "undefined") return "nil";
    if (/^loop\.\w+$/.test(text)) return LOOP[text.slice("loop.".length)];
    if (/^[A-Za-z_$][\w$]*(?:\.[\w$-]+|\[(?:"[^"\]]*"|'[^'\]]*'|\d+|[A-Za-z_][\w.]*)\])*$/.test(text))
      return text;
    if (/^[[{]/.test(text)) return this.#written(text);
    return undefined;
  }

  /** A list or a map of plain values. */
  #written(text: string): string | undefined {
    const names = text
      .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""')
      .replace(/\b[A-Za-z_]\w*\s*:/g, "");
    if (/[A-Za-z_](?<!\b(?:true|false|null))/.test(names.replace(/\b(?:true|false|null)\b/g, "")))
      return undefined;
    try {
      return this.#literal(parse(text, { logLevel: "error", maxAliasCount: 0 }));
    } catch {
      return undefined;
    }
  }

  #literal(value: unknown): string {
    const name = `written_${this.#from + Object.keys(this.literals).length}`;
    this.literals[name] = value;
    return name;
  }

  #condition(condition: string): string {
    if (/[()|~?]/.test(condition.replace(/"[^"]*"|'[^']*'/g, ""))) return NOTHING;
    return condition
      .trim()
      .split(/\s+(and|or)\s+/)
      .map((part, index) => (index % 2 === 1 ? part : this.#comparison(part.trim())))
      .join(" ");
  }

  #comparison(text: string): string {
    const [, negation = "", rest = ""] = /^(not\s+|!\s*)?([^]*)$/.exec(text) ?? [];
    const [, left = "", operator = "", right = ""] =
      /^("[^"]*"|'[^']*'|[^\s=!<>]+)\s*(?:(===?|!==?|[<>]=?|\bin\b)\s*([^]+))?$/.exec(rest) ?? [];
    const first = this.#operand(left);
    const not = negation === "" ? "" : "not ";
    if (first === undefined) return `${not}${NOTHING}`;
    if (operator === "") return `${not}${first}`;
    const second = this.#operand(right.trim()) ?? NOTHING;
    return operator === "in"
      ? `${not}${second} contains ${first}`
      : `${not}${first} ${operator.replace("===", "==").replace("!==", "!=")} ${second}`;
  }

  #tag(name: string, rest: string, before: string, after: string): string {
    const tag = (text: string): string => `{%${before} ${text} ${after}%}`;
    const ended = name.startsWith("end") ? name.slice("end".length) : undefined;
    switch (name) {
      case "if":
      case "elif":
      case "elseif":
        return tag(`${name === "if" ? "if" : "elsif"} ${this.#condition(rest)}`);
      case "else":
      case "endif":
      case "endfor":
        return tag(name);
      case "for":
        return this.#loop(rest, before, after);
      case "set":
      case "setAsync": {
        const [, variable = "", expression] = /^([\w$]+)\s*(?:=\s*([^]+))?$/.exec(rest) ?? [];
        if (variable === "") return "";
        return expression === undefined
          ? tag(`capture ${variable}`)
          : tag(`assign ${variable} = ${this.#expression(expression)}`);
      }
      case "endset":
      case "endsetAsync":
        return tag("endcapture");
      case "include": {
        const [, quoted, variable] = /^(?:(["'][^"']+["'])|([\w.]+))/.exec(rest) ?? [];
        return quoted === undefined ? tag(`include {{ ${variable ?? NOTHING} }}`) : tag(`include ${quoted}`);
      }
      default:
    }
    if (HIDDEN_BLOCKS.has(ended ?? name) && this.#blocks.has(ended ?? name))
      return tag(ended === undefined ? "comment" : "endcomment");
    const language = /["']([\w+#-]{1,40})["']|^([\w+#-]{1,40})/.exec(rest);
    if (ended === undefined && CODE_BLOCKS.test(name) && this.#blocks.has(name))
      return `{% assign code_language = "${language?.[1] ?? language?.[2] ?? ""}" %}{% capture code_text %}`;
    if (ended !== undefined && CODE_BLOCKS.test(ended))
      return "{% endcapture %}{{ code_text | highlight: code_language }}";
    return visibleTitle(rest);
  }

  #loop(rest: string, before: string, after: string): string {
    const [, names = "", list = ""] = /^([\w$]+(?:\s*,\s*[\w$]+)?)\s+in\s+([^]+)$/.exec(rest) ?? [];
    const [first = "item", second] = names.split(/\s*,\s*/);
    const isPlain = splitOutside(list, "|").length === 1;
    const operand = (isPlain ? this.#operand(list.trim()) : undefined) ?? NOTHING;
    if (second === undefined) return `{%${before} for ${first} in ${operand} ${after}%}`;
    const parts = `{% assign ${first} = pair_of_map[0] %}{% assign ${second} = pair_of_map[1] %}`;
    return `{%${before} for pair_of_map in ${operand} ${after}%}${parts}`;
  }
}

const LOOP: Readonly<Record<string, string>> = {
  index: "forloop.index",
  index0: "forloop.index0",
  first: "forloop.first",
  last: "forloop.last",
  length: "forloop.length",
  revindex: "forloop.rindex",
  revindex0: "forloop.rindex0",
};

function rawEnd(source: string, from: number, name: string): { start: number; end: number } | undefined {
  const close = new RegExp(`\\{%-?\\s{0,20}end${name}\\s{0,20}-?%\\}`, "g");
  close.lastIndex = from;
  const match = close.exec(source);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** Outside of quotes and brackets. */
function splitOutside(text: string, mark: string): string[] {
  const parts = [""];
  let quote = "";
  let depth = 0;
  for (const character of text) {
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character)) depth -= 1;
    if (character === mark && quote === "" && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

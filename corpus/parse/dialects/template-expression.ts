/** Expressions of template engines, as far as pages use them for text: literals, paths, and filters that change letters. */

/** Undefined where the value, or a filter, is not known. */
export function readExpression(expression: string, lookup: (path: string) => unknown): unknown {
  const [first = "", ...filters] = splitOutsideQuotes(expression, "|");
  let value = operand(first.trim(), lookup);
  for (const filter of filters) {
    value = applyFilter(value, filter.trim(), lookup);
    if (value === undefined) return undefined;
  }
  return value;
}

/** `a == "b" and c`; undefined where it is not known. What is absent from a page's own fields is false. */
export function readCondition(condition: string, lookup: (path: string) => unknown): boolean | undefined {
  const parts = condition.split(/\s+(and|or)\s+/);
  let result = comparison(parts[0] ?? "", lookup);
  for (let at = 1; at < parts.length; at += 2) {
    const right = comparison(parts[at + 1] ?? "", lookup);
    if (parts[at] === "and") {
      result =
        result === false || right === false
          ? false
          : result === undefined || right === undefined
            ? undefined
            : true;
    } else {
      result =
        result === true || right === true
          ? true
          : result === undefined || right === undefined
            ? undefined
            : false;
    }
  }
  return result;
}

function comparison(text: string, lookup: (path: string) => unknown): boolean | undefined {
  const [, negation, rest = ""] = /^\s*(not\s+|!)?([^]*)$/.exec(text) ?? [];
  const [, left = "", operator, right = ""] =
    /^(\S+?)\s*(?:(==|!=|contains|[<>]=?)\s*([^]+))?$/.exec(rest.trim()) ?? [];
  const isOwn = /^(?:include|page)\./.test(left);
  const value = operand(left, lookup);
  if (value === undefined && !isOwn) return undefined;
  let result: boolean | undefined;
  if (operator === undefined) result = value !== undefined && value !== false && value !== null;
  else {
    const other = operand(right.trim(), lookup);
    if (operator === "==")
      result = right.trim() === "nil" || right.trim() === "blank" ? value === undefined : value === other;
    else if (operator === "!=")
      result = right.trim() === "nil" || right.trim() === "blank" ? value !== undefined : value !== other;
    else if (operator === "contains")
      result = typeof value === "string" && typeof other === "string" && value.includes(other);
  }
  return result === undefined || negation === undefined ? result : !result;
}

function operand(text: string, lookup: (path: string) => unknown): unknown {
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(text);
  if (quoted !== null) return quoted[1] ?? quoted[2];
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  return /^[\w$][\w$.-]*(?:\[["']?[\w-]+["']?\][\w.-]*)*$/.test(text) ? lookup(text) : undefined;
}

const MAX_VALUE_CHARS = 100_000;

const FILTERS: Readonly<Record<string, (text: string, argument: string) => string>> = {
  upcase: (text) => text.toUpperCase(),
  upper: (text) => text.toUpperCase(),
  downcase: (text) => text.toLowerCase(),
  lower: (text) => text.toLowerCase(),
  capitalize: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  strip: (text) => text.trim(),
  trim: (text) => text.trim(),
  append: (text, argument) => text + argument,
  prepend: (text, argument) => argument + text,
  remove: (text, argument) => (argument === "" ? text : text.replaceAll(argument, "")),
};
/** Of a text they make the same text, as it is read here. */
const SAME = new Set([
  "escape",
  "e",
  "safe",
  "markdownify",
  "relative_url",
  "absolute_url",
  "url",
  "xml_escape",
  "strip_html",
  "t",
]);

function applyFilter(value: unknown, filter: string, lookup: (path: string) => unknown): unknown {
  const [, name = "", , written = ""] = /^(\w+)\s*(:|\()?\s*([^]*?)\)?$/.exec(filter) ?? [];
  if (name === "default") return value ?? operand(written.trim(), lookup);
  if (SAME.has(name)) return value;
  const text = typeof value === "number" ? String(value) : value;
  const change = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  if (typeof text !== "string" || change === undefined) return undefined;
  const argument = written === "" ? "" : operand(written.trim(), lookup);
  const changed = typeof argument === "string" ? change(text, argument) : undefined;
  // A variable that is put behind itself again and again is no text.
  return changed !== undefined && changed.length > MAX_VALUE_CHARS ? undefined : changed;
}

function splitOutsideQuotes(text: string, mark: string): string[] {
  const parts = [""];
  let quote: string | undefined;
  for (const character of text) {
    if (quote === undefined && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = undefined;
    if (character === mark && quote === undefined) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

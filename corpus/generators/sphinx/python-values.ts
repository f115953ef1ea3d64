/**
 * The values that a Python file assigns to names at the left margin, as far as they are written as literals: texts,
 * numbers, truth values, lists, tuples and dictionaries of these. What is computed is not known, and absent.
 */
export type PythonValue = string | number | boolean | null | PythonValue[] | { [key: string]: PythonValue };
export type PythonValues = ReadonlyMap<string, PythonValue>;

const ASSIGNMENT = /^([A-Za-z_]\w*)(?:[ \t]*:[ \t]*[\w[\], .]{1,100})?[ \t]*(\+?=)(?!=)[ \t]*/gm;
const MAX_DEPTH = 20;

export function readPythonValues(source: string): PythonValues {
  const values = new Map<string, PythonValue>();
  for (const match of source.matchAll(ASSIGNMENT)) {
    const [whole, name = "", operator] = match;
    const value = new Reader(source, match.index + whole.length).value(0);
    const before = values.get(name);
    if (value === undefined) {
      if (operator === "=") values.delete(name);
    } else if (operator === "+=" && Array.isArray(before) && Array.isArray(value)) {
      values.set(name, [...before, ...value]);
    } else if (operator === "=") {
      values.set(name, value);
    }
  }
  return values;
}

class Reader {
  readonly #source: string;
  #at: number;

  constructor(source: string, at: number) {
    this.#source = source;
    this.#at = at;
  }

  /** Undefined for what is no literal. */
  value(depth: number): PythonValue | undefined {
    this.#skip(depth > 0);
    if (depth > MAX_DEPTH) return undefined;
    const character = this.#source[this.#at];
    if (character === "[" || character === "(") return this.#list(character === "[" ? "]" : ")", depth);
    if (character === "{") return this.#dictionary(depth);
    const text = this.#text();
    if (text !== undefined) {
      let whole = text;
      // Texts beside each other are one.
      for (;;) {
        this.#skip(depth > 0);
        const more = this.#text();
        if (more === undefined) break;
        whole += more;
      }
      return this.#isExpression() ? undefined : whole;
    }
    const word = /^(?:True|False|None|-?\d+(?:\.\d+)?)(?![\w.])/.exec(
      this.#source.slice(this.#at, this.#at + 40),
    )?.[0];
    if (word === undefined) return undefined;
    this.#at += word.length;
    if (this.#isExpression()) return undefined;
    return word === "True" ? true : word === "False" ? false : word === "None" ? null : Number(word);
  }

  /** `"a" + name`, `"a".format(…)`: what follows makes another value of it. */
  #isExpression(): boolean {
    const rest = this.#source.slice(this.#at, this.#at + 20);
    return /^[ \t]*(?:[+%.[(*]|if\b|or\b|and\b)/.test(rest);
  }

  #skip(overLines: boolean): void {
    const space = overLines ? /[ \t\r\n\\]/ : /[ \t]/;
    for (;;) {
      while (space.test(this.#source[this.#at] ?? "")) this.#at++;
      if (!overLines || this.#source[this.#at] !== "#") return;
      const end = this.#source.indexOf("\n", this.#at);
      this.#at = end < 0 ? this.#source.length : end;
    }
  }

  #text(): string | undefined {
    const [opening, prefix = "", quote = ""] =
      /^([rRuUbB]?)("""|'''|"|')/.exec(this.#source.slice(this.#at, this.#at + 4)) ?? [];
    if (opening === undefined) return undefined;
    let text = "";
    let at = this.#at + opening.length;
    while (at < this.#source.length && !this.#source.startsWith(quote, at)) {
      const character = this.#source[at] ?? "";
      if (character === "\n" && quote.length === 1) return undefined;
      if (character === "\\" && prefix.toLowerCase() !== "r") {
        const next = this.#source[at + 1] ?? "";
        text += next === "n" ? "\n" : next === "t" ? "\t" : next === "\n" ? "" : next;
        at += 2;
      } else {
        text += character;
        at++;
      }
    }
    this.#at = at + quote.length;
    return text;
  }

  /** What of its items is no literal is left out. */
  #list(end: string, depth: number): PythonValue[] | undefined {
    this.#at++;
    const items: PythonValue[] = [];
    for (;;) {
      this.#skip(true);
      if (this.#at >= this.#source.length) return undefined;
      if (this.#source[this.#at] === end) {
        this.#at++;
        return items;
      }
      if (this.#source[this.#at] === ",") {
        this.#at++;
        continue;
      }
      const start = this.#at;
      const item = this.value(depth + 1);
      if (item === undefined) this.#toNext(start);
      else items.push(item);
    }
  }

  #dictionary(depth: number): Record<string, PythonValue> | undefined {
    this.#at++;
    const fields: Record<string, PythonValue> = {};
    for (;;) {
      this.#skip(true);
      if (this.#at >= this.#source.length) return undefined;
      if (this.#source[this.#at] === "}") {
        this.#at++;
        return fields;
      }
      if (this.#source[this.#at] === ",") {
        this.#at++;
        continue;
      }
      const start = this.#at;
      const key = this.value(depth + 1);
      this.#skip(true);
      if (typeof key !== "string" || this.#source[this.#at] !== ":") {
        this.#toNext(start);
        continue;
      }
      this.#at++;
      const valueStart = this.#at;
      const value = this.value(depth + 1);
      if (value === undefined) this.#toNext(valueStart);
      fields[key] = value ?? null;
    }
  }

  /** To the comma or the bracket that ends an item that is no literal. */
  #toNext(start: number): void {
    this.#at = start;
    let open = 0;
    while (this.#at < this.#source.length) {
      const before = this.#at;
      if (this.#text() !== undefined) continue;
      this.#at = before;
      const character = this.#source[this.#at] ?? "";
      if ("[({".includes(character)) open++;
      if ("])}".includes(character)) {
        if (open === 0) return;
        open--;
      }
      if (character === "," && open === 0) return;
      this.#at++;
    }
  }
}

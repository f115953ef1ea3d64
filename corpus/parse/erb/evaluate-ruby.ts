/**
 * Works out the expressions that pages are written with: names, texts with `#{…}` in them, `||`, `&&`, `==`, `? :`, `if`
 * behind, and calls of helpers. Whatever else there is, is not known.
 */
import { readRubyTokens, type RubyToken } from "./ruby-tokens.ts";
import { fieldOf, isHash, isNil, isTruthy, shownText, UNKNOWN } from "./ruby-value.ts";

export interface RubyArguments {
  list: readonly unknown[];
  named: Readonly<Record<string, unknown>>;
}

export interface RubyScope {
  /** The value of a name; undefined where there is none of it. */
  valueOf: (name: string) => unknown;
  /** What a helper gives; undefined where it is not known. */
  call: (name: string, given: RubyArguments) => unknown;
}

const MAX_DEPTH = 30;

export function evaluateRuby(ruby: string, scope: RubyScope, depth = 0): unknown {
  const tokens = readRubyTokens(ruby);
  if (tokens === undefined || depth > MAX_DEPTH) return UNKNOWN;
  const reader = new Reader(tokens, scope, depth);
  try {
    return reader.all();
  } catch (error) {
    if (error instanceof NotRead) return UNKNOWN;
    throw error;
  }
}

/** Of another grammar than is read here. */
class NotRead extends Error {}

class Reader {
  readonly #tokens: readonly RubyToken[];
  readonly #scope: RubyScope;
  #depth: number;
  #at = 0;

  constructor(tokens: readonly RubyToken[], scope: RubyScope, depth: number) {
    this.#tokens = tokens;
    this.#scope = scope;
    this.#depth = depth;
  }

  all(): unknown {
    const value = this.#expression();
    while (this.#takeSign(";"));
    const word = this.#peek();
    if (word?.kind === "name" && (word.text === "if" || word.text === "unless")) {
      this.#at++;
      const condition = isTruthy(this.#expression());
      this.#end();
      if (condition === undefined) return UNKNOWN;
      return condition === (word.text === "if") ? value : null;
    }
    this.#end();
    return value;
  }

  #end(): void {
    if (this.#at < this.#tokens.length) throw new NotRead();
  }

  #peek(): RubyToken | undefined {
    return this.#tokens[this.#at];
  }

  #isSign(text: string): boolean {
    const token = this.#peek();
    return token?.kind === "sign" && token.text === text;
  }

  #takeSign(...texts: string[]): boolean {
    const isThere = texts.some((text) => this.#isSign(text));
    if (isThere) this.#at++;
    return isThere;
  }

  #takeWord(text: string): boolean {
    const token = this.#peek();
    const isThere = token?.kind === "name" && token.text === text;
    if (isThere) this.#at++;
    return isThere;
  }

  #need(text: string): void {
    if (!this.#takeSign(text)) throw new NotRead();
  }

  #expression(): unknown {
    if (++this.#depth > MAX_DEPTH) throw new NotRead();
    const condition = this.#either();
    let value = condition;
    if (this.#takeSign("?")) {
      const yes = this.#expression();
      this.#need(":");
      const no = this.#expression();
      const truth = isTruthy(condition);
      value = truth === undefined ? UNKNOWN : truth ? yes : no;
    }
    this.#depth--;
    return value;
  }

  #either(): unknown {
    let left = this.#both();
    while (this.#takeSign("||") || this.#takeWord("or")) {
      const right = this.#both();
      const truth = isTruthy(left);
      left = truth === undefined ? UNKNOWN : truth ? left : right;
    }
    return left;
  }

  #both(): unknown {
    let left = this.#negation();
    while (this.#takeSign("&&") || this.#takeWord("and")) {
      const right = this.#negation();
      const truth = isTruthy(left);
      if (truth === true || (truth === undefined && isTruthy(right) === false)) left = right;
      else if (truth === undefined) left = UNKNOWN;
    }
    return left;
  }

  #negation(): unknown {
    let isNegated = false;
    while (this.#takeSign("!") || this.#takeWord("not")) isNegated = !isNegated;
    const value = this.#comparison();
    const truth = isTruthy(value);
    if (!isNegated) return value;
    return truth === undefined ? UNKNOWN : !truth;
  }

  #comparison(): unknown {
    const left = this.#sum();
    const isEqual = this.#isSign("==");
    if (!this.#takeSign("==", "!=")) return left;
    const right = this.#sum();
    if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
    return ((left ?? null) === (right ?? null)) === isEqual;
  }

  #sum(): unknown {
    let left = this.#member();
    while (this.#takeSign("+")) {
      const right = this.#member();
      const isText = typeof left === "string" && typeof right === "string";
      const isNumber = typeof left === "number" && typeof right === "number";
      left = isText || isNumber ? (left as string) + (right as string) : UNKNOWN;
    }
    return left;
  }

  #member(): unknown {
    let value = this.#primary();
    for (;;) {
      if (this.#isSign(".") || this.#isSign("&.")) {
        const isSafe = this.#isSign("&.");
        this.#at++;
        const name = this.#peek();
        if (name?.kind !== "name" && name?.kind !== "label") throw new NotRead();
        this.#at++;
        const given = this.#takeSign("(") ? this.#arguments(")") : undefined;
        if (isSafe && isNil(value)) continue;
        value = memberOf(value, name.text, given);
      } else if (this.#takeSign("[")) {
        const { list } = this.#arguments("]");
        const [key] = list;
        value = typeof key === "string" || typeof key === "number" ? fieldOf(value, key) : UNKNOWN;
      } else return value;
    }
  }

  #primary(): unknown {
    const token = this.#peek();
    if (token === undefined) throw new NotRead();
    this.#at++;
    if (token.kind === "number") return token.value;
    if (token.kind === "symbol") return token.text;
    if (token.kind === "string") return this.#string(token.text, token.isFilled);
    if (token.kind === "name") return this.#name(token);
    if (token.kind === "sign" && token.text === "(") {
      const value = this.#expression();
      this.#need(")");
      return value;
    }
    if (token.kind === "sign" && token.text === "[") return this.#arguments("]").list;
    if (token.kind === "sign" && token.text === "{") return this.#arguments("}").named;
    throw new NotRead();
  }

  #string(text: string, isFilled: boolean): unknown {
    if (!isFilled) return text.replace(/\\(['\\])/g, "$1");
    let isKnown = true;
    const filled = text.replace(/#\{([^{}]{0,1000})\}/g, (_, inner: string) => {
      const value = shownText(evaluateRuby(inner.replace(/\\"/g, '"'), this.#scope, this.#depth + 1));
      if (value === undefined) isKnown = false;
      return value ?? "";
    });
    return isKnown
      ? filled.replace(/\\([^])/g, (_, sign: string) => ({ n: "\n", t: "\t" })[sign] ?? sign)
      : UNKNOWN;
  }

  #name({ text, isSpaced }: RubyToken & { kind: "name" }): unknown {
    if (text === "true" || text === "false") return text === "true";
    if (text === "nil") return null;
    if (this.#takeSign("(")) return this.#call(text, this.#arguments(")"));
    const value = this.#scope.valueOf(text);
    if (value !== undefined) return value;
    const next = this.#peek();
    const hasArguments = isSpaced && next !== undefined && beginsArgument(next);
    return this.#call(text, hasArguments ? this.#arguments(undefined) : { list: [], named: {} });
  }

  #call(name: string, given: RubyArguments): unknown {
    const value = this.#scope.call(name, given);
    return value === undefined ? UNKNOWN : value;
  }

  /** @param close the sign that ends them; undefined for those without parentheses, which go on to the end. */
  #arguments(close: string | undefined): RubyArguments {
    const list: unknown[] = [];
    const named: Record<string, unknown> = {};
    while (close === undefined || !this.#takeSign(close)) {
      const token = this.#peek();
      if (token?.kind === "label") {
        this.#at++;
        setField(named, token.text, this.#expression());
      } else {
        const value = this.#expression();
        if (this.#takeSign("=>")) setField(named, shownText(value) ?? "", this.#expression());
        else list.push(value);
      }
      if (this.#takeSign(",")) continue;
      if (close !== undefined) this.#need(close);
      break;
    }
    const last = list.at(-1);
    return close === ")" && isHash(last)
      ? { list: list.slice(0, -1), named: { ...last, ...named } }
      : { list, named };
  }
}

function setField(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== "__proto__") fields[name] = value;
}

function memberOf(value: unknown, name: string, given: RubyArguments | undefined): unknown {
  const { list = [] } = given ?? {};
  if (given === undefined || list.length === 0) return fieldOf(value, name);
  const texts = list.filter((item) => typeof item === "string" || typeof item === "number");
  if (name === "dig" && texts.length === list.length)
    return texts.reduce<unknown>((found, key) => (isNil(found) ? null : fieldOf(found, key)), value);
  if (name === "join" && Array.isArray(value)) {
    const shown = value.map((item) => shownText(item));
    return shown.includes(undefined) ? UNKNOWN : shown.join(shownText(list[0]) ?? "");
  }
  return UNKNOWN;
}

function beginsArgument(token: RubyToken): boolean {
  if (token.kind === "sign") return token.text === "{";
  return token.kind !== "name" || !/^(?:if|unless|do|and|or|not|end|then)$/.test(token.text);
}

/** The little of Ruby's grammar that pages use, in tokens. */

export type RubyToken =
  /** `text`: what stands between the quotes, with its escapes; `isFilled` for those in which `#{…}` is filled in. */
  | { kind: "string"; text: string; isFilled: boolean }
  | { kind: "number"; value: number }
  | { kind: "symbol"; text: string }
  /** The name of an argument: `class:`. */
  | { kind: "label"; text: string }
  /** `isSpaced`: whether white space follows it, so that arguments may, too. */
  | { kind: "name"; text: string; isSpaced: boolean }
  | { kind: "sign"; text: string };

const TOKEN =
  /\s+|"((?:[^"\\]|\\[^])*)"(:(?!:))?|'((?:[^'\\]|\\[^])*)'(:(?!:))?|(\d+(?:\.\d+)?)|([A-Za-z_]\w*[?!]?):(?!:)(?=\s|["'\d[{:]|$)|:([A-Za-z_]\w*)|:"([^"\\]*)"|([@$]{0,2}[A-Za-z_]\w*(?:[?!](?!=))?)(\s?)|(&\.|&&|\|\||==|!=|=>|::|[.,()[\]{}!?:+=;|<>*/%-])/y;

/** Expressions of pages are short; a longer one is a program. */
const MAX_CHARS = 5000;

/** Undefined for what is not of this grammar. */
export function readRubyTokens(ruby: string): RubyToken[] | undefined {
  if (ruby.length > MAX_CHARS) return undefined;
  const tokens: RubyToken[] = [];
  const pattern = new RegExp(TOKEN.source, TOKEN.flags);
  while (pattern.lastIndex < ruby.length) {
    const match = pattern.exec(ruby);
    if (match === null) return undefined;
    const [
      ,
      double,
      doubleLabel,
      single,
      singleLabel,
      number,
      label,
      symbol,
      quotedSymbol,
      name,
      space,
      sign,
    ] = match;
    if (double !== undefined)
      tokens.push(
        doubleLabel === undefined
          ? { kind: "string", text: double, isFilled: true }
          : { kind: "label", text: double },
      );
    else if (single !== undefined)
      tokens.push(
        singleLabel === undefined
          ? { kind: "string", text: single, isFilled: false }
          : { kind: "label", text: single },
      );
    else if (number !== undefined) tokens.push({ kind: "number", value: Number(number) });
    else if (label !== undefined) tokens.push({ kind: "label", text: label });
    else if (symbol !== undefined || quotedSymbol !== undefined)
      tokens.push({ kind: "symbol", text: symbol ?? quotedSymbol ?? "" });
    else if (name !== undefined) tokens.push({ kind: "name", text: name, isSpaced: space !== "" });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
  }
  return tokens;
}

/**
 * The lexer tries its rules on every block, one after the other. Some are long: a browser takes milliseconds to compile
 * each when it is tried for the first time, and that is while a reader waits for the first words. They are tried only
 * where a glance shows that they could match.
 */

/** What the lexer asks of a rule. */
interface Rule {
  exec(source: string): RegExpExecArray | null;
  test(source: string): boolean;
}

/** Wherever the rule matches, its glance does. */
const GLANCES: Record<string, RegExp> = {
  blockquote: /^ {0,3}>/,
  def: /^ {0,3}\[/,
  html: /^ {0,3}</,
  lheading: /\n {0,3}(?:=+|-+)[ \t]*(?:\n|$)/,
  table: /\n {0,3}(?:\| *)?:?-/,
};

/** Changes the rules of the lexer in place. */
export function shortenRules(rules: Record<string, Rule>): void {
  for (const [name, glance] of Object.entries(GLANCES)) {
    const rule = rules[name]!;
    rules[name] = {
      exec: (source) => (glance.test(source) ? rule.exec(source) : null),
      test: (source) => glance.test(source) && rule.test(source),
    };
  }
  const paragraph = rules["paragraph"]!;
  rules["paragraph"] = {
    exec(source) {
      const end = source.indexOf("\n");
      // A line that nothing follows is the whole paragraph; which lines go on with it is the long part of the rule.
      if (end === 0 || (end > 0 && end + 1 < source.length && source[end + 1] !== "\n"))
        return paragraph.exec(source);
      const line = end < 0 ? source : source.slice(0, end);
      return [line, line] as unknown as RegExpExecArray;
    },
    test: (source) => paragraph.test(source),
  };
}

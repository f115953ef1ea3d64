/** Glob patterns as generators of JavaScript take them. */

const SPECIAL = /[.+^$()|[\]\\{}]/g;

/**
 * `*` stands for characters of a name, a `**` segment for any folders, `?` for a character, `{a,b}` for one of several, `[ab]`
 * for one of some characters; a pattern that ends in `/` for all below. What begins with a dot is only matched by name.
 */
function globToRegExp(pattern: string): RegExp {
  const clean = pattern.replace(/^(?:\.?\/)+/, "").replace(/\/$/, "/**");
  return new RegExp(`^${translate(clean)}$`);
}

function translate(pattern: string): string {
  let expression = "";
  for (let at = 0; at < pattern.length; at++) {
    const rest = pattern.slice(at);
    const isStart = at === 0 || pattern[at - 1] === "/";
    const folders = isStart ? /^\*\*(?:\/|$)/.exec(rest)?.[0] : undefined;
    const characters = /^\[([!^]?)([^\]/]{1,200})\]/.exec(rest);
    const choice = /^\{([^{}]{0,2000})\}/.exec(rest);
    const [character = ""] = rest;
    if (folders !== undefined) {
      expression += folders === "**" ? ".*" : "(?:[^/.][^/]*/)*";
      at += folders.length - 1;
    } else if (character === "*") {
      while (pattern[at + 1] === "*") at += 1;
      expression += isStart ? "(?!\\.)[^/]*" : "[^/]*";
    } else if (character === "?") {
      expression += "[^/]";
    } else if (characters !== null) {
      const [whole, not = "", set = ""] = characters;
      expression += `[${not === "" ? "" : "^"}${set.replace(/[\\\]^]/g, "\\$&")}]`;
      at += whole.length - 1;
    } else if (choice !== null) {
      const [whole, options = ""] = choice;
      expression += `(?:${options.split(",").map(translate).join("|")})`;
      at += whole.length - 1;
    } else {
      expression += character.replace(SPECIAL, "\\$&");
    }
  }
  return expression;
}

const compiled = new Map<string, RegExp>();

/** Whether one of the patterns matches a path with forward slashes. */
export function matchesGlob(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    let expression = compiled.get(pattern);
    if (expression === undefined) {
      expression = globToRegExp(pattern);
      compiled.set(pattern, expression);
    }
    return expression.test(path);
  });
}

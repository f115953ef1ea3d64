/**
 * Rewrites of VitePress: `packages/:pkg/docs/(.*)` to `packages/:pkg/(.*)`. Patterns are those of path-to-regexp 6, of
 * which the parts that paths of files need are read: names, groups, and the marks `?`, `*` and `+` behind them. A
 * pattern that begins with `^` is a regular expression.
 */

/** The page's new path; undefined where the rule is not for it. */
export type Rewrite = (page: string) => string | undefined;

interface Key {
  name: string;
}

const TOKEN = /(\/?)(?::(\w+))?(?:\(((?:[^()\\]|\\.|\(\?:[^()]*\))*)\))?([?*+]?)/y;

export function compileRewrite(from: string, to: string): Rewrite {
  const keys: Key[] = [];
  let expression: RegExp;
  try {
    expression = from.startsWith("^") ? new RegExp(from) : new RegExp(`^${toExpression(from, keys)}/?$`, "i");
  } catch {
    return () => undefined;
  }
  return (page) => {
    const match = expression.exec(page);
    if (match === null) return undefined;
    const values = new Map<string, string>();
    for (const [index, value] of match.slice(1).entries()) {
      values.set(keys[index]?.name ?? String(index), value ?? "");
    }
    return fill(to, values);
  };
}

function toExpression(pattern: string, keys: Key[]): string {
  let expression = "";
  let unnamed = 0;
  for (let at = 0; at < pattern.length;) {
    TOKEN.lastIndex = at;
    const [whole = "", slash = "", name, group, mark = ""] = TOKEN.exec(pattern) ?? [];
    if (name === undefined && group === undefined) {
      const literal = pattern[at] ?? "";
      expression += literal.replace(/[.+*?^${}()|[\]\\/]/, "\\$&");
      at += 1;
      continue;
    }
    const inner = group ?? "[^/#?]+?";
    keys.push({ name: name ?? String(unnamed++) });
    if (mark === "*" || mark === "+") {
      expression += `(?:${slash}((?:${inner})(?:/(?:${inner}))*))${mark === "*" ? "?" : ""}`;
    } else {
      expression += mark === "?" ? `(?:${slash}(${inner}))?` : `${slash}(${inner})`;
    }
    at += whole.length;
  }
  return expression;
}

function fill(target: string, values: ReadonlyMap<string, string>): string {
  let filled = "";
  let unnamed = 0;
  for (let at = 0; at < target.length;) {
    TOKEN.lastIndex = at;
    const [whole = "", slash = "", name, group] = TOKEN.exec(target) ?? [];
    if (name === undefined && group === undefined) {
      filled += target[at] ?? "";
      at += 1;
      continue;
    }
    const value = values.get(name ?? String(unnamed++)) ?? "";
    filled += value === "" ? "" : slash + value;
    at += whole.length;
  }
  return filled;
}

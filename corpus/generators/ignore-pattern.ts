/** Patterns as .gitignore has them, later ones before earlier. @see https://git-scm.com/docs/gitignore */
import { globSource } from "./shell-glob.ts";

export function matchesIgnore(patterns: readonly string[], path: string): boolean {
  let isIgnored = false;
  for (const pattern of patterns) {
    const isException = pattern.startsWith("!");
    if (toExpression(isException ? pattern.slice(1) : pattern).test(path)) isIgnored = !isException;
  }
  return isIgnored;
}

function toExpression(pattern: string): RegExp {
  const isRooted = /\/./.test(pattern);
  const clean = pattern.replace(/^\/+/, "");
  const isFolder = clean.endsWith("/");
  const source = globSource(clean.replace(/\/+$/, ""));
  return new RegExp(`^${isRooted ? "" : "(?:.*/)?"}${source}${isFolder ? "/" : "(?:/|$)"}`);
}

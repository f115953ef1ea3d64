/** Patterns over the path of an address, as `--include` and `--exclude` take them. */
import { percentDecoded } from "../parse/percent-encoding.ts";

export type PathMatcher = (path: string) => boolean;

/**
 * `*` stands for anything within a segment, `**` for any number of segments, `?` for one character. A pattern without
 * any of these names a page and everything below it. The leading slash, and the host, may be left out.
 */
export function compileGlobs(patterns: readonly string[]): PathMatcher {
  const expressions = patterns.map(globExpression);
  return (path) => {
    const decoded = percentDecoded(path);
    return expressions.some((expression) => expression.test(decoded));
  };
}

function globExpression(pattern: string): RegExp {
  const withoutHost = pattern.trim().replace(/^https?:\/\/[^/]*/i, "");
  const path = percentDecoded(withoutHost.startsWith("/") ? withoutHost : `/${withoutHost}`);
  if (!/[*?]/.test(path)) return new RegExp(`^${escaped(path.replace(/\/+$/, ""))}(?:/.*)?$`, "su");
  const source = path.replace(/\/\*\*\/|\/\*\*$|\*+|\?|[^*?/]+|\//g, (part) => {
    if (part === "/**/") return "/(?:.*/)?";
    if (part === "/**") return "(?:/.*)?";
    if (part === "?") return "[^/]";
    if (part.startsWith("*")) return part.length > 1 ? ".*" : "[^/]*";
    return escaped(part);
  });
  return new RegExp(`^${source}$`, "su");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** What a page includes is a piece of a page. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads files that a page includes, by their path relative to the page, or from the root with a leading slash. Nothing
 * outside of the root is read, through symbolic links neither.
 */
export function includeReader(file: string, root: string): (path: string) => string | undefined {
  return (path) => {
    try {
      const real = realpathSync(path.startsWith("/") ? join(root, path) : join(dirname(file), path));
      if (!real.startsWith(realpathSync(root) + sep)) return undefined;
      const info = statSync(real);
      if (!info.isFile() || info.size > MAX_BYTES) return undefined;
      const text = readFileSync(real, "utf8");
      return text.includes("\0") ? undefined : text;
    } catch {
      return undefined;
    }
  };
}

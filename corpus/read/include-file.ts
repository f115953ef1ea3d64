import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";

/** What a page includes is a piece of a page. */
const MAX_BYTES = 1024 * 1024;

/** Secrets of a project lie beside its files. */
const SECRET = /^\.env(?:\.|$)/i;

/**
 * Reads files that a page includes, by their path relative to the page, or from the root with a leading slash. Nothing
 * outside of `within` is read, through symbolic links neither.
 *
 * @param within the repository of the site, or its root.
 */
export function includeReader(
  file: string,
  root: string,
  within: string = root,
): (path: string) => string | undefined {
  return (path) => {
    try {
      const real = realpathSync(path.startsWith("/") ? join(root, path) : join(dirname(file), path));
      if (!real.startsWith(realpathSync(within) + sep) || SECRET.test(basename(real))) return undefined;
      const info = statSync(real);
      if (!info.isFile() || info.size > MAX_BYTES) return undefined;
      const text = readFileSync(real, "utf8");
      return text.includes("\0") ? undefined : text;
    } catch {
      return undefined;
    }
  };
}

/** Folders above a source in which its repository is looked for. */
const MAX_ABOVE = 12;

/** The nearest folder from this one up that holds a Git repository; undefined where there is none. */
export function repositoryOf(folder: string): string | undefined {
  let at = folder;
  for (let level = 0; level <= MAX_ABOVE; level++) {
    if (existsSync(join(at, ".git"))) return at;
    const above = dirname(at);
    if (above === at) return undefined;
    at = above;
  }
  return undefined;
}

import { readFileSync } from "node:fs";

/** Of this program, as its package says. */
export function packageVersion(): string {
  for (const path of ["../package.json", "../../../package.json"]) {
    try {
      const value = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as { version?: unknown };
      if (typeof value.version === "string") return value.version;
    } catch {
      // The built program lies in dist/cli/corpus.
    }
  }
  return "unknown";
}

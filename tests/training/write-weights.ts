import { writeFileSync } from "node:fs";
import { join } from "node:path";

export interface WrittenWeights {
  /** Below `core/`. */
  file: string;
  /** The script, and what was learned from: lines of the comment above the weights. */
  about: readonly string[];
  /** Lines of source below it. */
  source: readonly string[];
}

/** Writes what was learned, unless the script was called with `--dry-run`. */
export function writeWeights({ file, about, source }: WrittenWeights): void {
  if (process.argv.includes("--dry-run")) return;
  const comment = ["/**", ...about.map((line) => ` * ${line}`), " */"];
  writeFileSync(join(import.meta.dirname, "../../core", file), [...comment, ...source, ""].join("\n"));
}

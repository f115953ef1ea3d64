import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/**
 * Writes the Worker's configuration without its rate limit, with paths as seen from the new place.
 *
 * @param entry of the Worker, relative to the repository; default the product's own.
 */
export function writeBenchConfig(path: string, entry?: string): void {
  const up = relative(dirname(path), ROOT).replaceAll("\\", "/");
  const config = readFileSync(join(ROOT, "wrangler.toml"), "utf8")
    .replace(/\[\[ratelimits\]\][^[]*/, "")
    .replace(
      /(main|directory|migrations_dir) = "(?:\.\/)?([^"]+)"/g,
      (_, key: string, value: string) =>
        `${key} = "${up}/${key === "main" && entry !== undefined ? entry : value}"`,
    );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, config);
}

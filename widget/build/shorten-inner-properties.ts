import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const WIDGET = fileURLToPath(new URL("..", import.meta.url));
const INNER_PROPERTY = /--_[a-z]+(?:-[a-z]+)*/g;

/**
 * Custom properties that begin with an underscore are between our own files: in the build they have short names, the same
 * in every file, that no page is likely to use.
 */
export function shortenInnerProperties(): Plugin {
  const shortNames = nameProperties();
  return {
    name: "assistant-chat:shorten-inner-properties",
    enforce: "pre",
    transform(code, id) {
      if (!id.startsWith(WIDGET) || !code.includes("--_")) return undefined;
      return { code: code.replace(INNER_PROPERTY, (name) => shortNames.get(name) ?? name), map: null };
    },
  };
}

/** By what all sources name, in order: the loader is built apart from the files that it loads. */
function nameProperties(): ReadonlyMap<string, string> {
  const files = readdirSync(WIDGET, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(css|ts)$/.test(name),
  );
  const names = files.flatMap((name) => readFileSync(`${WIDGET}${name}`, "utf8").match(INNER_PROPERTY) ?? []);
  const sorted = [...new Set(names)].toSorted();
  return new Map(sorted.map((name, index) => [name, `--ac${index.toString(36)}`]));
}

/** Pages that a template marked with the file that they were made of, of a generator that is a program of the system. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { filesIn, type ExpectedPages } from "./collect.ts";

/**
 * Pages that a template marked with `<main data-file="…" data-address="…">`, and files that were copied as they are.
 *
 * @param output folder of what was built.
 * @param source folder that the files are named from.
 * @param copied folders whose files are served as they are, below the base.
 */
export function readMarkedPages(
  output: string,
  source: string,
  copied: { folders: readonly string[]; base: string },
): ExpectedPages {
  const pages: ExpectedPages = {};
  for (const path of filesIn(output, "**/*.html")) {
    const html = readFileSync(join(output, path), "utf8");
    const [, file, address = ""] = /<main data-file="([^"]*)" data-address="([^"]*)">/.exec(html) ?? [];
    if (file !== undefined && file !== "") {
      pages[unescapeHtml(file).replace(`${resolve(source)}/`, "")] = {
        address: encoded(unescapeHtml(address)),
        ids: idsOf(html),
        html: mainOf(html),
      };
      continue;
    }
    for (const folder of copied.folders) {
      const original = folder === "" ? path : `${folder}/${path}`;
      if (filesIn(source, original).length > 0 && readFileSync(join(source, original), "utf8") === html) {
        pages[original] = { address: copied.base + encodeURI(path), ids: [] };
      }
    }
  }
  return pages;
}

/** Generators may leave it to the browser to encode an address. */
function encoded(address: string): string {
  return /%[\da-f]{2}/i.test(address) ? address : encodeURI(address);
}

function mainOf(html: string): string {
  return /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1]?.trim() ?? "";
}

function idsOf(html: string): string[] {
  return [...mainOf(html).matchAll(/<h[1-6]((?:\s[^>]*)?)>/g)].map(([, attributes = ""]) =>
    unescapeHtml(/\sid="([^"]*)"/.exec(attributes)?.[1] ?? ""),
  );
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** Ids that Sphinx gives to the sections, objects and terms of the trap pages in reStructuredText. Their words are compared where all generators are. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import type { ReadDocument } from "../../../../corpus/formats/document.ts";
import { readRestructuredText } from "../../../../corpus/formats/restructured-text/read-restructured-text.ts";
import { collectFiles } from "../../../../corpus/read/collect-files.ts";
import { includeReader } from "../../../../corpus/read/include-file.ts";
import type { ExpectedSites } from "../../../generators/collect.ts";

const FOLDER = resolve(import.meta.dirname, "../../../generators");
const { sites, generator } = JSON.parse(
  readFileSync(join(FOLDER, "expected", "sphinx.json"), "utf8"),
) as ExpectedSites;

const { files } = await collectFiles(["."], {
  cwd: join(FOLDER, "pages/sphinx/text-restructured"),
  maxBytes: 1_000_000,
});

function read(path: string): ReadDocument {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`${path} is not read`);
  const { sitePath, site } = file;
  const document = readRestructuredText({
    path,
    sitePath,
    site,
    text: readFileSync(file.file, "utf8"),
    bytes: new Uint8Array(0),
    language: "en",
    include: includeReader(file.file, site.root),
  });
  if (isLeftOut(document)) throw new Error(`${path} is left out`);
  return document;
}

/** In reading order: of sections, objects and terms. */
function idsOf({ items }: ReadDocument): string[] {
  return items.flatMap((item) => {
    if (item.kind === "heading") return item.text === "" || item.anchor === "" ? [] : [item.anchor];
    return item.anchor === undefined ? [] : [item.anchor];
  });
}

describe(`ids of reStructuredText as ${generator.join(", ")} makes them`, () => {
  it.each(Object.entries(sites["text-restructured"] ?? {}))("%s", (path, { ids = [] }) => {
    const document = read(path);
    expect(ids.length).toBeGreaterThan(0);
    expect(idsOf(document)).toEqual(ids);
    expect(document.anchors).toEqual(expect.arrayContaining(ids));
    expect(document.dropped).toEqual([]);
  });
});

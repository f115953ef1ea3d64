import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Element, Nodes, Root } from "hast";
import { describe, expect, it } from "vitest";
import { parsePage } from "../../../../corpus/html/parse-page.ts";
import { pageOf, textOf } from "../support/pages.ts";

/**
 * Pages in the shape of what generators and content systems make. On each element `data-text` says that the words in it
 * are main content and `data-furniture` that they are not; the innermost mark counts, and what has none is furniture.
 */
const FOLDER = join(import.meta.dirname, "../../../html-pages");
const files = globSync("*.html", { cwd: FOLDER }).toSorted();

const NOT_TEXT = new Set(["script", "style", "head", "svg", "select", "textarea", "template"]);

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a page by their mark, alternatives of images among them. */
function markedWords(root: Root): { text: string[]; furniture: string[] } {
  const marked = { text: [] as string[], furniture: [] as string[] };
  const visit = (node: Nodes, isText: boolean): void => {
    if (node.type === "text") (isText ? marked.text : marked.furniture).push(...wordsOf(node.value));
    if (node.type !== "element" && node.type !== "root") return;
    for (const child of node.children) {
      if (child.type === "element" && NOT_TEXT.has(child.tagName)) continue;
      const mark = child.type === "element" ? markOf(child) : undefined;
      const alternative = child.type === "element" ? child.properties["alt"] : undefined;
      if (typeof alternative === "string") {
        ((mark ?? isText) ? marked.text : marked.furniture).push(...wordsOf(alternative));
      }
      visit(child, mark ?? isText);
    }
  };
  visit(root, false);
  return marked;
}

function markOf({ properties }: Element): boolean | undefined {
  if (properties["dataText"] !== undefined) return true;
  return properties["dataFurniture"] === undefined ? undefined : false;
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function readMarked(file: string): {
  lost: string[];
  kept: string[];
  textWords: number;
  furnitureWords: number;
} {
  const source = readFileSync(join(FOLDER, file), "utf8");
  const marked = markedWords(parsePage(source));
  const page = pageOf(source.replace(/ data-(?:text|furniture)\b/g, ""), { path: file, url: "/page" });
  const read = countsOf([
    ...wordsOf(page.title),
    ...page.chunks.flatMap(({ blocks, headingPath }) =>
      wordsOf(`${textOf(blocks)}\n${headingPath.at(-1) ?? ""}`),
    ),
  ]);
  const lost: string[] = [];
  for (const word of marked.text) {
    const left = read.get(word) ?? 0;
    if (left === 0) lost.push(word);
    else read.set(word, left - 1);
  }
  // What is left over of words that only furniture has.
  const own = new Set(marked.text);
  const kept = marked.furniture.filter((word) => !own.has(word) && (read.get(word) ?? 0) > 0);
  return { lost, kept, textWords: marked.text.length, furnitureWords: marked.furniture.length };
}

describe("pages with marked words", () => {
  it("are of at least twelve shapes", () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  it.each(files.map((file) => [basename(file, ".html"), file]))(
    "%s: at most 1 %% of the text is lost, and of the furniture kept",
    (_, file) => {
      const { lost, kept, textWords, furnitureWords } = readMarked(file);
      expect(textWords).toBeGreaterThan(40);
      expect(furnitureWords).toBeGreaterThan(15);
      expect({
        lost: lost.length / textWords > 0.01 ? lost : [],
        kept: kept.length / furnitureWords > 0.01 ? kept : [],
      }).toEqual({ lost: [], kept: [] });
    },
  );
});

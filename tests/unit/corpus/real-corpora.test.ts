import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSources } from "../../../corpus/read/read-sources.ts";
import { CORPORA_FOLDER, hasCorpus } from "../../support/corpora.ts";

const docs = join(CORPORA_FOLDER, "docs");
const isPresent = hasCorpus("docs");

/** Marks of markup that must not reach a reader; code spans and code blocks may hold any of them. */
const LEAKS: Record<string, RegExp> = {
  "import": /^\s*import\s.*\sfrom\s/m,
  "export": /^\s*export\s+(?:const|default)\b/m,
  "component": /<\/?[A-Z]\w*(?:\s[^<>]*)?\/?>/,
  "closing tag": /<\/\w/,
  "directive": /:::/,
  "alert": /\[!(?:NOTE|TIP|WARNING|INCLUDE|code)/i,
  "heading id": /\{#[\w-]+\}/,
  "expression": /\{\/\*|\{\{/,
  "entity": /&(?:nbsp|lt|gt|amp|quot|#\d+);/,
  "front matter": /^(?:title|description|sidebar|layout|i18nReady):\s/m,
  "comment": /<!--/,
  "table of contents": /\[\[toc\]\]/i,
};

describe.skipIf(!isPresent)("real documentation sites", () => {
  it.each([
    ["astro-en", 420, 2500],
    ["astro-es", 283, 1000],
    ["hono", 85, 300],
    ["vite/docs", 55, 400],
  ])(
    "reads %s whole, and no markup reaches a passage",
    async (name, pageCount, leastChunks) => {
      const report = await readSources({
        sources: [join(docs, name)],
        cwd: "/",
        maxBytes: 5_000_000,
        baseUrl: "",
        language: "en",
        threads: 1,
      });
      expect(report.pages).toHaveLength(pageCount);
      expect(report.problems).toEqual([]);
      const chunks = report.pages.flatMap((page) => page.chunks);
      expect(chunks.length).toBeGreaterThan(leastChunks);
      const leaks: string[] = [];
      for (const { blocks, url } of chunks) {
        const texts = blocks.flatMap((block) =>
          block.kind === "paragraph"
            ? [block.text]
            : block.kind === "list"
              ? block.items
              : block.kind === "table"
                ? block.rows.flat()
                : [],
        );
        for (const text of texts) {
          const prose = text.replace(/`[^`]*`/g, "");
          for (const [leak, pattern] of Object.entries(LEAKS))
            if (pattern.test(prose)) leaks.push(`${leak} in ${url}: ${text.slice(0, 80)}`);
        }
      }
      expect(leaks).toEqual([]);
      expect(new Set(chunks.map(({ id }) => id)).size).toBe(chunks.length);
    },
    60_000,
  );
});

import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Chunk } from "../../../core/corpus/format.ts";
import { readSources } from "../../../corpus/read/read-sources.ts";
import { renderSite } from "../../../demo/site/render-site.ts";
import { judgeLinks, type LinkReport } from "../../support/citation-links.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

describe("the links of quotations from the documentation, on its rendered pages", () => {
  let report: LinkReport;
  let chunks: Chunk[];

  beforeAll(async () => {
    const [site, { pages }] = await Promise.all([
      renderSite(ROOT, "https://docs.example.com/"),
      readSources({ sources: ["demo/docs"], cwd: ROOT, maxBytes: 1_000_000, language: "en", baseUrl: "" }),
    ]);
    chunks = pages.flatMap((page) => page.chunks);
    report = judgeLinks(chunks, (url) => site.files.get(`${url.slice(1)}index.html`)?.toString());
  });

  it("open at the heading that each sentence stands under", () => {
    expect(report.missingPages).toEqual([]);
    expect(report.judged).toBeGreaterThan(1000);
    expect(report.wrong).toEqual([]);
    expect(report.right / report.judged).toBeGreaterThanOrEqual(0.995);
    // Or nothing was tried: passages whose sections share them.
    expect(
      chunks.some(({ blocks }) => blocks.some((block) => block.kind === "paragraph" && block.isHeading)),
    ).toBe(true);
  });

  it("mark words that the page shows", () => {
    expect(report.fragments / report.judged).toBeGreaterThan(0.8);
    expect(report.lost).toEqual([]);
    expect(report.fragmentsRight / report.fragments).toBeGreaterThanOrEqual(0.997);
  });
});

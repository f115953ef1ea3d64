import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { pageAddress } from "../../../../corpus/html/address.ts";
import { sharedAffixes } from "../../../../corpus/html/page-title.ts";
import { documentUrl } from "../../../../corpus/read/document-url.ts";
import { readSources } from "../../../../corpus/read/read-sources.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const head = (canonical?: string) => ({
  noIndex: false,
  pageClasses: [],
  ...(canonical !== undefined && { canonical }),
});

describe("the address that a page names", () => {
  it.each([
    ["https://example.com/help/refunds/", {}, "/help/refunds/"],
    ["/help/refunds", {}, "/help/refunds"],
    ["https://example.com/?p=12", {}, "/?p=12"],
    ["https://example.com/a#part", {}, "/a"],
    ["refunds.html", {}, undefined],
    ["https://other.example/a", { host: "example.com" }, undefined],
    ["https://www.example.com/a", { host: "example.com" }, "/a"],
    ["https://other.example/a", { url: "https://example.com/a" }, undefined],
    ["b", { url: "https://example.com/docs/a" }, "/docs/b"],
    ["mailto:x@example.com", {}, undefined],
    ["https://example.com/en/guide/oil.html", { place: "guide/oil/index.html" }, undefined],
    ["https://example.com/en/guide/oil.html", { place: "guide/oil.html" }, "/en/guide/oil.html"],
    ["https://example.com/en/guide/oil/", { place: "guide/oil/index.html" }, "/en/guide/oil/"],
    ["https://example.com/en/index.html", { place: "index.html" }, undefined],
    ["https://example.com/en/guide/index.html", { place: "oil/index.html" }, "/en/guide/index.html"],
    [undefined, {}, undefined],
  ])("%s with %o is %s", (canonical, known, expected) => {
    expect(pageAddress(head(canonical), known)).toBe(expected);
  });

  it.each([
    ["/guide/a/", "/guide/a/", "", "/guide/a/"],
    ["/guide/a/", "/guide/a/index.html", "https://new.example", "https://new.example/guide/a/"],
    ["/docs/guide/a/", "/guide/a/", "https://new.example", "https://new.example/guide/a/"],
    ["/docs/guide/a", "/guide/a.html", "https://example.com/docs", "https://example.com/docs/guide/a"],
    ["/docs/renamed", "/guide/a.html", "https://example.com/docs", "https://example.com/docs/renamed"],
    ["/renamed", "/guide/a.html", "https://example.com/docs", "https://example.com/docs/renamed"],
  ])("%s of the file %s below %j is %s", (address, place, baseUrl, expected) => {
    expect(documentUrl(address, { place, baseUrl, url: undefined })).toBe(expected);
  });
});

describe("what the pages of a site share", () => {
  it("finds the name of the site before and after titles", () => {
    expect(sharedAffixes(["Oil – The Bench", "Wax – The Bench", "Glue – The Bench", "The Bench"])).toEqual([
      " – The Bench",
    ]);
    expect(sharedAffixes(["Book : A", "Book : B", "Book : C"])).toEqual(["Book : "]);
    expect(sharedAffixes(["One | X", "Two | Y", "Three | Z"])).toEqual([]);
  });

  const read = async (pages: Record<string, string>) => {
    const folder = await temporaryFolder();
    for (const [path, source] of Object.entries(pages)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), source);
    }
    return readSources({ sources: [folder], cwd: "/", baseUrl: "", language: "en", threads: 1 });
  };
  const names = ["ash", "birch", "cedar", "elm", "fir", "larch", "oak", "pine"];
  const own = (name: string): string =>
    `<h1>${name} wood</h1><p>Boards of ${name} are sawn in the winter and lie for two years before anybody planes them; ${name} is then dry.</p><p>Ask for ${name} by its number in the second column of the list that hangs at the gate of the yard.</p>`;

  it("drops a block that most pages have, keeps the page's own, and counts it", async () => {
    const report = await read(
      Object.fromEntries(
        names.map((name) => [
          `${name}.html`,
          `<title>${name} :: Yard</title><main>${own(name)}<p>The yard is closed on Sundays and on every day of rain, as <a href="/x">the keeper</a> says.</p></main>`,
        ]),
      ),
    );
    expect(report.pages).toHaveLength(names.length);
    for (const page of report.pages) {
      const said = JSON.stringify(page.chunks);
      expect(said).not.toContain("closed on Sundays");
      expect(said).toContain("sawn in the winter");
      expect(page.dropped).toEqual([{ reason: "repeated", words: 16 }]);
    }
  });

  it("keeps what a site of few pages repeats, and versions of one page", async () => {
    const few = await read(
      Object.fromEntries(
        names
          .slice(0, 3)
          .map((name) => [
            `${name}.html`,
            `<main>${own(name)}<p>The yard is closed on Sundays and on every day of rain.</p></main>`,
          ]),
      ),
    );
    expect(JSON.stringify(few.pages)).toContain("closed on Sundays");
    const versions = await read(
      Object.fromEntries(names.map((name) => [`${name}/terms.html`, `<main>${own("oak")}</main>`])),
    );
    expect(JSON.stringify(versions.pages)).toContain("sawn in the winter");
  });

  it("leaves a copy to the page that it names, and believes no address that all pages name", async () => {
    const canonical = (path: string): string => `<link rel="canonical" href="https://yard.example${path}">`;
    const copies = await read({
      "a/print.html": `${canonical("/oak.html")}<main>${own("oak")}</main>`,
      "oak.html": `${canonical("/oak.html")}<main>${own("oak")}</main>`,
    });
    expect(copies.pages.map(({ path, url }) => [path.endsWith("/oak.html"), url])).toEqual([
      [true, "/oak.html"],
    ]);
    expect(copies.skipped).toMatchObject([{ reason: "same-url" }]);
    const slip = await read({
      "elm.html": `${canonical("/")}<main>${own("elm")}</main>`,
      "fir.html": `${canonical("/")}<main>${own("fir")}</main>`,
      "index.html": `${canonical("/")}<main>${own("oak")}</main>`,
    });
    expect(slip.pages.map(({ url }) => url)).toEqual(["/elm.html", "/fir.html", "/"]);
    expect(slip.pages.every(({ url, chunks }) => chunks.every((chunk) => chunk.url.startsWith(url)))).toBe(
      true,
    );
  });
});

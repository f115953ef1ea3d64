import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collectFiles } from "../../../corpus/read/collect-files.ts";
import { placePage, siteUrl, unconfiguredSite } from "../../../corpus/generators/site.ts";
import { readPages } from "../../../corpus/read/read-pages.ts";
import { readSources } from "../../../corpus/read/read-sources.ts";
import { readSource } from "../../../corpus/read/read-source.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const limits = { maxBytes: 5_000_000 };
const options = { baseUrl: "", language: "en" };

describe("finding pages", () => {
  it("walks folders in a fixed order and counts what is no page", async () => {
    const cwd = await temporaryFolder({
      "docs/b.md": "b",
      "docs/a/index.mdx": "a",
      "docs/c.HTML": "c",
      "docs/d.htm": "d",
      "docs/logo.png": "x",
      "docs/data.ini": "{}",
      "docs/more.ini": "{}",
      "docs/LICENSE": "x",
      "docs/node_modules/x.md": "x",
      "docs/_includes/x.md": "x",
      "docs/.git/x.md": "x",
    });
    const { files, otherTypes, skipped } = await collectFiles(["docs"], { cwd, ...limits });
    expect(files.map(({ path, sitePath }) => [path, sitePath])).toEqual([
      ["docs/a/index.mdx", "a/index.mdx"],
      ["docs/b.md", "b.md"],
      ["docs/c.HTML", "c.HTML"],
      ["docs/d.htm", "d.htm"],
    ]);
    expect(otherTypes).toEqual({ ".png": 1, ".ini": 2, "LICENSE": 1 });
    expect(skipped).toEqual([]);
  });

  it("counts data that is no page among the other types, whatever its size", async () => {
    const large = `[${"1,".repeat(700_000)}1]`;
    const cwd = await temporaryFolder({
      "docs/a.md": "a",
      "docs/package.json": "{}",
      "docs/ci.yaml": "on: push",
      "docs/large.json": large,
    });
    const report = await readSources({ sources: ["docs"], cwd, ...limits, ...options });
    expect(report.pages.map(({ path }) => path)).toEqual(["docs/a.md"]);
    expect(report.otherTypes).toEqual({ ".json": 2, ".yaml": 1 });
    expect(report.skipped).toEqual([]);
  });

  it("takes single files, and says which source is missing or no page", async () => {
    const cwd = await temporaryFolder({ "a.md": "a", "b.bin": "b" });
    expect((await collectFiles(["a.md"], { cwd, ...limits })).files).toMatchObject([{ sitePath: "a.md" }]);
    await expect(collectFiles(["none"], { cwd, ...limits })).rejects.toMatchObject({
      type: "source-missing",
    });
    await expect(collectFiles(["b.bin"], { cwd, ...limits })).rejects.toMatchObject({
      type: "source-unsupported",
    });
  });

  it("skips links that lead in a circle, out of the folder or nowhere, and follows the others", async () => {
    const cwd = await temporaryFolder({ "docs/real/a.md": "a", "secret.md": "s", "outside/b.md": "b" });
    await symlink("..", join(cwd, "docs/real/up"));
    await symlink("../secret.md", join(cwd, "docs/leak.md"));
    await symlink("../outside", join(cwd, "docs/out"));
    await symlink("gone.md", join(cwd, "docs/broken.md"));
    await symlink("self", join(cwd, "docs/self"));
    await symlink("real/a.md", join(cwd, "docs/alias.md"));
    const { files, skipped } = await collectFiles(["docs"], { cwd, ...limits });
    expect(files.map(({ path }) => path)).toEqual(["docs/alias.md", "docs/real/a.md"]);
    expect(Object.fromEntries(skipped.map(({ path, reason }) => [path, reason]))).toEqual({
      "docs/broken.md": "symlink-broken",
      "docs/leak.md": "symlink-outside",
      "docs/out": "symlink-outside",
      "docs/real/up": "symlink-cycle",
      "docs/self": "symlink-cycle",
    });
  });

  it("names a file above the limit and does not read it", async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "docs"));
    await writeFile(join(cwd, "docs/huge.md"), "");
    await truncate(join(cwd, "docs/huge.md"), 50 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    const { files, skipped } = await collectFiles(["docs"], { cwd, ...limits });
    expect(files).toEqual([]);
    expect(skipped).toEqual([
      { path: "docs/huge.md", reason: "too-large", detail: "52428800 bytes, at most 5000000" },
    ]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
  });
});

describe("reading a file", () => {
  it.each([
    ["nothing", new Uint8Array(0), { reason: "empty" }],
    ["white space", "  \n\n", { reason: "empty" }],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), { reason: "binary" }],
    [
      "Latin-1",
      Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0x61),
      { reason: "invalid-utf8", detail: expect.stringContaining("near byte 4;") as string },
    ],
    ["a draft", "---\ndraft: true\n---\nText.", { reason: "draft" }],
  ])("skips %s with the reason", async (_, content, expected) => {
    const cwd = await temporaryFolder({ "a.md": content });
    const { files } = await collectFiles(["a.md"], { cwd, ...limits });
    const [file] = files;
    if (file === undefined) throw new Error("no file");
    expect(await readSource(file, options)).toMatchObject({
      pages: [],
      skipped: [{ path: "a.md", ...expected }],
    });
  });

  it("says when a file went away in between", async () => {
    const file = {
      file: "/nowhere/a.md",
      path: "a.md",
      site: unconfiguredSite("/nowhere"),
      sitePath: "a.md",
      bytes: 1,
    };
    expect(await readSource(file, options)).toMatchObject({ skipped: [{ reason: "unreadable" }] });
  });

  it("takes a picture under the name of a web page for no page", async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0xff);
    const cwd = await temporaryFolder({ "a.html": png, "b.html": Uint8Array.of(0x41, 0xe9, 0x02, 0x07) });
    const { files } = await collectFiles(["."], { cwd, ...limits });
    expect((await readPages(files, options)).map(({ skipped }) => skipped[0]?.reason)).toEqual([
      "binary",
      "binary",
    ]);
  });

  it("reads text with a byte order mark", async () => {
    const cwd = await temporaryFolder({ "a.md": "\uFEFF---\ntitle: T\n---\nText." });
    const { files } = await collectFiles(["a.md"], { cwd, ...limits });
    expect(await readPages(files, options)).toMatchObject([{ pages: [{ title: "T" }] }]);
  });

  it.each([
    [
      "Latin-1 that says so",
      Buffer.from('<meta charset="iso-8859-1"><h1>Größe</h1><p>Fünf Bälle.</p>', "latin1"),
      "Größe",
      [],
    ],
    [
      "Latin-1 that says it is UTF-8",
      Buffer.from('<meta charset="utf-8"><h1>Größe</h1><p>Fünf Bälle.</p>', "latin1"),
      "Größe",
      [{ kind: "wrong-encoding", detail: "says utf-8 and is not UTF-8; read as Windows-1252" }],
    ],
    [
      "Shift JIS",
      Buffer.concat([
        Buffer.from('<meta charset="shift_jis"><h1>'),
        Buffer.of(0x93, 0xfa, 0x96, 0x7b),
        Buffer.from("</h1><p>Text.</p>"),
      ]),
      "日本",
      [],
    ],
    [
      "UTF-16",
      Buffer.from("\uFEFF<html><body><h1>Größe</h1><p>Fünf Bälle.</p></body></html>", "utf16le"),
      "Größe",
      [],
    ],
  ])("reads HTML in %s", async (_, content, title, problems) => {
    const cwd = await temporaryFolder({ "a.html": content });
    const { files } = await collectFiles(["a.html"], { cwd, ...limits });
    expect(await readPages(files, options)).toMatchObject([{ pages: [{ title, problems }] }]);
  });

  it("gives the same pages in the same order with threads and without", async () => {
    const names = Array.from({ length: 60 }, (_, index) => `p${index}.md`);
    const cwd = await temporaryFolder(
      Object.fromEntries(names.map((name) => [name, `# ${name}\n\nText of ${name}.`])),
    );
    const { files } = await collectFiles(["."], { cwd, ...limits });
    let last = 0;
    const threaded = await readPages(files, { ...options, threads: 2, onProgress: (done) => (last = done) });
    expect(last).toBe(60);
    expect(threaded).toEqual(await readPages(files, { ...options, threads: 1 }));
  });
});

describe("a page that needs too much memory", () => {
  it("is skipped by name, and costs no other page", async () => {
    const cwd = await temporaryFolder({
      "a.md": "# A\n\nText.",
      "dump.md": "*a* `b` [c](d) <e> ".repeat(150_000),
      "z.md": "# Z\n\nText.",
    });
    const { files } = await collectFiles(["."], { cwd, ...limits });
    const results = await readPages(files, { ...options, threads: 2, threadMemoryMb: 96 });
    expect(results).toMatchObject([
      { pages: [{ title: "A" }] },
      {
        skipped: [
          { path: "dump.md", reason: "unparsable", detail: expect.stringContaining("memory") as string },
        ],
      },
      { pages: [{ title: "Z" }] },
    ]);
  }, 60_000);
});

describe("addresses of pages of no generator", () => {
  const site = unconfiguredSite("/site");
  const urlOf = (path: string, baseUrl: string, frontMatter: Record<string, unknown> = {}): string => {
    const place = placePage(site, { path, frontMatter });
    return "address" in place ? siteUrl(site, place.address, baseUrl) : place.leftOut;
  };

  it.each([
    ["guide/install.md", "", "/guide/install/"],
    ["index.md", "", "/"],
    ["guide/index.mdx", "https://x.dev/docs", "https://x.dev/docs/guide/"],
    ["guide/_index.md", "", "/guide/"],
    ["release.v1.2.md", "", "/release.v1.2/"],
    ["Straße und Weg.md", "", "/Stra%C3%9Fe%20und%20Weg/"],
    ["a%20b.md", "", "/a%20b/"],
    ["@scope/x+y.md", "", "/@scope/x+y/"],
    ["about.html", "", "/about.html"],
    ["blog/index.html", "", "/blog/"],
  ] as const)("%s below %j is %s", (path, baseUrl, expected) => {
    expect(urlOf(path, baseUrl)).toBe(expected);
  });

  it("replaces the path by the slug", () => {
    expect(urlOf("a.md", "", { slug: "/start/here/" })).toBe("/start/here/");
    expect(urlOf("a.md", "https://x.dev", { slug: "index" })).toBe("https://x.dev/");
  });
});

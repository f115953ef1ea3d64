import { gzipSync } from "node:zlib";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { crawl, drivenTime, htmlPage, links, serveSite } from "../support/site-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const XML = { "content-type": "application/xml" };

function sitemap(...pages: (string | [url: string, lastmod: string])[]): string {
  const entries = pages.map((page) => {
    const [url, lastmod] = typeof page === "string" ? [page] : page;
    return `<url><loc>${url}</loc>${lastmod === undefined ? "" : `<lastmod>${lastmod}</lastmod>`}</url>`;
  });
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</urlset>`;
}

/** With validators, as most servers send them. */
function withTag(body: string) {
  const etag = `"${body.length}-${body.slice(-200)}"`.replace(/[^\x21-\x7E]/g, "").slice(0, 100);
  return (request: { headers: Record<string, unknown> }) =>
    request.headers["if-none-match"] === etag
      ? { status: 304, headers: { etag } }
      : { headers: { etag }, body };
}

describe("a site without a sitemap", () => {
  it("is read by its links, below the path of its address", async () => {
    const site = await serveSite({
      "/docs/": htmlPage("Start", links("guide/", "/blog/", "https://elsewhere.example/")),
      "/docs/guide/": htmlPage("Guide", links("../#top", "./", "install.html?utm_source=x", "../missing")),
      "/docs/guide/install.html": htmlPage("Install", links("mailto:me@example.com")),
      "/blog/": htmlPage("Blog"),
    });
    const { exitCode, report, outcomes } = await crawl(`${site.origin}/docs/`, [], {
      cwd: await temporaryFolder(),
    });
    expect(exitCode).toBe(0);
    expect(report.documents).toBe(3);
    expect(outcomes).toEqual({
      "/docs/": "read",
      "/docs/guide/": "read",
      "/docs/guide/install.html": "read",
      "/docs/missing": "gone",
    });
    expect(report.crawls[0]?.from).toBe("links");
    expect(report.crawls[0]?.notFollowed.map(({ reason, count }) => [reason, count])).toEqual([
      ["outside", 1],
      ["other-host", 1],
    ]);
    expect(site.asked).not.toContain("/blog/");
  });

  it("gives its pages the addresses that they were answered from", async () => {
    const site = await serveSite({
      "/": htmlPage("Start", links("/old")),
      "/old": { status: 301, headers: { location: "/new/" } },
      "/new/": htmlPage("New"),
    });
    const cwd = await temporaryFolder();
    const { outcomes, report } = await crawl(`${site.origin}/`, ["--out", "out"], { cwd });
    expect(outcomes).toEqual({ "/": "read", "/old": "read" });
    expect(report.documents).toBe(2);
    const names = await readdir(join(cwd, "out"));
    const passages = await readFile(
      join(cwd, "out", names.find((name) => name.startsWith("passages")) ?? ""),
      "utf8",
    );
    expect(passages).toContain(`"${site.origin}/new/`);
    expect(passages).not.toContain("/old");
  });

  it("keeps to --include, --exclude and --max-pages", async () => {
    const site = await serveSite({
      "/": htmlPage("Start", links("/docs/a", "/docs/b", "/docs/old/c", "/blog/d")),
      "/docs/a": htmlPage("A"),
      "/docs/b": htmlPage("B"),
      "/docs/old/c": htmlPage("C"),
      "/blog/d": htmlPage("D"),
    });
    const cwd = await temporaryFolder();
    const chosen = await crawl(`${site.origin}/`, ["--include", "/docs/**", "--exclude", "/docs/old"], {
      cwd,
    });
    expect(Object.keys(chosen.outcomes)).toEqual(["/docs/a", "/docs/b"]);
    const few = await crawl(`${site.origin}/`, ["--max-pages", "2"], { cwd: await temporaryFolder() });
    expect(Object.keys(few.outcomes)).toEqual(["/", "/docs/a"]);
    expect(few.report.crawls[0]?.notFollowed).toMatchObject([{ reason: "max-pages", count: 3 }]);
  });
});

describe("sitemaps", () => {
  it("name the pages, through indexes and packed, in place of the links", async () => {
    const site = await serveSite({ "/": htmlPage("Start", links("/unlisted")) });
    const { origin } = site;
    Object.assign(site.routes, {
      "/robots.txt": { headers: { "content-type": "text/plain" }, body: `Sitemap: ${origin}/index.xml` },
      "/index.xml": {
        headers: XML,
        body: `<sitemapindex><sitemap><loc>${origin}/one.xml.gz</loc></sitemap><sitemap><loc>${origin}/two.txt</loc></sitemap><sitemap><loc>https://elsewhere.example/three.xml</loc></sitemap></sitemapindex>`,
      },
      "/one.xml.gz": {
        headers: { "content-type": "application/gzip" },
        body: gzipSync(sitemap(`${origin}/a?x=1&amp;y=2`, "https://elsewhere.example/a")),
      },
      "/two.txt": { headers: { "content-type": "text/plain" }, body: `${origin}/b\n${origin}/c\n` },
      "/a": htmlPage("A"),
      "/b": htmlPage("B"),
      "/unlisted": htmlPage("Unlisted"),
    });
    const { report, outcomes } = await crawl(`${origin}/`, [], { cwd: await temporaryFolder() });
    expect(outcomes).toEqual({ "/": "read", "/a?x=1&y=2": "read", "/b": "read", "/c": "gone" });
    expect(report.crawls[0]).toMatchObject({
      from: "sitemap",
      sitemaps: [
        { url: `${origin}/one.xml.gz`, pages: 1 },
        { url: `${origin}/two.txt`, pages: 2 },
        {
          url: "https://elsewhere.example/three.xml",
          pages: 0,
          detail: expect.stringContaining("another host") as string,
        },
      ],
    });
    expect(report.crawls[0]?.notFollowed.map(({ reason }) => reason)).toEqual(["other-host", "unlisted"]);
    const all = await crawl(`${origin}/`, ["--follow-links"], { cwd: await temporaryFolder() });
    expect(all.outcomes["/unlisted"]).toBe("read");
  });

  it.each([
    ["empty", "<urlset></urlset>"],
    ["of another host", sitemap("https://elsewhere.example/a")],
    ["no sitemap", htmlPage("Not found")],
  ])("that are %s leave the pages to the links", async (_, body) => {
    const site = await serveSite({
      "/": htmlPage("Start", links("/a")),
      "/sitemap.xml": { headers: XML, body },
      "/a": htmlPage("A"),
    });
    const { report, outcomes } = await crawl(`${site.origin}/`, [], { cwd: await temporaryFolder() });
    expect(outcomes).toEqual({ "/": "read", "/a": "read" });
    expect(report.crawls[0]?.from).toBe("links");
  });

  it("may be the source themselves", async () => {
    const site = await serveSite({ "/docs/a": htmlPage("A"), "/b": htmlPage("B") });
    site.routes["/docs/map.xml"] = {
      headers: XML,
      body: sitemap(`${site.origin}/docs/a`, `${site.origin}/b`),
    };
    const { outcomes } = await crawl(`${site.origin}/docs/map.xml`, [], { cwd: await temporaryFolder() });
    expect(outcomes).toEqual({ "/b": "read", "/docs/a": "read" });
  });

  it("may lie here as files", async () => {
    const site = await serveSite({ "/a": htmlPage("A"), "/b": htmlPage("B") });
    const cwd = await temporaryFolder({
      "map.xml": sitemap(`${site.origin}/a`, "https://elsewhere.example/b"),
      "packed.xml.gz": gzipSync(sitemap(`${site.origin}/b`)),
    });
    expect((await crawl("map.xml", [], { cwd })).outcomes).toEqual({ "/a": "read" });
    expect((await crawl("packed.xml.gz", [], { cwd })).outcomes).toEqual({ "/b": "read" });
  });

  it("that name no page of their host end with why", async () => {
    const site = await serveSite({
      "/map.xml": { headers: XML, body: sitemap("https://elsewhere.example/a") },
    });
    const { exitCode, stderr } = await crawl(`${site.origin}/map.xml`, [], { cwd: await temporaryFolder() });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("all of its 1 pages are on other hosts, such as https://elsewhere.example/a");
  });
});

describe("a page that scripts fill", () => {
  it("is said to have no text", async () => {
    const shell = '<html><body><div id="root"></div><script src="/app.js"></script></body></html>';
    const site = await serveSite({ "/": htmlPage("Start", links("/app")), "/app": shell });
    const { report } = await crawl(`${site.origin}/`, [], { cwd: await temporaryFolder() });
    expect(report.crawls[0]?.notes.join()).toMatch(
      /1 page such as .*\/app have no text until a browser runs/,
    );
  });
});

describe("a page that names no language", () => {
  it("has the one that another page gives it", async () => {
    const other = "<html><body><main><h1>Accueil</h1><p>Le puits est profond.</p></main></body></html>";
    const start = htmlPage("Start", links("/fr/")).replace(
      "</head>",
      '<link rel="alternate" hreflang="fr" href="/fr/"><link rel="alternate" hreflang="x-default" href="/"></head>',
    );
    const site = await serveSite({ "/": start, "/fr/": other });
    const cwd = await temporaryFolder();
    await crawl(`${site.origin}/`, [], { cwd });
    const [name = ""] = (await readdir(join(cwd, "dist/corpus"))).filter((file) =>
      file.startsWith("passages-"),
    );
    const passages = (await readFile(join(cwd, "dist/corpus", name), "utf8")).trim().split("\n");
    const read = passages.map((line) => JSON.parse(line) as { url: string; language: string });
    expect(read.find(({ url }) => new URL(url).pathname === "/fr/")?.language).toBe("fr");
  });
});

describe("a site that scripts fill", () => {
  it("is told what it lacks where no page has text", async () => {
    const shell = '<html><body><div id="root"></div><script src="/app.js"></script></body></html>';
    const site = await serveSite({ "/": shell });
    const { exitCode, stderr } = await crawl(`${site.origin}/`, [], { cwd: await temporaryFolder() });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/have no text until a browser runs their scripts: build from their sources/);
  });
});

describe("the next crawl", () => {
  it("asks for what changed only, and parses nothing twice", async () => {
    const cwd = await temporaryFolder();
    const time = drivenTime();
    const site = await serveSite({
      "/": withTag(htmlPage("Start", links("/a", "/b"))),
      "/a": withTag(htmlPage("A")),
      "/b": htmlPage("B"),
    });
    const first = await crawl(`${site.origin}/`, [], { cwd, time });
    expect(first.outcomes).toEqual({ "/": "read", "/a": "read", "/b": "read" });
    const kept = join(cwd, "dist/corpus.crawl/read");
    const entries = await readdir(kept);
    site.routes["/a"] = withTag(htmlPage("A", "<p>One more sentence has been added to this page today.</p>"));
    const second = await crawl(`${site.origin}/`, [], { cwd, time });
    expect(second.outcomes).toEqual({ "/": "unchanged", "/a": "read", "/b": "unchanged" });
    const entriesNow = await readdir(kept);
    expect(entriesNow).toHaveLength(3);
    expect(entriesNow.filter((name) => entries.includes(name))).toHaveLength(2);
    const third = await crawl(`${site.origin}/`, ["--refresh"], { cwd, time });
    expect(third.outcomes).toEqual({ "/": "unchanged", "/a": "unchanged", "/b": "unchanged" });
    expect(site.requests.at(-1)?.headers["if-none-match"]).toBeUndefined();
    // One body a page: that of the first state of /a is gone.
    expect(await readdir(join(cwd, "dist/corpus.crawl/bodies"))).toHaveLength(3);
  });

  it("does not ask where the sitemap says that nothing changed since", async () => {
    const cwd = await temporaryFolder();
    const time = drivenTime();
    const site = await serveSite({
      "/": withTag(htmlPage("Start")),
      "/a": htmlPage("A"),
      "/b": htmlPage("B"),
    });
    const { origin } = site;
    site.routes["/sitemap.xml"] = {
      headers: XML,
      body: sitemap([`${origin}/a`, "2025-06-01"], [`${origin}/b`, "2025-12-31"]),
    };
    await crawl(`${origin}/`, [], { cwd, time });
    site.asked.length = 0;
    const { outcomes } = await crawl(`${origin}/`, [], { cwd, time });
    expect(outcomes).toEqual({ "/": "unchanged", "/a": "unchanged", "/b": "unchanged" });
    expect(site.asked).not.toContain("/a");
    // Its day had not ended everywhere when it was fetched.
    expect(site.asked).toContain("/b");
  });

  it("keeps the copy of a page that cannot be read now, and lets go of one that is gone", async () => {
    const cwd = await temporaryFolder();
    const time = drivenTime();
    const site = await serveSite({
      "/": htmlPage("Start", links("/a", "/b")),
      "/a": htmlPage("A"),
      "/b": htmlPage("B"),
    });
    await crawl(`${site.origin}/`, [], { cwd, time });
    site.routes["/a"] = { status: 500 };
    site.routes["/b"] = { status: 410 };
    const { outcomes, report } = await crawl(`${site.origin}/`, [], { cwd, time });
    expect(outcomes).toEqual({ "/": "unchanged", "/a": "kept", "/b": "gone" });
    expect(report.documents).toBe(2);
  });
});

describe("a crawl that is stopped", () => {
  it("says how to go on, and goes on where it was", async () => {
    const cwd = await temporaryFolder();
    const time = drivenTime();
    let stop = (): void => {};
    const site = await serveSite({
      "/": htmlPage("Start", links("/a", "/b", "/c")),
      "/a": htmlPage("A", links("/d")),
      "/b": htmlPage("B"),
      "/c": htmlPage("C"),
      "/d": () => {
        stop();
        return htmlPage("D");
      },
    });
    const stopped = await crawl(`${site.origin}/`, [], { cwd, time, onStart: (end) => (stop = end) });
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stderr).toMatch(/^Error: Stopped\. 4 pages are kept: run the same command to go on\.\n$/);
    expect(stopped.stdout).toBe("");
    // As a kill in the middle of a line would leave it.
    const journal = join(cwd, "dist/corpus.crawl", "pages-1.jsonl");
    await writeFile(journal, `${await readFile(journal, "utf8")}{"url":"http://cut`);
    site.asked.length = 0;
    stop = () => {};
    const { outcomes, report } = await crawl(`${site.origin}/`, [], { cwd, time });
    expect(Object.keys(outcomes)).toEqual(["/", "/a", "/b", "/c", "/d"]);
    expect(report.crawls[0]?.resumed).toBe(4);
    expect(site.asked.filter((path) => /^\/[a-d]?$/.test(path))).toEqual(["/d"]);
  });
});

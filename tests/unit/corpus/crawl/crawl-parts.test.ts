import { describe, expect, it } from "vitest";
import { fileNameOf } from "../../../../corpus/crawl/answer-format.ts";
import { decodeText, sniffKind, unpackBody } from "../../../../corpus/crawl/decode-body.ts";
import { failureOfError } from "../../../../corpus/crawl/http-failure.ts";
import { addressPattern } from "../../../../corpus/crawl/link-traps.ts";
import { readPageFacts } from "../../../../corpus/crawl/page-facts.ts";
import { readPagePlaces } from "../../../../corpus/crawl/page-places.ts";
import { endOfLastmod, parseSitemap } from "../../../../corpus/crawl/parse-sitemap.ts";
import { compileGlobs } from "../../../../corpus/crawl/path-globs.ts";
import { isPrivateAddress } from "../../../../corpus/crawl/private-address.ts";
import { readDirectives } from "../../../../corpus/crawl/robots.ts";
import { readRetryAfter } from "../../../../corpus/crawl/site-client.ts";
import { comparableAddress, pageAddress } from "../../../../corpus/crawl/web-address.ts";

const NOW = Date.UTC(2026, 0, 1);
const BASE = "https://docs.example/guide/";

describe("private addresses", () => {
  it.each([
    ["8.8.8.8", false],
    ["172.15.0.1", false],
    ["172.16.0.1", true],
    ["100.64.0.1", true],
    ["169.254.169.254", true],
    ["0.0.0.0", true],
    ["255.255.255.255", true],
    ["::1", true],
    ["::", true],
    ["fe80::1%eth0", true],
    ["fd00::1", true],
    ["2606:4700::1111", false],
    ["::ffff:127.0.0.1", true],
    ["::ffff:8.8.8.8", false],
    ["::7f00:1", true],
    ["64:ff9b::10.0.0.1", true],
    ["64:ff9b::8.8.8.8", false],
    ["2002:c0a8:101::1", true],
    ["no address", true],
  ])("%s: %s", (address, isPrivate) => {
    expect(isPrivateAddress(address)).toBe(isPrivate);
  });
});

describe("addresses of pages", () => {
  it.each([
    ["install#how", "https://docs.example/guide/install"],
    ["../?utm_source=x&page=2&fbclid=y", "https://docs.example/?page=2"],
    ["/a;jsessionid=8F2?sid=1", "https://docs.example/a"],
    ["//other.example/a b", "https://other.example/a%20b"],
    ["mailto:me@example.com", undefined],
    ["javascript:void(0)", undefined],
    ["https://user:word@docs.example/", undefined],
    ["ftp://docs.example/", undefined],
    [`/${"x".repeat(3000)}`, undefined],
  ])("%s → %s", (target, address) => {
    expect(pageAddress(target, BASE)).toBe(address);
  });

  it("are compared without what serves the same page", () => {
    expect(comparableAddress("https://a.example/x/index.html")).toBe(
      comparableAddress("https://a.example/x"),
    );
    expect(comparableAddress("https://a.example/x?y")).not.toBe(comparableAddress("https://a.example/x"));
    expect(comparableAddress("https://a.example/%C3%BC/")).toBe(comparableAddress("https://a.example/ü"));
  });

  it.each([
    ["/calendar/2026/12", "/calendar/#/#"],
    ["/list?b=1&a=2&b=3", "/list?a&b"],
    ["/about/", undefined],
  ])("%s is of the kind %s", (path, pattern) => {
    expect(addressPattern(`https://a.example${path}`)).toBe(pattern);
  });
});

describe("globs", () => {
  it.each([
    ["/docs/**", "/docs/a/b", true],
    ["/docs/**", "/docs", true],
    ["/docs/**", "/docsets/a", false],
    ["docs", "/docs/a", true],
    ["/docs/*", "/docs/a/b", false],
    ["/**/print", "/a/b/print", true],
    ["*.pdf", "/a.pdf", true],
    ["**.pdf", "/a/b.pdf", true],
    ["/v?/**", "/v2/a", true],
    ["https://a.example/über/**", "/%C3%BCber/uns", true],
    ["/a+b(c)", "/a+b(c)", true],
  ])("%s on %s: %s", (glob, path, matches) => {
    expect(compileGlobs([glob])(path)).toBe(matches);
  });
});

describe("robots directives", () => {
  it.each([
    ["noindex", true, false],
    ["NOINDEX, nofollow", true, true],
    ["none", true, true],
    ["index, follow, max-snippet:-1", false, false],
    ["googlebot: noindex", false, false],
    ["googlebot: noindex, nofollow", false, false],
    ["assistant-chat: noindex", true, false],
    ["otherbot: none, assistant-chat: nofollow", false, true],
    ["unavailable_after: 2025-06-01", true, false],
    ["unavailable_after: 2027-06-01", false, false],
  ])("%s", (text, noindex, nofollow) => {
    expect(readDirectives(text, NOW)).toEqual({ noindex, nofollow });
  });
});

describe("sitemaps", () => {
  it("are read with prefixes, alternates and images, and without being well-formed", () => {
    const text = `<?xml version="1.0"?><sm:urlset xmlns:sm="x"><sm:url><sm:loc> /a?x=1&y=2 </sm:loc><sm:lastmod>2026-01-02</sm:lastmod>
      <image:image><image:loc>/a.png</image:loc></image:image><xhtml:link rel="alternate" hreflang="de" href="/de/a"/></sm:url>
      <sm:url><sm:loc><![CDATA[https://docs.example/b]]></sm:loc></sm:url><sm:url><sm:loc>javascript:x</sm:loc>`;
    expect(parseSitemap(text, BASE)).toEqual({
      kind: "sitemap",
      pages: [
        { url: "https://docs.example/a?x=1&y=2", lastmod: "2026-01-02" },
        { url: "https://docs.example/de/a" },
        { url: "https://docs.example/b" },
      ],
      sitemaps: [],
    });
  });

  it.each([
    [
      "<rss><channel><link>https://docs.example/</link><item><link>https://docs.example/post</link></item></channel></rss>",
    ],
    [
      '<feed><link href="https://docs.example/"/><entry><link rel="edit" href="/e"/><link href="/post"/></entry></feed>',
    ],
    ["https://docs.example/post\r\n"],
  ])("may be feeds and lists: %s", (text) => {
    expect(parseSitemap(text, BASE)?.pages.map(({ url }) => url)).toEqual(["https://docs.example/post"]);
  });

  it.each([["<html><body>No</body></html>"], ["Just some words."], [""]])("are nothing else: %s", (text) => {
    expect(parseSitemap(text, BASE)).toBeUndefined();
  });

  it("say up to when nothing changed", () => {
    expect(endOfLastmod("2026-01-01T10:00:00Z")).toBeLessThan(Date.UTC(2026, 0, 1, 11));
    expect(endOfLastmod("2026-01-01")).toBeGreaterThan(Date.UTC(2026, 0, 2));
    expect(endOfLastmod("2026-01")).toBeGreaterThan(Date.UTC(2026, 1, 1));
    expect(endOfLastmod("yesterday")).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("what a body is", () => {
  it.each([
    [`\uFEFF\n<!DOCTYPE html><p>`, "html"],
    ["<!-- made by hand --><html>", "html"],
    ['<?xml version="1.0"?><html xmlns="x">', "html"],
    ["<?xml version='1.0'?><urlset>", "xml"],
    ["%PDF-1.7", "pdf"],
    ["Just words.", "text"],
    [Uint8Array.of(0xff, 0xfe, 65, 0), "text"],
    [Uint8Array.of(1, 0, 2, 0), "binary"],
    ["PK\u0003\u0004", "zip"],
  ])("%j: %s", (body, kind) => {
    expect(sniffKind(typeof body === "string" ? Buffer.from(body) : body)).toBe(kind);
  });

  it.each([
    [Buffer.from("\uFEFFä"), "text/html; charset=latin1", "ä"],
    [Buffer.from("ä", "utf16le"), "text/html; charset=utf-16le", undefined],
    [Buffer.from([0xff, 0xfe, 0xe4, 0]), undefined, "ä"],
    [Buffer.from([0x82, 0xa0]), "text/html; charset=Shift_JIS", "あ"],
    [
      Buffer.from('<meta charset="windows-1251">\u00cf', "latin1"),
      "text/html",
      '<meta charset="windows-1251">П',
    ],
    [Buffer.from("ä", "latin1"), "text/html; charset=no-such", "ä"],
  ])("%j as %s", (bytes, type, text) => {
    const decoded = decodeText(bytes, type).text;
    if (text === undefined) expect(decoded.length).toBeGreaterThan(0);
    else expect(decoded).toBe(text);
  });

  it("is never unpacked to more than it may be", () => {
    expect(unpackBody(Buffer.from("as it is"), undefined, 4).toString()).toBe("as it is");
    expect(() => unpackBody(Buffer.from("x"), "zstd", 100)).toThrow("zstd");
  });

  it.each([
    ["https://a.example/guide/", "text/html", "guide.html"],
    ["https://a.example/", "text/html", "index.html"],
    ["https://a.example/page.php", "text/html", "page.html"],
    ["https://a.example/a.pdf", "application/octet-stream", "a.pdf"],
    ["https://a.example/download?id=1", "application/pdf", "download.pdf"],
    ["https://a.example/README.md", "text/plain", "README.md"],
    ["https://a.example/photo.png", "image/png", undefined],
    ["https://a.example/app.js", "text/javascript", undefined],
  ])("%s as %s is read as %s", (address, mediaType, name) => {
    expect(fileNameOf(address, mediaType)).toBe(name);
  });
});

describe("failures", () => {
  it.each([
    ["CERT_HAS_EXPIRED", "damaged", /certificate has expired/],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "damaged", /another host/],
    ["ENOTFOUND", "gone", /no host of this name/],
    ["ECONNREFUSED", "unreachable", /nobody answers/],
    ["HPE_INVALID_CONSTANT", "damaged", /no valid HTTP/],
    ["Z_DATA_ERROR", "damaged", /unpacked/],
  ])("%s is %s", (code, kind, detail) => {
    const failure = failureOfError(Object.assign(new Error("x"), { code }));
    expect(failure.kind).toBe(kind);
    expect(failure.detail).toMatch(detail);
  });

  it.each([
    ["120", 120_000],
    ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
    ["Thu, 01 Jan 2015 00:00:30 GMT", 0],
    ["soon", undefined],
    [undefined, undefined],
  ])("Retry-After: %s", (value, milliseconds) => {
    expect(readRetryAfter(value, NOW)).toBe(milliseconds);
  });
});

describe("what a page says of itself", () => {
  it("is read in one pass, whatever its marks are like", () => {
    const html = `<html lang=pt-BR><head><base href="/base/"><TITLE>A &amp; B</TITLE><link rel=canonical href=own>
      <meta name=Robots content="nofollow"><link rel="sitemap" href="/map.xml">
      <meta http-equiv=refresh content="2;URL='next'"></head><body><script>let a = "<a href=/no>";</script>
      <div id="root"></div><a href=x>one two</a><noscript>three</noscript><input type=PASSWORD>`;
    expect(readPageFacts(html, BASE, NOW)).toMatchObject({
      title: "A & B",
      language: "pt-BR",
      canonical: "https://docs.example/base/own",
      refresh: "https://docs.example/base/next",
      sitemaps: ["https://docs.example/map.xml"],
      nofollow: true,
      links: [],
      words: 2,
      hasEmptyMount: true,
      hasPasswordField: true,
    });
  });

  it("is where its links may open", () => {
    const places = readPagePlaces(
      '<link rel="canonical" href=" /t "><title>T | Site</title><h1 id=a>T<a name="b">¶</a></h1><h1>Other</h1><dt id="c.d">',
    );
    expect(places).toEqual({
      title: "T | Site",
      heading: "T",
      canonical: "/t",
      ids: new Set(["a", "b", "c.d"]),
    });
  });

  it("takes time that grows with its length, not faster", () => {
    for (const mark of ["<a ", '<meta content="', "<!--", "<div id=root>", "&amp", "<title>"]) {
      expect(readPageFacts(mark.repeat(50_000), BASE, NOW).links.length).toBeLessThan(2);
    }
  });
});

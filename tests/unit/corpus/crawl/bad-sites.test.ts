import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { HttpGet } from "../../../../corpus/crawl/http-get.ts";
import { runCli } from "../support/fake-process.ts";
import { crawl, drivenTime, htmlPage, links, serveSite, type Route } from "../support/site-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const GOOD = { "/good": htmlPage("Good") };

async function crawlPages(routes: Record<string, Route>, args: string[] = [], time = drivenTime()) {
  const site = await serveSite(routes);
  const result = await crawl(`${site.origin}/`, args, { cwd: await temporaryFolder(), time });
  const details = Object.fromEntries(
    (result.report.crawls?.[0]?.pages ?? []).map(({ url, detail }) => [new URL(url).pathname, detail ?? ""]),
  );
  return { ...result, site, details };
}

describe("a page that cannot be read is named, and the others are read", () => {
  it.each<[name: string, outcome: string, detail: RegExp, route: Route]>([
    ["redirects to itself", "redirect-loop", /in a circle/, { status: 302, headers: { location: "/bad" } }],
    [
      "leaves the host",
      "other-host",
      /elsewhere\.example/,
      { status: 301, headers: { location: "https://elsewhere.example/" } },
    ],
    ["answers 500", "server-error", /500/, { status: 500 }],
    ["answers 403", "forbidden", /403/, { status: 403 }],
    ["answers 410", "gone", /410/, { status: 410 }],
    [
      "is HTML and says PDF",
      "mislabelled",
      /says application\/pdf and is HTML/,
      { headers: { "content-type": "application/pdf" }, body: htmlPage("Log in") },
    ],
    [
      "is an image and says HTML",
      "mislabelled",
      /is an image/,
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    ],
    ["is an image", "other-type", /image\/png/, { headers: { "content-type": "image/png" }, body: "x" }],
    [
      "is longer than it may be",
      "too-large",
      /larger than 20000 bytes/,
      htmlPage("Long", "<p>word</p>".repeat(5000)),
    ],
    [
      "has no end",
      "too-large",
      /larger than 20000 bytes/,
      (_request, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const write = (): void => {
          while (!response.destroyed && response.write("<p>word</p>".repeat(500)));
          response.once("drain", write);
        };
        write();
      },
    ],
    [
      "unpacks to much more",
      "too-large",
      /larger than 20000 bytes/,
      { headers: { "content-encoding": "gzip" }, body: gzipSync(Buffer.alloc(30_000_000, "a")) },
    ],
    [
      "cannot be unpacked",
      "damaged",
      /unpacked/,
      { headers: { "content-encoding": "br" }, body: "no brotli at all" },
    ],
    [
      "is cut off by the server",
      "unreachable",
      /cut|aborted/,
      (_request, response) => {
        response.writeHead(200, { "content-type": "text/html", "content-length": "1000" });
        response.write("<p>");
        setImmediate(() => response.destroy());
      },
    ],
    ["asks for a log-in", "login", /password/, htmlPage("Members", '<form><input type="password"></form>')],
    [
      "asks not to be indexed by its header",
      "noindex",
      /header/,
      { headers: { "x-robots-tag": "googlebot: index, assistant-chat: noindex" }, body: htmlPage("Hidden") },
    ],
    [
      "asks not to be indexed by its meta element",
      "noindex",
      /meta/,
      htmlPage("Hidden", "", '<meta name="robots" content="noindex,follow">'),
    ],
    [
      "leads on by its meta element",
      "redirect",
      /\/good/,
      '<html><head><meta http-equiv="refresh" content="0; url=/good"></head></html>',
    ],
  ])("one that %s: %s", async (_, outcome, detail, route) => {
    const { exitCode, outcomes, details } = await crawlPages(
      { "/": htmlPage("Start", links("/bad", "/good")), "/bad": route, ...GOOD },
      ["--max-bytes", "20000"],
    );
    expect(exitCode).toBe(0);
    expect(outcomes["/good"]).toBe("read");
    expect(outcomes["/bad"]).toBe(outcome);
    expect(details["/bad"]).toMatch(detail);
  });

  it.each([
    ["the answer", (): void => {}, /no answer within 30 s/],
    [
      "the text",
      (
        _request: unknown,
        response: { writeHead: (status: number, headers: object) => void; write: (text: string) => void },
      ): void => {
        response.writeHead(200, { "content-type": "text/html" });
        response.write("<p>");
      },
      /did not end within 60 s/,
    ],
  ] as const)("one that keeps its guests waiting for %s", async (_, route, detail) => {
    const time = drivenTime();
    const waiting = (request: never, response: never): void => {
      route(request, response);
      // The time-out comes once the request is there and what there is of the answer was sent.
      setTimeout(time.timeOut, 20);
    };
    const { outcomes, details } = await crawlPages(
      { "/": htmlPage("Start", links("/bad", "/good")), "/bad": waiting as Route, ...GOOD },
      [],
      time,
    );
    expect(outcomes).toMatchObject({ "/bad": "timed-out", "/good": "read" });
    expect(details["/bad"]).toMatch(detail);
  });

  it("one whose encoding is not the one it names, which is read all the same", async () => {
    const page = htmlPage("Größe", "<p>Über die Größe der Straße.</p>", '<meta charset="utf-8">');
    const { outcomes, details, report } = await crawlPages({
      "/": htmlPage("Start", links("/lies", "/other", "/named")),
      "/lies": { body: Buffer.from(page, "latin1") },
      "/other": {
        headers: { "content-type": "text/html; charset=iso-8859-1" },
        body: page.replace("<p>", "<p>Noch "),
      },
      "/named": {
        headers: { "content-type": "text/html; charset=iso-8859-1" },
        body: Buffer.from(page.replace("<p>", "<p>Auch "), "latin1"),
      },
    });
    expect(outcomes).toMatchObject({ "/lies": "read", "/other": "read", "/named": "read" });
    expect(details["/lies"]).toMatch(/not UTF-8; read as Windows-1252/);
    expect(details["/other"]).toMatch(/is UTF-8; read as UTF-8/);
    expect(details["/named"]).toBe("");
    expect(report.documents).toBe(4);
    expect(report.skipped).toEqual([]);
  });
});

describe("a site without end", () => {
  it("is read up to a bound for each kind of address", async () => {
    const month = (request: { url?: string | undefined }) => {
      const number = Number(/\d+/.exec(request.url ?? "")?.[0]);
      return htmlPage(`Month ${number}`, links(`/calendar/${number + 1}`, `/calendar/${number - 1}`));
    };
    const site = await serveSite({ "/": htmlPage("Start", links("/calendar/100", "/good")), ...GOOD });
    site.routes = new Proxy(site.routes, {
      get: (routes, path: string) => (path.startsWith("/calendar/") ? month : routes[path]),
    });
    const { outcomes, report } = await crawl(`${site.origin}/`, ["--max-similar", "12"], {
      cwd: await temporaryFolder(),
    });
    expect(Object.keys(outcomes).filter((path) => path.startsWith("/calendar/"))).toHaveLength(12);
    expect(outcomes["/good"]).toBe("read");
    expect(report.crawls[0]?.notFollowed).toMatchObject([{ reason: "endless" }]);
  });

  it("has one page for all of its sessions, and for all that answer alike", async () => {
    const start = htmlPage(
      "Start",
      links("/a?sid=1", "/a;jsessionid=2", "/b?view=1", "/b?view=2", "/b/b/b/b/b/b/"),
    );
    const { outcomes, site } = await crawlPages({ "/": start, "/a": htmlPage("A"), "/b": htmlPage("B") });
    expect(outcomes).toEqual({ "/": "read", "/a": "read", "/b?view=1": "read", "/b?view=2": "duplicate" });
    expect(site.asked.filter((path) => /^\/a(?:[?;]|$)/.test(path))).toEqual(["/a"]);
  });
});

describe("addresses that pages name themselves", () => {
  it("are heeded, in a circle too", async () => {
    const named = (title: string, canonical: string) =>
      htmlPage(title, "", `<link rel="canonical" href="${canonical}">`);
    const { outcomes, report } = await crawlPages({
      "/": htmlPage("Start", links("/print", "/one", "/two", "/lost")),
      "/print": named("Real page, to be printed", "/real"),
      "/real": named("Real", "/real"),
      "/one": named("One", "/two"),
      "/two": named("Two", "/one"),
      "/lost": named("Lost", "/nowhere"),
    });
    expect(outcomes).toEqual({
      "/": "read",
      "/print": "canonical",
      "/real": "read",
      "/one": "read",
      "/two": "canonical",
      "/lost": "read",
      "/nowhere": "gone",
    });
    expect(report.documents).toBe(4);
  });

  it("are not heeded where a template gives all pages the same", async () => {
    const home = '<link rel="canonical" href="/">';
    const names = ["a", "b", "c", "d", "e", "f"];
    const { outcomes, report } = await crawlPages({
      "/": htmlPage("Start", links(...names), home),
      ...Object.fromEntries(names.map((name) => [`/${name}`, htmlPage(`Page ${name}`, "", home)])),
    });
    expect(Object.values(outcomes)).toEqual(Array.from({ length: 7 }, () => "read"));
    expect(report.documents).toBe(7);
    expect(report.crawls[0]?.notes.join()).toContain("7 different pages name");
  });

  it("lead to the pages of other languages", async () => {
    const alternates =
      '<link rel="alternate" hreflang="en" href="/"><link rel="alternate" hreflang="de" href="/de/">';
    const german = htmlPage("Anfang", "", alternates).replace('<html lang="en">', "<html>");
    const { outcomes } = await crawlPages({ "/": htmlPage("Start", "", alternates), "/de/": german });
    expect(outcomes).toEqual({ "/": "read", "/de/": "read" });
  });
});

describe("links that are not to be followed", () => {
  it("are not", async () => {
    const { site } = await crawlPages({
      "/": htmlPage(
        "Start",
        '<a rel="nofollow" href="/a">A</a> <a href="/closed">C</a> <a href="javascript:void(0)">J</a>',
      ),
      "/closed": htmlPage("Closed", links("/b"), '<meta name="robots" content="nofollow">'),
    });
    expect(site.asked).not.toContain("/a");
    expect(site.asked).not.toContain("/b");
  });
});

describe("pages that do not exist and say 200", () => {
  it("are told by what an address gives that nobody has", async () => {
    const missing = (request: { url?: string | undefined }) =>
      htmlPage("Oops", `<p>There is no ${request.url ?? ""} here, and never was.</p>`);
    const { outcomes } = await crawlPages({
      "/": htmlPage("Start", links("/gone", "/good")),
      ...GOOD,
      "*": missing,
    });
    expect(outcomes).toEqual({ "/": "read", "/good": "read", "/gone": "soft-404" });
  });

  it("are told by where all such addresses lead", async () => {
    const { outcomes } = await crawlPages({
      "/": htmlPage("Start", links("/gone", "/good")),
      ...GOOD,
      "/home": htmlPage("Home"),
      "*": { status: 302, headers: { location: "/home" } },
    });
    expect(outcomes).toMatchObject({ "/good": "read", "/gone": "soft-404" });
  });
});

describe("robots.txt", () => {
  const robots = (text: string): Route => ({ headers: { "content-type": "text/plain" }, body: text });

  it("that forbids all ends with what to write into it", async () => {
    const { exitCode, stderr, site } = await crawlPages({
      "/": htmlPage("Start"),
      "/robots.txt": robots("User-agent: *\nDisallow: /"),
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^Error: [^\n]*robots\.txt[^\n]*"User-agent: assistant-chat" and "Allow: \/"[^\n]*\n$/,
    );
    expect(site.asked).toEqual(["/robots.txt"]);
  });

  it("that cannot be read keeps from reading anything", async () => {
    const { exitCode, stderr, site } = await crawlPages({
      "/": htmlPage("Start"),
      "/robots.txt": { status: 503 },
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/robots\.txt answers 503/);
    expect(site.asked).not.toContain("/");
  });

  it("is heeded for each page, for its own name first, and for its pace", async () => {
    const time = drivenTime();
    const text =
      "User-agent: *\nDisallow: /\n\nUser-agent: Assistant-Chat\nDisallow: /secret\nCrawl-delay: 3\n";
    const { outcomes, report } = await crawlPages(
      { "/": htmlPage("Start", links("/secret/a", "/good")), ...GOOD, "/robots.txt": robots(text) },
      [],
      time,
    );
    expect(outcomes).toEqual({ "/": "read", "/good": "read", "/secret/a": "robots" });
    expect(Math.max(...time.pauses)).toBeGreaterThan(2_900);
    expect(report.crawls[0]?.notes.join()).toContain("3 s between two requests");
  });

  it("is a page of HTML on some sites, and says nothing then", async () => {
    const { outcomes } = await crawlPages({ "/": htmlPage("Start"), "/robots.txt": htmlPage("Disallow: /") });
    expect(outcomes).toEqual({ "/": "read" });
  });
});

describe("a site that is busy", () => {
  it("is given the time that it asks for", async () => {
    const time = drivenTime();
    let tries = 0;
    const { outcomes } = await crawlPages(
      {
        "/": htmlPage("Start", links("/busy")),
        "/busy": () =>
          (tries += 1) < 3 ? { status: 429, headers: { "retry-after": "7" } } : htmlPage("Busy"),
      },
      [],
      time,
    );
    expect(outcomes).toEqual({ "/": "read", "/busy": "read" });
    expect(time.pauses.filter((pause) => pause > 6_500)).toHaveLength(2);
  });

  it("is not asked any more once it has stopped answering", async () => {
    const paths = Array.from({ length: 40 }, (_, index) => `/p${"x".repeat(index)}`);
    const { outcomes, report, exitCode, site } = await crawlPages({
      "/": htmlPage("Start", links(...paths, "/good")),
      ...GOOD,
      ...Object.fromEntries(paths.map((path) => [path, { status: 502 }])),
    });
    expect(exitCode).toBe(0);
    expect(Object.values(outcomes).filter((outcome) => outcome === "not-asked").length).toBeGreaterThan(20);
    expect(report.crawls[0]?.notes.join()).toContain("run the same command to go on");
    expect(site.asked.length).toBeLessThan(70);
  });
});

describe("addresses that are not asked", () => {
  const answers: Record<string, { status: number; location?: string; body?: string }> = {
    "https://site.example/robots.txt": { status: 404 },
    "https://site.example/": { status: 200, body: htmlPage("Start", links("/inside", "/away")) },
    "https://site.example/inside": { status: 302, location: "http://169.254.169.254/latest/meta-data" },
    "https://site.example/away": { status: 301, location: "https://www.site.example/away" },
  };
  const asked: string[] = [];
  const httpGet: HttpGet = ({ url }) => {
    asked.push(url);
    const { status, location, body = "" } = answers[url] ?? { status: 404 };
    return Promise.resolve({
      status,
      headers: { "content-type": "text/html", ...(location !== undefined && { location }) },
      body: (async function* () {
        yield Buffer.from(await Promise.resolve(body));
      })(),
      close: () => {},
    });
  };

  it("are those of other hosts, www. among them, wherever a redirect leads", async () => {
    const { now, delay } = drivenTime();
    const { stdout } = await runCli(["build", "https://site.example/", "--json"], {
      cwd: await temporaryFolder(),
      dependencies: { httpGet, now, delay },
    });
    const { crawls } = JSON.parse(stdout) as { crawls: { pages: { url: string; outcome: string }[] }[] };
    expect(crawls[0]?.pages.map(({ outcome }) => outcome)).toEqual(["read", "other-host", "other-host"]);
    expect(asked.every((url) => url.startsWith("https://site.example/"))).toBe(true);
  });

  it.each([
    ["http://localhost:1/", 1, /localhost is a private address.*--allow-private/],
    ["http://127.1/", 1, /127\.0\.0\.1 is a private address/],
    ["http://2130706433/", 1, /127\.0\.0\.1 is a private address/],
    ["http://0x7f.0.0.1/", 1, /private/],
    ["http://0177.0.0.1/", 1, /private/],
    ["http://[::1]/", 1, /private/],
    ["http://[::ffff:10.0.0.1]/", 1, /private/],
    ["http://10.1.2.3/", 1, /private/],
    ["http://169.254.169.254/", 1, /private/],
    ["http://metadata.internal/", 1, /private/],
    ["https://user:secret@example.com/", 2, /name or a password.*Give https:\/\/example\.com\//],
    ["ftp://example.com/", 2, /begins with https/],
    ["https://", 2, /not an address/],
  ] as const)("%s", async (address, exitCode, message) => {
    const result = await runCli(["build", address], { cwd: await temporaryFolder() });
    expect(result.stderr).toMatch(message);
    expect(result.stderr).not.toContain("secret");
    expect(result.exitCode).toBe(exitCode);
  });

  it("are the rest of a site whose start leads away", async () => {
    answers["https://old.example/robots.txt"] = { status: 404 };
    answers["https://old.example/"] = { status: 301, location: "https://new.example/" };
    const result = await runCli(["build", "https://old.example/"], {
      cwd: await temporaryFolder(),
      dependencies: { httpGet },
    });
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(/leads to https:\/\/new\.example\/, which is another site/);
  });

  it("is no more where a start leads from the bare name to www.", async () => {
    const { now, delay } = drivenTime();
    answers["https://bare.example/robots.txt"] = { status: 404 };
    answers["https://bare.example/"] = { status: 301, location: "https://www.bare.example/" };
    answers["https://www.bare.example/"] = {
      status: 200,
      body: htmlPage("Start", links("https://bare.example/a")),
    };
    answers["https://www.bare.example/a"] = { status: 200, body: htmlPage("A") };
    const { stdout } = await runCli(["build", "https://bare.example/", "--json"], {
      cwd: await temporaryFolder(),
      dependencies: { httpGet, now, delay },
    });
    expect((JSON.parse(stdout) as { documents: number }).documents).toBe(2);
  });
});

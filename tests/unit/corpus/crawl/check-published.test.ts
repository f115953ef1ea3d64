import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createHttpGet } from "../../../../corpus/crawl/http-get.ts";
import { runCli, type RunResult } from "../support/fake-process.ts";
import { drivenTime, htmlPage, serveSite, type Route } from "../support/site-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TEXT =
  "These words stand here so that the section is long enough to be a passage that somebody may look for.";

const DOCS = {
  "docs/index.md": `# Start\n\n${TEXT}`,
  "docs/guide.md": `# Guide\n\n${TEXT}\n\n## Which browsers work?\n\n${TEXT} One.\n\n## What does it cost?\n\n${TEXT} Two.`,
  "docs/more/deep.md": `# Deep\n\n${TEXT} Three.\n\n## How deep is it?\n\n${TEXT} Four.`,
};

const GUIDE = htmlPage(
  "Guide | Widgets",
  '<h2 id="which-browsers-work">B</h2><h2 id="what-does-it-cost">C</h2>',
);
const DEEP = htmlPage("Deep - Widgets", '<a name="how-deep-is-it"></a>');
const START = htmlPage("Start", '<p id="a"><a href="/guide">Guide</a></p>');

interface CheckReport {
  findings: { kind: string; path: string; detail: string }[];
  published: {
    pages: number;
    found: number;
    redirected: number;
    missing: number;
    unknown: number;
    anchors: number;
    missingAnchors: number;
    titlesThatDiffer: number;
    suggestions: string[];
  };
}

function runCheck(cwd: string, args: readonly string[]): Promise<RunResult> {
  const { now, delay } = drivenTime();
  return runCli(["check", "docs", "--allow-private", ...args], {
    cwd,
    dependencies: { httpGet: createHttpGet(), now, delay },
  });
}

async function check(
  routes: Record<string, Route>,
  {
    args = [],
    files = DOCS,
    path = "/",
  }: { args?: string[]; files?: Record<string, string>; path?: string } = {},
): Promise<{ report: CheckReport; cwd: string; kinds: string[] }> {
  const cwd = await temporaryFolder(files);
  const site = await serveSite(routes);
  const { stdout } = await runCheck(cwd, ["--online", `${site.origin}${path}`, "--json", ...args]);
  const report = JSON.parse(stdout) as CheckReport;
  const kinds = report.findings.map(({ kind }) => kind).filter((kind) => /published|moved|asked/.test(kind));
  return { report, cwd, kinds };
}

describe("check --online", () => {
  it("finds every page, anchor and title", async () => {
    const { report, kinds } = await check({ "/": START, "/guide/": GUIDE, "/more/deep/": DEEP });
    expect(kinds).toEqual([]);
    expect(report.published).toMatchObject({
      pages: 3,
      found: 3,
      anchors: 3,
      missingAnchors: 0,
      suggestions: [],
    });
  });

  it("lists what is missing, moved, or called otherwise", async () => {
    const { report, kinds } = await check({
      "/": START,
      "/guide/": { status: 301, headers: { location: "/manual/" } },
      "/manual/": htmlPage("Manual", '<h2 id="what-does-it-cost">C</h2>'),
    });
    expect(kinds.sort()).toEqual([
      "anchor-not-published",
      "page-moved",
      "page-not-published",
      "title-not-published",
    ]);
    expect(report.findings.find(({ kind }) => kind === "anchor-not-published")).toEqual({
      kind: "anchor-not-published",
      path: "docs/guide.md",
      detail: "/guide/#which-browsers-work (Which browsers work?)",
    });
    expect(report.published).toMatchObject({ found: 2, missing: 1, redirected: 1, titlesThatDiffer: 1 });
  });

  it("takes a page that is answered like any other address for missing", async () => {
    const { kinds } = await check({ "/": START, "/guide/": GUIDE, "*": htmlPage("Oops, no such page") });
    expect(kinds).toEqual(["page-not-published"]);
  });

  it("does not call missing what did not answer", async () => {
    const { report, kinds } = await check({ "/": START, "/guide/": GUIDE, "/more/deep/": { status: 500 } });
    expect(kinds).toEqual(["page-not-asked"]);
    expect(report.published).toMatchObject({ unknown: 1, missing: 0 });
  });

  it.each([
    ["--url-pattern '/{path}.html'", { "/guide.html": GUIDE, "/more/deep.html": DEEP }],
    ["--url-pattern '/{path}'", { "/guide": GUIDE, "/more/deep": DEEP }],
    ["--base-url ORIGIN/handbook", { "/handbook/guide/": GUIDE, "/handbook/more/deep/": DEEP }],
    [
      "--base-url ORIGIN/handbook, and ending in .html: add --url-pattern '/{path}.html'",
      { "/handbook/guide.html": GUIDE, "/handbook/more/deep.html": DEEP },
    ],
  ] as const)("says that %s mends it", async (advice, pages) => {
    const home = htmlPage(
      "Start",
      Object.keys(pages)
        .map((path) => `<a href="${path}">A</a>`)
        .join(""),
    );
    const { report } = await check({ "/": home, ...pages });
    expect(report.published.suggestions).toHaveLength(1);
    expect(report.published.suggestions[0]?.replace(/http:\/\/[\d.:]+/, "ORIGIN")).toContain(advice);
  });

  it("looks for a site below a path where it is", async () => {
    const { report } = await check(
      { "/handbook/": START, "/handbook/guide/": GUIDE, "/handbook/more/deep/": DEEP },
      { path: "/handbook/" },
    );
    expect(report.published).toMatchObject({ found: 3, missing: 0 });
  });
});

describe("check --against", () => {
  it("does the same in a folder of rendered pages", async () => {
    const cwd = await temporaryFolder({
      ...DOCS,
      "dist/index.html": START,
      "dist/guide.html": GUIDE,
      "dist/more/deep/index.html": htmlPage("Deep", '<h2 id="other">O</h2>'),
    });
    const { stdout, exitCode } = await runCheck(cwd, ["--against", "dist"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("dist: 2 of 3 pages found, 0 of 1 anchor found");
    expect(stdout).toMatch(/1 of 3 pages are not where they are looked for\. They answer ending in \.html/);
    expect((await runCheck(cwd, ["--against", "dist", "--strict"])).exitCode).toBe(1);
  });

  it.each([
    ['<link rel="canonical" href="https://example.com/guide">', 0],
    ['<link rel="canonical" href="https://example.com/guide/">', 1],
    ["", 1],
  ])("believes a page that names its address without a slash: %s", async (canonical, redirected) => {
    const cwd = await temporaryFolder({
      "docs/guide.md": DOCS["docs/guide.md"],
      "dist/guide/index.html": GUIDE.replace("<title>", `${canonical}<title>`),
    });
    const args = ["--against", "dist", "--json", "--url-pattern", "/{path}"];
    const { stdout } = await runCheck(cwd, args);
    expect((JSON.parse(stdout) as CheckReport).published).toMatchObject({ found: 1, redirected });
  });

  it("takes a folder for the site below a path that all pages have", async () => {
    const cwd = await temporaryFolder({ ...DOCS, "dist/index.html": START, "dist/guide/index.html": GUIDE });
    const { stdout } = await runCheck(cwd, [
      "--against",
      "dist",
      "--base-url",
      "https://example.com/project",
    ]);
    expect(stdout).toContain("dist: 2 of 3 pages found, 2 of 2 anchors found");
  });

  it.each([
    [["--against", "none"], /none is no folder/],
    [["--against", "docs"], /no page of HTML in docs/],
    [["--against", "docs", "--online", "https://example.com"], /Choose one of --online and --against/],
    [["--online", "example.com"], /"example.com" is not an address of a site/],
  ] as const)("answers %j with what to do", async (args, message) => {
    const cwd = await temporaryFolder(DOCS);
    const { stderr, exitCode } = await runCheck(cwd, args);
    expect(stderr).toMatch(message);
    expect(exitCode).toBeGreaterThan(0);
  });
});

describe("the next build", () => {
  it("leaves out the anchors that a check did not find, and names the pages", async () => {
    const cwd = await temporaryFolder({
      ...DOCS,
      "dist/index.html": START,
      "dist/guide/index.html": htmlPage("Guide", '<h2 id="what-does-it-cost">C</h2>'),
    });
    await runCheck(cwd, ["--against", "dist", "--out", "out"]);
    const { stdout } = await runCli(["build", "docs", "--out", "out", "--json"], { cwd });
    expect((JSON.parse(stdout) as { links: unknown }).links).toMatchObject({
      against: "dist",
      anchors: 1,
      missingPages: ["/more/deep/"],
    });
    const names = await readdir(join(cwd, "out"));
    const passages = await readFile(
      join(cwd, "out", names.find((name) => name.startsWith("passages")) ?? ""),
      "utf8",
    );
    expect(passages).toContain("/guide/#what-does-it-cost");
    expect(passages).not.toContain("#which-browsers-work");
    expect(passages).toContain("Which browsers work?");
    const shown = await runCli(["build", "docs", "--out", "out"], { cwd });
    expect(shown.stderr).toContain(
      "1 anchor left out, which the check of 2026-01-01 against dist did not find",
    );
  });
});

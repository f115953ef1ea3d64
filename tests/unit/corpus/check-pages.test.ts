import { describe, expect, it } from "vitest";
import { checkPages } from "../../../corpus/report/check-pages.ts";
import type { Page } from "../../../corpus/page.ts";
import { pageOf, words } from "./support/pages.ts";

const check = (pages: Page[], baseUrl = "") =>
  checkPages(pages, { now: Date.UTC(2026, 0, 1), staleAfterDays: 365, baseUrl });
const page = (path: string, url: string, source: string): Page => pageOf(source, { path, url });
const long = words(60);

describe("the check of pages", () => {
  it("finds nothing on a good page", () => {
    expect(check([page("a.md", "/a/", `---\ntitle: A\ndate: 2025-12-01\n---\n${long}`)])).toEqual([]);
  });

  it("reports missing titles, short pages and stale dates", () => {
    const findings = check([
      page("my-page.md", "/my-page/", long),
      page("b.md", "/b/", "# B\n\nShort."),
      page("c.md", "/c/", `---\ntitle: C\nms.date: "08/25/2019"\n---\n${long}`),
      page("d.md", "/d/", `---\ntitle: D\ndate: someday\n---\n${long}`),
    ]);
    expect(findings.map(({ kind, path }) => [kind, path])).toEqual([
      ["missing-title", "my-page.md"],
      ["too-short", "b.md"],
      ["stale", "c.md"],
    ]);
  });

  it("reports a code block that nobody would read", () => {
    const findings = check([page("a.md", "/a/", `# A\n\n\`\`\`\n${words(2000)}\n\`\`\``)]);
    expect(findings).toMatchObject([{ kind: "oversize-passage", detail: "/a/: 2000 words" }]);
  });

  const target = page(
    "guide/install.md",
    "/guide/install/",
    `# Install\n\n${long}\n\n## With npm\n\n${long}\n\n<a id="old"></a>`,
  );
  it.each([
    "/guide/install/",
    "/guide/install",
    "/guide/install.html",
    "/guide/install/#with-npm",
    "/Guide/Install/#With-npm",
    "./install.md#with-npm",
    "install#old",
    "../guide/install/",
    "/guide/install/?tab=1#top",
    "#here",
    "#",
    "https://elsewhere.example/nowhere",
    "mailto:a@b.example",
    "//cdn.example/x",
    "/logo.png",
    "/files/a.pdf",
    "/guide/install/#:~:text=npm",
  ])("accepts the link %s", (link) => {
    const from = page(
      "guide/start.md",
      "/guide/start/",
      `# Start\n\n[x](${link}) ${long}\n\n## Here\n\n${long}`,
    );
    expect(check([target, from])).toEqual([]);
  });

  it.each([
    ["/guide/instal/", "broken-link"],
    ["./missing.md", "broken-link"],
    ["/guide/install/#with-yarn", "broken-anchor"],
    ["#nowhere", "broken-anchor"],
  ])("reports the link %s as %s", (link, kind) => {
    const from = page("guide/start.md", "/guide/start/", `# Start\n\n[x](${link}) ${long}`);
    expect(check([target, from])).toMatchObject([{ kind, path: "guide/start.md" }]);
  });

  it("takes absolute links to the site itself as internal", () => {
    const base = "https://x.dev/docs";
    const there = page("a.md", `${base}/a/`, `# A\n\n${long}`);
    const from = page(
      "b.md",
      `${base}/b/`,
      `# B\n\n[1](${base}/a/) [2](${base}/none/) [3](/docs/a/) [4](/a/) ${long}`,
    );
    expect(check([there, from], base)).toMatchObject([{ kind: "broken-link", detail: `${base}/none/` }]);
  });
});

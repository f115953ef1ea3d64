import { describe, expect, it } from "vitest";
import { findPageFamilies } from "../../../corpus/report/page-families.ts";
import { compareVersions, versionOfAddress, versionOfTitle } from "../../../corpus/report/page-version.ts";
import { runCli } from "./support/fake-process.ts";
import { pageOf, words } from "./support/pages.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

describe("the marks of a version", () => {
  it.each([
    ["/docs/v2/install/", "/docs/v10.1/install/"],
    ["/docs/2.x/install", "/docs/install"],
    ["/terms/2019-03-01/", "/terms/2020-01-15/"],
    ["/policies/privacy-2.html", "/policies/privacy-11.html"],
    ["/guide/next/setup/", "/guide/1.0/setup/"],
    ["/guide/1.0/setup/", "/guide/latest/setup/"],
    ["/rules/3f2a9c1e/", "/rules/"],
    ["https://a.example/legal/version-3/", "https://a.example/legal/version-12/"],
  ])("make %s a version of the same page as %s, or the page itself", (older, newer) => {
    const [one, other] = [versionOfAddress(older), versionOfAddress(newer)];
    expect(one.name).toBe(other.name);
    if (!older.includes("3f2a9c1e")) expect(compareVersions(other.version, one.version)).toBeGreaterThan(0);
  });

  it.each([
    ["/shops/berlin/", "/shops/hamburg/"],
    ["/printer-200x/", "/printer-300x/"],
    ["/a/install/", "/b/install/"],
    ["/release/lumen-1.4.2/", "/release/lumen-1.5.0/"],
    ["/blog/2024/summer-sale-2023.html", "/blog/2024/summer-sale-2024.html"],
  ])("are not what tells %s from %s", (one, other) => {
    expect(versionOfAddress(one).name).not.toBe(versionOfAddress(other).name);
  });

  it.each([
    ["Privacy policy (version 3)", "Privacy policy (version 12)"],
    ["Terms of 2019-03-01", "Terms of 2021-11-30"],
    ["Handbook v1.2", "Handbook v1.10"],
  ])("stand in titles: %s is older than %s", (older, newer) => {
    const [one, other] = [versionOfTitle(older), versionOfTitle(newer)];
    expect(one.name).toBe(other.name);
    expect(compareVersions(other.version, one.version)).toBeGreaterThan(0);
  });

  it("are no numbers of products", () => {
    expect(versionOfTitle("Printer 200").name).not.toBe(versionOfTitle("Printer 300").name);
  });
});

const policy = (changed: string): string =>
  `# Privacy policy\n\n${words(120, "kept")}\n\n## What changed\n\n${changed} ${words(90, changed)}`;

describe("versions of one page", () => {
  it("are a family, whatever changed a little, with the newest in front", () => {
    const pages = ["2019-01-01", "2021-05-05", "2020-02-02"].map((day) =>
      pageOf(policy(`day${day.slice(0, 4)}`), { path: `privacy-${day}.md`, url: `/privacy-${day}/` }),
    );
    const other = pageOf(`# Contact\n\n${words(60, "contact")}`, { path: "contact.md", url: "/contact/" });
    const families = findPageFamilies([...pages, other]);
    expect(families).toHaveLength(1);
    expect(families[0]?.newest.url).toBe("/privacy-2021-05-05/");
    expect(families[0]?.older.map(({ url }) => url)).toEqual([
      "/privacy-2019-01-01/",
      "/privacy-2020-02-02/",
    ]);
  });

  it("are a family of short pages that say another number each", () => {
    const policy = (years: string): string =>
      `# Privacy policy\n\nWe keep the name and the address of every customer for ${years} years, since the law asks for it. We give them to nobody. You may ask us at any time what we hold about you, and we answer in ten days.`;
    const pages = ["three", "four", "five"].map((years, index) =>
      pageOf(policy(years), { url: `/privacy/v${index + 1}/` }),
    );
    expect(findPageFamilies(pages).map(({ newest, older }) => [newest.url, older.length])).toEqual([
      ["/privacy/v3/", 2],
    ]);
  });

  it("are a family of short pages that name their version in title, address and text", () => {
    const policy = (version: number): string =>
      `# Privacy policy, version ${version}\n\nIn force from 20${10 + version}-03-01.\n\nWe keep letters for ${version} months after they were answered by our office in the town.\n\nWe never sell what we know of our readers, and delete it when a reader asks us to. This is version ${version} of the policy.`;
    const pages = [1, 2, 3].map((version) =>
      pageOf(policy(version), { url: `/privacy-20${10 + version}-03-01/` }),
    );
    expect(findPageFamilies(pages).map(({ newest, older }) => [newest.url, older.length])).toEqual([
      ["/privacy-2013-03-01/", 2],
    ]);
  });

  it("are none where the text is another, the name is another, or the language is", () => {
    const rewritten = pageOf(`# Privacy policy\n\n${words(200, "new")}`, { url: "/v2/privacy/" });
    const old = pageOf(policy("old"), { url: "/v1/privacy/" });
    const shop = (city: string) =>
      pageOf(`# Shop in ${city}\n\n${words(120, "same")}`, { url: `/shops/${city.toLowerCase()}/` });
    const german = pageOf(policy("old"), { url: "/v1/privacy/", language: "de" });
    expect(findPageFamilies([rewritten, old, shop("Berlin"), shop("Hamburg"), german])).toEqual([]);
  });

  it("are left out of a build but the newest, and said; all are kept where the owner wants them", async () => {
    const cwd = await temporaryFolder(
      Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [
          `docs/privacy/version-${index + 1}.md`,
          policy(`change${index + 1}`),
        ]),
      ),
    );
    const built = await runCli(["build", "docs", "--json"], { cwd });
    const report = JSON.parse(built.stdout) as {
      documents: number;
      skipped: { reason: string; detail: string }[];
    };
    expect(report.documents).toBe(1);
    expect(report.skipped).toHaveLength(19);
    expect(report.skipped[0]).toMatchObject({
      reason: "older-version",
      detail: "the newest is docs/privacy/version-20.md",
    });
    const all = await runCli(["build", "docs", "--json", "--all-versions"], { cwd });
    expect(JSON.parse(all.stdout)).toMatchObject({ documents: 20, skipped: [] });
  });

  it("may be linked to", async () => {
    const cwd = await temporaryFolder({
      "docs/v1/privacy.md": policy("one"),
      "docs/v2/privacy.md": policy("two"),
      "docs/index.md": `# Start\n\n[The first](/v1/privacy/) ${words(40)}`,
    });
    const { stdout } = await runCli(["check", "docs", "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ pages: 2, findings: [] });
  });
});

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blockMarkdown } from "../../../corpus/llms-text/block-markdown.ts";
import { runCli } from "./support/fake-process.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const site = {
  "docs/index.md": "---\ndescription: Keys for all doors.\n---\n# Acme\n\nWelcome to the keys.",
  "docs/about.md": "# About us\n\nWe make [keys](x). And more.",
  "docs/guide/index.md": "# The guide\n\nHow to begin.",
  "docs/guide/install.md":
    "# Install\n\nRun it:\n\n```sh\nnpm i\n```\n\n## Limits\n\n| Plan | Keys |\n|--|--|\n| a | 5 |\n\n- one\n  - below\n",
};

describe("build --llms-txt", () => {
  it("writes the list of pages and their text beside the manifest, and says where they belong", async () => {
    const cwd = await temporaryFolder(site);
    const { stderr, exitCode } = await runCli(
      ["build", "docs", "--llms-txt", "--base-url", "https://a.example"],
      { cwd },
    );
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/llms\.txt and llms-full\.txt .*dist\/corpus.*root of your site/);
    expect(await readFile(join(cwd, "dist/corpus/llms.txt"), "utf8")).toBe(
      [
        "# Acme",
        "",
        "> Keys for all doors.",
        "",
        "## Pages",
        "",
        "- [About us](https://a.example/about/): We make keys.",
        "- [Acme](https://a.example/): Keys for all doors.",
        "",
        "## The guide",
        "",
        "- [The guide](https://a.example/guide/): How to begin.",
        "- [Install](https://a.example/guide/install/): Run it:",
        "",
      ].join("\n"),
    );
    const full = await readFile(join(cwd, "dist/corpus/llms-full.txt"), "utf8");
    expect(full).toContain(
      "# Install\n\nURL: https://a.example/guide/install/\n\nRun it:\n\n```sh\nnpm i\n```\n\n## Limits\n\n| Plan | Keys |\n| --- | --- |\n| a | 5 |\n\n- one\n  - below\n",
    );
  });

  it("writes the same bytes again, and takes the files away when they are not asked for", async () => {
    const cwd = await temporaryFolder(site);
    const build = async (...options: string[]) =>
      JSON.parse((await runCli(["build", "docs", "--json", ...options], { cwd })).stdout) as {
        unchanged: boolean;
      };
    await build("--llms-txt");
    expect(await build("--llms-txt")).toMatchObject({ unchanged: true });
    await build();
    expect((await readdir(join(cwd, "dist/corpus"))).filter((name) => name.startsWith("llms"))).toEqual([]);
  });

  it("can be read to the same pages and passages", async () => {
    const cwd = await temporaryFolder(site);
    const out = async (source: string, folder: string) => {
      await runCli(["build", source, "--llms-txt", "--base-url", "https://a.example", "--out", folder], {
        cwd,
      });
      const names = (await readdir(join(cwd, folder))).filter((name) => name.startsWith("passages-"));
      const lines = (await Promise.all(names.map((name) => readFile(join(cwd, folder, name), "utf8"))))
        .join("")
        .trim()
        .split("\n");
      return lines
        .map((line) => JSON.parse(line) as { url: string; title: string; blocks: Record<string, unknown>[] })
        .map(({ url, title, blocks }) => ({
          url: url.replace(/#.*/, ""),
          title,
          // The text says nothing of ids.
          blocks: blocks.map((block) => ({ ...block, anchor: undefined })),
        }));
    };
    const first = await out("docs", "one");
    const second = await out("one/llms-full.txt", "two");
    expect(second).toEqual(first);
  });
});

describe("blocks as Markdown", () => {
  it.each([
    [
      { kind: "paragraph", text: "# no heading with *stars* and `a*b` <b>" } as const,
      "\\# no heading with \\*stars\\* and `a*b` \\<b>",
    ],
    [{ kind: "paragraph", text: "1. no list\nsecond" } as const, "1\\. no list  \nsecond"],
    [{ kind: "paragraph", text: "Below", isHeading: true } as const, "### Below"],
    [{ kind: "code", language: "md", code: "```\nx\n```" } as const, "````md\n```\nx\n```\n````"],
    [
      {
        kind: "table",
        rows: [
          ["a|b", "c"],
          ["1", "2\n3"],
        ],
      },
      "| a\\|b | c |\n| --- | --- |\n| 1 | 2 3 |",
    ],
    [
      { kind: "list", ordered: true, items: ["one\nmore\n  – below\n  1. first", "two"] } as const,
      "1. one\n   more\n   - below\n   1. first\n2. two",
    ],
  ])("%j", (block, expected) => {
    expect(blockMarkdown(block as Parameters<typeof blockMarkdown>[0], 3)).toBe(expected);
  });
});

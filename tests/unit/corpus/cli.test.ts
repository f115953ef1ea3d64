import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BuildReport } from "../../../corpus/build-corpus.ts";
import { runCli } from "./support/fake-process.ts";
import { words } from "./support/pages.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const COMMANDS = ["build", "check", "publish", "search", "ask", "eval", "dev"];

const DOCS = {
  "docs/index.md": `---\ntitle: Start\n---\nWelcome. ${words(40)}`,
  "docs/guide/install.md":
    "# Install\n\n## How do I install it?\n\nRun the installer with `npm install widget` in a terminal.\n\n## Which browsers work?\n\nEvery evergreen browser works: Chrome, Edge, Firefox and Safari.",
  "docs/draft.md": "---\ndraft: true\n---\nSecret.",
  "docs/photo.md": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1),
  "docs/logo.png": "x",
};

describe("the command line", () => {
  it("lists its commands, and ends with 2 when none is named", async () => {
    const help = await runCli(["--help"]);
    expect(help.exitCode).toBe(0);
    for (const name of COMMANDS) expect(help.stdout).toContain(`  ${name}`);
    expect((await runCli([])).exitCode).toBe(2);
    expect((await runCli(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each(COMMANDS)("explains %s with its options", async (name) => {
    const { exitCode, stdout, stderr } = await runCli([name, "--help"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: assistant-chat ${name}`));
    expect(stdout).toContain("--json");
    expect(stderr).toBe("");
  });

  it.each([
    [["serve"], 2, /no command "serve"/],
    [["build"], 2, /Name a folder/],
    [["build", "docs", "--colour"], 2, /--colour.*assistant-chat build --help/],
    [["build", "docs", "--out"], 2, /--out/],
    [["build", "docs", "--site", "Not A Site"], 2, /not a site id/],
    [["build", "docs", "--base-url", "docs.example.com"], 2, /not a web address/],
    [["build", "docs", "--max-bytes", "5MB"], 2, /--max-bytes is "5MB"/],
    [["build", "docs", "--language", "English, please"], 2, /not a language tag/],
    [["build", "missing"], 1, /missing does not exist/],
    [["build", "empty"], 1, /no page to build from in empty/],
    [["check", "empty"], 1, /no page/],
    [["check"], 2, /Name a folder/],
    [["search"], 2, /what to search for/],
    [["search", "x", "--corpus", "empty"], 1, /empty: There is no corpus here/],
    [["search", "x", "--limit", "0"], 2, /from 1 to 50/],
    [["search", "x", "--endpoint", "ftp://x"], 2, /not an address/],
    [["ask"], 2, /Ask a question/],
    [["ask", "x".repeat(5001)], 2, /longer than 5000/],
    [["publish"], 2, /Name one folder/],
    [["publish", "empty", "--local", "--remote"], 2, /Choose one/],
    [["publish", "empty", "--remote", "--persist-to", "x"], 2, /belongs to --local/],
    [["publish", "empty"], 1, /There is no corpus here/],
    [["dev"], 2, /no wrangler.toml/],
  ] as const)(
    "answers %j with exit code %d and one line that names the fix",
    async (args, exitCode, message) => {
      const cwd = await temporaryFolder();
      await mkdir(join(cwd, "empty"));
      const result = await runCli(args, { cwd });
      expect(result.stderr).toMatch(message);
      expect(result.stderr).toMatch(/^Error: [^\n]+\n$/);
      expect(result).toMatchObject({ exitCode, stdout: "" });
    },
  );

  it("shows the stack of what nobody expected", async () => {
    const cwd = await temporaryFolder(DOCS);
    await runCli(["build", "docs"], { cwd });
    const { exitCode, stderr } = await runCli(["ask", "How do I install it?"], {
      cwd,
      dependencies: {
        newId: () => {
          throw new Error("out of ids");
        },
      },
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/out of ids[\s\S]*\n\s+at /);
  });
});

describe("build", () => {
  it("writes a corpus, reports what was left out, and prints one line of result", async () => {
    const cwd = await temporaryFolder(DOCS);
    const { exitCode, stdout, stderr } = await runCli(["build", "docs", "--out", "out", "--site", "docs"], {
      cwd,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^✓ out built: 2 pages, 3 passages, .* version [0-9a-f]{16}\n$/);
    expect(stderr).toContain("1 file skipped: draft");
    expect(stderr).toContain("1 file skipped: binary content under the name of a page");
    expect(stderr).toContain("1 file of other types left out: .png 1");
    expect(stderr).not.toContain("\r");
  });

  it("prints the complete report as JSON and nothing else", async () => {
    const cwd = await temporaryFolder(DOCS);
    const { stdout, stderr } = await runCli(["build", "docs", "--json"], { cwd, isTTY: true });
    const report = JSON.parse(stdout) as BuildReport;
    expect(report).toMatchObject({
      documents: 2,
      chunks: 3,
      site: "default",
      unchanged: false,
      otherTypes: { ".png": 1 },
    });
    expect(report.skipped.map(({ reason }) => reason).sort()).toEqual(["binary", "draft"]);
    expect(stderr).toBe("");
  });

  it("gives the same bytes for the same input, and says when nothing changed", async () => {
    const cwd = await temporaryFolder(DOCS);
    await runCli(["build", "docs", "--out", "one"], { cwd });
    await runCli(["build", "docs", "--out", "two"], { cwd });
    const names = await readdir(join(cwd, "one"));
    expect(await readdir(join(cwd, "two"))).toEqual(names);
    for (const name of names) {
      expect(await readFile(join(cwd, "one", name))).toEqual(await readFile(join(cwd, "two", name)));
    }
    expect((await runCli(["build", "docs", "--out", "one"], { cwd })).stdout).toContain("up to date");
  });

  it("makes absolute addresses with --base-url, and skips the second page of an address", async () => {
    const cwd = await temporaryFolder({ "d/a.md": "# A\n\nx y z", "d/a/index.md": "# B\n\nx y z w" });
    const { stdout, stderr } = await runCli(["build", "d", "--base-url", "https://x.dev/docs/", "--json"], {
      cwd,
    });
    expect(stderr).toBe("");
    expect((JSON.parse(stdout) as BuildReport).skipped).toEqual([
      { path: "d/a.md", reason: "same-url", detail: "d/a/index.md is at https://x.dev/docs/a/ already" },
    ]);
  });

  it("shows its phases on a terminal, and takes them away at the end", async () => {
    const cwd = await temporaryFolder(DOCS);
    let time = 0;
    const { stderr } = await runCli(["build", "docs"], {
      cwd,
      isTTY: true,
      env: { NO_COLOR: "1" },
      dependencies: { now: () => (time += 100) },
    });
    expect(stderr).toContain("● read ━");
    expect(stderr).toContain("✓ read  ● index");
    expect(stderr).toContain("✓ read  ✓ index  ● write");
    expect(stderr.lastIndexOf("\r\u001B[K")).toBeGreaterThan(stderr.lastIndexOf("●"));
  });
});

describe("check", () => {
  it("groups what it finds, and fails only when it is asked to", async () => {
    const cwd = await temporaryFolder({
      "d/a.md": `# A\n\n[x](/none/) ${words(60)}`,
      "d/b.md": "Short.",
      "d/c.md": `---\ntitle: [\n---\n# C\n\n${words(60, "c")}`,
    });
    const { exitCode, stdout, stderr } = await runCli(["check", "d"], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toBe("3 pages, 4 things to look at\n");
    expect(stderr).toContain("! 1 × link to no page\n    d/a.md: /none/");
    expect(stderr).toContain("d/b.md: no title and no heading");
    expect(stderr).toContain("front matter that cannot be read");
    expect((await runCli(["check", "d", "--strict"], { cwd })).exitCode).toBe(1);
    const report = JSON.parse((await runCli(["check", "d", "--json"], { cwd })).stdout) as {
      findings: unknown[];
    };
    expect(report.findings).toHaveLength(3);
  });

  it("is content with good pages", async () => {
    const cwd = await temporaryFolder({ "d/a.md": `# A\n\n${words(60)}` });
    expect(await runCli(["check", "d", "--strict"], { cwd })).toMatchObject({
      exitCode: 0,
      stdout: "✓ 1 page, nothing to look at\n",
    });
  });

  it("cuts long lists on the terminal only", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`d/${index}.md`, `# T${index}\n\nText ${index}.`]),
    );
    const cwd = await temporaryFolder(files);
    expect((await runCli(["check", "d"], { cwd })).stderr).toContain("… and 4 more (--json lists all)");
    const { findings } = JSON.parse((await runCli(["check", "d", "--json"], { cwd })).stdout) as {
      findings: unknown[];
    };
    expect(findings).toHaveLength(9);
  });
});

describe("search and ask on a folder", () => {
  it("finds the passage, as text and as the API's JSON", async () => {
    const cwd = await temporaryFolder(DOCS);
    await runCli(["build", "docs"], { cwd });
    const text = await runCli(["search", "which", "browsers", "--limit", "1"], { cwd });
    expect(text.stdout).toContain(
      "1. Install › Which browsers work?\n   /guide/install/#which-browsers-work\n",
    );
    const json = await runCli(["search", "browsers", "--json"], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({
      query: "browsers",
      results: [{ url: "/guide/install/#which-browsers-work" }],
    });
    expect((await runCli(["search", "zzzz"], { cwd })).stdout).toBe(
      "Nothing found. Try fewer or other words.\n",
    );
  });

  it("answers with a citation and its sources", async () => {
    const cwd = await temporaryFolder(DOCS);
    await runCli(["build", "docs"], { cwd });
    const { exitCode, stdout } = await runCli(["ask", "Which browsers work?"], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /evergreen browser[\s\S]*\[1\][\s\S]*\nSources\n {2}\[1\] Install › Which browsers work\?\n {6}\/guide\/install\//,
    );
  });

  it("prints the events of the protocol line by line with --json", async () => {
    const cwd = await temporaryFolder(DOCS);
    await runCli(["build", "docs"], { cwd });
    const { stdout } = await runCli(["ask", "Which browsers work?", "--json"], { cwd });
    const types = stdout
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types[0]).toBe("answer-start");
    expect(types.at(-1)).toBe("answer-end");
  });

  it("refuses a damaged corpus", async () => {
    const cwd = await temporaryFolder(DOCS);
    await runCli(["build", "docs"], { cwd });
    const index = (await readdir(join(cwd, "dist/corpus"))).find((name) => name.startsWith("index-")) ?? "";
    await writeFile(join(cwd, "dist/corpus", index), "{}");
    expect((await runCli(["search", "x"], { cwd })).stderr).toMatch(/damaged.*Build/);
    await writeFile(join(cwd, "dist/corpus/manifest.json"), "not json");
    expect((await runCli(["search", "x"], { cwd })).stderr).toMatch(/manifest is not valid/);
  });
});

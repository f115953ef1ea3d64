import { describe, expect, it } from "vitest";
import { countDropped, findTextLosses } from "../../../corpus/report/text-losses.ts";
import { runCli } from "./support/fake-process.ts";
import { words } from "./support/pages.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

describe("the pages that lost text", () => {
  it("are those that lost code, a table, or more than a tenth of their words", () => {
    expect(
      findTextLosses([
        { path: "whole.md", words: 100, dropped: [] },
        { path: "a-little.md", words: 90, dropped: [{ reason: "unknown-value", words: 10 }] },
        { path: "much.md", words: 60, dropped: [{ reason: "component", words: 20 }] },
        { path: "code.md", words: 900, dropped: [{ reason: "include-missing", words: 0, code: 2 }] },
        { path: "table.md", words: 900, dropped: [{ reason: "too-deep", words: 4, tables: 1 }] },
        { path: "menu.html", words: 10, dropped: [{ reason: "furniture", words: 400, tables: 3 }] },
      ]),
    ).toEqual([
      { path: "much.md", detail: expect.stringMatching(/^20 words \(25 %\): components/) as string },
      { path: "code.md", detail: expect.stringMatching(/^2 code blocks: included files/) as string },
      { path: "table.md", detail: expect.stringMatching(/^1 table, 4 words \(1 %\): nested/) as string },
    ]);
  });

  it("are summed up by why, most first", () => {
    expect(
      countDropped([
        { dropped: [{ reason: "furniture", words: 5 }] },
        {
          dropped: [
            { reason: "repeated", words: 9 },
            { reason: "furniture", words: 3 },
            { reason: "hidden", words: 0 },
          ],
        },
      ]),
    ).toEqual([
      { reason: "repeated", words: 9 },
      { reason: "furniture", words: 8 },
    ]);
  });

  it("stand in the report of a build, with what each page holds", async () => {
    const cwd = await temporaryFolder({
      "site/a.html": `<title>A</title><main><h1>A</h1><p>${words(40)}</p></main>`,
    });
    const { stdout } = await runCli(["build", "site", "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      pages: [{ path: "site/a.html", url: "/a.html", title: "A", words: 40, dropped: [] }],
    });
  });
});

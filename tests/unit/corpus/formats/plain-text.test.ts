import { describe, expect, it } from "vitest";
import { isProse } from "../../../../corpus/formats/plain-text/prose.ts";
import { textItems } from "../../../../corpus/formats/plain-text/text-items.ts";
import { collectFiles } from "../../../../corpus/read/collect-files.ts";
import { readSource } from "../../../../corpus/read/read-source.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const heading = (depth: number, text: string) => ({ kind: "heading", depth, text, anchor: "" });
const paragraph = (text: string) => ({ kind: "paragraph", text });
const prose = "The shop opens at nine every day.\nIt closes at five in the evening.\n";

describe("which text files are written for readers", () => {
  it.each([
    ["opening-hours.txt", prose, true],
    [
      "stunden.txt",
      new TextDecoder("latin1").decode(
        new TextEncoder().encode(
          "Магазин открыт с девяти утра до вечера.\nПо воскресеньям закрыто весь день.\n",
        ),
      ),
      true,
    ],
    [
      "readme.ja.txt",
      new TextDecoder("latin1").decode(
        new TextEncoder().encode(
          "この店は毎日朝九時に開店し、夕方五時に閉店します。\nご来店をお待ちしております。皆様のお越しを。\n",
        ),
      ),
      true,
    ],
    ["robots.txt", "User-agent: *\nDisallow: /the private part of this site\n", false],
    ["requirements.txt", "requests==2.1\nflask>=3.0\n", false],
    ["requirements-dev.txt", prose, false],
    ["CMakeLists.txt", prose, false],
    ["LICENSE.txt", prose, false],
    ["ROUND-SANS-LICENSE.txt", "This font is licensed under the terms of its foundry.\n", false],
    ["fishing-license.txt", "Buy your fishing licence at the counter of the town hall.\n", true],
    ["words.txt", "apple\npear\nplum\n", false],
    ["names.txt", "apple\npear\nplum\ncherry\n", false],
    [
      "server.txt",
      "2024-01-01 10:00 the server has been started now\n2024-01-01 10:01 a visitor came to the page\n",
      false,
    ],
    ["settings.txt", "name = the name of it all\nport = 80\nhost = a b c d e\n", false],
    ["empty.txt", "\n\n", false],
    [
      "hours.txt",
      "HOURS\n=====\n\nWe open at nine and close at six.\n\nPRICES\n======\n\nA ticket costs four euros.\n",
      true,
    ],
  ])("%s", (name, head, expected) => {
    expect(isProse({ name, head })).toBe(expected);
  });
});

describe("plain text", () => {
  it("reads headings that are underlined, numbered or in capitals", () => {
    const text =
      "Guide to keys\n=============\n\nIntro text.\n\nMaking one\n----------\nRun it.\n\n2.1 Where it lies\n\nIn the folder.\n\nLOSING A KEY\n\nAsk us.\n";
    expect(textItems(text).items).toEqual([
      heading(1, "Guide to keys"),
      paragraph("Intro text."),
      heading(2, "Making one"),
      paragraph("Run it."),
      heading(4, "2.1 Where it lies"),
      paragraph("In the folder."),
      heading(3, "LOSING A KEY"),
      paragraph("Ask us."),
    ]);
  });

  it("reads paragraphs, lists, code, and lines that belong on their own", () => {
    const text =
      "House rules\n\nA sentence that runs\nover two lines.\n\nYou need:\n- a key, which\n  is long\n- a door\n  - of wood\n\n1. Open it.\n2. Go in.\n\n    run --all\n\n      deeper\n\nPhone: 123\nMail: us@example.com\n";
    expect(textItems(text)).toEqual({
      title: "House rules",
      items: [
        heading(1, "House rules"),
        paragraph("A sentence that runs over two lines."),
        paragraph("You need:"),
        { kind: "list", ordered: false, items: ["a key, which is long", "a door\n  – of wood"] },
        { kind: "list", ordered: true, items: ["Open it.", "Go in."] },
        { kind: "code", language: "", code: "run --all\n\n  deeper" },
        paragraph("Phone: 123\nMail: us@example.com"),
      ],
    });
  });

  it("reads what editors and writers mark", () => {
    const text =
      ".. -*- coding: utf-8 -*-\n\nAbout `one` and ``two``, it`s so.\n\n- first\n\n- second\n\nA1, B2, C3, D4\n\nText.\n";
    expect(textItems(text).items).toEqual([
      paragraph("About `one` and `two`, it's so."),
      { kind: "list", ordered: false, items: ["first", "second"] },
      paragraph("A1, B2, C3, D4"),
      paragraph("Text."),
    ]);
  });

  it("takes a margin of the whole text for no code", () => {
    expect(
      textItems("      All of this text is set in,\n      as letters are.\n\n      To the end.\n").items,
    ).toEqual([paragraph("All of this text is set in, as letters are."), paragraph("To the end.")]);
  });

  it("keeps the name of its file as its address, and counts other text files as such", async () => {
    const cwd = await temporaryFolder({ "docs/hours.txt": prose, "docs/robots.txt": "User-agent: *\n" });
    const { files } = await collectFiles(["docs"], { cwd });
    const results = await Promise.all(files.map((file) => readSource(file, { baseUrl: "", language: "en" })));
    expect(results.map(({ pages, isOther }) => [pages.map(({ url }) => url), isOther])).toEqual([
      [["/hours.txt"], undefined],
      [[], true],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { createWordStemmer } from "../../../core/search/encoder/static-encoder.ts";
import { choosePages, isEnglish } from "../../training/encoder/choose-pages.ts";
import { encodePairs, numberPair, rowsOfStems, StemCounter } from "../../training/encoder/encode-pairs.ts";
import { makePairs } from "../../training/encoder/make-pairs.ts";
import { parsePage } from "../../training/encoder/parse-page.ts";
import { readRepositories } from "../../training/encoder/repositories.ts";
import { createRandom } from "../../support/seeded-random.ts";

describe("pages that the encoder is learned from", () => {
  it("are those in English that tell of today's version", () => {
    const paths = [
      "docs/install.md",
      "docs/de/install.md",
      "i18n/fr/install.md",
      "blog/2020-01-01-news.md",
      "CHANGELOG.md",
      "versioned_docs/version-1/install.md",
      "src/index.ts",
      "guide/api.rst",
    ];
    expect(choosePages(paths)).toEqual(["docs/install.md", "guide/api.rst"]);
    expect(
      isEnglish("To install it, run the command in the folder that you want to use for it. ".repeat(3)),
    ).toBe(true);
    expect(isEnglish("Um es zu installieren, führen Sie den Befehl in dem Ordner aus. ".repeat(3))).toBe(
      false,
    );
  });

  it("are of repositories with a commit and a word on their licence, and of none that is reported on", () => {
    const repositories = readRepositories();
    expect(repositories.length).toBeGreaterThan(150);
    for (const { name, commit, licence } of repositories) {
      expect(name).toMatch(/^[\w.-]+\/[\w.-]+$/);
      expect(commit, name).toMatch(/^[0-9a-f]{40}$/);
      expect(licence, name).not.toBe("");
      expect(name).not.toMatch(
        /^(?:vuejs\/docs|fastapi\/|mastodon\/|basecamp\/|gohugoio\/|reactjs\/|eslint\/|plausible\/|jekyll\/|immerjs\/|defencedigital\/|dxw\/|ente-io\/|ankitects\/|CivicActions\/|coleifer\/|go-shiori\/|heroku\/|withastro\/|honojs\/|vitejs\/)/,
      );
    }
    expect(new Set(repositories.map(({ name }) => name)).size).toBe(repositories.length);
  });
});

const MARKDOWN = `---
title: Keys
description: Make and rotate keys.
---

A key opens the door of the interface for one program alone, and you can have many of them.

## Rotate a key

Choose the old key in the list. Press the button beside it and wait until it turns green.
See [how billing works](../billing/plans.md#pay-by-card) before you make a second one for a team.

\`\`\`sh
secret --code
\`\`\`
`;

describe("a page", () => {
  it("is read by its headings, without code, and with where its links lead", () => {
    const page = parsePage("docs/api/keys.md", MARKDOWN);
    expect(page).toMatchObject({ title: "Keys", description: "Make and rotate keys." });
    expect(page.sections.map(({ headings }) => headings)).toEqual([[], ["Rotate a key"]]);
    expect(JSON.stringify(page)).not.toContain("secret");
    expect(page.sections[1]?.links).toMatchObject([
      { text: "how billing works", target: "docs/billing/plans#pay-by-card" },
    ]);
  });

  it("is read in reStructuredText and AsciiDoc too", () => {
    const rst = parsePage("a.rst", "Keys\n====\n\nOpen the door.\n\nRotate\n------\n\nPress the button.\n");
    const adoc = parsePage("a.adoc", "= Keys\n\nOpen the door.\n\n== Rotate\n\nPress the button.\n");
    for (const { title, sections } of [rst, adoc]) {
      expect(title).toBe("Keys");
      expect(sections.map(({ headings, sentences }) => [headings, sentences])).toEqual([
        [[], ["Open the door."]],
        [["Rotate"], ["Press the button."]],
      ]);
    }
  });
});

describe("pairs", () => {
  const pages = [
    parsePage("docs/api/keys.md", MARKDOWN),
    parsePage(
      "docs/billing/plans.md",
      "# Plans\n\nThere are two.\n\n## Pay by card\n\nWe take every card that is not older than its owner, at any time.\n",
    ),
  ];
  const pairsOf = (seed: number) => {
    let section = 0;
    return makePairs(pages, createRandom(seed), () => section++);
  };

  it("lead from headings, descriptions and links to the section that answers", () => {
    const pairs = pairsOf(1);
    const find = (question: string) => pairs.find((pair) => pair.question.includes(question));
    expect(find("Rotate a key")?.passage).toContain("until it turns green");
    expect(find("Make and rotate keys")?.passage).toContain("opens the door");
    expect(find("how billing works")?.passage).toMatch(/^Plans Pay by card We take every card/);
    expect(pairsOf(1)).toEqual(pairs);
  });

  it("are numbers of the most frequent stems, and lose those that have no row", async () => {
    const counter = new StemCounter(await createWordStemmer("en"));
    const numbered = [
      { question: "keys keys rare", passage: "key key card", section: 7 },
      { question: "rare", passage: "key", section: 8 },
    ].map((pair) => numberPair(pair, counter));
    const rows = rowsOfStems(counter, 2);
    expect(rows[counter.stems.indexOf("key")]).toBe(0);
    expect([...rows]).toEqual(counter.stems.map((stem) => ["key", "rare"].indexOf(stem)));
    const numbers = new Uint32Array(encodePairs(numbered, rows).slice().buffer);
    // Section, stems of the question and of the passage; "card" has no row, and "key" stands twice in the passage.
    expect(numbers.subarray(0, 6)).toEqual(Uint32Array.of(7, 2, 1, 0, 1, 2 << 24));
    expect(numbers.subarray(6)).toEqual(Uint32Array.of(8, 1, 1, 1, 1 << 24));
  });
});

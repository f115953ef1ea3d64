/** Facts that mark a sentence by themselves: they stand in no passage, in no question, and follow from nothing. */
import { describe, expect, it } from "vitest";
import { createEntailmentChecker, type Entailment } from "../../../../core/answer/check/entailment.ts";
import { createGroundednessFilter } from "../../../../core/answer/check/groundedness.ts";
import { createAnalyzer } from "../../../../core/search/analyzer.ts";
import { sketchChunk } from "../../../support/corpus.ts";

const analyzer = await createAnalyzer("en");
const PAGES = [
  [
    "Larder keeps backups of your recipes. A seat costs €12.50 a month, storage of up to 40 GB included.",
    "Logs are kept for 30 days. Larder runs on Android 8.0 and needs Python 3.9. Since version 2.4 tags can be nested.",
    "Write to help@larder.example or ring 020 7946 0018. Set `keepOriginals` or call `larder export --all`.",
  ],
  ["The enterprise plan costs €480 a month. The archive opens on 14 March 2021."],
];
const passages = PAGES.map((blocks, index) => {
  const chunk = sketchChunk({ title: "Larder", language: "en", blocks });
  const source = { position: index + 1, title: "Larder", url: chunk.url, excerpt: "", score: 1 };
  return { chunk, ordinal: index, relativeScore: 1, source };
});
const input = {
  passages,
  termsOf: (text: string) => analyzer.analyze(text).map(({ term }) => term),
  locale: "en",
};

function check(sentence: string, question = ""): Entailment {
  return createEntailmentChecker({ ...input, question, history: [] }).check(sentence, [1]);
}

describe("a fact that stands nowhere", () => {
  it.each([
    ["number", "A seat costs €14.99 a month."],
    ["number", "Backups of up to 70 TB are kept."],
    ["number", "Larder requires Android 9.0 or later."],
    ["number", "Since version 2.1 tags can be nested."],
    ["name", "Write to support@larder.net."],
    ["name", "Ring 020 7946 0999 for help."],
    ["code", "Set `dropOriginals: true` to keep the pictures."],
    ["code", "Run `larder export --everything`."],
  ])("marks by itself as a %s: %s", (reason, sentence) => {
    expect(check(sentence)).toEqual({ supported: false, reason, isFirm: true });
  });

  it.each([
    ["in other words", "A seat costs 12.50 euros a month."],
    ["another passage's", "The enterprise plan costs €480 a month."],
    ["a sum", "Two seats cost €25 a month."],
    ["another unit", "Logs are kept for 720 hours."],
    ["shorter", "Larder runs on Android 8."],
    ["an example", "A picture of, for example, 700 MB is fine."],
    ["supposed", "For a file of 300 MB nothing changes."],
    ["a placeholder", "Write to you@example.com."],
    ["the visitor's path", "Run `larder export --all ~/recipes/july.txt`."],
    ["an invented name", "Extend a class such as `RecipeModel`."],
  ])("is not what is %s: %s", (_, sentence) => {
    expect(check(sentence)).not.toHaveProperty("isFirm");
  });

  it("is a number that counts something else", () => {
    expect(check("A seat has 14 GB for storage.")).toHaveProperty("isFirm", true);
    expect(check("Logs are kept for 90 days.")).toHaveProperty("isFirm", true);
  });

  it("keeps its mark beside a sentence that begins in small letters and cites more", () => {
    const filter = createGroundednessFilter({ ...input, unsupported: "mark" });
    const text = "Larder was made for Android 9.3 [1]. larderFS comes with it [1][2].";
    expect(filter.push(text) + filter.end()).toContain(
      "Android 9.3 [1]. *(not confirmed by our pages)* larderFS",
    );
  });

  it("is not what the visitor said", () => {
    expect(check("Larder takes your 55 GB of pictures.", "Can I store 55 GB?")).not.toHaveProperty("isFirm");
    expect(check("Larder takes your 55 GB of pictures.")).toHaveProperty("isFirm", true);
  });

  it("is marked without a citation too, as other sentences are not", () => {
    const filter = createGroundednessFilter({ ...input, unsupported: "mark" });
    const shown =
      filter.push("Logs are kept for 30 days [1]. Mail support@larder.net and wait.") + filter.end();
    expect(shown).toContain("wait. *(not confirmed by our pages)*");
    expect(filter.sentences.map(({ verdict }) => verdict)).toEqual(["supported", "unsupported"]);
  });
});

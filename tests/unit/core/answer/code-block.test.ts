/** Which blocks of code the passages hold: a writer's own names and values are no fault, an option made up is one. */
import { describe, expect, it } from "vitest";
import { createEntailmentChecker } from "../../../../core/answer/check/entailment.ts";
import type { Block } from "../../../../core/corpus/format.ts";
import { createAnalyzer } from "../../../../core/search/analyzer.ts";
import { sketchChunk } from "../../../support/corpus.ts";

const analyzer = await createAnalyzer("en");

const BLOCKS = [
  "Choose a look with the `palette` key. Catch `LockedShelfError` where a shelf is in use.",
  {
    kind: "code",
    language: "js",
    code: "const shelf = await Shelf.open(path);\nawait shelf.store(jar, { keepLid: true });",
  },
  {
    kind: "code",
    language: "js",
    code: "class Pantry extends Store {\n  $beforeStore() {\n    this.stored_at = 0;\n  }\n}",
  },
  { kind: "code", language: "sh", code: "larder-options=-Dproxy.host=[1]\nlarder run --once" },
] satisfies (string | Block)[];

function isHeld(code: string): boolean {
  const chunk = sketchChunk({ title: "Larder", language: "en", blocks: BLOCKS });
  const source = { position: 1, title: "Larder", url: chunk.url, excerpt: "", score: 1 };
  const checker = createEntailmentChecker({
    passages: [{ chunk, ordinal: 0, relativeScore: 1, source }],
    termsOf: (text) => analyzer.analyze(text).map(({ term }) => term),
    locale: "en",
  });
  return checker.checkCode(code, [1]).supported;
}

describe("a block of code", () => {
  it.each([
    ["other names", "const jars = await Shelf.open('cellar');\nawait jars.store(honey, { keepLid: false });"],
    [
      "a class of its own",
      "class Cellar extends Store {\n  $beforeStore() {\n    this.stored_at = new Date().toISOString();\n  }\n}",
    ],
    [
      "what was caught",
      "try {\n  await shelf.store(jar);\n} catch (err) {\n  if (err instanceof LockedShelfError) throw err;\n}",
    ],
    ["a key set", "---\npalette: dusk\n---"],
    ["a value filled in", "larder-options=-Dproxy.host=proxy.example.com"],
    ["a comment", "# run it once\nlarder run --once"],
  ])("is held with %s: %s", (_, code) => {
    expect(isHeld(code)).toBe(true);
  });

  it.each([
    ["an option", "await shelf.store(jar, { dropLid: true });"],
    ["a method", "const shelf = await Shelf.open(path);\nawait shelf.archive(jar);"],
    ["a class", "if (err instanceof BrokenShelfError) throw err;"],
    ["a key", "---\ncolours: dusk\n---"],
    ["a property", "larder-options=-Dproxy.address=proxy.example.com"],
    ["a command", "larder purge everything"],
  ])("is not held with %s that is made up: %s", (_, code) => {
    expect(isHeld(code)).toBe(false);
  });
});

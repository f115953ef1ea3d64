import { describe, expect, it } from "vitest";
import { createMarkdownUnescaper } from "../../../corpus/terminal/plain-markdown.ts";

function plain(text: string, cut = text.length): string {
  const unescaper = createMarkdownUnescaper();
  return unescaper.push(text.slice(0, cut)) + unescaper.push(text.slice(cut)) + unescaper.push("\n");
}

describe("an answer on a terminal", () => {
  it.each([
    ["Press \\[x\\] at a\\@b.example [1].", "Press [x] at a@b.example [1]."],
    ["Run `a\\[0]` and ``b`\\[1]``, not \\`c\\`.", "Run `a\\[0]` and ``b`\\[1]``, not `c`."],
    ["```js\nlet a = '\\[';\n```\n\\*not bold\\*", "```js\nlet a = '\\[';\n```\n*not bold*"],
    ["a \\ b \\n", "a \\ b \\n"],
  ])("has no escapes outside of code: %j", (markdown, shown) => {
    for (let cut = 0; cut <= markdown.length; cut++) expect(plain(markdown, cut)).toBe(`${shown}\n`);
  });
});

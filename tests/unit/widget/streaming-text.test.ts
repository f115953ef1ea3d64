import { describe, expect, test } from "vitest";
import { cleanText } from "../../../widget/renderer/clean-text.ts";
import { endsInFence, settleTail } from "../../../widget/renderer/streaming-tail.ts";
import { foreignHost, safeUrl } from "../../../widget/safe-url.ts";

describe("text on its way in", () => {
  test.each([
    ["a citation that has only begun", "as shown [1", "as shown "],
    ["strong text that is still open", "this is **bold", "this is **bold**"],
    ["code that is still open", "run `npm i", "run `npm i`"],
    ["a link that is still open", "see [the guide](https://exa", "see "],
    ["a lone marker", "and *", "and "],
    ["finished text", "**done** and `done` [1].", "**done** and `done` [1]."],
    ["an asterisk inside code", "`a ** b`", "`a ** b`"],
    ["an empty line at the end", "text\n\n", "text\n\n"],
  ])("%s shows no markup", (_name, text, shown) => {
    expect(settleTail(text)).toBe(shown);
  });

  test.each([
    ["```js\nlet a", true],
    ["```js\nlet a\n```", false],
    ["~~~~\n```\n~~~", true],
    ["text", false],
  ])("%j ends in a fence: %j", (text, expected) => {
    expect(endsInFence(text)).toBe(expected);
  });

  test("loses what cannot be seen and keeps what scripts and emoji need", () => {
    expect(cleanText("a\u202eb\u200bc\u2066d\ufeffe\u{e0041}f\0g\u200dh")).toBe("abcdefgh");
    expect(cleanText("a\r\nb\rc")).toBe("a\nb\nc");
    expect(cleanText("👩\u200d💻 می\u200cخواهم")).toBe("👩\u200d💻 می\u200cخواهم");
  });

  test.each([
    ["/guide/", "https://site.example/guide/"],
    ["https://other.example/x", "https://other.example/x"],
    ["javascript:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["vbscript:x", undefined],
    ["http://[", undefined],
  ])("%j links to %j", (url, expected) => {
    expect(safeUrl(url, "https://site.example/page")).toBe(expected);
  });

  test("a page of another site is named by its host", () => {
    expect(foreignHost("https://www.other.example/x", "https://site.example/")).toBe("other.example");
    expect(foreignHost("https://site.example/x", "https://site.example/")).toBe("");
  });
});

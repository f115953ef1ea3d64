import { describe, expect, test } from "vitest";
import { cleanText } from "../../../widget/renderer/clean-text.ts";
import { foreignHost, safeUrl } from "../../../widget/safe-url.ts";

describe("text on its way in", () => {
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

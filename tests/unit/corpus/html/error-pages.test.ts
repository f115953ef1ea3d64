import { describe, expect, it } from "vitest";
import { isErrorPage } from "../../../../corpus/html/page-kind.ts";

describe("a page that a server shows for an error", () => {
  it.each([
    ["404", "", 12, false],
    ["404", "404", 12, true],
    ["/404.html", "Page not found", 40, true],
    ["docs/not-found", "Page not found", 20, true],
    ["/404.html", "All about this number", 400, false],
    ["guides/error", "Kinds of errors", 50, false],
    ["guides/404-handling", "Page not found", 50, false],
  ])("%s, named %j, of %d words: %s", (path, title, words, expected) => {
    expect(isErrorPage({ path, title, words })).toBe(expected);
  });
});

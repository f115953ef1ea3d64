import { describe, expect, it } from "vitest";
import { fillPattern, patternProblem } from "../../../../corpus/generators/url-pattern.ts";

describe("addresses by a pattern", () => {
  it.each([
    ["/help/{path}/", { path: "guide/install.md" }, "/help/guide/install/"],
    ["/help/{path}/", { path: "guide/index.md" }, "/help/guide/"],
    ["/help/{path}/", { path: "README.md" }, "/help/"],
    ["/help/{path}", { path: "guide/index.md" }, "/help/guide"],
    ["/help/{path}.html", { path: "guide/install.md" }, "/help/guide/install.html"],
    ["/help/{path}.html", { path: "guide/README.md" }, "/help/guide/index.html"],
    ["/{dir}/{slug}", { path: "guide/install.md", frontMatter: { slug: "set-up" } }, "/guide/set-up"],
    ["/{dir}/{slug}", { path: "install.md" }, "/install"],
    ["/{lang}/docs/{path}/", { path: "de/a.md", language: "de" }, "/de/docs/a/"],
    ["/{lang}/docs/{path}/", { path: "a.pt-br.md", language: "pt-BR" }, "/pt-BR/docs/a/"],
    ["/{lang}/docs/{path}/", { path: "a.md" }, "/docs/a/"],
    ["/docs/{path}/", { path: "de/a.md", language: "de" }, "/docs/de/a/"],
    ["/blog/{year}/{month}/{name}", { path: "x.md", frontMatter: { date: "2024-03-05" } }, "/blog/2024/03/x"],
    ["/a/{title}", { path: "x.md", title: "Don’t panic: Größe!" }, "/a/dont-panic-gr%C3%B6%C3%9Fe"],
    ["https://help.example.com/{path}", { path: "a b/ü.md" }, "https://help.example.com/a%20b/%C3%BC"],
  ])("%s of %o is %s", (pattern, page, address) => {
    expect(fillPattern(pattern, { frontMatter: {}, ...page })).toBe(address);
  });

  it.each([
    ["help/{path}", "It begins with a slash"],
    ["/help/{pth}", "There is no {pth}"],
    ["/help/{path", "A brace has no partner"],
    ["/help/", "All pages would have the same address"],
  ])("says what is wrong with %s", (pattern, problem) => {
    expect(patternProblem(pattern)).toContain(problem);
  });

  it.each(["/{path}", "/{name}.html", "https://a.example/{slug}/"])("takes %s", (pattern) => {
    expect(patternProblem(pattern)).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { settleInline } from "../../../widget/renderer/settle-inline.ts";
import { withoutUndecidedLine } from "../../../widget/renderer/undecided-line.ts";

describe("the open end of a text", () => {
  test.each([
    ["finished text", "**done** and `done` [1].", "**done** and `done` [1]."],
    ["nested emphasis", "a **b *c", "a **b *c***"],
    ["emphasis that has not begun", "and **", "and "],
    ["half of what closes", "**bold*", "**bold**"],
    ["a space before what closes", "**bold ", "**bold**"],
    ["emphasis that a sign opens", "see **(", "see **(**"],
    ["signs between spaces", "2 * 3 ** 4", "2 * 3 ** 4"],
    ["underscores in words", "snake_case __init", "snake_case __init__"],
    ["an open strike", "~~old pri", "~~old pri~~"],
    ["one tilde", "~5 min", "~5 min"],
    ["a sign in a word, until the word ends", "Leser*inn", "Leser"],
    ["a sign in a word that has ended", "Leser*innen und", "Leser*innen und"],
    ["asterisks in code", "`a ** b` and `c *", "`a ** b` and `c *`"],
    ["code with backticks in it", "``a ` ", "``a``"],
    ["a label", "see [the **gui", "see [the **gui**]()"],
    ["a label that is complete", "see [the guide]", "see [the guide]()"],
    ["an address", "see [the guide](https://exa", "see [the guide]()"],
    ["a title", 'see [the guide](/g "A ti', "see [the guide]()"],
    ["an address in angle brackets", "see [the guide](</a b> ", "see [the guide]()"],
    ["a label in a label", "see [the [inn", "see [the]()"],
    ["an image in a link", "[![alt", "[![alt]()]()"],
    ["brackets behind a word", "array[ind", "array"],
    ["a citation", "it is [12", "it is "],
    ["a citation with a target", "it is [12](http", "it is [12]"],
    ["a footnote", "it is [^no", "it is "],
    ["a reference", "[the guide][gu", "[the guide]()"],
    ["a tag", "press <kb", "press "],
    ["an address in angle brackets", "<https://site.ex", ""],
    ["a comparison", "a < b", "a < b"],
    ["a reference to a character", "Tom &am", "Tom "],
    ["an ampersand between spaces", "Tom & Jerry", "Tom & Jerry"],
    ["a backslash", "C:\\", "C:"],
    ["a backslash before a space in bold", "**C:\\ ", "**C:**"],
    ["an exclamation mark, which may begin an image", "Great!", "Great"],
    ["an address with signs", "https://site.example/a*b_c", "https://site.example/a*b_c"],
  ])("%s", (_name, text, shown) => {
    expect(settleInline(text)).toBe(shown);
  });

  test("waits with the head of a table, from its first pipe on, and not with code", () => {
    expect(settleInline("First\n| a | b", true)).toBe("First\n");
    expect(settleInline("Name | By", true)).toBe("Name ");
    expect(settleInline("Use `a | b` so", true)).toBe("Use `a | b` so");
    expect(settleInline("| a | b")).toBe("| a | b");
  });
});

describe("a last line that may become anything", () => {
  test.each([
    "-",
    "- ",
    "--",
    "---",
    "*",
    "* *",
    "+",
    "=",
    "===",
    "#",
    "##",
    "## ",
    "1",
    "12.",
    "3)",
    ">",
    "> >",
    "> -",
    "- 1.",
    "- [",
    "- [x",
    "- [ ]",
    "- [ ] ",
    "|",
    "| -",
    "|:-:|",
    ":--",
    "`",
    "``",
    "```",
    "```js",
    "~~",
    "~~~ a",
    "[",
    "[guide",
    "[guide]",
    "[guide]: /g",
    '[guide]: /g "A',
    "<",
    "<di",
    "<div>",
    "  ",
    "\t-",
  ])("%j waits", (line) => {
    expect(withoutUndecidedLine(`Text\n${line}`)).toBe("Text\n");
  });

  test.each([
    "- a",
    "-5",
    "1. a",
    "2024 was",
    "# a",
    "#tag",
    "> a",
    "| a",
    "`a",
    "~~a",
    "[guide]: /g is",
    "== a",
    "a",
  ])("%j is shown", (line) => {
    expect(withoutUndecidedLine(`Text\n${line}`)).toBe(`Text\n${line}`);
  });

  test("is no line that is complete", () => {
    expect(withoutUndecidedLine("Text\n---\n")).toBe("Text\n---\n");
    expect(withoutUndecidedLine("Text  ")).toBe("Text");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCitationFilter } from "../../../core/answer/citation-filter.ts";

const options = {
  positions: new Set([1, 2, 3]),
  allowsAddress: (address: string) =>
    address === "https://site.example/guide/" || address === "http://localhost:4321",
};

function filter(text: string, cuts: number[] = []): { text: string; cited: readonly number[] } {
  const citationFilter = createCitationFilter(options);
  let output = "";
  let start = 0;
  for (const cut of [...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]) {
    output += citationFilter.push(text.slice(start, cut));
    start = Math.max(start, cut);
  }
  output += citationFilter.end();
  return { text: output, cited: citationFilter.citedPositions };
}

const cases: [name: string, input: string, output: string, cited?: number[]][] = [
  ["keeps a citation that maps to a source", "It is free [1].", "It is free [1].", [1]],
  ["removes a citation that maps to none", "It is free [9].", "It is free .", []],
  ["splits lists of positions", "Free [1, 3; 7].", "Free [1][3].", [1, 3]],
  ["counts each position once, in the order of use", "a [3] b [1] c [3]", "a [3] b [1] c [3]", [3, 1]],
  ["removes zero, negative-looking and padded numbers that map to none", "a [0] b [00004]", "a  b ", []],
  [
    "takes the address off a citation that was made a link",
    "Free [1](https://evil.example/x).",
    "Free [1].",
    [1],
  ],
  [
    "keeps the text of a link and drops its address",
    "See [the guide](https://evil.example/?q=secret).",
    "See the guide.",
  ],
  ["keeps the alternative text of an image", "![a chart](https://evil.example/p.png?d=1)", "a chart"],
  ["drops link definitions", "a\n[x]: https://evil.example\nb", "a\n\nb"],
  ["drops footnote marks and definitions", "a[^1] b\n\n[^1]: evil", "a b\n\n"],
  ["drops digits of other scripts in brackets", "a [１] b [٣]", "a  b ", []],
  [
    "reduces an unknown address to its host",
    "go to https://www.evil.example/a?b=c now",
    "go to evil.example now",
  ],
  ["keeps an address that a passage holds", "open http://localhost:4321.", "open http://localhost:4321."],
  [
    "keeps a source's address in angle brackets as text",
    "<https://site.example/guide/>",
    "https://site.example/guide/",
  ],
  ["drops addresses of other schemes", "<javascript:alert(1)> ftp://evil.example/x", " "],
  ["leaves code spans alone", "use `items[9]` and ``a`[8]`b``", "use `items[9]` and ``a`[8]`b``", []],
  [
    "leaves fenced code alone",
    "```js\nlet a = b[9];\n// https://evil.example\n```\nend [1]",
    "```js\nlet a = b[9];\n// https://evil.example\n```\nend [1]",
    [1],
  ],
  [
    "needs a closing fence as long as the opening one",
    "````\n```\nx[9]\n````\n[9]",
    "````\n```\nx[9]\n````\n",
  ],
  ["treats a fence that never closes as code to the end", "```\nx[9]", "```\nx[9]"],
  ["checks text behind a lone backtick", "a ` b [9] c [2]", "a ` b  c [2]", [2]],
  ["passes escaped brackets through", "write \\[9\\] here", "write \\[9\\] here", []],
  ["keeps brackets that are text", "run [options] now", "run [options] now"],
  ["filters inside brackets that are text", "[see https://evil.example/q]", "[see evil.example]"],
  ["never cites from inside a link's text", "[[1]](https://evil.example)", ""],
  ["keeps an open bracket at the end", "what [1", "what [1"],
  ["keeps comparison signs", "a < b and <b>bold</b>", "a < b and <b>bold</b>"],
];

describe("the citation filter", () => {
  it.each(cases)("%s", (_name, input, output, cited) => {
    const result = filter(input);
    expect(result.text).toBe(output);
    if (cited !== undefined) expect(result.cited).toEqual(cited);
  });

  it.each(cases)("%s, wherever the stream is cut", (_name, input, output) => {
    for (let cut = 1; cut < input.length; cut++) expect(filter(input, [cut]).text).toBe(output);
    expect(
      filter(
        input,
        [...input].map((_, index) => index),
      ).text,
    ).toBe(output);
  });

  it("lets through no citation but of a source and no foreign address, whatever is written and wherever it is cut", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "[",
        "]",
        "(",
        ")",
        "`",
        "```",
        "\n",
        "\n\n",
        "\\",
        "!",
        "<",
        ">",
        "~~~",
        ":",
        "^",
        " ",
        "*",
        "_",
      ),
      fc.constantFrom(
        "[1]",
        "[2]",
        "[7]",
        "[12, 1]",
        "https://evil.example/leak?d=1",
        "www.evil.example/leak",
        "javascript:alert(1)",
        "text",
        "![x](https://evil.example/leak)",
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.array(fc.nat(200), { maxLength: 6 }),
        (pieces, cuts) => {
          const input = pieces.join("");
          const whole = filter(input);
          expect(filter(input, cuts).text).toBe(whole.text);
          for (const position of whole.cited) expect(options.positions.has(position)).toBe(true);
          const outsideCode = whole.text.replace(/(`+|~{3,})[^]*?(?:\1|$)/g, "");
          if (!input.includes("\\") && !input.includes("`") && !input.includes("~")) {
            for (const [, position] of outsideCode.matchAll(/\[(\d+)\](?!\d)/g))
              expect(whole.cited).toContain(Number(position));
            expect(outsideCode).not.toMatch(/evil\.example\/leak/);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });

  it("does not hold back text that cannot become a construct", () => {
    const citationFilter = createCitationFilter(options);
    expect(citationFilter.push("The answer is ")).toBe("The answer is ");
    expect(citationFilter.push("here [")).toBe("here ");
    expect(citationFilter.push("1")).toBe("");
    expect(citationFilter.push("]. Next")).toBe("[1]. Next");
  });

  it("holds back at most a bounded amount", () => {
    const citationFilter = createCitationFilter(options);
    let shown = "";
    for (let count = 0; count < 1000; count++) shown += citationFilter.push("[ab ");
    expect(shown.length).toBeGreaterThan(1500);
  });
});

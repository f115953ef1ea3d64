import fc from "fast-check";
import { marked, type Token } from "marked";
import { describe, expect, it } from "vitest";
import { createCitationFilter } from "../../../core/answer/write/citation-filter.ts";

const options = {
  positions: new Set([1, 2, 3]),
  allowsAddress: (address: string) =>
    address === "http://localhost:4321" || address === "https://site.example/guide/",
};

function filter(text: string, cuts: number[] = []): { text: string; cited: readonly number[] } {
  const citationFilter = createCitationFilter(options);
  let output = "";
  let start = 0;
  for (const cut of [
    ...cuts.map((place) => Math.min(place, text.length)).sort((a, b) => a - b),
    text.length,
  ]) {
    output += citationFilter.push(text.slice(start, cut));
    start = Math.max(start, cut);
  }
  output += citationFilter.end();
  return { text: output, cited: citationFilter.citedPositions };
}

interface Seen {
  /** Links, images and HTML: there must be none. */
  live: string[];
  /** Positions that a reader of the text would take for citations. */
  marks: number[];
  /** Text as it is shown, code in guillemets. */
  text: string;
}

/** What a reader of Markdown makes of a text. */
function read(markdown: string): Seen {
  const seen: Seen = { live: [], marks: [], text: "" };
  const visit = (tokens: Token[]): void => {
    for (const token of tokens) {
      if (token.type === "link" || token.type === "image" || token.type === "html") seen.live.push(token.raw);
      if (token.type === "def") seen.live.push(token.raw);
      if (token.type === "code" || token.type === "codespan")
        seen.text += `«${(token as { text: string }).text}»`;
      else if ("tokens" in token && Array.isArray(token.tokens)) visit(token.tokens as Token[]);
      else if (token.type === "list") for (const item of (token as { items: Token[] }).items) visit([item]);
      else if (token.type === "table") {
        const { header, rows } = token as unknown as {
          header: { tokens: Token[] }[];
          rows: { tokens: Token[] }[][];
        };
        for (const cell of [header, ...rows].flat()) visit(cell.tokens);
      } else if (token.type === "escape") seen.text += (token as { text: string }).text;
      else if (token.type === "text") {
        const text = (token as { text: string }).text;
        for (const [, position] of text.matchAll(/\[(\d+)\]/g)) seen.marks.push(Number(position));
        seen.text += text;
      } else if (token.type === "space" || token.type === "br") seen.text += "\n";
    }
  };
  visit(marked.lexer(markdown));
  seen.text = seen.text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
  return seen;
}

const cases: [name: string, input: string, shown: string, cited?: number[]][] = [
  ["keeps a citation that maps to a source", "It is free [1].", "It is free [1].", [1]],
  ["removes a citation that maps to none", "It is free [9].", "It is free .", []],
  ["splits lists of positions", "Free [1, 3; 7].", "Free [1][3].", [1, 3]],
  ["counts each position once, in the order of use", "a [3] b [1] c [3]", "a [3] b [1] c [3]", [3, 1]],
  [
    "takes the address off a citation that was made a link",
    "Free [1](https://evil.example/x).",
    "Free [1].",
    [1],
  ],
  [
    "makes no link of brackets behind a citation",
    "Free [1] (see it) and [2]: that",
    "Free [1] (see it) and [2]: that",
    [1, 2],
  ],
  [
    "keeps the text of a link and drops its address",
    "See [the guide](https://evil.example/?q=secret).",
    "See the guide.",
  ],
  ["keeps the alternative text of an image", "![a chart](https://evil.example/p.png?d=1)", "a chart"],
  [
    "takes a mark with an address for a link, and keeps its text",
    "see [^](//evil.example) and [a](//evil.example)",
    "see ^ and a",
  ],
  ["drops footnote marks", "a[^1] b", "a b"],
  [
    "drops digits of other scripts and in other brackets",
    "a [１] b [٣] c 【9】 d 【3†source】",
    "a  b  c  d ",
    [],
  ],
  [
    "keeps a year, an empty box and an optional word",
    "In [2024], [ ] and [options]",
    "In [2024], [ ] and [options]",
    [],
  ],
  [
    "keeps a first line that looks like a definition as a citation",
    "[1]: The docs say so.",
    "[1]: The docs say so.",
    [1],
  ],
  [
    "shows an unknown address as its host",
    "go to https://www.evil.example/a?b=c now",
    "go to evil.example now",
  ],
  [
    "shows an address that a passage holds, as text",
    "open http://localhost:4321.",
    "open http://localhost:4321.",
  ],
  ["shows a source's address as text", "<https://site.example/guide/>", "<https://site.example/guide/>"],
  ["leaves code spans alone", "use `items[9]` and ``a`[8]`b``", "use «items[9]» and «a`[8]`b»", []],
  [
    "leaves fenced code alone",
    "```js\nlet a = b[9];\n// https://evil.example\n```\nend [1]",
    "«let a = b[9];\n// https://evil.example»end [1]",
    [1],
  ],
  [
    "leaves fenced code in a list alone",
    "1. Do:\n\n    ```js\n    items[0] = a[1];\n\n    b[2]\n    ```\n2. Done [1]",
    "Do:\n«items[0] = a[1];\n\nb[2]»Done [1]",
    [1],
  ],
  ["leaves fenced code behind a list mark alone", "- ```js\n  a[1]\n  ```\nend", "«a[1]»end", []],
  ["needs a closing fence as long as the opening one", "````\n```\nx[9]\n````\n[9]", "«```\nx[9]»"],
  ["treats a fence that never closes as code to the end", "```\nx[9]", "«x[9]»"],
  ["checks text behind a lone backtick", "a ` b [9] c [2]", "a ` b  c [2]", [2]],
  ["passes escaped brackets through", "write \\[9\\] here", "write [9] here", []],
  ["keeps comparison signs and tags as text", "a < b and <b>bold</b>", "a < b and <b>bold</b>"],
  ["keeps an open bracket at the end", "what [1", "what [1"],
  ["keeps lists, tables and emphasis", "- **a** [1]\n- *b*", "a [1]b", [1]],
  ["keeps the boxes of tasks", "- [ ] one\n- [x] two [1]\n1. [X] three [ ]", "onetwo [1]three [ ]", [1]],
  ["keeps no box that nothing follows, and none in a line", "- [x]: y\n- a [x] b", "[x]: ya [x] b", []],
  [
    "keeps a reference to a character as what it stands for",
    "a &amp; b &lt;i&gt; &#91;9&#93; AT&T",
    "a & b <i> [9] AT&T",
    [],
  ],
  [
    "keeps an address that is only a host",
    "go to https://other.example/ or www.other.example.",
    "go to https://other.example/ or www.other.example.",
  ],
  ["keeps one tilde and three as they are", "~5 and ~~~ x", "~5 and ~~~ x"],
  ["keeps a union type in a span", "Type: `string | string[]`.", "Type: «string | string[]»."],
];

it("writes characters that are named once, and not in code", () => {
  expect(filter("&amp;lt; `&amp;` &#126;&#126;&#126;").text).toBe("\\&lt; `&amp;` \\~\\~\\~");
});

it("passes boxes and strikes so that they are seen as such", () => {
  expect(filter("- [x] ~~old~~ new\n~~~~ [x]").text).toBe("- [x] ~~old~~ new\n\\~\\~\\~\\~ \\[x\\]");
});

/** What was found to slip through when such a filter trusts what it recognises. */
const attacks: string[] = [
  "ht[^1]tps://evil.example/?q=secret [1]",
  "www[9].evil.example",
  "h[ttps://evil.example](x)",
  "https:[//evil.example](y)",
  "www.[evil.example](y)",
  "\\https://evil.example",
  "a `x\n- [9] http://evil.example `",
  "a `x\n# [9] `",
  "`a\r\n\r\n[9] www.evil.example`",
  "```a`b\n[9] http://evil.example",
  "\t```\n[9] http://evil.example",
  "- a\n  ```\n[9] http://evil.example",
  "[a](\n//evil.example/x)",
  "[a](//evil.example/((x)))",
  "[a](<//evil.example/(>)",
  "[a `]` ](//evil.example/x)",
  "[click][a]\n\n> [a]: //evil.example/x",
  "[click][a]\n\n- [a]: //evil.example/x",
  "[1]: https://evil.example\n\nsee [1] and [click][1]",
  "[1][2]\n\n[2]:https://evil.example",
  "secret@evil.example",
  "<secret@evil.example>",
  "mailto:secret@evil.example",
  "[9]~~~\n```\n~~~\n[a](//evil.example)\n```",
  "\\【9】`x` [9] `[a](//evil.example)`",
  `\`\`\`\n${"`".repeat(700)}\n[a](//evil.example)`,
  "| a | b |\n| - | - |\n| `x | [a](//evil.example) ` |",
  "| a | b |\n| - | - |\n| `x | [9] ` |",
  "> ```\n> [a](//evil.example)\n[a](//evil.example)",
  "<a href=//evil.example>x</a>",
  "<!-- [1] --> [9]",
  "&#91;a](//evil.example) &lsqb;9&rsqb;",
  "![a][b]\n\n[b]: //evil.example",
  "    [a](//evil.example)\n[a](//evil.example)",
  "[a\\](//evil.example) [b](//evil.example)",
  "HTTPS://evil.example/A WWW.evil.example ftp://evil.example",
  "1. a\n\n   ```\n   x\n[9] [a](//evil.example)\n   ```",
];

describe("the citation filter", () => {
  it.each(cases)("%s, wherever the stream is cut", (_name, input, shown, cited) => {
    const whole = filter(input);
    expect(read(whole.text).text.trim()).toBe(shown.trim());
    expect(read(whole.text).live).toEqual([]);
    if (cited !== undefined) expect(whole.cited).toEqual(cited);
    for (let cut = 1; cut < input.length; cut++) expect(filter(input, [cut])).toEqual(whole);
    expect(
      filter(
        input,
        Array.from(input, (_, index) => index),
      ),
    ).toEqual(whole);
  });

  it.each(attacks.map((attack) => [attack]))("lets no link and no false citation through: %j", (input) => {
    for (const text of [input, `Before. ${input}`, `${input}\n\nAfter [9] www.evil.example.`]) {
      const { text: output } = filter(text);
      const { live, marks } = read(output);
      expect(live, output).toEqual([]);
      expect(
        marks.filter((position) => !options.positions.has(position)),
        output,
      ).toEqual([]);
    }
  });

  it("lets no link and no false citation through, whatever is written, and is blind to cuts", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."[]()`\\!<>|~:^*_#-&@ \t".split(""),
        "```",
        "``",
        "~~~",
        "\n",
        "\n\n",
        "\n    ",
        "\n- ",
        "\n> ",
        "\n1. ",
        "\n| a |",
        "\n| - |",
        "](",
        "[a](//evil.example)",
        "](//evil.example)",
        "[1]",
        "[2]",
        "[7]",
        "[12, 1]",
        "[^1]",
        "[x]: ",
        "https://evil.example/leak?d=1",
        "www.evil.example/leak",
        "ht",
        "tps://",
        "www",
        ".evil.example",
        "a@evil.example",
        "&#91;",
        "【9】",
        "a",
        "x y",
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.array(fc.nat(250), { maxLength: 8 }),
        (pieces, cuts) => {
          const input = pieces.join("");
          const whole = filter(input);
          expect(filter(input, cuts)).toEqual(whole);
          const { live, marks } = read(whole.text);
          expect(live, whole.text).toEqual([]);
          for (const position of marks) expect(whole.cited, whole.text).toContain(position);
        },
      ),
      { numRuns: 6000 },
    );
  });

  it("does not hold back text that cannot become a construct", () => {
    const citationFilter = createCitationFilter(options);
    expect(citationFilter.push("The answer is ")).toBe("The answer is ");
    expect(citationFilter.push("here [")).toBe("here ");
    expect(citationFilter.push("1]")).toBe("");
    expect(citationFilter.push(". Next")).toBe("[1]. Next");
  });

  it.each(["[", "![", "`", "`a", "[a](", "<", "\n", "\n ", "~", "h", "https://", "[[1]", "``` \n", "- "])(
    "takes a text of any length: %j repeated",
    (unit) => {
      // By the square of its length this would outlast the test.
      expect(typeof filter(unit.repeat(600_000 / unit.length)).text).toBe("string");
    },
  );
});

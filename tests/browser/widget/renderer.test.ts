import { beforeEach, describe, expect, test } from "vitest";
import { createAnswerRenderer, type AnswerRenderer } from "../../../widget/renderer/main.ts";
import { SOURCES } from "./mount-assistant.ts";

const LABELS = {
  code: "Code",
  table: "Table",
  copy: "Copy",
  copyCode: "Copy code",
  wrapCode: "Wrap",
  citation: (position: number, title: string) => `Source ${position}: ${title}`,
};

let container: HTMLElement;
let renderer: AnswerRenderer;

beforeEach(() => {
  container = document.createElement("div");
  document.body.replaceChildren(container);
  renderer = createAnswerRenderer(container, { labels: LABELS });
});

const show = (text: string, final = true): string => {
  renderer.update(text, SOURCES, { final });
  return container.innerHTML;
};
/** The blocks of the answer, whatever groups they stand in. */
const blocks = (): Element[] => [...container.children].flatMap((group) => [...group.children]);

describe("a mark that is put into what was shown", () => {
  test("changes its own block and leaves the others in the page", () => {
    const text = "One [1].\n\nTwo [1].\n\nThree [1].\n\nFour [1].";
    show(text, false);
    const [first, second, , last] = blocks();
    show(text.replace("Two [1].", "Two [1]. *(not confirmed)*"), false);
    expect(blocks()[0]).toBe(first);
    expect(blocks()[1]).toBe(second);
    expect(blocks()[3]).toBe(last);
    expect(second?.textContent).toBe("Two1. (not confirmed)");
    show(text.replace("Two [1].", "Two [1]. *(not confirmed)*"));
    expect(blocks().map(({ textContent }) => textContent)).toEqual([
      "One1.",
      "Two1. (not confirmed)",
      "Three1.",
      "Four1.",
    ]);
  });

  test("is not left over where the answer is taken back", () => {
    show("One.\n\nTwo.\n\nThree.\n\nFour.", false);
    show("", false);
    expect(blocks()).toEqual([]);
    show("Another.", false);
    expect(container.textContent).toBe("Another.");
  });
});

describe("markdown", () => {
  test.each([
    ["a heading, below the page's own", "# One\n\n#### Four", "<h3>One</h3><h6>Four</h6>"],
    ["emphasis", "**a** *b* ~~c~~", "<p><strong>a</strong> <em>b</em> <del>c</del></p>"],
    ["a quote", "> said", "<blockquote><p>said</p></blockquote>"],
    ["a rule", "a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"],
    ["a break", "a  \nb", "<p>a<br>b</p>"],
    ["a list that begins later", "3. c\n4. d", '<ol start="3"><li>c</li><li>d</li></ol>'],
    ["tasks", "- [x] done\n- [ ] open", '<ul><li class="task">☑ done</li><li class="task">☐ open</li></ul>'],
    ["a loose list", "- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"],
    ["a nested list", "- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"],
    ["an image as its text", "![a chart](https://evil.example/x.png)", "<p>a chart</p>"],
    ["markup as text", "<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>"],
    ["blocks of markup as text", "<div>x</div>", '<p class="plain">&lt;div&gt;x&lt;/div&gt;</p>'],
    ["an escape", "\\*not strong\\*", "<p>*not strong*</p>"],
    [
      "references to characters, once",
      "a &amp; b &lt;i&gt; &#8594; &amp;lt; AT&T",
      "<p>a &amp; b &lt;i&gt; → &amp;lt; AT&amp;T</p>",
    ],
    ["such references in code as they are", "`&amp;`", "<p><code>&amp;amp;</code></p>"],
    [
      "a line that a tag breaks",
      "| a |\n|---|\n| x<br>y |",
      '<div class="table-scroller" tabindex="0" role="group" aria-label="Table"><table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>x<br>y</td></tr></tbody></table></div>',
    ],
    [
      "the text of an image without its marks",
      "![**big** chart](x.png)",
      "<p><strong>big</strong> chart</p>",
    ],
    [
      "signs within words as signs",
      "2*3 and 4*5, Leser*innen und Autor*innen, ~5 to ~6",
      "<p>2*3 and 4*5, Leser*innen und Autor*innen, ~5 to ~6</p>",
    ],
    [
      "emphasis within a word that closes there",
      "un*frigging*believable",
      "<p>un<em>frigging</em>believable</p>",
    ],
    ["a link that is no source as its text", "[there](https://evil.example)", "<p>there</p>"],
  ])("shows %s", (_name, text, markup) => {
    show(text);
    expect(blocks().map(({ outerHTML }) => outerHTML)).toEqual(
      [...Object.assign(document.createElement("div"), { innerHTML: markup }).children].map(
        ({ outerHTML }) => outerHTML,
      ),
    );
  });

  test("links to a source, and only there", () => {
    show("[the policy](https://other.example/policy/) and [2](https://evil.example) and [7]");
    const links = [...container.querySelectorAll("a")];
    expect(links.map(({ className, href }) => [className, href])).toEqual([
      ["link", "https://other.example/policy/"],
      ["citation", "https://other.example/policy/"],
    ]);
    expect(links[1]!.ariaLabel).toBe("Source 2: Policy");
    expect(container.textContent).toBe("the policy and2 and");
  });

  test("takes a citation before a colon for one, as no definition stands in the middle of a line", () => {
    show("By [1]: yes");
    expect(container.querySelector("a")?.href).toContain("/install/");
    expect(container.textContent).toBe("By1: yes");
  });

  test("names what scrolls, without making a landmark of it", () => {
    show("```html\n<p>\n```\n\n```\nx\n```\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |");
    const scrollers = [...container.querySelectorAll<HTMLElement>("[tabindex]")];
    expect(scrollers.map(({ role, ariaLabel, tabIndex }) => [role, ariaLabel, tabIndex])).toEqual([
      ["group", "Code: html", 0],
      ["group", "Code", 0],
      ["group", "Table", 0],
    ]);
    expect([...container.querySelectorAll("td")].map(({ className }) => className)).toEqual([
      "align-center",
      "align-right",
    ]);
    expect(container.querySelector("th")?.scope).toBe("col");
  });

  test("shows nesting deeper than anyone writes as text", () => {
    show(">".repeat(40) + " deep");
    expect(container.querySelectorAll("blockquote").length).toBeLessThan(20);
    expect(container.textContent).toContain("deep");
  });
});

describe("an answer that ends in the middle", () => {
  test.each([
    ["bold text", "It is **very imp", "<p>It is <strong>very imp</strong></p>"],
    ["a gap in bold text", "It is **very ", "<p>It is <strong>very</strong></p>"],
    ["a link", "See [the gui", "<p>See the gui</p>"],
    ["the address of a link", "See [the guide](https://exa", "<p>See the guide</p>"],
    ["code", "Run `npm i", "<p>Run <code>npm i</code></p>"],
    ["the head of a table", "Prices:\n\n| Plan | Pri", "<p>Prices:</p>"],
    ["the row below that head", "Prices:\n\n| Plan | Price |\n| --- | -", "<p>Prices:</p>"],
    ["the mark of a nested item", "- one\n  -", "<ul><li>one</li></ul>"],
    ["an item without a word", "- one\n- **", "<ul><li>one</li></ul>"],
    [
      "an item with a table's first line in a quote",
      "> - a\n> - | b",
      "<blockquote><ul><li>a</li></ul></blockquote>",
    ],
    ["a citation", "It works [1", "<p>It works </p>"],
    ["a reference", "See [the guide][gu", "<p>See the guide</p>"],
    ["half an emoji", "Done \ud83c", "<p>Done</p>"],
  ])("shows %s without its marks", (_name, text, markup) => {
    show(text, false);
    expect(
      blocks()
        .map(({ outerHTML }) => outerHTML)
        .join(""),
    ).toBe(markup);
  });

  test("shows text in brackets as the link that a definition may make of it, and in the end as it is", () => {
    show("Some [optional] words.\n\nOne.\n\nTwo.\n\nThree.", false);
    expect(blocks()[0]?.textContent).toBe("Some optional words.");
    show("Some [optional] words.\n\nOne.\n\nTwo.\n\nThree.");
    expect(blocks()[0]?.textContent).toBe("Some [optional] words.");
  });

  test("keeps what parts of a character stand in different pieces", () => {
    show("👩", false);
    show("👩\u200d", false);
    show("👩\u200d💻 a\r", false);
    show("👩\u200d💻 a\r\nb", false);
    expect(container.textContent).toBe("👩\u200d💻 a\nb");
    expect(blocks()).toHaveLength(1);
  });
});

describe("a long answer", () => {
  const LONG = Array.from({ length: 80 }, (_, index) =>
    index % 5 === 0 ? `## Part ${index}` : `Paragraph ${index} [1].`,
  ).join("\n\n");

  test("stands in groups whose blocks lie as if there were none", () => {
    const style = document.createElement("style");
    style.textContent = "p,h3,h4{margin:0 0 12px;line-height:20px;font-size:16px} h4{margin:20px 0 8px}";
    document.body.append(style);
    show(LONG);
    expect(container.children.length).toBeGreaterThan(1);
    expect([...container.children].every(({ children }) => children.length <= 32)).toBe(true);
    const grouped = blocks().map((block) => block.getBoundingClientRect().top);
    const text = container.innerText;
    container.replaceChildren(...blocks());
    expect([...container.children].map((block) => block.getBoundingClientRect().top)).toEqual(grouped);
    expect(container.innerText).toBe(text);
  });

  test("keeps its blocks while it grows, and ends as one parse of it", () => {
    const half = LONG.slice(0, LONG.length / 2);
    show(half, false);
    const kept = blocks().slice(0, -2);
    for (let end = half.length; end < LONG.length; end += 7) show(LONG.slice(0, end), false);
    show(LONG, false);
    expect(blocks().slice(0, kept.length)).toEqual(kept);
    expect(kept.every((block) => block.isConnected)).toBe(true);
    const streamed = show(LONG);
    container.replaceChildren();
    renderer = createAnswerRenderer(container, { labels: LABELS });
    expect(show(LONG)).toBe(streamed);
  });

  test("loses blocks that a later line joins, and the group that is empty then", () => {
    const items = Array.from({ length: 32 }, (_, index) => `Paragraph ${index}`).join("\n\n");
    show(`${items}\n\nLast`, false);
    expect(container.children).toHaveLength(2);
    show(items, true);
    expect(container.children).toHaveLength(1);
    expect(blocks()).toHaveLength(32);
  });

  test("begins anew when it is another text, and when its sources come", () => {
    show("First **thought**", false);
    show("Second", false);
    expect(container.textContent).toBe("Second");
    renderer.update("Second [1]", [], { final: false });
    expect(container.querySelector("a")).toBeNull();
    renderer.update("Second [1]", SOURCES, { final: false });
    expect(container.querySelector("a")?.textContent).toBe("1");
  });

  test("keeps what a reader pressed while the same code grows", () => {
    show("```js\nlet a", false);
    const wrap = container.querySelector<HTMLButtonElement>(".wrap-code")!;
    wrap.textContent = "Pressed";
    container.querySelector(".code-block")!.classList.add("wrapped");
    show("```js\nlet a = 1;\nlet b", false);
    expect(container.querySelector(".wrapped code")?.textContent).toBe("let a = 1;\nlet b");
    expect(wrap.isConnected && wrap.textContent).toBe("Pressed");
  });

  test("shows a block that is no prose as it was written", () => {
    show("word ".repeat(8000));
    expect(container.querySelector(".plain")?.textContent?.length).toBeGreaterThan(30_000);
  });
});

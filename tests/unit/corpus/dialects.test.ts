import { describe, expect, it } from "vitest";
import { normalizeDialects } from "../../../corpus/parse/dialects.ts";
import { markdownItems, paragraph, textOf } from "./support/pages.ts";

describe("Markdown dialects", () => {
  it.each([
    ["Starlight", ":::tip[Online previews]\nTry it.\n:::", ["Online previews", "Try it."]],
    ["Docusaurus with a title", ":::note Read this\nTry it.\n:::", ["Read this", "Try it."]],
    ["VitePress", "::: warning Mind the gap\nTry it.\n:::", ["Mind the gap", "Try it."]],
    ["VitePress without a title", "::: details\nTry it.\n:::", ["Try it."]],
    ["a title that says nothing", "::: tip NOTE\nTry it.\n:::", ["Try it."]],
    ["four colons around three", ":::: info\n::: tip Inner\nTry it.\n:::\n::::", ["Inner", "Try it."]],
    ["a container that is never closed", ":::caution\nTry it.", ["Try it."]],
    ["a container closed twice", ":::caution\nTry it.\n:::\n:::", ["Try it."]],
    [
      "docfx columns",
      ':::row:::\n   :::column span="2":::\n   Try it.\n   :::column-end:::\n:::row-end:::',
      ["Try it."],
    ],
    ["docfx moniker", '::: moniker range=">=msvc-160"\n\nTry it.\n\n::: moniker-end', ["Try it."]],
    ["docfx image", ':::image type="content" source="a.png" alt-text="A dialog.":::', ["A dialog."]],
    ["docfx icon", 'Press :::image type="icon" source="a.png" border="false"::: now.', ["Press now."]],
    ["docfx include", "[!INCLUDE [note](../includes/note.md)]\n\nTry it.", ["Try it."]],
    ["docfx snippet", "[!code-cpp[Name#1](../snippet.cpp)]\n\nTry it.", ["Try it."]],
    ["GitHub alert", "> [!NOTE]\n> Try it.", ["Try it."]],
    ["Obsidian callout", "> [!tip]- Shortcut\n> Try it.", ["Shortcut", "Try it."]],
    ["VitePress table of contents", "[[toc]]\n\nTry it.", ["Try it."]],
    ["VitePress snippet", "<<< @/snippets/a.js{2}\n\nTry it.", ["Try it."]],
    ["Hugo shortcode", '{{< note title="Careful" >}}\nTry it.\n{{< /note >}}', ["Careful", "Try it."]],
    [
      "Jekyll code",
      "{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\n\nTry it.",
      ["CODE", "Try it."],
    ],
    ["Eleventy code", '{% highlight "ruby" %}\nputs 1\n{% endhighlight %}\n\nTry it.', ["CODE", "Try it."]],
    [
      "Jekyll links",
      "See [posts]({{ '/docs/posts/' | relative_url }}), [#1]({{ site.repo }}/1) and [a]({% link a.md %}).",
      ["See posts, #1 and a."],
    ],
    [
      "kramdown attributes",
      "Try it.\n{: .note .info #here}\n\n{:.warning}\nOr not. {: .end}",
      ["Try it.", "Or not."],
    ],
    ["a macro", '{{ npm_tabs({\n  command: "install",\n  args: []\n}) }}\n\nTry it.', ["Try it."]],
    ["Jekyll include", "{% include note.html %}\n\nTry it.", ["Try it."]],
    ["MkDocs", '!!! note "Read this"\n\n    Try it.\n\nThen stop.', ["Read this", "Try it.", "Then stop."]],
    ["MkDocs without a title", "??? tip\n    Try it.", ["Try it."]],
    ["MkDocs with a title that says nothing", '!!! tip inline end "Tip"\n\n    Try it.', ["Try it."]],
    [
      "MkDocs tabs",
      '=== "macOS"\n\n    Try it.\n\n=== "Linux"\n\n\tOr this.',
      ["macOS: Try it.", "Linux: Or this."],
    ],
    [
      "MkDocs blocks in blocks",
      '!!! info "A"\n    One.\n\n    !!! tip "B"\n        Two.',
      ["A", "One.", "B", "Two."],
    ],
    ["Python-Markdown blocks", "/// note | Read this\n\nTry it.\n\n///", ["Read this", "Try it."]],
    ["Python-Markdown tabs", "//// tab | Linux\n\nTry it.\n\n////", ["Linux: Try it."]],
    ["included files", '--8<-- "a.md"\n\n{* ../a.py hl[3] *}\n\n{! a.md !}\n\nTry it.', ["Try it."]],
    ["comment", "<!-- TODO: nothing -->\n\nTry it. <!-- and this -->", ["Try it."]],
  ])("keeps the human text of %s", (_, source, expected) => {
    expect(markdownItems(source)).toEqual(
      expected.map((text) =>
        text === "CODE" ? { kind: "code", language: "ruby", code: "puts 1" } : paragraph(text),
      ),
    );
  });

  it("takes the id of a heading from a comment", () => {
    expect(markdownItems("## Basic Setup {/*basic-setup*/}\n\n### Next {/* #then */}")).toEqual([
      { kind: "heading", depth: 2, text: "Basic Setup", anchor: "basic-setup" },
      { kind: "heading", depth: 3, text: "Next", anchor: "then" },
    ]);
  });

  it("keeps code in MkDocs blocks, and what looks like a block in code", () => {
    const code = '!!! note "A"\n\n    b';
    expect(
      markdownItems(`!!! tip\n\n    \`\`\`md\n    ${code.replaceAll("\n", "\n    ")}\n    \`\`\``),
    ).toEqual([{ kind: "code", language: "md", code }]);
    expect(markdownItems(`\`\`\`md\n${code}\n\`\`\``)).toEqual([{ kind: "code", language: "md", code }]);
  });

  it("takes no longer for twice as much of what looks like a mark than in proportion", () => {
    const marks = ["\t ", "{{\n", "{{ x }} y\n", "[a]({{ ", "{: a ", "# a {/* ", "{% highlight a\n"];
    for (const mark of marks) {
      // What is quadratic takes minutes for so much.
      expect(typeof normalizeDialects(mark.repeat(1_000_000 / mark.length))).toBe("string");
    }
  }, 20_000);

  it.each([
    ["text beside it", "{{ 'It' }} is fast, says {{ 'Ann' }}", "It is fast, says Ann"],
    ["no end", "{{ site.name\n\nTry it.", "Try it."],
    ["text behind it", "{{ 'One'\n}} and more", "One and more"],
  ])("takes no line for a macro that has %s", (_, source, text) => {
    expect(textOf(markdownItems(source))).toContain(text);
  });

  it("reads a MkDocs block of more lines than a call takes arguments", () => {
    expect(markdownItems(`!!! note\n${"\n".repeat(200_000)}    Try it.`)).toEqual([paragraph("Try it.")]);
  });

  it("keeps the tabs of code in a MkDocs block, and ends an unclosed fence with the block", () => {
    const source = "!!! note\n\n    ```make\n    all:\n    \tgo build\n\nAfter it.";
    expect(markdownItems(source)).toEqual([
      { kind: "code", language: "make", code: "all:\n\tgo build" },
      paragraph("After it."),
    ]);
  });

  it.each([
    ['=== "1. step"\n\n    Do it.', ["1. step: Do it."]],
    ['!!! note "# No heading"\n\n    Do it.', ["# No heading", "Do it."]],
    ['??? "Only a title"\n\n    Do it.', ["Only a title", "Do it."]],
    ['!!! note "Say "hi" now"\n\n    Do it.', ['Say "hi" now', "Do it."]],
  ])("takes the title of a block for text: %s", (source, expected) => {
    expect(markdownItems(source)).toEqual(expected.map(paragraph));
  });

  it("leaves samples of MkDocs alone", () => {
    expect(markdownItems('Write:\n\n    !!! note "N"\n        inner')).toEqual([
      paragraph("Write:"),
      { kind: "code", language: "", code: '!!! note "N"\n    inner' },
    ]);
    const code = '```js\n!!! tip "A"\n    y';
    expect(markdownItems(`\`\`\`\`md\n${code}\n\`\`\`\``)).toEqual([{ kind: "code", language: "md", code }]);
  });

  it("leaves all of it alone inside code", () => {
    const code = ":::note[Title]\n[!INCLUDE [a](b)]\n{% raw %}\n<!-- c -->";
    expect(markdownItems(`\`\`\`md\n${code}\n\`\`\``)).toEqual([{ kind: "code", language: "md", code }]);
  });

  it.each([
    "Start at 10:30 and end at 12:15.",
    "Open http://localhost:8787 or host:8080.",
    "std::vector and chrono::seconds are types; a::b:c too.",
    "Ratio 3:1, C:drive, note:this, :smile: and 1:a.",
    "Use a[b:c[0]] here.",
  ])("restores what only looks like a directive: %s", (text) => {
    expect(textOf(markdownItems(text))).toBe(text);
  });

  it("keeps the words of real directives", () => {
    expect(textOf(markdownItems('An :abbr[HTML]{title="Hyper"} page.'))).toBe("An HTML page.");
    expect(textOf(markdownItems("::youtube[A film about it]{#id}"))).toBe("A film about it");
  });

  it("takes docfx tabs as text, not as sections", () => {
    expect(markdownItems("# [Visual Studio](#tab/vs)\n\nClick.")).toEqual([
      paragraph("Visual Studio: Click."),
    ]);
  });

  it.each([
    ["## Setup {#install}", "Setup", "install"],
    ["## Setup {#install .wide}", "Setup", "install"],
    ["## Setup {: #install}", "Setup", "install"],
    ['## <a name="old"></a> Setup', "Setup", "old"],
    ["## Setup & go!", "Setup & go!", "setup--go"],
    ["## `vector<int>` class", "`vector<int>` class", "vectorint-class"],
  ])("reads the heading %s", (source, text, anchor) => {
    expect(markdownItems(source)).toEqual([{ kind: "heading", depth: 2, text, anchor }]);
  });

  it("numbers repeated headings as sites do", () => {
    const anchors = markdownItems("## A\n\n## A\n\n## A").map((item) =>
      item.kind === "heading" ? item.anchor : "",
    );
    expect(anchors).toEqual(["a", "a-1", "a-2"]);
  });
});

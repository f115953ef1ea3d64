import { describe, expect, it } from "vitest";
import { liftBlockIds, markUnsureIds } from "../../../corpus/parse/block-ids.ts";
import { findHeadingMark } from "../../../corpus/parse/heading-mark.ts";
import { createMarkdownElements } from "../../../corpus/parse/markdown-elements.ts";

describe("ids on lines of their own", () => {
  it.each([
    ["## A\n{: #x}\n\ntext", "## A {#x}\n\ntext"],
    ["## A\n{:.note #x .more}\n", "## A {#x}\n"],
    ["{:#x}\n## A\n", "## A {#x}\n"],
    ["A\n---\n{: #x}\n", "A {#x}\n---\n"],
    ["text\n{: #x}\n\n## A\n", "text\n\n## A\n"],
    ["## A\n{: .note}\n", "## A\n{: .note}\n"],
    ["```\n## A\n{: #x}\n```\n", "```\n## A\n{: #x}\n```\n"],
  ])("%j is %j", (source, lifted) => expect(liftBlockIds(source)).toBe(lifted));
});

describe("headings that a template engine finishes", () => {
  it.each([
    ['## A {% include b.html v="1" %}', '## A {% include b.html v="1" %} {#?}'],
    ["## A {{< badge >}}", "## A {{< badge >}} {#?}"],
    ["## A {% b %} {#own}", "## A {% b %} {#own}"],
    ["## The `{% b %}` tag", "## The `{% b %}` tag"],
    ["text {% b %}", "text {% b %}"],
  ])("%j is %j", (source, marked) => expect(markUnsureIds(source)).toBe(marked));
});

describe("marks of headings", () => {
  it.each([
    ["A {#x}", "x"],
    ["A { .note #x }", "x"],
    ['A {: #x data-y="z w"}', "x"],
    ['A {id="x" .note}', "x"],
    ["A [#x]", "x"],
    ["A %{#x}%", "x"],
    ["A {.note}", undefined],
  ])("%s", (text, id) => {
    const mark = findHeadingMark(text);
    expect(text.slice(0, mark?.start)).toBe("A");
    expect(mark?.id).toBe(id);
  });

  it.each(["A {b}", "A {{ b }}", "A [#1]", "A {#x} b"])("%s has none", (text) => {
    expect(findHeadingMark(text)).toBeUndefined();
  });
});

describe("elements that hold Markdown", () => {
  it("are open until they are closed, whatever lies between", () => {
    const elements = createMarkdownElements();
    const states = ['<div markdown="1">', "<div>", "<p>text</p>", "</div>", "</div>", "<div>"].map((html) => {
      elements.read(html);
      return elements.isOpen;
    });
    expect(states).toEqual([true, true, true, true, false, false]);
  });
});

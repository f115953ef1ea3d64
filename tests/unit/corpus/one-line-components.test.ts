import { describe, expect, it } from "vitest";
import { readCode } from "../../../corpus/parse/code-block.ts";
import { mdxItems, textOf } from "./support/pages.ts";

const read = (body: string): string => textOf(mdxItems(`# Page\n\n${body}\n`));

describe("components on one line", () => {
  it.each([
    [
      "tabs keep their labels",
      '<Tabs syncKey="x"><TabItem label="Mac" icon="apple">Use brew.</TabItem><TabItem label="Linux">Use apt.</TabItem></Tabs>',
      "Page\nMac: Use brew.\nLinux: Use apt.",
    ],
    [
      "a note keeps its title",
      '<Aside type="danger" title="Halt">Never pull it.</Aside>',
      "Page\nHalt\nNever pull it.",
    ],
    [
      "cards are apart",
      '<CardGrid><Card title="Fast">It takes a second.</Card> <Card title="Small">It takes a kilobyte.</Card></CardGrid>',
      "Page\nFast\nIt takes a second.\nSmall\nIt takes a kilobyte.",
    ],
    [
      "what is opened is apart from what opens it",
      "<details><summary>More on it</summary>Words that were closed.</details>",
      "Page\nMore on it\nWords that were closed.",
    ],
    ["a word of a sentence stays one", "Press <Key>Enter</Key> now.", "Page\nPress Enter now."],
  ])("%s", (_name, body, expected) => {
    expect(read(body)).toBe(expected);
  });

  it("loses comments that are for the highlighter alone", () => {
    const code =
      "```js\n// highlight-next-line\nlet one = 1;\n/* highlight-start */\nlet two = 2;\n/* highlight-end */\n```";
    expect(read(code)).toBe("Page\nlet one = 1;\nlet two = 2;");
  });

  it("loses those to which a site of Docusaurus gives names of its own, and keeps other comments", () => {
    const value =
      "// wrong-next-line\nlet one = 1;\n// right-start\nlet two = 2;\n// right-end\n// test-start\nlet three = 3;";
    const codeFor = (generator: string) => readCode({ type: "code", lang: "js", value }, generator);
    expect(codeFor("docusaurus")).toMatchObject([
      { code: "let one = 1;\nlet two = 2;\n// test-start\nlet three = 3;" },
    ]);
    expect(codeFor("hugo")).toMatchObject([{ code: value }]);
  });
});

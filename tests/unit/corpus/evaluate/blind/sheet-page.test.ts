import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerHtml } from "../../../../../corpus/evaluate/blind/answer-html.ts";
import { sheetItems, type Sheet } from "../../../../../corpus/evaluate/blind/sheet.ts";
import { renderSheetPage } from "../../../../../corpus/evaluate/blind/sheet-page.ts";
import { bareQuestion } from "../../../../../corpus/evaluate/question.ts";

const HOSTILE = `</script></style><img src=x onerror="alert(1)"><!-- ' " & <script>alert(2)</script>`;

function sheet(text: string): Sheet {
  return {
    sheetVersion: 1,
    set: text,
    target: { kind: "folder", name: text, corpusVersion: null },
    judge: text,
    items: sheetItems([
      {
        question: { ...bareQuestion("a", text), history: [{ role: "visitor", text }] },
        answer: {
          mode: "extractive",
          text,
          sources: [
            { position: 1, title: text, section: text, url: "javascript:alert(3)", excerpt: text, score: 1 },
            { position: 2, title: text, url: "https://x.example/a#b:~:text=c", excerpt: "", score: 1 },
          ],
          citedPositions: [2],
          finishReason: "stop",
          confidence: 0.9,
        },
      },
      { question: bareQuestion("b", `${text}?`), failure: text },
    ]),
  };
}

describe("the page of a sheet", () => {
  it("takes every text as text, and runs and loads nothing but its own script and style", () => {
    const page = renderSheetPage(sheet(HOSTILE));
    expect(page).not.toContain("<img");
    expect(page).not.toContain('href="javascript:');
    expect(page.match(/<script/g)).toHaveLength(2);
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    const hash = createHash("sha256").update(script).digest("base64");
    expect(page).toContain(`sha256-${hash}`);
    expect(page).toMatch(/content="default-src (?:'|&#39;)none/);
  });

  it("holds the sheet for its script, as it is", () => {
    const written = sheet(HOSTILE);
    const [, json = ""] = /id="data">([\s\S]*?)<\/script>/.exec(renderSheetPage(written)) ?? [];
    expect(JSON.parse(json)).toMatchObject({ sheet: JSON.parse(JSON.stringify(written)) as object });
  });

  it("links sources that lead somewhere, the cited first, and shows them without their text fragment", () => {
    const page = renderSheetPage(sheet("plain"));
    expect(page).toMatch(
      /<a href="https:\/\/x\.example\/a#b:~:text=c" rel="noreferrer">https:\/\/x\.example\/a#b<\/a>/,
    );
    expect(page.indexOf("<h3>Sources</h3>")).toBeLessThan(page.indexOf("See also (1)"));
    expect(page).toContain("No answer came: plain");
  });
});

describe("answerHtml", () => {
  const rendered = (markdown: string): string => answerHtml(markdown).html.replace(/\s+/g, " ");

  it("shows blocks and emphasis as a visitor sees them", () => {
    expect(rendered("Set `a` to **b**. [1]")).toBe("<p>Set <code>a</code> to <strong>b</strong>. [1]</p>");
    expect(rendered("3. one\n4. two")).toContain('<ol start="3">');
    expect(rendered("| a | b |\n| - | - |\n| 1 | 2 |")).toMatch(/<th scope="col">a<\/th>.*<td>2<\/td>/);
    expect(answerHtml("```sh\na\n  b\n```").html).toBe("<pre>a\n  b</pre>");
  });

  it("writes out HTML, and shows where a link leads", () => {
    expect(rendered("a <b onclick=x>c</b>")).toBe("<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>");
    expect(rendered("[go](javascript:x) ![pic](https://x.example/p.png)")).toBe(
      '<p>go (<span class="dim">javascript:x</span>) [pic]</p>',
    );
  });
});

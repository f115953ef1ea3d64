import { describe, expect, it } from "vitest";
import { createExtractiveProvider } from "../../../core/answer/quote/extractive-provider.ts";
import { findPassages } from "../../../core/answer/find/find-passages.ts";
import { openSketch, type ChunkSketch } from "../../support/corpus.ts";

async function answerText(question: string, sketches: ChunkSketch[]): Promise<string> {
  const corpus = await openSketch(sketches);
  const { passages, terms } = await findPassages(corpus, { question }, 6);
  let text = "";
  const request = { question, history: [], passages, terms, termsOf: corpus.retriever.terms, locale: "en" };
  for await (const event of createExtractiveProvider().generate(request, {
    signal: new AbortController().signal,
  })) {
    if (event.type === "text-delta") text += event.text;
  }
  return text;
}

describe("the extractive answer", () => {
  it("prefers the sentence that holds the kind of thing asked for", async () => {
    const text = await answerText("When was the bridge built?", [
      {
        title: "Bridge",
        blocks: ["The bridge was built of stone by hand. The bridge was built in 1882. Boats pass below it."],
      },
    ]);
    expect(text).toContain("The bridge was built in 1882. [1]");
  });

  it("says the same thing once", async () => {
    const sentence = "The limit is 25 requests per minute.";
    const text = await answerText("What is the limit of requests?", [
      { title: "Limits", url: "/limits/", blocks: [sentence] },
      { title: "FAQ", url: "/faq/", blocks: [sentence] },
    ]);
    expect(text.split("25 requests")).toHaveLength(2);
  });

  it("quotes sentences of one page in the page's order", async () => {
    const text = await answerText("How does the export of orders work?", [
      {
        title: "Export of orders",
        blocks: [
          "The export of orders runs at night. A nightly export writes orders to a file. Someone likes tea.",
        ],
      },
    ]);
    expect(text.indexOf("runs at night")).toBeLessThan(text.indexOf("writes orders"));
  });

  it("escapes what would act as markup or as a citation", async () => {
    const text = await answerText("What does the array marker mean?", [
      { title: "Marker", blocks: ["The array marker [9] means <b>bold</b> and *nothing* else."] },
    ]);
    expect(text).toBe("The array marker \\[9\\] means \\<b>bold\\</b> and \\*nothing\\* else. [1]");
  });

  it("shows the code of a passage that has nothing else", async () => {
    const text = await answerText("turbo flag config", [
      {
        title: "Turbo flag",
        headingPath: ["Config"],
        blocks: [{ kind: "code", language: "js", code: "turbo: true" }],
      },
    ]);
    expect(text).toContain("```js\nturbo: true\n```");
    expect(text).toContain("[1]");
  });

  it("puts code after all that is quoted of the paragraph before it", async () => {
    const text = await answerText("How do I set the gateway timeout?", [
      {
        title: "Gateway timeout",
        blocks: [
          "Set the gateway timeout in seconds. Zero turns the gateway timeout off, as shown here:",
          { kind: "code", language: "toml", code: "timeout = 0" },
        ],
      },
    ]);
    expect(text).toBe(
      "Set the gateway timeout in seconds. [1] Zero turns the gateway timeout off, as shown here: [1]\n\n```toml\ntimeout = 0\n```",
    );
  });

  it("leaves a huge block to the page", async () => {
    const code = "line of code\n".repeat(400);
    const text = await answerText("How do I configure the gateway?", [
      {
        title: "Gateway",
        blocks: ["Configure the gateway like this:", { kind: "code", language: "js", code }],
      },
    ]);
    expect(text).toBe("Configure the gateway like this: [1]");
  });

  it("shows a fragment where there is no sentence", async () => {
    expect(await answerText("logo", [{ title: "Logo", blocks: ["Logo."] }])).toBe("Logo. [1]");
  });

  it("writes nothing without passages", async () => {
    expect(await answerText("anything", [])).toBe("");
  });
});

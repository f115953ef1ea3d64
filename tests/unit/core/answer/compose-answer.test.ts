import { describe, expect, it } from "vitest";
import { composeAnswer } from "../../../../core/answer/quote/compose-answer.ts";
import { findPassages } from "../../../../core/answer/find/find-passages.ts";
import type { Block } from "../../../../core/corpus/format.ts";
import { openSketch, type ChunkSketch } from "../../../support/corpus.ts";

async function answer(question: string, sketches: ChunkSketch[]): Promise<string> {
  const corpus = await openSketch(sketches);
  const { passages, terms } = await findPassages(corpus, { question }, 6);
  const { terms: termsOf } = corpus.retriever;
  return composeAnswer({ question, history: [], passages, terms, termsOf, locale: "en" }).join("\n\n");
}

const code = (text: string, language = "js"): Block => ({ kind: "code", language, code: text });

const OTHERS: ChunkSketch[] = [
  { title: "Fonts", blocks: ["Fonts are loaded from the folder of the theme."] },
  { title: "Search", blocks: ["The search looks through all pages of the site."] },
];

describe("what is kept whole", () => {
  it("are the steps of a how-to", async () => {
    const steps: Block = {
      kind: "list",
      ordered: true,
      items: ["Open the console.", "Export the orders.", "Close it."],
    };
    expect(
      await answer("How do I export orders?", [
        { title: "Export", blocks: ["To export orders, do this:", steps] },
        ...OTHERS,
      ]),
    ).toContain("1. Open the console.\n2. Export the orders.\n3. Close it.");
  });

  it("is code that stands under its heading alone, with the heading", async () => {
    const text = await answer("How do I set a cookie?", [
      {
        title: "Cookie helper",
        headingPath: ["Set a cookie"],
        blocks: [code("setCookie('name', 'value')")],
      },
      ...OTHERS,
    ]);
    expect(text).toBe("Cookie helper › Set a cookie: [1]\n\n```js\nsetCookie('name', 'value')\n```");
  });

  it("is code that shows the use, not the import", async () => {
    const text = await answer("How do I set a cookie?", [
      {
        title: "Cookie helper",
        blocks: [
          "The cookie helper lets you set a cookie.",
          code("import { setCookie } from 'helper'"),
          code("setCookie('name', 'value')"),
        ],
      },
      ...OTHERS,
    ]);
    expect(text).toContain("setCookie('name'");
    expect(text).not.toContain("import");
  });

  it("is the list that was asked for", async () => {
    const text = await answer("Which plans are available?", [
      {
        title: "Plans",
        blocks: [
          "These plans are available:",
          {
            kind: "list",
            ordered: false,
            items: ["Free plan for one", "Team plan for many", "No plan at all"],
          },
        ],
      },
      ...OTHERS,
    ]);
    expect(text).toContain("- Free plan for one\n- Team plan for many\n- No plan at all");
  });

  it("is the small table of a comparison, and of other tables the row under its header", async () => {
    const table: Block = {
      kind: "table",
      rows: [
        ["Plan", "Price", "Seats"],
        ["Basic plan", "5 euros", "one seat"],
        ["Team plan", "12 euros", "ten seats"],
      ],
    };
    const sketches = [{ title: "Plans", blocks: [table] }, ...OTHERS];
    expect(await answer("Basic plan vs team plan", sketches)).toContain(
      "| Team plan | 12 euros | ten seats |",
    );
    const price = await answer("How much does the team plan cost?", sketches);
    expect(price).toContain("| Plan | Price | Seats |");
    expect(price).toContain("| Team plan | 12 euros | ten seats |");
    expect(price).not.toContain("Basic plan");
  });
});

describe("what is quoted", () => {
  it("of a comparison is something of each side, both cited", async () => {
    const text = await answer("What is the difference between static rendering and server rendering?", [
      {
        title: "Static rendering",
        url: "/static/",
        blocks: ["Pages are made once, when the site is built."],
      },
      { title: "Server rendering", url: "/server/", blocks: ["Pages are made for each visitor who asks."] },
      ...OTHERS,
    ]);
    expect(text).toContain("made once");
    expect(text).toContain("for each visitor");
    expect(new Set(text.match(/\[\d\]/g)).size).toBe(2);
  });

  it("of a sentence that points back is what it points to as well", async () => {
    const text = await answer("What is the limit of uploads per day?", [
      {
        title: "Fair use",
        blocks: ["Fair use keeps the service quick. It sets the limit of uploads to 25 per day and account."],
      },
      ...OTHERS,
    ]);
    expect(text).toBe(
      "Fair use keeps the service quick. [1] It sets the limit of uploads to 25 per day and account. [1]",
    );
  });

  it("of an option that is described below its name begins with the name", async () => {
    const text = await answer("What is server.port?", [
      {
        title: "Server options",
        blocks: [
          "server.host",
          "The address to listen on, a text.",
          "server.port",
          "Where to listen, a number from 1 to 65535.",
        ],
      },
      ...OTHERS,
    ]);
    expect(text).toContain("server.port: Where to listen");
  });

  it("is no heading and no row beside the point", async () => {
    const text = await answer("How much does the team plan cost?", [
      {
        title: "Pricing",
        blocks: [
          "Costs of the team plan",
          "The team plan costs 12 euros per seat and month.",
          {
            kind: "table",
            rows: [
              ["Setting", "Cost"],
              ["Plan of attack", "none of the team"],
            ],
          },
        ],
      },
      ...OTHERS,
    ]);
    expect(text).toBe("The team plan costs 12 euros per seat and month. [1]");
  });
});

it("answers from a passage of nothing quotable by its beginning", async () => {
  expect(await answer("logo", [{ title: "Logo", blocks: ["Logo"] }])).toBe("Logo [1]");
});

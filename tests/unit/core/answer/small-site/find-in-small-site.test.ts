import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../../../../core/answer/answer-question.ts";
import { findInSmallSite } from "../../../../../core/answer/small-site/find-in-small-site.ts";
import type { Corpus } from "../../../../../core/corpus/corpus.ts";
import { giveAnswer } from "../../../../retrieval/ask-documentation.ts";
import { openSketch, type ChunkSketch } from "../../../../support/corpus.ts";

const page = (title: string, section: string, ...blocks: ChunkSketch["blocks"]): ChunkSketch => ({
  title,
  headingPath: [section],
  blocks,
});

const SHOP: ChunkSketch[] = [
  page("Contact", "Find us", "12 Mill Street, Ghent. Write to hello@shop.test or call +32 9 000 00 00."),
  page("Contact", "Opening times", "Tuesday to Saturday, 10 am to 6 pm."),
  page("Shipping", "Delivery times", "Parcels arrive in 2 to 3 working days."),
  page("Shipping", "Costs", "Shipping is €4.95, and free from €75."),
  page("Returns", "Refunds", "Refunds are paid within five working days to the card you paid with."),
  page("Care", "Please don't", { kind: "list", ordered: false, items: ["Use bleach", "Iron it hot"] }),
];

const ask = (corpus: Corpus, question: string): ReturnType<typeof giveAnswer> =>
  giveAnswer(corpus, question, DEFAULT_CONFIDENCE_THRESHOLD);

describe("a small site", () => {
  it.each([
    ["when are you open", "10 am to 6 pm"],
    ["how do I get my money back", "five working days"],
    ["whats your number", "+32 9 000 00 00"],
    ["how long does delivery take", "2 to 3 working days"],
    ["how much is shipping", "€4.95"],
    ["address?", "12 Mill Street"],
  ])("answers what its pages say in other words: %s", async (question, fact) => {
    const answer = await ask(await openSketch(SHOP), question);
    expect(answer.refused).toBe(false);
    expect(answer.text).toContain(fact);
    expect(answer.text).toMatch(/\[1\]/);
  });

  it.each(["do you sell wool", "can I park a helicopter", "is there a sauna", "xyzzy"])(
    "refuses what is not on it: %s",
    async (question) => {
      expect((await ask(await openSketch(SHOP), question)).refused).toBe(true);
    },
  );

  it("never quotes a list of don'ts without its don't", async () => {
    const answer = await ask(await openSketch(SHOP), "can I use bleach");
    expect(answer.text).toContain("**Please don't**:");
  });

  it("may be a single sentence, a list of prices, or pages that are nearly equal", async () => {
    const one = await openSketch([{ title: "Ida's", blocks: ["We are open on weekdays from 9 to 5."] }]);
    expect((await ask(one, "opening hours")).text).toContain("9 to 5");
    expect((await ask(one, "do you have parking")).refused).toBe(true);

    const prices = await openSketch([
      {
        title: "Prices",
        blocks: [
          {
            kind: "table",
            rows: [
              ["Cut", "Price"],
              ["Ladies", "£46"],
              ["Gents", "£24"],
            ],
          },
        ],
      },
    ]);
    expect((await ask(prices, "how much is a ladies cut")).text).toContain("£46");

    const equal = await openSketch(
      Array.from({ length: 50 }, (_, at) =>
        page(`Room ${at}`, "Room", `Room number ${at} costs £${100 + at} a night.`),
      ),
    );
    expect((await ask(equal, "how much is room number 17")).text).toContain("£117");
  });

  it("is asked by nothing, by a sign, and by a very long text without harm", async () => {
    const corpus = await openSketch(SHOP);
    for (const question of ["?", "the", "a ".repeat(3000), "“”", "💶", "delivery ".repeat(400)]) {
      expect((await ask(corpus, question)).confidence).toBeGreaterThanOrEqual(0);
    }
  });

  it("is asked by kinds in another language than its own, and says that its pages are not in that", async () => {
    const answer = await ask(await openSketch(SHOP), "wie lange dauert die Lieferung");
    expect(answer.text).toContain("2 to 3 working days");
    expect(answer.text).toMatch(/^Unsere Seiten sind auf Englisch/);
  });

  it("is searched within its filters", async () => {
    const corpus = await openSketch([
      { ...page("Hours", "Opening times", "Open from 9 am to 5 pm."), url: "/en/hours/" },
      { ...page("Hours", "Opening times", "Open from 8 am to 1 pm."), url: "/old/hours/" },
    ]);
    const found = await findInSmallSite(corpus, {
      question: "opening hours",
      filters: { pathPrefix: "/old/" },
      limit: 6,
    });
    expect(found?.passages.map(({ chunk }) => chunk.url)).toEqual(["/old/hours/"]);
  });

  it("is not one where it is large, holds code, or is in a language that has no kinds", async () => {
    const asked = { question: "opening hours", filters: undefined, limit: 6 };
    const large = await openSketch(
      Array.from({ length: 61 }, (_, at) => page(`Page ${at}`, "Hours", "Open.")),
    );
    expect(await findInSmallSite(large, asked)).toBeUndefined();
    const code = await openSketch([
      page("Install", "Install", "Run this:", { kind: "code", language: "sh", code: "npm install" }),
    ]);
    expect(await findInSmallSite(code, asked)).toBeUndefined();
    const finnish = await openSketch([page("Sivu", "Aukioloajat", "Avoinna.")], { language: "fi" });
    expect(await findInSmallSite(finnish, asked)).toBeUndefined();
  });
});

it("takes no word that every question has for a slip", async () => {
  const brewery = [
    page("Birre", "Marzen al miele", "Birra dolce di primissima qualità, perfetta con la carne."),
    page("Birre", "Blanche", "Birra agrumata con note speziate."),
  ];
  const corpus = await openSketch(brewery, { language: "it" });
  const find = async (question: string): Promise<string[]> => {
    const found = await findInSmallSite(corpus, { question, filters: undefined, limit: 6 });
    return (found?.corrections ?? []).map(({ from }) => from);
  };
  expect(await find("quali birre fate")).toEqual([]);
  expect(await find("birra agrummata")).toEqual(["agrummata"]);
});

import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../../../../core/answer/answer-question.ts";
import { findBusinessFacts } from "../../../../../core/answer/small-site/find-business-facts.ts";
import type { Corpus } from "../../../../../core/corpus/corpus.ts";
import { giveAnswer } from "../../../../retrieval/ask-documentation.ts";
import { openSketch, type ChunkSketch } from "../../../../support/corpus.ts";

const page = (title: string, section: string, block: string): ChunkSketch => ({
  title,
  headingPath: [section],
  blocks: [block],
});

/** More passages than a small site has: a maker of loudspeakers, with its manuals. */
const MANUALS: ChunkSketch[] = [
  ...Array.from({ length: 70 }, (_, at) =>
    page(
      `Model ${at + 100}`,
      "Wiring",
      `Strip the cable, twist the strands and push them into terminal ${at}.`,
    ),
  ),
  page(
    "Mobile phones",
    "Pairing a phone",
    "Turn Bluetooth on and choose the speaker among the numbers shown.",
  ),
  page("Accounts", "Changing the e-mail address", "Open the profile and type the new e-mail address twice."),
  page(
    "Network",
    "Addresses",
    "The speaker gets its address from the router. A fixed address is set in the app.",
  ),
  page("Service intervals", "When to open the cabinet", "Open the cabinet after 24 hours of rest."),
];

const CONTACT = page(
  "Contact",
  "Get in touch",
  "Workshop: 01632 960 145, weekdays 9 am to 4 pm. Write to hello@thornspeakers.example. Unit 3, Mill Lane, Corbridge.",
);

const PRICES: ChunkSketch = {
  title: "Price list",
  blocks: [
    {
      kind: "table",
      rows: [
        ["Pair", "Price"],
        ["Thorn 5", "£480"],
        ["Thorn 8", "£940"],
      ],
    },
  ],
} as ChunkSketch;

const ask = (corpus: Corpus, question: string): ReturnType<typeof giveAnswer> =>
  giveAnswer(corpus, question, DEFAULT_CONFIDENCE_THRESHOLD);

describe("what each business has, on a site of many pages", () => {
  it.each([
    ["do you have a phone number", "01632 960 145"],
    ["phone number", "01632 960 145"],
    ["is there a number I can call", "01632 960 145"],
    ["whats your email", "@thornspeakers.example"],
    ["how can I get in touch with you", "@thornspeakers.example"],
    ["where are you based?", "Mill Lane"],
    ["what are your opening hours", "9 am to 4 pm"],
    ["have you got someone I can speak to", "01632 960 145"],
  ])("is found where it is told: %s", async (question, fact) => {
    const answer = await ask(await openSketch([...MANUALS, CONTACT]), question);
    expect(answer.text).toContain(fact);
    expect(answer.refused).toBe(false);
  });

  it("is refused where it is told nowhere", async () => {
    const corpus = await openSketch(MANUALS);
    for (const question of [
      "do you have a phone number",
      "what is your email address",
      "where are you based",
    ]) {
      expect((await ask(corpus, question)).refused, question).toBe(true);
    }
  });

  it("is found among prices too", async () => {
    const answer = await ask(await openSketch([...MANUALS, PRICES]), "do you have a price list");
    expect(answer.text).toContain("£480");
  });

  it.each([
    "how do I change my email address",
    "do you store my phone number",
    "do I need a phone number to pair it",
    "where is the fixed address set",
    "how do I pair my phone",
    "when do I open the cabinet",
  ])("is nothing that is asked about a product: %s", async (question) => {
    const corpus = await openSketch([...MANUALS, CONTACT]);
    expect(await findBusinessFacts(corpus, { question, filters: undefined, limit: 6 })).toBeUndefined();
  });

  it("is no template and no setting that only has its name", async () => {
    const corpus = await openSketch([
      ...MANUALS,
      page("E-mail templates", "Reminder", "Dear customer, reply to reminders@example.com within 3 days."),
    ]);
    const facts = await findBusinessFacts(corpus, {
      question: "what is your email",
      filters: undefined,
      limit: 6,
    });
    expect(facts).toEqual({ found: undefined, isTold: false });
  });

  it("is no date in figures", async () => {
    const corpus = await openSketch([
      ...MANUALS,
      page("Contact", "Changes of this page", "2024-03-18 and 2025-11-02, by our editors."),
    ]);
    expect((await ask(corpus, "phone number?")).refused).toBe(true);
  });

  it("is found in other languages", async () => {
    const german = await openSketch(
      [
        ...Array.from({ length: 70 }, (_, at) => ({
          title: `Modell ${at + 100}`,
          headingPath: ["Anschluss"],
          blocks: [`Das Kabel abisolieren und in Klemme ${at} stecken.`],
          language: "de",
        })),
        { title: "Mobiltelefone", blocks: ["Das Telefon per Bluetooth verbinden."], language: "de" },
        {
          title: "Kontakt",
          blocks: ["Telefon 0911 555 0142, info@dornlautsprecher.example"],
          language: "de",
        },
      ],
      { language: "de" },
    );
    expect((await ask(german, "Habt ihr eine Telefonnummer?")).text).toContain("0911 555 0142");
  });
});

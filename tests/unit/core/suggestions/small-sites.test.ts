import { describe, expect, it } from "vitest";
import type { Block, Chunk } from "../../../../core/corpus/format.ts";
import { headingQuestion } from "../../../../core/suggestions/heading-question.ts";
import { starterQuestions } from "../../../../core/suggestions/starter-questions.ts";
import { openSketch, sketchChunk } from "../../../support/corpus.ts";
import { inverseDocumentFrequency } from "../../../../core/search/packed/bm25f.ts";

function ask(heading: string, { language = "en", text = "" } = {}): string | undefined {
  return headingQuestion({ heading, title: "Page", text, isCommonWord: () => undefined, language })?.question;
}

describe("headings that many sites share", () => {
  it.each([
    ["en", "Opening hours", "When are you open?"],
    ["en", "Shipping costs", "How much does shipping cost?"],
    ["en", "Returns & refunds", "How do I return an order?"],
    ["en", "Lost property", "Where is lost property kept?"],
    ["de", "Öffnungszeiten", "Wann haben Sie geöffnet?"],
    ["fr", "Frais de livraison", "Combien coûte la livraison ?"],
    ["es", "Formas de pago", "¿Cómo puedo pagar?"],
    ["it", "Orari di apertura", "Quando siete aperti?"],
    ["pt", "Devoluções", "Como devolvo um pedido?"],
    ["nl", "Openingstijden", "Wanneer bent u open?"],
    ["sv", "Öppettider", undefined],
  ])("%s: %s → %s", (language, heading, expected) => {
    expect(ask(heading, { language })).toBe(expected);
  });

  it.each([
    ["Booking a table", "How do I book a table?"],
    ["Returning an order", "How do I return an order?"],
    ["Reporting an absence", "How do I report an absence?"],
    ["Cancel your booking", "How do I cancel my booking?"],
    ["Visiting times", undefined],
    ["Hosting fees", undefined],
    ["Cleaning products", undefined],
    ["Booking conditions", undefined],
    ["Order confirmation", undefined],
  ])("%s → %s", (heading, expected) => {
    expect(ask(heading)).toBe(expected);
  });

  it.each([
    ["de", "Passwort ändern", "Wählen Sie ein neues Passwort.", "Passwort ändern: Wie gehe ich vor?"],
    ["de", "Astro installieren", "Laden Sie Astro herunter.", "Wie kann ich Astro installieren?"],
    ["de", "Das Passwort ändern", "Wählen Sie das Passwort.", "Wie kann ich das Passwort ändern?"],
    ["nl", "Wachtwoord wijzigen", "Kies een nieuw wachtwoord.", "Wachtwoord wijzigen: wat moet ik doen?"],
  ])("%s: %s has no noun without its article", (language, heading, text, expected) => {
    expect(ask(heading, { language, text })).toBe(expected);
  });
});

describe("starters of a site with short sections", () => {
  const section = (text: string, body: string): Block[] => [
    { kind: "paragraph", text, isHeading: true, anchor: text.toLowerCase().replace(/ /g, "-"), depth: 1 },
    { kind: "paragraph", text: body },
  ];
  const page: Chunk = {
    ...sketchChunk({ title: "Visit", url: "/visit/", blocks: ["The mill stands on the hill."] }),
    blocks: [
      { kind: "paragraph", text: "The mill stands on the hill behind the church." },
      ...section("Opening hours", "We are open from Tuesday to Sunday between ten and five."),
      ...section("Parking", "You can park your car on the meadow behind the mill, for two crowns a day."),
    ],
  };

  it("are made of the headings inside of a passage, several of one page where there is no other", async () => {
    const sketches = [
      {
        title: "Visit",
        url: "/visit/",
        blocks: page.blocks.map((block) => ("text" in block ? block.text : "")),
      },
      { title: "Bread", url: "/bread/", blocks: ["The baker sells bread of rye and of wheat."] },
    ];
    const corpus = await openSketch(sketches);
    const starters = await starterQuestions(corpus, [page], { confidenceThreshold: 0 });
    expect(starters).toEqual(expect.arrayContaining(["When are you open?", "Where can I park?"]));
  });
});

describe("what a word tells in a small corpus", () => {
  it("is much where one of few passages holds it, little where all do", () => {
    const rare = inverseDocumentFrequency(2, 1);
    expect(rare).toBeGreaterThan(0.7 * inverseDocumentFrequency(2, 0));
    expect(inverseDocumentFrequency(2, 2)).toBeLessThan(0.1 * rare);
    expect(inverseDocumentFrequency(1, 1)).toBeGreaterThan(0);
  });

  it("grows with the passages that hold it not, and is what it was in a larger one", () => {
    const weights = [1, 2, 3, 4, 5].map((holding) => inverseDocumentFrequency(5, holding));
    expect(weights).toEqual(weights.toSorted((one, other) => other - one));
    expect(inverseDocumentFrequency(400, 3)).toBe(Math.log(1 + 397.5 / 3.5));
  });
});

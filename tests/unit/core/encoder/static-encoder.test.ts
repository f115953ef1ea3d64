import { describe, expect, it } from "vitest";
import { createStaticEncoder } from "../../../../core/search/encoder/static-encoder.ts";
import { readEncoderTable } from "../../../../corpus/encoder/read-encoder-table.ts";
import { sketchTable } from "../../../support/encoder-table.ts";

const encoder = await createStaticEncoder(
  await sketchTable([["delete", "remove"], ["account", "profile"], ["price"], ["2", "444"]]),
);
const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

describe("a static encoder", () => {
  it("points the same way for words that mean the same, in any form", () => {
    const question = encoder.encodeQuestion("How do I remove my profile?");
    expect(Math.hypot(...question)).toBeCloseTo(1, 5);
    expect(dot(question, encoder.encodePassage("Deleting accounts"))).toBeCloseTo(1, 5);
    expect(dot(question, encoder.encodePassage("Prices"))).toBeCloseTo(0, 5);
  });

  it("counts a stem of a question once, and of a passage by the logarithm of how often", () => {
    const once = encoder.encodeQuestion("price price price account");
    expect(dot(once, encoder.encodeQuestion("price account"))).toBeCloseTo(1, 5);
    const passage = encoder.encodePassage("price price price account");
    expect((passage[2] ?? 0) / (passage[1] ?? 1)).toBeCloseTo(1 + Math.log(3), 4);
  });

  it("reads the parts of names in code, and tells long numbers apart by their length alone", () => {
    expect(
      dot(encoder.encodeQuestion("deleteAccount"), encoder.encodeQuestion("delete account")),
    ).toBeCloseTo(1, 5);
    expect(encoder.encodeQuestion("987")).toEqual(encoder.encodeQuestion("444"));
    expect(encoder.encodeQuestion("2")).toEqual(encoder.encodeQuestion("444"));
    expect([...encoder.encodeQuestion("3 4444")]).toEqual([0, 0, 0, 0]);
  });

  it("points nowhere for words that it does not know", () => {
    for (const text of ["", "xyzzy", "価格", "a".repeat(50), "?!"]) {
      expect([...encoder.encodeQuestion(text)], text).toEqual([0, 0, 0, 0]);
    }
  });

  it("reads no more of a passage than its beginning", () => {
    const passage = encoder.encodePassage(`${"price ".repeat(260)}${"account ".repeat(5000)}`);
    expect(passage[1]).toBe(0);
  });
});

describe("a word that the table has in another form", () => {
  const table = (language: string, ...groups: string[][]) =>
    sketchTable(groups, language).then(createStaticEncoder);

  it("is known without its accents", async () => {
    const french = await table("fr", ["numéro"], ["théâtre"]);
    expect(french.encodeQuestion("numero")).toEqual(french.encodeQuestion("numéro"));
    expect(french.nearestTo("theatre", ["le théâtre"])).toBeCloseTo(1, 5);
    expect(french.massOf("metro")).toBeUndefined();
  });

  it("is known by its parts where the language puts words together", async () => {
    const german = await table("de", ["kinder"], ["rabatt"]);
    expect(dot(german.encodeQuestion("Kinderrabatt"), german.encodeQuestion("Rabatt Kinder"))).toBeCloseTo(
      1,
      5,
    );
    const dutch = await table("nl", ["kinder"], ["korting"]);
    expect(dutch.nearestTo("kinderkorting", ["korting"])).toBeCloseTo(1, 5);
  });

  it("is known with ae, oe and ue for umlauts in German alone", async () => {
    const german = await table("de", ["prüfung"]);
    expect(german.massOf("pruefung")).toBeDefined();
    expect((await table("nl", ["prüfung"])).massOf("pruefung")).toBeUndefined();
  });

  it("is not looked for in English, whose words stand apart", async () => {
    const english = await table("en", ["dog"], ["house"], ["café"]);
    expect(english.massOf("doghouse")).toBeUndefined();
    expect(english.massOf("cafe")).toBeUndefined();
  });
});

describe("the table of the package", () => {
  it("knows English, and that a question and its answer belong together", async () => {
    const { bytes = new Uint8Array(), problem } = await readEncoderTable("en-GB");
    expect(problem).toBeUndefined();
    expect(bytes.length).toBeLessThan(750_000);
    const english = await createStaticEncoder(bytes);
    const question = english.encodeQuestion("How do I get rid of my account?");
    const near = english.encodePassage("Delete your user: in the settings, choose Remove and confirm.");
    const far = english.encodePassage("Charts: choose the colour of the bars and the scale of the axis.");
    expect(dot(question, near)).toBeGreaterThan(dot(question, far) + 0.1);
  });

  it("knows everyday words too, for small sites", async () => {
    const { bytes = new Uint8Array(), problem } = await readEncoderTable("en", { isSmallSite: true });
    expect(problem).toBeUndefined();
    expect(bytes.length).toBeLessThan(750_000);
    const english = await createStaticEncoder(bytes);
    const question = english.encodeQuestion("can i bring my poodle");
    const near = english.encodePassage("Animals: four-legged friends are welcome in the garden, on a lead.");
    const far = english.encodePassage(
      "Settling up: we take cards and cash, and send an invoice to companies.",
    );
    expect(dot(question, near)).toBeGreaterThan(dot(question, far) + 0.1);
  });

  it.each([
    [
      "de",
      "darf mein hund mit",
      "Haustiere: Vierbeiner sind angeleint willkommen.",
      "Wir nehmen Karten und Bargeld.",
    ],
    [
      "es",
      "puedo llevar a mi perro",
      "Las mascotas son bienvenidas con correa.",
      "Aceptamos tarjetas y efectivo.",
    ],
    [
      "fr",
      "je peux venir avec mon chien",
      "Les animaux sont admis en laisse.",
      "Nous acceptons les cartes et le liquide.",
    ],
    [
      "it",
      "posso portare il cane",
      "Gli animali sono ammessi al guinzaglio.",
      "Accettiamo carte e contanti.",
    ],
    [
      "nl",
      "mag mijn hond mee",
      "Huisdieren zijn welkom aan de lijn.",
      "Wij nemen kaarten en contant geld aan.",
    ],
    ["pt", "posso levar o cão", "Os animais são bem-vindos com trela.", "Aceitamos cartões e dinheiro."],
  ])("knows everyday words of other languages for small sites: %s", async (language, asked, near, far) => {
    const { bytes = new Uint8Array(), problem } = await readEncoderTable(language, { isSmallSite: true });
    expect(problem).toBeUndefined();
    expect(bytes.length).toBeLessThan(250_000);
    const encoder = await createStaticEncoder(bytes);
    const question = encoder.encodeQuestion(asked);
    expect(dot(question, encoder.encodePassage(near))).toBeGreaterThan(
      dot(question, encoder.encodePassage(far)) + 0.1,
    );
  });

  it("is not there for documentation in other languages, and no problem", async () => {
    expect(await readEncoderTable("de")).toEqual({});
    expect(await readEncoderTable("pl", { isSmallSite: true })).toEqual({});
  });

  it("is a problem with a fix where the file is missing", async () => {
    const { bytes, problem } = await readEncoderTable("en", { folder: new URL("file:///no/such/folder/") });
    expect(bytes).toBeUndefined();
    expect(problem).toMatch(/encoder-en\.bin is not used: it cannot be read.*--no-encoder/);
  });
});

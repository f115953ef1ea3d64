import { describe, expect, it } from "vitest";
import { createSiteVoice } from "../../../../core/answer/tidy/site-voice.ts";
import { readCutEverywhere } from "../../../support/cut-everywhere.ts";

/** What is said in the end, however the text comes in. */
function said(reply: string, { language = "en", pages = "" } = {}): string {
  return readCutEverywhere((pieces) => {
    const voice = createSiteVoice({
      positions: new Set([1, 2, 3, 4]),
      language,
      isSpokenOf: (words) => pages.toLowerCase().includes(words),
    });
    return pieces.map((piece) => voice.push(piece)).join("") + voice.end();
  }, reply);
}

describe("what a sentence begins with", () => {
  it.each([
    ["en", "Based on passage 3, the berth costs 5 euros [3].", "The berth costs 5 euros [3]."],
    ["en", "According to the documents provided, it is free [1].", "It is free [1]."],
    ["en", "As mentioned in passages 1 and 2, it is free. Come in [3].", "It is free [1][2]. Come in [3]."],
    ["en", "- From the provided excerpts, it is free [1]", "- It is free [1]"],
    ["en", "According to [2], it is free.", "It is free [2]."],
    ["en", "The passages say that dogs may come [2].", "Dogs may come [2]."],
    [
      "en",
      "As an AI language model, I can't see prices, but it is free [1].",
      "I can't see prices, but it is free [1].",
    ],
    ["de", "Laut Passage 3 kostet es 5 Euro.", "Laut unseren Seiten kostet es 5 Euro [3]."],
    ["de", "Wie in Passage 3 erwähnt, kostet es 5 Euro [3].", "Laut unseren Seiten kostet es 5 Euro [3]."],
    ["fr", "D’après l’extrait 3, c'est gratuit.", "C'est gratuit [3]."],
    ["es", "Según los fragmentos proporcionados, es gratis [1].", "Es gratis [1]."],
    ["it", "In base ai passaggi forniti, il posto costa 5 euro [1].", "Il posto costa 5 euro [1]."],
    ["pt", "De acordo com o contexto fornecido, a vaga custa 5 euros [1].", "A vaga custa 5 euros [1]."],
    [
      "nl",
      "Op basis van de verstrekte passages kost het 5 euro [1].",
      "Volgens onze pagina's kost het 5 euro [1].",
    ],
  ])("is left out or becomes ours (%s): %s", (language, reply, expected) => {
    expect(said(reply, { language })).toBe(expected);
  });
});

describe("within a sentence", () => {
  it.each([
    ["en", "Dogs are not mentioned in the provided context.", "Dogs are not mentioned on our pages."],
    ["en", "The provided context does not mention dogs.", "Our website does not mention dogs."],
    [
      "en",
      "Passages 1 and 2 do not tell; the passages are silent.",
      "Our pages do not tell; our pages are silent [1][2].",
    ],
    ["de", "Dazu steht im bereitgestellten Kontext nichts.", "Dazu steht auf unseren Seiten nichts."],
    ["fr", "Ce n'est pas indiqué dans le contexte fourni.", "Ce n'est pas indiqué sur nos pages."],
    ["es", "No se menciona en el contexto proporcionado.", "No se menciona en nuestras páginas."],
    ["it", "Non se ne parla nel contesto fornito.", "Non se ne parla sulle nostre pagine."],
    ["pt", "Não é mencionado no contexto fornecido.", "Não é mencionado nas nossas páginas."],
    ["nl", "Dat staat niet in de verstrekte context.", "Dat staat niet op onze pagina's."],
  ])("it becomes ours (%s): %s", (language, reply, expected) => {
    expect(said(reply, { language })).toBe(expected);
  });
});

describe("a sentence that says nothing else", () => {
  it.each([
    ["en", "As an AI language model, I cannot browse the web. It is free [1].", "It is free [1]."],
    ["en", "Here's what I found in the passages you provided:\n\n- It is free [1]", "- It is free [1]"],
    ["en", "It is free [1]. This answer is based on the provided passages.", "It is free [1]. "],
    ["de", "Als KI-Sprachmodell kann ich nicht ins Internet. Es ist frei [1].", "Es ist frei [1]."],
    ["fr", "En tant qu'IA, je ne peux pas naviguer. C'est gratuit [1].", "C'est gratuit [1]."],
    ["es", "Como modelo de lenguaje, no puedo navegar. Es gratis [1].", "Es gratis [1]."],
    ["it", "In quanto intelligenza artificiale, non posso navigare. È gratis [1].", "È gratis [1]."],
    ["pt", "Como um modelo de linguagem, não posso navegar. É grátis [1].", "É grátis [1]."],
    ["nl", "Als AI-taalmodel kan ik niet op internet. Het is gratis [1].", "Het is gratis [1]."],
  ])("is left out (%s): %s", (language, reply, expected) => {
    expect(said(reply, { language })).toBe(expected);
  });

  it("stays where it says something", () => {
    const reply = "As an AI assistant, I cannot book, the desk takes 12 bookings a day.";
    expect(said(reply)).toContain("12 bookings a day");
  });
});

describe("what is let be", () => {
  it.each([
    "He said “according to the provided passages, no” and left [1].",
    "> Based on the provided context, it is free.",
    "Write `according to the provided context, x` into it [1].",
    "```\nBased on passage 3, x\n```\n",
    "In the context of a form, it is free [1].",
    "The documents provided by the embassy are checked [1].",
    "Insert snippets into 50,000 passages of text [1].",
    "Built-in the passage-way stands a lamp [1].",
  ])("%s", (reply) => {
    expect(said(reply)).toBe(reply);
  });

  it.each([
    ["The passages sail at noon [1].", "All passages to the island are by ferry."],
    ["Based on the documents you provided, we decide [1].", "We read the documents you provided."],
    ["As an AI assistant, I am not for minors [1].", "Say so: as an AI assistant I ..."],
  ])("because the pages speak of it: %s", (reply, pages) => {
    expect(said(reply, { pages })).toBe(reply);
  });

  it("what cannot become a phrase any more is not held", () => {
    const voice = createSiteVoice({ positions: new Set([1]), language: "en", isSpokenOf: () => false });
    expect(voice.push("Based on the pr")).toBe("");
    expect(voice.push("ice, the berth ")).toBe("Based on the price, the berth ");
    expect(voice.push("costs")).toBe("costs");
  });
});

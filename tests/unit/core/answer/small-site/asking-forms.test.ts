import { describe, expect, it } from "vitest";
import { askingForms, type AskingForm } from "../../../../../core/answer/small-site/asking-forms.ts";

const asksBy = (form: AskingForm, question: string, language: string): boolean =>
  askingForms(question, language).has(form);

describe("how a question is put", () => {
  it.each([
    ["do you sell gift cards", "en"],
    ["My son is six. Are there lessons for him?", "en"],
    ["hi, is there parking", "en"],
    ["habt ihr vegane Kuchen", "de"],
    ["¿Tenéis cursos en verano?", "es"],
    ["y a-t-il un parking", "fr"],
    ["avete posti per camper", "it"],
    ["hebben jullie kinderzitjes", "nl"],
    ["têm estacionamento", "pt"],
  ])("%s: whether there is something", (question, language) => {
    expect(asksBy("existence", question, language)).toBe(true);
    expect(asksBy("whether", question, language)).toBe(true);
    expect(asksBy("open", question, language)).toBe(false);
  });

  it.each([
    ["how much is a haircut", "en"],
    ["what’s your number, please", "en"],
    ["wo kann ich parken", "de"],
    ["cuánto cuesta", "es"],
    ["combien ça coûte", "fr"],
    ["quando siete aperti", "it"],
    ["hoe laat gaan jullie open", "nl"],
    ["onde ficam", "pt"],
  ])("%s: how, when, where", (question, language) => {
    expect(asksBy("open", question, language)).toBe(true);
    expect(asksBy("existence", question, language)).toBe(false);
  });

  it.each<[string, string, AskingForm]>([
    ["how long is a lesson", "en", "measure"],
    ["what if it rains", "en", "condition"],
    ["do i have to bring a mat", "en", "duty"],
    ["can my dog come", "en", "own"],
    ["anything for toddlers", "en", "any"],
    ["wie lange dauert der Kurs", "de", "measure"],
    ["¿qué pasa si llego tarde?", "es", "condition"],
    ["dois-je réserver", "fr", "duty"],
    ["posso portare il mio cane", "it", "own"],
    ["wat als het regent", "nl", "condition"],
    ["quanto custa", "pt", "measure"],
  ])("%s (%s): %s", (question, language, form) => {
    expect(asksBy(form, question, language)).toBe(true);
    expect(asksBy(form, "xyz", language)).toBe(false);
  });

  it("is not told by parts of words, nor in a language without a list", () => {
    expect(asksBy("open", "showroom, anyhow", "en")).toBe(false);
    expect(asksBy("existence", "do you sell gift cards", "ja")).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { asksOfSite } from "../../../../../core/answer/small-site/asks-of-site.ts";

describe("a question for the business as a whole", () => {
  it.each([
    ["en", "What do you do?"],
    ["en", "so what exactly do you guys do"],
    ["en", "what is this place"],
    ["de", "Was macht ihr eigentlich?"],
    ["es", "¿A qué os dedicáis?"],
    ["fr", "Que faites-vous ?"],
    ["it", "Di cosa vi occupate?"],
    ["pt", "O que fazem?"],
    ["nl", "Wat doen jullie?"],
  ])("is told in %s: %s", (language, question) => {
    expect(asksOfSite(question, language)).toBe(true);
  });

  it.each([
    ["en", "what do you do with old mattresses"],
    ["en", "what does it do to my skin"],
    ["de", "was macht ihr am Sonntag"],
    ["xx", "what do you do"],
  ])("is not %s: %s", (language, question) => {
    expect(asksOfSite(question, language)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { businessKinds } from "../../../../../core/answer/small-site/business-kinds.ts";
import { readWords } from "../../../../../core/answer/small-site/read-words.ts";

function kindsOf(text: string, by: "visitor" | "page", language = "en"): string[] {
  const kinds = businessKinds(language);
  return [...new Set(kinds.find(readWords(text, language), by).map(({ kind }) => kinds.names[kind] ?? ""))];
}

describe("the kinds of what businesses say", () => {
  it.each([
    ["can I get my money back", "refund"],
    ["whats your number", "phone"],
    ["where do we leave the car", "parking"],
    ["how do I send something back", "returns"],
    ["we have to call our holiday off", "cancel"],
    ["is there a lift, I'm in a wheelchair", "access"],
    ["open saturdays?", "saturday"],
    ["E-mail", "email"],
  ])("meet a visitor's words: %s", (question, kind) => {
    expect(kindsOf(question, "visitor")).toContain(kind);
  });

  it("meet the owner's words for the same", () => {
    expect(kindsOf("Refunds are paid within five days.", "page")).toContain("refund");
    expect(kindsOf("One well-behaved dog may stay.", "page")).toContain("pets");
    expect(kindsOf("Monday – Friday: every day but Sunday", "page")).toContain("saturday");
  });

  it("keep what only visitors say, or only pages, to them", () => {
    expect(kindsOf("how much", "visitor")).toContain("price");
    expect(kindsOf("how much", "page")).not.toContain("price");
    expect(kindsOf("desk", "visitor")).not.toContain("hours");
  });

  it("know what is one of many", () => {
    const found = businessKinds("en").find(readWords("paypal", "en"), "visitor");
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ isOneOfMany }) => isOneOfMany)).toBe(true);
  });

  it("are none for a language without a table, and for words that name none", () => {
    expect(businessKinds("xx").names).toEqual([]);
    expect(kindsOf("zirconium", "visitor")).toEqual([]);
    expect(kindsOf("", "visitor")).toEqual([]);
  });

  it("tell a word that is one letter away, and no other", () => {
    expect(businessKinds("en").nearest("gaurantee")).toBe("guarantee");
    expect(businessKinds("en").nearest("zirconium")).toBeUndefined();
  });
});

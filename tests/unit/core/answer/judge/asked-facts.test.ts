import { describe, expect, it } from "vitest";
import { askedFacts, tellsFact, type FactKind } from "../../../../../core/answer/judge/asked-facts.ts";
import { isEveryday } from "../../../../../core/answer/judge/everyday-words.ts";

describe("facts that are asked for", () => {
  it.each<[string, FactKind[]]>([
    ["How long does the review take?", ["duration"]],
    ["how many days until the keys expire", ["duration", "count"]],
    ["How long is a passage?", ["count"]],
    ["maximum upload", ["count"]],
    ["growth plan price", ["price"]],
    ["When is the next meeting?", ["date"]],
    ["support phone number", ["contact"]],
    ["Who approves the budget?", ["price", "person"]],
    ["Which Node version do I need?", ["version"]],
    ["How do I rename a folder?", []],
    ["dark mode", []],
    ["", []],
  ])("are seen in: %s", (question, kinds) => {
    expect(askedFacts(question)).toEqual(kinds);
  });

  it.each<[FactKind, string, string]>([
    ["duration", "The review takes two to three working days.", "The review is done by the office."],
    ["duration", "It is available immediately.", "It is available on request."],
    ["count", "At least two reviewers approve it.", "Reviewers approve it."],
    ["price", "The plan costs $12 a month.", "The plan has a price list of its own."],
    ["price", "It is free for schools.", "Schools may use it."],
    ["date", "The next one is in March 2031.", "The next one is announced in the panel."],
    ["contact", "Write to help@lumen.example.", "Lumen is written for everybody."],
    ["person", "It was started by Ada Marsh.", "It was started in a garage."],
    ["version", "Node 20.1 or newer.", "A recent Node."],
  ])("%s is told by a sentence, or not", (kind, telling, other) => {
    expect(tellsFact(kind, telling)).toBe(true);
    expect(tellsFact(kind, other)).toBe(false);
  });

  it("stay cheap in long texts without an end", () => {
    const text = "how many ".repeat(2000) + "who should ".repeat(2000) + "a".repeat(20_000);
    expect(askedFacts(text)).toContain("count");
    expect(tellsFact("version", "ab ".repeat(20_000))).toBe(false);
  });
});

describe("everyday words", () => {
  it.each(["boss", "Tomorrow", "doesn't", "doesnt", "better", "two", "30", "2.5"])(
    "are those like %s",
    (word) => {
      expect(isEveryday(word)).toBe(true);
    },
  );

  it.each(["kanban", "board", "passkey", "8787", "vault", ""])("are none like %s", (word) => {
    expect(isEveryday(word)).toBe(false);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildPrompt } from "../../../../core/answer/write/build-prompt.ts";
import { createLeakGuard } from "../../../../core/answer/write/leak-guard.ts";
import {
  PROMPT_VERSION,
  secretInstructions,
  systemPrompt,
} from "../../../../core/answer/write/system-prompt.ts";
import { sha256Hex } from "../../../../core/corpus/hash.ts";
import { estimateTokens } from "../../../../core/text/estimate-tokens.ts";
import type { GenerationRequest } from "../../../../core/answer/generation-provider.ts";
import { sketchChunk } from "../../../support/corpus.ts";

const chunk = sketchChunk({ title: "Hours", blocks: ["We open at 9."], updatedOn: "2026-03-02" });
const REQUEST: GenerationRequest = {
  question: "Are you open today?",
  history: [],
  passages: [
    {
      chunk,
      ordinal: 0,
      relativeScore: 1,
      source: { position: 1, title: "Hours", url: "/hours/", excerpt: "", score: 1 },
    },
  ],
  terms: [],
  termsOf: () => [],
  locale: "de",
  questionLanguage: "en",
  today: "2026-11-30",
};

describe("the version of the prompt", () => {
  /** Each version with the hash of its text: where a word changes, raise the version and put its hash here. */
  const HASHES: Record<string, string> = {
    "3": "7a44bc30210783e3c167984d1a93f3a7ecf98d3922ff0f81721cc668b6c615db",
  };

  it("changes with its text: what was answered with another one is not served", async () => {
    const variants = [
      REQUEST,
      { ...REQUEST, questionLanguage: undefined },
      { ...REQUEST, insistsOnLanguage: true },
      { ...REQUEST, style: { voice: "v", instructions: "i", disclaimer: "d" } },
    ].map((request) => buildPrompt(request, "k3y"));
    expect({ [PROMPT_VERSION]: await sha256Hex(JSON.stringify(variants)) }).toEqual(HASHES);
  });
});

describe("what a model is told", () => {
  it("is short: a ninth of the passages that it comes with by default", () => {
    expect(estimateTokens(systemPrompt(REQUEST, "0a1b2c3d4e5f60718293a4b5c6d7e8f9"))).toBeLessThan(720);
  });

  it("has today's date with its weekday, and the day that a passage was updated on", () => {
    const { system, messages } = buildPrompt(REQUEST, "k3y");
    expect(system).toContain("Today is Monday, 2026-11-30.");
    expect(messages[0]?.content).toContain("<passage 1 k3y>\nHours\nUpdated: 2026-03-02\n\nWe open at 9.");
  });

  it("has no date where none is known", () => {
    const undated = sketchChunk({ title: "Hours", blocks: ["We open at 9."] });
    const passages = REQUEST.passages.map((passage) => ({ ...passage, chunk: undated }));
    const { system, messages } = buildPrompt({ ...REQUEST, passages, today: undefined }, "k3y");
    expect(system).not.toContain("Today");
    expect(messages[0]?.content).not.toContain("Updated");
  });

  it("names the language last, before the data and behind it", () => {
    const last = (changes: Partial<GenerationRequest>): string[] => {
      const { system, messages } = buildPrompt({ ...REQUEST, ...changes }, "k3y");
      return [system, messages[0]?.content ?? ""].map((text) => text.split("\n").at(-1) ?? "");
    };
    for (const line of last({})) expect(line).toMatch(/Write in English, the language of the question,/);
    for (const line of last({ questionLanguage: undefined })) expect(line).toMatch(/unclear, in German\.$/);
    for (const line of last({ insistsOnLanguage: true })) expect(line).toMatch(/every sentence in English/);
    for (const line of last({ questionLanguage: "not a tag" })) expect(line).toContain("not a tag");
  });

  it("cites in its example what no passage is: whoever copies it cites nothing", () => {
    const positions = [...systemPrompt(REQUEST, "k3y").matchAll(/\[(\d+)\]/g)].map(([, digits]) =>
      Number(digits),
    );
    // Those that show how to cite, and those of the example: a prompt never has nine hundred passages.
    expect(positions.filter((position) => position > 3)).toEqual([902, 902, 901]);
  });
});

describe("what nobody may read", () => {
  const leakOf = (text: string): string | undefined => {
    const instructions = secretInstructions(REQUEST);
    const guard = createLeakGuard({ instructions, fenceMark: "0a1b2c3d4e5f6071", publicText: () => "" });
    guard.push(text);
    guard.end();
    return guard.leaked;
  };

  it.each([
    ["the date", "Yes: today is Monday, 2026-11-30, and we open at 9 on Mondays. [1]"],
    ["a part of the question that stays open", "Our pages do not say whether there is a ferry at night."],
    ["a part that is not told", "Our pages do not tell of any discount for students or for families."],
    ["an older page", "An older page says 3 euros [1], the newer one says 4 euros for each of 2 adults [2]."],
    ["a sum", "They pay 8 euros: 4 euros for each of 2 adults [2], while children under 7 travel free [2]."],
    ["how to cite", "Cite the passages of a book by number, in brackets, like this: (Marsh 2019, p. 7)."],
    [
      "how to answer well",
      "Begin with the answer itself, then write short paragraphs with the numbers used.",
    ],
    ["a language", "Write in German, the language of your customers, and keep names as they are."],
  ])("leaves room for true answers: %s", (_, text) => {
    expect(leakOf(text)).toBeUndefined();
  });

  it("is said by no page of the documentation, which speaks of prompts itself", () => {
    const folder = new URL("../../../../demo/docs", import.meta.url).pathname;
    const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".md"),
    );
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.filter((page) => leakOf(readFileSync(join(folder, page), "utf8")) !== undefined)).toEqual(
      [],
    );
  });

  it("is each of its sentences, the example's and the last one's too", () => {
    const { system, messages } = buildPrompt({ ...REQUEST, today: undefined }, "k3y");
    const lines = [...system.split("\n"), messages[0]?.content.split("\n").at(-1) ?? ""];
    const telling = lines.filter((line) => (line.match(/\p{L}+/gu)?.length ?? 0) > 10);
    expect(telling.length).toBeGreaterThan(14);
    for (const line of telling)
      expect([line, leakOf(line.replaceAll(" k3y", ""))]).toEqual([line, "instructions"]);
  });
});

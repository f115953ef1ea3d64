import { describe, expect, it } from "vitest";
import { judgeEvidence, type Judged, type Verdict } from "../../../../core/answer/judge/gate.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import type { QueryTerm } from "../../../../core/search/retriever.ts";
import { sketchChunk } from "../../../support/corpus.ts";
import { createScriptedProvider } from "../../../support/scripted-provider.ts";

const term = (word: string, known: boolean): QueryTerm => ({ term: word, word, weight: 2, known });
const UNKNOWN = [term("diplomat", false), term("visa", false), { ...term("need", true), weight: 0.2 }];
const KNOWN = [term("team", true), term("visa", false), term("diplomat", false)];
const chunk = sketchChunk({ title: "Plans", blocks: ["The team plan."] });
const source = { position: 1, title: "Plans", url: "/plans/", excerpt: "", score: 1 };
const passages = [{ chunk, ordinal: 0, relativeScore: 1, source }];

function judge(
  changes: Partial<Judged["evidence"]> & {
    isWholeSite?: boolean;
    looksOffTopic?: boolean;
    isUntranslated?: boolean;
  },
  thresholds: { confidenceThreshold?: number; modelConfidenceThreshold?: number } = {},
  provider = createScriptedProvider([]) as Parameters<typeof judgeEvidence>[1]["provider"],
): Verdict {
  const { isWholeSite = false, looksOffTopic = false, isUntranslated = false, ...evidence } = changes;
  return judgeEvidence(
    {
      evidence: { confidence: 0, terms: UNKNOWN, ...evidence },
      chosen: { passages, isWholeSite },
      route: { kind: "search", looksOffTopic },
      isUntranslated,
    },
    { provider, confidenceThreshold: 0.3, ...thresholds },
  );
}

describe("whether a model is asked", () => {
  it.each<[string, Parameters<typeof judge>[0], Verdict]>([
    ["a confidence of .05", { confidence: 0.05 }, "write"],
    ["less, of words that no page has", { confidence: 0.04 }, "refuse"],
    ["less, of words that the pages have", { confidence: 0.01, terms: KNOWN }, "write"],
    ["nothing at all, and the whole site", { confidence: 0, isWholeSite: true }, "write"],
    ["another matter, and the whole site", { isWholeSite: true, looksOffTopic: true }, "write"],
    ["another matter", { confidence: 0.04, looksOffTopic: true }, "off-topic"],
    ["another matter with some confidence", { confidence: 0.1, looksOffTopic: true }, "write"],
    ["a confidence that is no number", { confidence: Number.NaN }, "refuse"],
    ["passages that were found by meaning", { isByMeaning: true }, "write"],
    ["another matter by meaning", { isByMeaning: true, looksOffTopic: true }, "off-topic"],
    ["words of another language", { isUntranslated: true }, "write"],
  ])("with %s", (_, changes, verdict) => {
    expect(judge(changes)).toBe(verdict);
  });

  it("is never told of no passage", () => {
    const chosen = { passages: [], isWholeSite: true };
    const judged = { evidence: { confidence: 1, terms: KNOWN }, chosen, isUntranslated: false } as const;
    const route = { kind: "search", looksOffTopic: false } as const;
    const thresholds = { provider: createScriptedProvider([]), confidenceThreshold: 0 };
    expect(judgeEvidence({ ...judged, route }, thresholds)).toBe("refuse");
  });

  it("goes by a threshold that was set", () => {
    expect(judge({ confidence: 0.2, terms: KNOWN }, { modelConfidenceThreshold: 0.25 })).toBe("refuse");
    expect(judge({ confidence: 0 }, { modelConfidenceThreshold: 0 })).toBe("write");
    expect(judge({ confidence: 0 }, { confidenceThreshold: 0 })).toBe("write");
  });

  it("is another matter than whether something is quoted", () => {
    const quoting = createExtractiveProvider();
    const site = { isWholeSite: true, terms: KNOWN, isByMeaning: true, isUntranslated: true };
    expect(judge({ ...site, confidence: 0.29 }, {}, quoting)).toBe("refuse");
    expect(judge({ ...site, confidence: 0.29, looksOffTopic: true }, {}, quoting)).toBe("off-topic");
    expect(judge({ confidence: 0.3 }, {}, quoting)).toBe("write");
    expect(judge({ ...site, confidence: Number.NaN }, {}, quoting)).toBe("refuse");
  });
});

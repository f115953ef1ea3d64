import { beforeAll, describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../core/answer/answer-question.ts";
import { SURE_CONFIDENCE } from "../../../../core/answer/judge/confidence.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import type { GenerationProvider } from "../../../../core/answer/generation-provider.ts";
import { phrasesFor } from "../../../../core/answer/phrases.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { ChatRequest } from "../../../../core/protocol.ts";
import { openSketch, SKETCHES } from "../../../support/corpus.ts";
import { createScriptedProvider, STOP } from "../../../support/scripted-provider.ts";

let corpus: Corpus;
beforeAll(async () => {
  // As of a documentation: each passage below a heading.
  corpus = await openSketch(SKETCHES.map((sketch) => ({ headingPath: [`On ${sketch.title}`], ...sketch })));
});

/** With a threshold of 0 nothing is refused that shares a word with the pages. */
async function ask(
  request: ChatRequest,
  { provider = createExtractiveProvider(), confidenceThreshold = 0 } = {},
): Promise<{ text: string; confidence: number }> {
  let text = "";
  let confidence = -1;
  const dependencies = { corpus, provider, confidenceThreshold, newId: () => "id-of-a-test" };
  const signal = new AbortController().signal;
  for await (const event of answerQuestion(request, dependencies, { signal })) {
    if (event.type === "text-delta") text += event.text;
    if (event.type === "answer-reset") text = "";
    if (event.type === "answer-end") confidence = event.confidence;
  }
  return { text, confidence };
}

const SURE = ["Who founded Lumen?", "How much does the team plan cost?", "How do I deploy a site?"];
const UNSURE = [
  "Can I deploy to a host in Lisbon with Docker?",
  "How do I deploy with Kubernetes?",
  "Is there a template for the domain of a company?",
];
const { closest } = phrasesFor("en");

describe("what is said before an answer that may be none", () => {
  it.each(UNSURE)("stands before what is quoted: %s", async (question) => {
    const { text, confidence } = await ask({ question });
    expect(confidence).toBeLessThan(SURE_CONFIDENCE);
    expect(text.startsWith(`${closest}\n\n`)).toBe(true);
    expect(text).toMatch(/\[\d\]/);
    expect(text.split(closest)).toHaveLength(2);
  });

  it.each(SURE)("is left out where the pages answer: %s", async (question) => {
    const { text, confidence } = await ask({ question });
    expect(confidence).toBeGreaterThanOrEqual(SURE_CONFIDENCE);
    expect(text).not.toContain(closest);
  });

  it("is said in the visitor's language", async () => {
    const { text } = await ask({ question: "Installation Kubernetes", locale: "de-AT" });
    expect(text.startsWith(`${phrasesFor("de").closest}\n\n`)).toBe(true);
    expect(phrasesFor("de").closest).not.toBe(closest);
  });

  it("is not said before a refusal", async () => {
    const [question = ""] = UNSURE;
    const { text } = await ask({ question }, { confidenceThreshold: 0.99 });
    expect(text.startsWith(phrasesFor("en").refusalWithExcerpts)).toBe(true);
    expect(text).not.toContain(closest);
  });

  it("follows what was corrected in the question", async () => {
    const { text } = await ask({ question: "How do I deploi with Kubernetes?" });
    const corrected = phrasesFor("en").corrected("deploi", "deploy");
    expect(text.startsWith(`${corrected} ${closest}\n\n`)).toBe(true);
  });

  it("is left to a model, which says itself what it does not find", async () => {
    const provider: GenerationProvider = createScriptedProvider(["You cannot, as far as I see. [1]", STOP]);
    for (const question of UNSURE) {
      const { text, confidence } = await ask({ question }, { provider });
      expect(confidence).toBeLessThan(SURE_CONFIDENCE);
      expect(text).not.toContain(closest);
      expect(text).toContain("You cannot, as far as I see.");
    }
  });

  it("is said of quotations that stand in for a model", async () => {
    // It cites nothing: what it wrote is not shown.
    const provider: GenerationProvider = createScriptedProvider(["Try it under the settings.", STOP]);
    const { text } = await ask({ question: UNSURE[0] as string }, { provider });
    expect(text.startsWith(`${phrasesFor("en").writingUnavailable}\n\n${closest}\n\n`)).toBe(true);
    const sure = await ask({ question: SURE[0] as string }, { provider });
    expect(sure.text).not.toContain(closest);
  });
});

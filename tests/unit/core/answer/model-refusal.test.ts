import { beforeAll, describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../core/answer/answer-question.ts";
import type { AnswerFailure } from "../../../../core/answer/answer-dependencies.ts";
import type { ModelRefusal } from "../../../../core/answer/generation-provider.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { ChatEvent, ChatEventOf } from "../../../../core/protocol.ts";
import { openSketch, SKETCHES } from "../../../support/corpus.ts";
import { createScriptedProvider, STOP, type ScriptStep } from "../../../support/scripted-provider.ts";

const QUESTION = "What does the team plan cost?";

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch(SKETCHES);
});

interface Asked {
  events: ChatEvent[];
  text: string;
  end: ChatEventOf<"answer-end">;
  failures: AnswerFailure[];
  refusals: ModelRefusal[];
}

async function ask(script: ScriptStep[], { question = QUESTION, locale = "en" } = {}): Promise<Asked> {
  const failures: AnswerFailure[] = [];
  const refusals: ModelRefusal[] = [];
  const events: ChatEvent[] = [];
  const answer = answerQuestion(
    { question, locale },
    {
      corpus,
      provider: createScriptedProvider(script),
      confidenceThreshold: 0.3,
      newId: () => "id",
      onFailure: (failure) => failures.push(failure),
      onModelRefused: (refusal) => refusals.push(refusal),
    },
    { signal: new AbortController().signal },
  );
  for await (const event of answer) events.push(event);
  const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
  return { events, text, end: events.at(-1) as Asked["end"], failures, refusals };
}

const REFUSAL = "I'm sorry, but our pages don't say what the team plan costs. Please ask the sales team.";

describe("a refusal in a model's own words", () => {
  it("is ours, however it is cut, with the nearest pages and no failure", async () => {
    const ways = [
      [...REFUSAL],
      [REFUSAL],
      ...[5, 17, 40, 62].map((at) => [REFUSAL.slice(0, at), REFUSAL.slice(at)]),
    ];
    for (const pieces of ways) {
      const { events, text, end, failures, refusals } = await ask([...pieces, STOP]);
      expect(text).toBe("I could not find an answer to this in our pages. These are the nearest ones.");
      expect(end.finishReason).toBe("refused");
      expect(events.some(({ type }) => type === "answer-reset")).toBe(false);
      const sources = events.filter((event) => event.type === "sources-available").at(-1)?.sources ?? [];
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.length).toBeLessThanOrEqual(3);
      expect(failures).toEqual([]);
      expect(refusals).toEqual([{ by: "words", isTakenBack: false }]);
    }
  });

  it.each<[string, ScriptStep[], ModelRefusal["by"]]>([
    ["the mark before it", ["NO_ANSWER\n\n", REFUSAL, STOP], "mark"],
    ["the mark behind it", [REFUSAL, "\n\nNO_ANSWER", STOP], "mark"],
    ["the vendor's filter", [{ type: "end", finishReason: "refused" }], "provider"],
    ["the vendor's filter behind its words", [REFUSAL, { type: "end", finishReason: "refused" }], "provider"],
  ])("is the same with %s", async (_name, script, by) => {
    const { text, failures, refusals } = await ask(script);
    expect(text).toMatch(/^I could not find/);
    expect(failures).toEqual([]);
    expect(refusals).toEqual([{ by, isTakenBack: false }]);
  });

  it("is told in the visitor's language, whatever the model's", async () => {
    const { text } = await ask([REFUSAL, STOP], {
      question: "Was kostet der Team-Tarif im Monat?",
      locale: "de",
    });
    expect(text).toContain("keine Antwort gefunden");
  });

  it.each([
    "Das steht leider nicht auf unseren Seiten. Bitte fragen Sie den Vertrieb, der Ihnen gern weiterhilft.",
    "Lo siento, no encuentro el precio del plan de equipo en nuestras páginas.",
  ])(
    "is not asked for again, nor a failure, in another language than the question's: %s",
    async (refusal) => {
      for (const pieces of [[refusal], [...refusal]]) {
        const { text, failures, refusals } = await ask([...pieces, STOP]);
        expect(text).toMatch(/^I could not find/);
        expect(failures).toEqual([]);
        expect(refusals).toEqual([{ by: "words", isTakenBack: false }]);
      }
    },
  );

  it("is given up where it goes on without end", async () => {
    const { text, refusals } = await ask([
      REFUSAL,
      ...Array.from({ length: 5_000 }, () => " It may be."),
      STOP,
    ]);
    expect(text).toMatch(/^I could not find/);
    expect(refusals).toEqual([{ by: "words", isTakenBack: false }]);
  });
});

describe("an answer to a part", () => {
  it.each([
    ["The team plan costs 12 euros per seat and month [1]. Our pages do not say what a year costs."],
    ["I couldn't find the price of a year. The team plan costs 12 euros per seat and month [1]."],
  ])("is shown as it is, and what it says is missing counts for nothing: %s", async (answer) => {
    for (const pieces of [[answer], [...answer]]) {
      const { text, end, failures, refusals } = await ask([...pieces, STOP]);
      expect(text).toBe(answer);
      expect(end).toMatchObject({ finishReason: "stop", citedPositions: [1], groundedness: 1 });
      expect(failures).toEqual([]);
      expect(refusals).toEqual([]);
    }
  });
});

describe("a question of several parts", () => {
  const question = "What does the team plan cost, and does Lumen sail at night?";

  it("keeps the part that is answered where the model refuses the other", async () => {
    const reply =
      "The team plan costs 12 euros per seat and month [1]. Our pages do not say whether Lumen sails at night.";
    for (const pieces of [[reply], [...reply]]) {
      const { events, text, end, refusals } = await ask([...pieces, STOP], { question });
      expect(text).toContain("12 euros per seat and month [1]");
      expect(text).toContain("Our pages do not say whether Lumen sails at night.");
      expect(text).not.toMatch(/at night\.? ?\[/);
      expect(end.finishReason).toBe("stop");
      expect(refusals).toEqual([]);
      expect(events.some(({ type }) => type === "answer-reset")).toBe(false);
    }
  });

  it("is refused where the model refuses each of them", async () => {
    const reply =
      "Our pages do not say what the team plan costs. They do not say whether Lumen sails at night either.";
    for (const pieces of [[reply], [...reply]]) {
      const { text, end, refusals } = await ask([...pieces, STOP], { question });
      expect(text).toMatch(/^I could not find an answer/);
      expect(end.finishReason).toBe("refused");
      expect(refusals).toEqual([{ by: "words", isTakenBack: false }]);
    }
  });
});

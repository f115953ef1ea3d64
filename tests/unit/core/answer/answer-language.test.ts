import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../core/answer/answer-question.ts";
import type { AnswerDependencies, AnswerFailure } from "../../../../core/answer/answer-dependencies.ts";
import type { CachedAnswer } from "../../../../core/answer/cache/answer-cache.ts";
import { GenerationError } from "../../../../core/answer/generation-provider.ts";
import { SPOKEN_LANGUAGES } from "../../../../core/answer/phrases.ts";
import {
  expectedLanguage,
  judgeLanguage,
  proseOf,
  type LanguageVerdict,
} from "../../../../core/answer/write/answer-language.ts";
import { detectLanguage, SURE_CERTAINTY } from "../../../../core/language/detect-language.ts";
import { namedLanguages } from "../../../../core/language/named-languages.ts";
import type { ChatEvent, ChatRequest } from "../../../../core/protocol.ts";
import {
  SEEN_BEGINNINGS,
  UNSEEN_BEGINNINGS,
  type AnswerBeginning,
} from "../../../support/answer-languages.ts";
import { openSketch, SKETCHES } from "../../../support/corpus.ts";
import { createScriptedProvider, STOP, type ScriptStep } from "../../../support/scripted-provider.ts";

/** What is thought of an answer that comes four characters at a time, and after how many. */
function judge({ question, locale, answer }: AnswerBeginning): {
  verdict: LanguageVerdict["is"];
  chars: number;
} {
  const detected = detectLanguage(question, { candidates: SPOKEN_LANGUAGES });
  const language =
    detected !== undefined && detected.certainty >= SURE_CERTAINTY ? detected.language : undefined;
  const expected = expectedLanguage({ question, language, locale, pageLocale: locale, wishes: [] });
  for (let chars = 4; chars < answer.length; chars += 4) {
    const verdict = judgeLanguage(answer.slice(0, chars), expected).is;
    if (verdict !== "open") return { verdict, chars };
  }
  return { verdict: judgeLanguage(answer, expected, { isWhole: true }).is, chars: answer.length };
}

describe("the language of an answer's beginning", () => {
  it.each([
    ["looked at while the check was made", SEEN_BEGINNINGS],
    ["only counted", UNSEEN_BEGINNINGS],
  ])("is told of those that were %s", (_, beginnings) => {
    const judged = beginnings.map((beginning) => ({ ...judge(beginning), beginning }));
    const wrong = judged.filter(({ beginning }) => beginning.verdict === "wrong");
    const right = judged.filter(({ beginning }) => beginning.verdict === "right");
    expect(wrong.length).toBeGreaterThan(25);
    expect(right.length).toBeGreaterThan(55);
    expect(right.filter(({ verdict }) => verdict === "wrong")).toEqual([]);
    expect(wrong.filter(({ verdict }) => verdict !== "wrong").length).toBeLessThanOrEqual(1);
    const held = right.map(({ chars }) => chars).sort((a, b) => a - b);
    // Half of them go on after about five words.
    expect(held[Math.floor(held.length / 2)]).toBeLessThanOrEqual(32);
    expect(held.at(-1)).toBeLessThan(160);
  });

  it("does not hang on code, tables, names, quotations, citations and addresses", () => {
    const markdown =
      "Ja [1]: `npm install it all`, siehe https://lumen.example/install und „Change your password“.\n\n```sh\nrun the wizard\n```\n| the | table |\n\nFertig.";
    expect(proseOf(markdown).split(/\s+/).filter(Boolean).join(" ")).toBe("Ja : , siehe und . Fertig.");
  });

  it("is judged in time however it is written", () => {
    for (const text of [
      "`".repeat(100_000),
      "**a".repeat(50_000),
      '"'.repeat(100_000),
      "[".repeat(100_000),
      "A b ".repeat(30_000),
    ])
      expect(judgeLanguage(text, { accepted: new Set(["de"]) }).is).not.toBe("wrong");
  });
});

describe("languages that a text names", () => {
  it.each([
    ["Answer in French, please", "en", "fr"],
    ["Bitte auf Englisch", "de", "en"],
    ["Gibt es eine spanische Fassung?", "de", "es"],
    ["¿Está en inglés?", "es", "en"],
    ["Réponds en allemand", "fr", "de"],
    ["Rispondi in tedesco", "it", "de"],
    ["em francês, por favor", "pt", "fr"],
    ["in het Engels", "nl", "en"],
    ["日本語で答えてください", "en", "ja"],
  ])("%s", (text, spoken, language) => {
    expect(namedLanguages(text, [spoken])).toContain(language);
  });

  it("are none in a question that names none", () => {
    expect([...namedLanguages("How much does the team plan cost?", SPOKEN_LANGUAGES)]).toEqual([]);
  });
});

const GERMAN = "Der Team-Tarif kostet 12 Euro pro Platz und Monat. [1]";
const ENGLISH = "The team plan costs 12 euros per seat and month. [1]";
const QUESTION = "Was kostet der Team-Tarif pro Platz?";

interface Asked {
  shown: string;
  /** Every word that was ever shown. */
  all: string;
  events: ChatEvent[];
  failures: AnswerFailure[];
  requests: { language: string | undefined; insists: boolean | undefined }[];
  kept: CachedAnswer[];
}

async function ask(
  answers: readonly ScriptStep[][],
  request: ChatRequest = { question: QUESTION },
  changes: Partial<AnswerDependencies> = {},
): Promise<Asked> {
  const corpus = await openSketch(SKETCHES);
  let count = 0;
  const provider = createScriptedProvider(() => [...(answers[count++] ?? answers.at(-1) ?? [])]);
  const failures: AnswerFailure[] = [];
  const kept: CachedAnswer[] = [];
  const events: ChatEvent[] = [];
  const dependencies: AnswerDependencies = {
    corpus,
    provider,
    confidenceThreshold: 0,
    modelConfidenceThreshold: 0,
    newId: () => "id",
    onFailure: (failure) => failures.push(failure),
    cache: {
      get: () => Promise.resolve(undefined),
      put: (_, value) => Promise.resolve(void kept.push(value)),
    },
    ...changes,
  };
  const { signal } = new AbortController();
  for await (const event of answerQuestion(request, dependencies, { signal })) events.push(event);
  let shown = "";
  let all = "";
  for (const event of events) {
    if (event.type === "answer-reset") shown = "";
    if (event.type === "text-delta") {
      shown += event.text;
      all += event.text;
    }
  }
  const requests = provider.requests.map(({ questionLanguage, insistsOnLanguage }) => ({
    language: questionLanguage,
    insists: insistsOnLanguage,
  }));
  return { shown, all, events, failures, requests, kept };
}

/** As models stream: a few letters at a time. */
const stream = (text: string): ScriptStep[] => [...(text.match(/[\s\S]{1,5}/g) ?? []), STOP];

describe("a model that answers in another language", () => {
  it("is asked once more, with a firmer word, and nothing of the first answer is seen", async () => {
    const { all, events, failures, requests, kept } = await ask([stream(ENGLISH), stream(GERMAN)]);
    expect(all).toContain("Der Team-Tarif kostet 12 Euro");
    expect(all).not.toContain("plan");
    expect(events.some(({ type }) => type === "answer-reset")).toBe(false);
    expect(events.at(-1)).toMatchObject({ type: "answer-end", finishReason: "stop", citedPositions: [1] });
    expect(failures).toEqual([{ reason: "answer-language", expected: "de", written: "en" }]);
    expect(requests).toEqual([
      { language: "de", insists: undefined },
      { language: "de", insists: true },
    ]);
    expect(kept).toHaveLength(1);
  });

  it("is shown as it is when it does so again, and is not kept for the next visitor", async () => {
    const { shown, failures, requests, kept } = await ask([stream(ENGLISH)]);
    expect(shown).toContain("The team plan costs 12 euros");
    expect(requests).toHaveLength(2);
    expect(failures.map(({ reason }) => reason)).toEqual(["answer-language", "answer-language"]);
    expect(kept).toEqual([]);
  });

  it("is not asked again where it took too long to begin", async () => {
    const { shown, requests } = await ask([stream(ENGLISH)], undefined, {
      startTimer: (onElapsed) => {
        onElapsed();
        return () => undefined;
      },
    });
    expect(shown).toContain("The team plan costs");
    expect(requests).toHaveLength(1);
  });

  it("has both requests counted", async () => {
    const usage = { inputTokens: 100, outputTokens: 20, provider: "scripted", model: "scripted-1" };
    const { events } = await ask([stream(ENGLISH), [GERMAN, { ...STOP, usage }]]);
    const end = events.at(-1);
    expect(end?.type === "answer-end" && end.usage?.calls?.map(({ purpose }) => purpose)).toEqual([
      "writing",
      "writing",
    ]);
  });

  it("is quoted for when the second request fails", async () => {
    const failure = new GenerationError({ reason: "provider-unreachable", detail: "gone" });
    const { shown, failures } = await ask([stream(ENGLISH), [failure]]);
    expect(shown).toContain("Ich kann gerade keine eigene Antwort schreiben.");
    expect(shown).not.toContain("plan costs 12 euros per seat and month. [1]\n\nThe");
    expect(failures.map(({ reason }) => reason)).toEqual(["answer-language", "provider-unreachable"]);
  });

  it("is left alone where the visitor, an earlier turn or the owner asked for it", async () => {
    const asked = await ask([stream(ENGLISH)], { question: `${QUESTION} Bitte auf Englisch.` });
    const before = await ask([stream(ENGLISH)], {
      question: QUESTION,
      history: [
        { role: "visitor", text: "Please answer in English from now on." },
        { role: "assistant", text: "Sure." },
      ],
    });
    const style = { instructions: "Always answer in English." };
    const owner = await ask([stream(ENGLISH)], undefined, { style });
    for (const { requests, shown } of [asked, before, owner]) {
      expect(requests).toHaveLength(1);
      expect(shown).toContain("The team plan costs");
    }
  });
});

describe("a model that answers in the right language", () => {
  it.each([
    ["German", GERMAN, QUESTION],
    ["English", ENGLISH, "How much does the team plan cost?"],
    [
      "code first",
      "```sh\nnpm create lumen@latest && npm install everything\n```\n\nDamit geht es. [1]",
      "Wie installiere ich es mit npm?",
    ],
  ])("is asked once: %s", async (_, answer, question) => {
    const { requests, failures } = await ask([stream(answer)], { question });
    expect(requests).toHaveLength(1);
    expect(failures.filter(({ reason }) => reason === "answer-language")).toEqual([]);
  });

  it("has its first sentence shown before the second one is there", async () => {
    const seen: string[] = [];
    const second = Promise.withResolvers<unknown>();
    const begun = `${GERMAN} Und das gilt für alle Plätze, die Sie haben.`.match(/[\s\S]{1,5}/g) ?? [];
    const provider = createScriptedProvider([...begun, second.promise, " Das ist mehr nicht. [1]", STOP]);
    const corpus = await openSketch(SKETCHES);
    const dependencies = { corpus, provider, confidenceThreshold: 0, newId: () => "id" };
    const { signal } = new AbortController();
    for await (const event of answerQuestion({ question: QUESTION }, dependencies, { signal })) {
      if (event.type !== "text-delta") continue;
      seen.push(event.text);
      second.resolve(undefined);
    }
    expect(seen.join("")).toContain("mehr nicht");
    expect(seen.length).toBeGreaterThan(1);
  });
});

describe("a question in a language that is neither the site's nor ours", () => {
  it("is asked for in its own language", async () => {
    const { requests } = await ask([stream("チームプランは1人あたり月額12ユーロです。[1]")], {
      question: "チームプランはいくらですか？",
    });
    expect(requests).toEqual([{ language: "ja", insists: undefined }]);
  });
});

import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../core/answer/answer-question.ts";
import { calendarDay } from "../../../../core/answer/cache/calendar-day.ts";
import { dependsOnDay } from "../../../../core/answer/cache/depends-on-day.ts";
import type { CachedAnswer } from "../../../../core/answer/cache/answer-cache.ts";
import type { ChatEvent } from "../../../../core/protocol.ts";
import { openSketch, SKETCHES } from "../../../support/corpus.ts";
import { createScriptedProvider, STOP } from "../../../support/scripted-provider.ts";

describe("the day at a place", () => {
  it("is that of its time zone", () => {
    const now = Date.UTC(2026, 10, 30, 23, 30);
    expect(calendarDay(now, "UTC")).toBe("2026-11-30");
    expect(calendarDay(now, "Europe/Vienna")).toBe("2026-12-01");
    expect(calendarDay(now, "America/Los_Angeles")).toBe("2026-11-30");
    expect(calendarDay(Date.UTC(2026, 0, 1, 2), "America/New_York")).toBe("2025-12-31");
  });
});

describe("what may be another tomorrow", () => {
  const depends = (question: string, text = "Yes. [1]", language = "en"): boolean =>
    dependsOnDay({ question, text, language });

  it.each([
    ["Are you open today?", "en"],
    ["When is the next concert?", "en"],
    ["Is the early bird price still available?", "en"],
    ["Habt ihr jetzt geöffnet?", "de"],
    ["¿Está abierto mañana?", "es"],
    ["Êtes-vous ouverts aujourd'hui ?", "fr"],
    ["Siete aperti adesso?", "it"],
    ["Está aberto amanhã?", "pt"],
    ["Zijn jullie nu geopend?", "nl"],
  ])("is asked by %s", (question, language) => {
    expect(depends(question, "Yes. [1]", language)).toBe(true);
  });

  it.each([
    "The concert is on 12 December. [1]",
    "It ended on 2026-05-01. [1]",
    "Am 3.5.2026 ist Schluss. [1]",
    "We are closed on Sundays and today is one: Sunday. [1]",
  ])("is told by %s", (text) => {
    expect(depends("Is there a concert?", text)).toBe(true);
  });

  it("is everything in a language whose words are not known", () => {
    expect(depends("今日は営業していますか?", "はい。[1]", "ja")).toBe(true);
  });

  it.each([
    [
      "How do I install it?",
      "Run `npm install` in an empty folder, then open version 2.10.1 of the app. [1]",
    ],
    ["Wie installiere ich es?", "Mit `npm install` in einem leeren Ordner. [1]"],
    ["What does it cost?", "12 euros per seat and month, from 18 years on. [1]"],
  ])("is not %s", (question, text) => {
    expect(depends(question, text)).toBe(false);
  });
});

describe("the cache of answers", () => {
  const ask = async (question: string, days: string[], answer: string): Promise<boolean[]> => {
    const corpus = await openSketch(SKETCHES);
    const kept = new Map<string, CachedAnswer>();
    const provider = createScriptedProvider([answer, STOP]);
    const cached: boolean[] = [];
    for (const day of days) {
      const work: Promise<unknown>[] = [];
      const dependencies = {
        corpus,
        provider,
        confidenceThreshold: 0,
        newId: () => "id",
        today: () => day,
        cache: {
          get: (key: string) => Promise.resolve(kept.get(key)),
          put: (key: string, value: CachedAnswer) => Promise.resolve(void kept.set(key, value)),
        },
        runInBackground: (one: Promise<unknown>) => work.push(one),
      };
      const events: ChatEvent[] = [];
      const { signal } = new AbortController();
      for await (const event of answerQuestion({ question }, dependencies, { signal })) events.push(event);
      await Promise.all(work);
      const end = events.at(-1);
      cached.push(end?.type === "answer-end" && end.cached);
    }
    expect(provider.requests[0]?.today).toBe(days[0]);
    return cached;
  };

  it("serves what depends on the day on that day only", async () => {
    const days = ["2026-11-30", "2026-11-30", "2026-12-01", "2026-12-01"];
    const answer = "The team plan costs 12 euros per seat and month. [1]";
    expect(await ask("What does the team plan cost today?", days, answer)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(await ask("How much does the team plan cost?", days, answer)).toEqual([false, true, true, true]);
  });
});

import { describe, expect, it } from "vitest";
import { daysOfRanges, isTableOfDays } from "../../../../../core/answer/small-site/days.ts";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../../../../core/answer/answer-question.ts";
import { giveAnswer } from "../../../../retrieval/ask-documentation.ts";
import { openSketch } from "../../../../support/corpus.ts";

describe("ranges of days", () => {
  it.each([
    ["en", "Wed–Sat: noon to 6", "wednesday thursday friday saturday"],
    ["en", "Tuesday through Thursday", "tuesday wednesday thursday"],
    ["en", "open Fri to Mon", "friday saturday sunday monday"],
    ["de", "Di. bis Fr. 9–18 Uhr", "tuesday wednesday thursday friday"],
    ["de", "montags bis mittwochs", "monday tuesday wednesday"],
    ["es", "De martes a jueves", "tuesday wednesday thursday"],
    ["es", "L–V de 9 a 14 h", "monday tuesday wednesday thursday friday"],
    ["fr", "du mercredi au vendredi", "wednesday thursday friday"],
    ["it", "dal venerdì alla domenica", "friday saturday sunday"],
    ["nl", "wo t/m vr", "wednesday thursday friday"],
    ["pt", "terça-feira a quinta-feira", "tuesday wednesday thursday"],
    ["pt", "2.ª a 4.ª, 9h–12h", "monday tuesday wednesday"],
  ])("name the days between, in %s: %s", (language, text, days) => {
    expect([...daysOfRanges(text, language)].sort()).toEqual(days.split(" ").sort());
  });

  it.each([
    ["en", "Saturday and Sunday"],
    ["en", "the sun to the east"],
    ["en", "seats 2-4"],
    ["de", "so - so"],
    ["es", "v a d"],
    ["ja", "月曜日-金曜日"],
  ])("are no other words, in %s: %s", (language, text) => {
    expect([...daysOfRanges(text, language)]).toEqual([]);
  });

  it("are a table where most days are named", () => {
    expect(isTableOfDays(new Set(["tuesday", "wednesday", "thursday", "friday"]))).toBe(true);
    expect(isTableOfDays(new Set(["saturday", "sunday", "hours"]))).toBe(false);
  });
});

describe("hours of a small site", () => {
  const open = async (hours: string, language = "en"): ReturnType<typeof openSketch> =>
    openSketch(
      [
        { title: "Visit", headingPath: ["When we are here"], blocks: [hours], language },
        { title: "Workshops", headingPath: ["Glazing"], blocks: ["Eight people round one table."], language },
        { title: "Kiln hire", blocks: ["Two firings a week, booked a month ahead."], language },
      ],
      { language },
    );
  const ask = async (hours: string, question: string, language = "en"): ReturnType<typeof giveAnswer> =>
    giveAnswer(await open(hours, language), question, DEFAULT_CONFIDENCE_THRESHOLD);

  it.each([
    "are you open on wednesdays",
    "open tomorrow?",
    "are you open right now",
    "can i come on friday at 4 pm, are you open",
    "is anyone there tonight",
  ])("answer a day within a range, and a moment: %s", async (question) => {
    const answer = await ask("Tue – Sat 10 am – 7 pm. Closed in August.", question);
    expect(answer.refused).toBe(false);
    expect(answer.text).toContain("10 am – 7 pm");
  });

  it("answer a day that a table leaves out", async () => {
    const answer = await ask("Tue – Sat 10 am – 7 pm", "are you open on mondays");
    expect(answer.text).toContain("10 am – 7 pm");
  });

  it("quote the line of the day and not that of others", async () => {
    const answer = await ask("Mon–Thu 9 am – 5 pm\n\nFri–Sun 11 am – 3 pm", "are you open on saturday");
    expect(answer.text).toContain("11 am – 3 pm");
  });

  it("answer in other languages", async () => {
    const german = await ask("Di–Fr 9–18 Uhr, Sa 9–13 Uhr", "habt ihr donnerstags offen?", "de");
    expect(german.text).toContain("9–18 Uhr");
    const french = await ask("Ouvert du mardi au samedi, de 10 h à 19 h", "ouvert le jeudi ?", "fr");
    expect(french.text).toContain("de 10 h à 19 h");
  });
});

import { describe, expect, it } from "vitest";
import { createMarkCutter } from "../../../../core/answer/refusal/no-answer-mark.ts";
import { createRefusalHold } from "../../../../core/answer/refusal/hold-refusal.ts";
import { recogniseRefusal } from "../../../../core/answer/refusal/recognise-refusal.ts";
import { readAllRefusals, readRefusals } from "../../../retrieval/refusals/read-refusals.ts";
import { measureRefusals, shownOf } from "../../../retrieval/refusals/measure-refusals.ts";

describe("refusals of any wording", () => {
  it("are told from answers, in the texts that were learned from", () => {
    const shares = measureRefusals(readAllRefusals());
    const share = (kind: string): number => {
      const { right = 0, all = 1 } = shares.get(kind)?.get("all") ?? {};
      return right / all;
    };
    expect(share("refusal")).toBeGreaterThanOrEqual(0.985);
    expect(share("answer")).toBeGreaterThanOrEqual(0.99);
    expect(share("partial")).toBeGreaterThanOrEqual(0.99);
  });

  it.each([
    ["That is missing from the docs. What I can tell you is that uploads are resumed [2].", "refusal"],
    ["The docs don't get into that. They do describe how uploads are resumed [2].", "refusal"],
    ["The docs name the formats and the folders [2], but not the limit.", "refusal"],
    ["The limit is not in the docs. Up to 2 GB were uploaded in a test [2].", "partial"],
    ["No, the limit is not fixed.", "answer"],
  ])("are told by the question's own words: %s", (text, verdict) => {
    expect(recogniseRefusal(text, "What is the upload limit?")).toBe(verdict);
  });

  it.each([
    ["en", "Our pages don't say what it costs, but delivery takes three days at most [1]."],
    [
      "en",
      "The docs do not mention sheets of 3 mm, but they do say that the laser isn't made for cutting [1].",
    ],
    ["de", "Unsere Seiten nennen keinen Preis, aber die Lieferung dauert höchstens drei Tage [1]."],
    ["fr", "Nos pages n'indiquent pas le prix, mais la livraison prend trois jours au plus [1]."],
  ])("keep a fact that is cited behind a denial in one sentence (%s): %s", (_, text) => {
    const question = "What does delivery cost and how long does it take?";
    expect(recogniseRefusal(text, question)).not.toBe("refusal");
    expect(shownOf({ question, text }, { pieceChars: 1 })).toBe(text);
  });

  it("are those that deny behind what the pages deal with, though they cite it", () => {
    const text = "Our pages explain how an order is sent, but say nothing about the price [2].";
    expect(recogniseRefusal(text, "What does delivery cost?")).toBe("refusal");
  });

  it.each([
    "Tick it as a draft [3]. It is left out of the menu [3].",
    "Tick it as a draft [3]. The site map does not show it, nor is it listed in exported files [3].",
    "Als Entwurf markieren [3]. Im Menü wird er nicht aufgeführt [3].",
    "Gäste dürfen Dokumente lesen, aber weder bearbeiten noch löschen [3].",
    "Guests may read documents, but neither edit nor hide them [3].",
    "Wer sich abmeldet, wird in der Übersicht der Mitglieder nicht aufgeführt [3].",
    "Marquez-le [3]. Il n'est pas mentionné dans le menu [3].",
  ])("are none where a product leaves something out: %s", (text) => {
    const question = "hide a page";
    expect(recogniseRefusal(text, question)).toBe("answer");
    for (const pieceChars of [1, 10_000]) expect(shownOf({ question, text }, { pieceChars })).toBe(text);
  });

  it.each([
    "There is no word about Trello on our pages. They only describe the move from Asana, whose file you drop onto the board [2].",
    "Trello wird auf unseren Seiten nicht erwähnt. Sie beschreiben nur den Umzug von Asana, dessen Datei Sie auf das Brett ziehen [2].",
  ])("are answers to a part where a step is told on the way: %s", (text) => {
    expect(recogniseRefusal(text, "Can I import my Trello boards?")).toBe("partial");
    expect(
      recogniseRefusal(text.replace(/, (?:whose|dessen)[^[]*/, " "), "Can I import my Trello boards?"),
    ).toBe("refusal");
  });

  it.each([
    "Our pages cover parking and the yard, but neither lockers nor showers [5][6].",
    "Whether there are lockers is not stated [1].",
    "The pages on the yard [3] do not say where the lockers are.",
  ])("are such though they cite what was read: %s", (text) => {
    expect(recogniseRefusal(text, "Are there lockers?")).toBe("refusal");
  });

  it("are the same however the text is cut", () => {
    const cases = readRefusals("refusals.jsonl").filter((_, index) => index % 5 === 0);
    for (const one of cases)
      expect(shownOf(one, { pieceChars: 1 }), one.id).toBe(shownOf(one, { pieceChars: 10_000 }));
  });

  it("are told in a language that is not the question's", () => {
    const question = "What does it cost?";
    for (const text of [
      "Das steht nicht auf unseren Seiten.",
      "Lo siento, no encuentro esa información.",
      "Je ne trouve rien à ce sujet dans les pages.",
    ])
      expect(shownOf({ question, text })).toBeUndefined();
  });
});

describe("the beginning of an answer", () => {
  const firstShownAt = (text: string, question = "What does the team plan cost?"): number => {
    const hold = createRefusalHold({ question, isMarkAWord: false });
    for (let at = 0; at < text.length; at++) if (hold.push(text[at] ?? "") !== "") return at + 1;
    return Infinity;
  };

  it("flows once a fact is cited", () => {
    expect(firstShownAt(`It costs 12 euros [1]. ${"More is said of it. ".repeat(20)}`)).toBeLessThan(30);
    expect(firstShownAt("Sorry, the shop is closed on Mondays [1]. It opens at nine [1].")).toBeLessThan(50);
  });

  it("is held no longer than a reader would wait", () => {
    expect(firstShownAt("The seats are wide and blue and green. ".repeat(20))).toBeLessThan(130);
    expect(firstShownAt(`The seats ${"are wide and ".repeat(100)}`)).toBeLessThan(400);
  });

  it("does not flow for a citation of what was not given", () => {
    const hold = createRefusalHold({
      question: "What is it?",
      isMarkAWord: false,
      positions: new Set([1, 2]),
    });
    expect(hold.push("It is free [9]. ")).toBe("");
    expect(hold.push("It is sold [2]. ")).toBe("It is free [9]. It is sold [2]. ");
  });

  it("stays held where it denies, and flows with the first cited fact", () => {
    const denial = "I couldn't find the price in our pages. ";
    expect(firstShownAt(denial + "Please ask the team. ".repeat(100))).toBe(Infinity);
    expect(firstShownAt(`${denial}The plan has 20 seats [1]. It is sold yearly.`)).toBeLessThan(
      denial.length + 40,
    );
  });
});

describe("the mark of a refusal", () => {
  const cut = (text: string, isWord = false): string => {
    const results = [1, 3, 10_000].map((chars) => {
      const cutter = createMarkCutter({ isWord });
      let output = "";
      for (let at = 0; at < text.length; at += chars) output += cutter.push(text.slice(at, at + chars));
      return output + cutter.end();
    });
    expect(new Set(results).size).toBe(1);
    return results[0] ?? "";
  };

  it.each([
    ["It is free [1]. NO_ANSWER", "It is free [1]. "],
    ["**NO_ANSWER**", ""],
    ["`NO_ANSWER`.", ""],
    ["no_answer", ""],
    ["NO ANSWER", ""],
    ["- Weight: NO_ANSWER\n- Size: 3 [1]", "- Weight: –\n- Size: 3 [1]"],
    ["NO_ANSWERS are many", "NO_ANSWERS are many"],
    ["There is no answer to that", "There is no answer to that"],
    ["Nobody knows", "Nobody knows"],
  ])("is cut out of %j", (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it("may be a word where the question or the pages have it", () => {
    expect(cut("NO_ANSWER is logged when nobody picks up [1].", true)).toContain("NO_ANSWER is");
    expect(cut("It is logged [1].\nNO_ANSWER\n", true)).not.toContain("NO_ANSWER");
  });
});

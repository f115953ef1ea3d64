/** What the check makes of amounts, dates, addresses and commands in sentences. */
import { describe, expect, it } from "vitest";
import { createEntailmentChecker } from "../../../../core/answer/check/entailment.ts";
import type { Block } from "../../../../core/corpus/format.ts";
import { createAnalyzer } from "../../../../core/search/analyzer.ts";
import { sketchChunk } from "../../../support/corpus.ts";

const analyzer = await createAnalyzer("en");

function judge(blocks: (string | Block)[], sentence: string, question = ""): string {
  const chunk = sketchChunk({ title: "Handbook", language: "en", blocks });
  const source = { position: 1, title: "Handbook", url: chunk.url, excerpt: "", score: 1 };
  const result = createEntailmentChecker({
    passages: [{ chunk, ordinal: 0, relativeScore: 1, source }],
    termsOf: (text) => analyzer.analyze(text).map(({ term }) => term),
    locale: "en",
    question,
    history: [],
  }).check(sentence, [1]);
  return result.supported ? "supported" : result.reason;
}

const RENTAL = [
  "The workshop rents out kilns at $ 4.00 per firing or $ 1.50 a day, at most 9 days at a time.",
  "Rent is collected on the first of the month. Each crate has a 20-kilogram limit.",
  "Write to kilns@claybarn.example or ring (020) 555 0142.",
  "The yearly budget of each member is $300; purchases over $40 need a signature.",
  {
    kind: "table",
    rows: [
      ["Kiln", "Duration"],
      ["Large", "2 h 15 min"],
      ["Small", "45 min"],
    ],
  },
] satisfies (string | Block)[];

describe("amounts in another form", () => {
  it.each([
    "A firing costs $4, and a day costs $1.50.",
    "Rent is collected on the 1st of the month.",
    "The large kiln takes two and a quarter hours.",
    "For 6 days at $1.50 a day you pay $9.",
    "A crate may weigh up to twenty kilograms.",
  ])("are the same: %s", (sentence) => {
    expect(judge(RENTAL, sentence)).toBe("supported");
  });

  it.each([
    ["unit", "Each crate has a 20-gram limit."],
    ["number", "Rent is collected on the fifteenth of the month."],
    ["number", "Each member has a budget of $500 a year."],
    ["number", "An assistant starts at $70,000 a year."],
    ["number", "The longest rental is 13 days."],
  ])("are told apart as a %s: %s", (reason, sentence) => {
    expect(judge(RENTAL, sentence)).toBe(reason);
  });

  it("are counted by one period", () => {
    const page = ["The allowance is $900 per quarter, paid with the salary."];
    expect(judge(page, "The allowance is $900 a quarter.")).toBe("supported");
    expect(judge(page, "The allowance is $900 per month.")).not.toBe("supported");
  });
});

describe("amounts of the question", () => {
  const question = "I want to buy a rack for $75 in five weeks. Do I need a signature?";

  it("are no claims about the pages", () => {
    expect(judge(RENTAL, "Since $75 is more than $40, you need a signature.", question)).toBe("supported");
    expect(judge(RENTAL, "Since $75 is more than $40, you need a signature.")).toBe("number");
  });

  it("are claims where they are affirmed", () => {
    expect(judge(RENTAL, "Yes, a firing costs $75.", question)).toBe("number");
  });
});

describe("addresses and telephone numbers", () => {
  it("are held as a whole, however they are written", () => {
    expect(judge(RENTAL, "Write to kilns@claybarn.example.")).toBe("supported");
    expect(judge(RENTAL, "Call +44 20 555 0142.")).toBe("supported");
    expect(judge(RENTAL, "Write to office@claybarn.example.")).toBe("name");
    expect(judge(RENTAL, "Call (020) 555 0143.")).toBe("name");
  });
});

describe("what an amount is said of", () => {
  const page = [
    "Day tickets cost £18 extra; guided climbing is included to a height of 30 metres.",
    "It keeps the last 7 daily, 5 weekly and 12 monthly copies.",
    "The fair is held on the last Monday in May. Tours start on Saturdays at 12:00 at the barn.",
    "The barge was built at the Tolland yard and marked the Esker sandbank.",
    "Rooms cost $1.50 / mo, or $15 / year.",
  ];

  it.each([
    "Guided climbing costs £18 extra.",
    "It keeps the last 12 weekly copies.",
    "The fair is held on the first Monday in May.",
    "Tours start on Sundays at 12:00 at the barn.",
    "The barge marked the Tolland sandbank.",
    "Rooms cost $15 a month or $1.50 a year.",
  ])("is not what stands beside it: %s", (sentence) => {
    expect(judge(page, sentence)).not.toBe("supported");
  });

  it.each([
    "Day tickets are £18 extra.",
    "It keeps the last 12 monthly copies.",
    "The fair is held on the last Monday in May.",
    "Tours start on Saturdays at noon at the barn.",
    "The barge marked the Esker sandbank.",
    "A room costs $1.50 per month, which would be $18 over 12 months.",
  ])("may be said in other words: %s", (sentence) => {
    expect(judge(page, sentence)).toBe("supported");
  });
});

describe("commands", () => {
  const page = [
    "Take files out of the latest backup with `stow get`.",
    { kind: "code", language: "sh", code: "stow get --from latest --file a/1 --file a/2" },
    { kind: "code", language: "sh", code: "stow get --from latest --into /tmp" },
  ] satisfies (string | Block)[];

  it("may be put together of several, with a path filled in", () => {
    expect(judge(page, "Run `stow get --from latest --file notes/july.txt --into ~/restored`.")).toBe(
      "supported",
    );
  });

  it("have no option that stands nowhere", () => {
    expect(judge(page, "Run `stow get --from latest --overwrite`.")).toBe("code");
  });
});

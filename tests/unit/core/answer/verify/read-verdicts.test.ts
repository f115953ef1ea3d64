import { describe, expect, test } from "vitest";
import { readVerdicts } from "../../../../../core/answer/verify/read-verdicts.ts";

const RIGHT = [true, false, true];

describe("verdicts in what a model writes", () => {
  test.each<[string, string]>([
    ["lines as asked for", "1 yes\n2 no\n3 yes"],
    ["lines with marks", "1. Yes.\n2) **No**\n3: yes"],
    ["a list", "- 1 – supported\n- 2 – not supported\n- 3 – supported"],
    ["one line", "1 yes, 2 no, 3 yes"],
    ["a table", "| # | verdict |\n|---|---|\n| 1 | yes |\n| 2 | no |\n| 3 | yes |"],
    [
      "sentences",
      "Statement 1 is supported.\nStatement 2 is unsupported, since page 4 says 30.\nStatement 3: correct.",
    ],
    ["a code block", "```\n1 yes\n2 no\n3 yes\n```"],
    ["JSON by number", '{"1": "yes", "2": "no", "3": "yes"}'],
    ["JSON in a code block", 'Here you are:\n```json\n{"1": true, "2": false, "3": true}\n```'],
    [
      "a list of objects",
      '[{"statement":1,"verdict":"supported"},{"statement":2,"verdict":"unsupported"},{"statement":3,"verdict":"Supported"}]',
    ],
    [
      "wrapped objects",
      '{"results":[{"id":1,"supported":true},{"id":2,"supported":false},{"id":3,"supported":true}]}',
    ],
    ["two lists", '{"supported":[1,3],"unsupported":[2]}'],
    ["bare verdicts", '["yes","no","yes"]'],
    ["bare truths", "[true, false, true]"],
  ])("are read from %s", (_, reply) => {
    expect(readVerdicts(reply, 3)).toEqual(RIGHT);
  });

  test.each<[string, string, (boolean | undefined)[]]>([
    ["nothing", "", [undefined, undefined]],
    ["a refusal", "I'm sorry, I can't help with that.", [undefined, undefined]],
    [
      "an answer of its own",
      "The team plan costs 12 euros a month. Yes, for 1 person it is free.",
      [undefined, undefined],
    ],
    ["numbers that are none of these", "0 no\n3 no\n17 no", [undefined, undefined]],
    ["one that is told in two ways", "1 yes\n1 no\n2 no", [undefined, false]],
    ["fewer than asked", "2 no", [undefined, false]],
    ["words of neither kind", "1 maybe\n2 nope\n2 nothing", [undefined, undefined]],
    ["a number with decimals", "1.2 no", [undefined, undefined]],
    ["too few bare verdicts", '["no"]', [undefined, undefined]],
    ["broken JSON with lines in it", '{"x": \n1 yes\n2 no', [true, false]],
  ])("are unknown for %s", (_, reply, expected) => {
    expect(readVerdicts(reply, 2)).toEqual(expected);
  });

  test("cost no time however long a reply is", () => {
    const replies = [
      "1 ".repeat(50_000),
      "1 yes ".repeat(20_000),
      "[".repeat(30_000),
      "1" + " -".repeat(40_000),
    ];
    for (const reply of replies) expect(readVerdicts(reply, 3)).toHaveLength(3);
  });
});

import { describe, expect, it } from "vitest";
import { createEntailmentChecker } from "../../../../core/answer/check/entailment.ts";
import { createAnalyzer } from "../../../../core/search/analyzer.ts";
import { sketchChunk } from "../../../support/corpus.ts";

const analyzer = await createAnalyzer("en");

function reasonOf(page: string, sentence: string): string | undefined {
  const chunk = sketchChunk({ title: "Boat hire", language: "en", blocks: [page] });
  const source = { position: 1, title: "Boat hire", url: chunk.url, excerpt: "", score: 1 };
  const checker = createEntailmentChecker({
    passages: [{ chunk, ordinal: 0, relativeScore: 1, source }],
    termsOf: (text) => analyzer.analyze(text).map(({ term }) => term),
    locale: "en",
  });
  const result = checker.check(sentence, [1]);
  return result.supported ? undefined : result.reason;
}

describe("what a page denies, demands or allows", () => {
  it.each([
    ["Unregistered boats are not to be used on the lake.", "Unregistered boats may be used on the lake."],
    ["Do not paint or varnish any rented boat.", "You can varnish a rented boat."],
    ["Boats must not be shared with strangers unless we agree.", "Boats can be shared with strangers."],
    ["Dogs travel only in a basket.", "Dogs may travel without a basket."],
    ["You should in most cases wear the blue vest.", "You must not wear the blue vest."],
    ["Boats are no longer rented by default.", "Boats are rented by default."],
  ])("is not turned round: %s", (page, sentence) => {
    expect(reasonOf(page, sentence)).toBeDefined();
  });

  it.each([
    ["Oars were included when the option `oars` was omitted.", "Oars came along if `oars` wasn't set."],
    ["The office does not send receipts automatically.", "Receipts have to be sent by hand."],
    ["Repairs are available from version 3 of the rules.", "Versions before 3 don't have repairs."],
    ["Seven knots is fine; anything else than that is an error.", "Every other speed is an error."],
    ["Rowing is allowed after registering by phone.", "Register by phone before you row."],
    ["We may reject an application if you forget the form.", "With the form it is looked at one by one."],
  ])("may be said in other words: %s", (page, sentence) => {
    expect(reasonOf(page, sentence)).toBeUndefined();
  });
});

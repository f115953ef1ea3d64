import { describe, expect, it } from "vitest";
import { textFragment } from "../../../../core/citation/text-fragment.ts";

/** Readable: as a browser decodes it, its two ends parted by an ellipsis. */
const words = (text: string): string | undefined =>
  textFragment(text)?.split(",").map(decodeURIComponent).join(" … ");

describe("a text fragment", () => {
  it.each([
    // As written, without the punctuation at its end.
    ["The kettle turns itself off.", "The kettle turns itself off"],
    ["Run `kettle --boil` twice a day.", "Run kettle --boil twice a day"],
    ["1. Fill the kettle with water.", "Fill the kettle with water"],
    ["– Fill the kettle with water.", "Fill the kettle with water"],
    // Code is set as it is written, whatever stands in it.
    ['Set `lid = "open"` before pouring.', 'Set lid = "open" before pouring'],
    ["Write `say 'boil it'` to boil the kettle again.", "to boil the kettle again"],
    // A term and its meaning, a label and its panel may be two blocks of the page.
    ["Returns: the number of cups in it", "the number of cups in it"],
    // What typography may change is left out, and words that it stands in are not cut.
    ["The kettle doesn't boil milk or soup.", "boil milk or soup"],
    ['A "quiet" lid keeps the steam inside.', "lid keeps the steam inside"],
    ["It costs $x per cup -- water comes on top of that.", "water comes on top of that"],
    ["Pour slowly… then wait for a minute.", "Pour slowly… then wait for a minute"],
    ["The lid[^2] keeps the steam inside.", "keeps the steam inside"],
    ['How do I "boil" it, where the lid is lost?', "it, where the lid is lost"],
    ["Enjoy your cup of tea :tada: every single day.", "Enjoy your cup of tea … every single day"],
    ["يغلي الإبريق الماء في دقيقتين.", "يغلي الإبريق الماء في دقيقتين"],
    ["やかんは三分でお湯を沸かします。", "やかんは三分でお湯を沸かします"],
    ["水壶三分钟就能把水烧开。", "水壶三分钟就能把水烧开"],
  ])("of %j is %j", (text, expected) => expect(words(text)).toBe(expected));

  it("takes the beginning and the end of what is long", () => {
    const long =
      "A kettle of this kind boils a litre of cold water in about three minutes, and keeps it hot for another ten.";
    expect(words(long)).toBe("A kettle of this kind boils a … hot for another ten");
    const unspaced = "やかんは三分でお湯を沸かします、".repeat(9);
    const [start = "", end = ""] = (words(unspaced) ?? "").split(" … ");
    expect(unspaced.startsWith(start)).toBe(true);
    expect(start.length).toBeGreaterThan(12);
    expect(start.length).toBeLessThan(30);
    expect(unspaced).toContain(end);
    expect(end.length).toBeGreaterThan(5);
  });

  it.each(["Default: 80", "See below", "", "`a` `b`", "'a' 'b' 'c' 'd'", "水壶"])(
    "is none of %j, which may stand anywhere or be set otherwise",
    (text) => expect(textFragment(text)).toBeUndefined(),
  );

  it("encodes what has a meaning in it", () => {
    expect(textFragment("salt, pepper & well-kept oil (cold)")).toBe(
      "salt%2C%20pepper%20%26%20well%2Dkept%20oil%20%28cold",
    );
    expect(textFragment("broken \ud83d words stand here")).not.toContain("\ud83d");
  });
});

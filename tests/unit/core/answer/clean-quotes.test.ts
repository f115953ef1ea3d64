import { describe, expect, it } from "vitest";
import type { Block } from "../../../../core/corpus/format.ts";
import { cellsInWords, rowInWords } from "../../../../core/answer/quote/table-cells.ts";
import { isInMidThought, isPointer } from "../../../../core/answer/quote/noise-patterns.ts";
import {
  codeBlock,
  headingBlock,
  listBlock,
  prose,
  sketchAnswer,
  type PassageSketch,
} from "./section-sketch.ts";

const FONTS: PassageSketch = {
  title: "Fonts",
  heading: "Fonts",
  blocks: ["Fonts are loaded from the folder of the theme."],
};
const answer = (question: string, ...sketches: PassageSketch[]): string =>
  sketchAnswer(question, [...sketches, FONTS]).join("\n");

describe("what stands on a page beside the matter", () => {
  const keys = (...blocks: (string | Block)[]): string =>
    answer("Who rotates keys?", { title: "Keys", heading: "Keys", blocks });

  it.each([
    "For more information about consoles, see the guide.",
    "See the chapter on consoles for details.",
    "You can learn more about consoles in their documentation.",
    "Learn more about consoles.",
    "And also the docs about consoles.",
    "See also consoles.",
    "See how to open a console.",
    "You can find a list of consoles here.",
    "You will learn about consoles in the next chapter.",
    "Siehe auch die Konsolen.",
    "Pour en savoir plus, ouvrez la console.",
  ])("is no pointer to another page: %s", (pointer) => {
    expect(keys(`The owner rotates keys. ${pointer}`)).toBe("The owner rotates keys. [1]");
  });

  it.each([
    "See a doctor at once.",
    "Read the meter at noon.",
    "For more than three guests, see to it that two rooms are booked.",
    "For more information ring 0123 456.",
  ])("is not what only looks like one: %s", (sentence) => {
    expect(keys(`The owner rotates keys. ${sentence}`)).toContain(sentence);
  });

  it("stays where it alone holds a word of the question", () => {
    const text = answer("Who rotates keys of guests?", {
      title: "Keys",
      heading: "Keys",
      blocks: ["The owner rotates keys. For more information about guests, see the guide."],
    });
    expect(text).toContain("about guests, see the guide. [1]");
  });

  it("is no note of editors, no badge, no caption and no list of links", () => {
    const text = keys(
      "build passing npm version",
      "Edit this page",
      "Last updated in spring by the team",
      "The owner rotates keys.",
      "Screenshot of the console",
      headingBlock("See also"),
      listBlock("Consoles", "Doors"),
    );
    expect(text).toBe("The owner rotates keys. [1]");
  });

  it("is no picture's words twice", () => {
    expect(
      keys("The owner rotates keys.", "Keys of the owner", "Press the button.", "Keys of the owner"),
    ).toBe("The owner rotates keys. [1]\nPress the button. [1]");
  });

  it("is no caption that says again what was said", () => {
    expect(
      keys(
        "The owner rotates keys. Click the Change plan button.",
        "Change plan",
        "Wait until the light is green.",
      ),
    ).toBe(
      "The owner rotates keys. [1] Click the Change plan button. [1]\nWait until the light is green. [1]",
    );
    expect(keys("The owner rotates keys.", "On the phone", "Wait until the light is green.")).toContain(
      "On the phone",
    );
  });

  it("is no list of bare addresses, and no face", () => {
    const addresses = listBlock("https://example.org/a", "https://example.org/b");
    expect(keys("The owner rotates keys. Wait for the green light beside it. 🤓", addresses)).toBe(
      "The owner rotates keys. [1] Wait for the green light beside it. [1]",
    );
  });

  it("is no announcement of what is not there, and no heading with nothing below it", () => {
    expect(keys("The owner rotates keys. Here is how it is done:", prose("Afterwards", 12))).toBe(
      `The owner rotates keys. [1]\n${prose("Afterwards", 12)} [1]`,
    );
    expect(keys("The owner rotates keys.", "It works as shown here:")).toBe("The owner rotates keys. [1]");
    expect(keys("The owner rotates keys like this:", codeBlock("rotate();"))).toContain(
      "like this: [1]\n```js",
    );
  });

  it("is no announcement that says itself what is done, though its example is not there", () => {
    expect(
      keys(
        "The owner rotates keys.",
        "A second key keeps the doors open until all consoles have heard of it:",
        prose("Afterwards", 12),
      ),
    ).toBe(
      `The owner rotates keys. [1]\nA second key keeps the doors open until all consoles have heard of it. [1]\n${prose("Afterwards", 12)} [1]`,
    );
    expect(
      keys(
        "The owner rotates keys.",
        "What has to be done before that can be seen in this example:",
        prose("Afterwards", 12),
      ),
    ).toBe(`The owner rotates keys. [1]\n${prose("Afterwards", 12)} [1]`);
  });

  it("is no name of an image", () => {
    const picture: Block = {
      kind: "paragraph",
      text: "The owner rotates keys at a console",
      isPicture: true,
    };
    expect(keys("Keys are rotated by:", picture, listBlock("the owner", "the guard"))).toBe(
      "Keys are rotated by: [1]\n- the owner\n- the guard [1]",
    );
  });

  it("is all there is, where there is nothing else", () => {
    expect(keys("See the guide for owners who rotate keys.")).toContain("See the guide");
  });
});

describe("the name above a quotation", () => {
  it("is its heading, where that holds a word of the question that the quotation lacks", () => {
    const text = answer("Can I keep a motorbike?", {
      title: "Rules",
      heading: "Motorbike",
      blocks: ["Welcome on the ground floor when the tank is empty."],
    });
    expect(text).toBe("**Motorbike**\nWelcome on the ground floor when the tank is empty. [1]");
  });

  it("is not there where the quotation says it", () => {
    const text = answer("Can I keep a motorbike?", {
      title: "Rules",
      heading: "Motorbike",
      blocks: ["You can keep a motorbike on the ground floor."],
    });
    expect(text).not.toContain("**");
  });

  it("tells sections of the same name apart by their page", () => {
    const text = answer("When are the staging backups made?", {
      title: "Staging",
      heading: "Backups",
      blocks: ["Every night at two."],
    });
    expect(text).toBe("**Staging › Backups**\nEvery night at two. [1]");
  });

  it("stands above what begins in mid-thought, and above a list", () => {
    const text = answer("Who keeps keys?", {
      title: "Keys",
      heading: "In the house",
      blocks: ["However, the owner keeps keys too."],
    });
    expect(text).toBe("**In the house**\nHowever, the owner keeps keys too. [1]");
    const list = answer("Which keys?", {
      title: "A",
      heading: "In the house",
      blocks: [listBlock("keys of all doors", "bells of all doors")],
    });
    expect(list).toMatch(/^\*\*In the house\*\*\n- keys of/);
  });

  it("stands above a yes or no, which answers what it asks", () => {
    const text = answer("How long are tables?", {
      title: "Tables",
      heading: "Are long tables cut?",
      blocks: ["No. Long tables stay whole."],
    });
    expect(text).toBe("**Are long tables cut?**\nNo. [1] Long tables stay whole. [1]");
  });

  it("is there above what must not be done", () => {
    const text = answer("fireworks?", {
      title: "Rules",
      heading: "Do not bring",
      blocks: ["Fireworks and candles of any kind."],
    });
    expect(text).toBe("**Do not bring**\nFireworks and candles of any kind. [1]");
  });
});

describe("a sentence in the middle of a thought", () => {
  it.each([
    "However, it works.",
    "It also opens doors.",
    "This means that it is slow.",
    "because it is old",
    "Now you can open it.",
    "Now, every door is open.",
    "Dabei gilt das.",
    "Cependant, non.",
  ])("%s", (text) => expect(isInMidThought(text)).toBe(true));
  it.each([
    "It is possible to open doors.",
    "This page explains doors.",
    "Instead of a door we have a gate.",
    "Items are sent by post.",
    "Also-rans are listed.",
    "Button sizes differ.",
  ])("is not: %s", (text) => expect(isInMidThought(text)).toBe(text.startsWith("Also-rans")));

  it("comes with the sentence before it where its paragraph has no room", () => {
    const text = answer("Who is told of an alarm?", {
      title: "Alarms",
      heading: "Alarms",
      blocks: [
        `${prose("Long", 240)} The guard hears it.`,
        "She is told who rang the alarm, and where.",
        prose("More", 90),
      ],
    });
    expect(text).toContain("The guard hears it. [1] She is told who rang the alarm, and where. [1]");
  });
});

describe("a list", () => {
  const long = (name: string): string => prose(name, 60);

  it("is quoted with what announces it", () => {
    const text = answer("What is wrong with levers and wheels?", {
      title: "Levers",
      heading: "Levers",
      blocks: [
        long("Alpha"),
        long("Beta"),
        long("Gamma"),
        "Do not touch:",
        listBlock("levers and wheels that are wrong", "ropes"),
      ],
    });
    expect(text).toMatch(/Do not touch: \[1\]\n- levers and wheels that are wrong/);
  });
});

describe("tables", () => {
  const PLANS = [
    ["Feature", "Free", "Team"],
    ["Reminders", "–", "✅"],
    ["Export", "❌", "✔️ (soon)"],
  ];

  it("say icons in words of the page's language, dashes beside them too", () => {
    expect(cellsInWords(PLANS, "en").slice(1)).toEqual([
      ["Reminders", "no", "yes"],
      ["Export", "no", "yes (soon)"],
    ]);
    expect(cellsInWords(PLANS, "de-AT")[1]).toEqual(["Reminders", "nein", "ja"]);
  });

  it("say a word once that stands behind its icon", () => {
    const rows = [
      ["Method", "Drafts"],
      ["filter", "✅ Yes"],
      ["map", "❌ No, never"],
      ["sort", "✅ since 3.2"],
    ];
    expect(cellsInWords(rows, "en").map(([, cell]) => cell)).toEqual([
      "Drafts",
      "Yes",
      "No, never",
      "yes, since 3.2",
    ]);
  });

  it("keep dashes where there are no icons", () => {
    const rows = [
      ["Day", "Time"],
      ["Monday", "–"],
    ];
    expect(cellsInWords(rows, "en")).toEqual(rows);
  });

  it("tell a row with the names of its columns", () => {
    expect(rowInWords(PLANS, 1, "en")).toBe("Reminders – Free: no, Team: yes");
    expect(
      rowInWords(
        [
          ["Item", ""],
          ["Soup", "$15"],
        ],
        1,
        "en",
      ),
    ).toBe("Soup – $15");
  });

  it("that are long are quoted by the rows that answer, below the header", () => {
    const rows = Array.from({ length: 12 }, (_, n) => [`thing${n}`, `value${n}`]);
    const text = answer("Is there a limit for thing7 things?", {
      title: "Limits",
      heading: "Limits",
      blocks: ["Every limit is here:", { kind: "table", rows: [["Name", "Most"], ...rows] }],
    });
    expect(text).toContain("| Name | Most |\n| --- | --- |\n| thing7 | value7 |");
    expect(text).not.toContain("thing8");
  });
});

describe("what two pages say alike", () => {
  it("is said once", () => {
    const shared = "The owner rotates keys in spring and again in autumn.";
    const paragraphs = sketchAnswer("How do I rotate keys of doors?", [
      {
        title: "Keys",
        heading: "Rotate keys",
        blocks: [shared, "Open the panel and press the red button for it."],
      },
      {
        title: "Doors",
        heading: "Rotate doors",
        blocks: [shared, "Doors turn by hand once the bolt is out of the wall."],
      },
    ]);
    expect(paragraphs.join("\n").split(shared)).toHaveLength(2);
  });
});

describe("a pointer", () => {
  it("is found in time that grows with its text alone", () => {
    expect(isPointer(`see ${"a ".repeat(50_000)}`)).toBe(false);
  });
});

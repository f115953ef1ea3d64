import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../../../core/answer/answer-question.ts";
import { giveAnswer } from "../../../retrieval/ask-documentation.ts";
import { openSketch, type ChunkSketch } from "../../../support/corpus.ts";

const page = (title: string, ...blocks: ChunkSketch["blocks"]): ChunkSketch => ({
  title,
  headingPath: [],
  blocks,
});

/** A sailing school whose pages are flat: many paragraphs below one title. */
const SCHOOL: ChunkSketch[] = [
  page(
    "Tarn Sailing School",
    "We teach sailing to people of all ages on Tarn Water, in small groups and sturdy boats, and have done so since 1994.",
    "Open daily from 9 to 18 between Easter and October. In winter only the office is open, on weekdays.",
    "Dogs may come along on a lead, but not into the boats. There is a fenced meadow where they can run.",
    "Lockers cost £2 a day. Hot showers are behind the boat shed, and free for everybody who sails with us.",
    "Wetsuits and life jackets are in the price. Bring a towel, soft shoes and something warm for afterwards.",
  ),
  page(
    "Prices",
    "All prices are for one person and hold for this season.",
    {
      kind: "table",
      rows: [
        ["Course", "Days", "Price"],
        ["Taster", "1", "£60"],
        ["Beginners", "3", "£210"],
        ["Improvers", "3", "£240"],
        ["Racing", "5", "£390"],
        ["Spinnaker", "2", "£180"],
        ["Instructor", "10", "£900"],
        ["Family", "2", "£300"],
        ["Private lesson", "half", "£110"],
        ["Night sailing", "1", "£85"],
      ],
    },
    "Whoever cancels a week before gets everything back; later we keep a third of the price.",
  ),
  page(
    "Contact",
    "Tarn Sailing School, 3 Jetty Lane, Tarnside TA4 7QX",
    "Telephone 01632 960 771",
    "Parking is on the grass by the gate, and free. The bus stops at the church, ten minutes away.",
    "Company number 04417725. Registered in England and Wales. Insured for five million pounds.",
  ),
];

const ask = async (question: string): Promise<string> =>
  (await giveAnswer(await openSketch(SCHOOL), question, DEFAULT_CONFIDENCE_THRESHOLD)).text;

describe("what a small site's answer shows", () => {
  it("is the paragraph that answers, and not its page", async () => {
    const answer = await ask("can I bring my dog");
    expect(answer).toMatch(/^Dogs may come along on a lead/);
    expect(answer).not.toContain("Lockers");
    expect(answer).not.toContain("since 1994");
  });

  it("begins with the line that was asked for", async () => {
    expect(await ask("phone number")).toBe("Telephone 01632 960 771 [1]");
    expect(await ask("address")).toMatch(/^Tarn Sailing School, 3 Jetty Lane/);
  });

  it("is the row of a long table that was asked for, with its header and how many others there are", async () => {
    const answer = await ask("how much is the spinnaker course");
    expect(answer).toContain("| Course | Days | Price |");
    expect(answer).toContain("| Spinnaker | 2 | £180 |");
    expect(answer).not.toContain("Instructor");
    expect(answer).toContain("[1] … and 8 more on the page");
  });

  it("is the whole table where all of it was asked for", async () => {
    const answer = await ask("which courses are there and what do they cost");
    for (const name of ["Taster", "Beginners", "Instructor", "Night sailing"]) expect(answer).toContain(name);
    expect(answer).not.toContain("more on the page");
  });

  it("cites the row that it shows", async () => {
    const answer = await ask("how much is night sailing");
    expect(answer).toContain("Night sailing");
    expect(answer).toMatch(/\[1\]/);
  });

  it("stands under its heading where it does not say itself what it is of", async () => {
    const rooms = [
      {
        title: "Rooms",
        headingPath: ["Gull Room"],
        blocks: ["On the ground floor, with a level shower. £85 a night."],
      },
      {
        title: "Rooms",
        headingPath: ["Tern Room"],
        blocks: ["Under the roof, with a bath. £70 a night, 31 steps."],
      },
      {
        title: "Meals",
        headingPath: ["Breakfast"],
        blocks: ["Breakfast is from eight to ten, in the kitchen."],
      },
    ];
    const answerTo = async (question: string): Promise<string> =>
      (await giveAnswer(await openSketch(rooms), question, DEFAULT_CONFIDENCE_THRESHOLD)).text;
    expect(await answerTo("is there a room on the ground floor")).toContain(
      "**Gull Room**: On the ground floor",
    );
    expect(await answerTo("when is breakfast")).toMatch(/^Breakfast is from eight/);
  });

  it("marks the sentence that answers where others stand before it", async () => {
    const long = [
      page(
        "Parcels",
        "Every parcel is packed by hand in the mill, in boxes that we have used before. The post comes for them at four. A parcel to Ireland takes five days. Whoever wants it wrapped as a present writes so in the box for notes.",
      ),
      page("Mill", "The mill was built in 1820 by two brothers who had a quarrel with the miller upstream."),
    ];
    const answer = await giveAnswer(
      await openSketch(long),
      "how long does a parcel to ireland take",
      DEFAULT_CONFIDENCE_THRESHOLD,
    );
    expect(answer.text).toContain("**A parcel to Ireland takes five days.**");
  });
});

describe("a question of two parts to a small site", () => {
  it("says of no part that nothing was found where the other one's answer tells it", async () => {
    const answer = await ask("can I get a locker and how much is it");
    expect(answer).toContain("£2 a day");
    expect(answer).not.toContain("found nothing");
  });

  it("still says what is nowhere", async () => {
    const answer = await ask("what is your phone number and do you repair violins");
    expect(answer).toContain("01632 960 771");
    expect(answer).toContain("violins");
  });
});

describe("what sounds like small talk on a small site", () => {
  it.each(["what do you do", "what is this place", "what do you do exactly?"])(
    "asks what the business is: %s",
    async (question) => {
      expect(await ask(question)).toMatch(/^We teach sailing/);
    },
  );

  it.each(["what is your name", "tell me a joke", "how are you", "are you a robot"])(
    "stays small talk: %s",
    async (question) => {
      expect(await ask(question)).not.toMatch(/\[1\]/);
    },
  );

  it("is no other matter where the pages are near", async () => {
    expect(await ask("can I drink alcohol in the boats")).not.toContain("outside what I can help with");
  });
});

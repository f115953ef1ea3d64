import { describe, expect, it } from "vitest";
import { openSketch } from "../../../support/corpus.ts";

/** The page that a question finds first, among others about something else. */
async function found(text: string, question: string): Promise<string | undefined> {
  const corpus = await openSketch([
    { title: "Kettle", blocks: ["A kettle boils water. The lid of a kettle keeps the steam inside."] },
    { title: "Garden", blocks: ["Roses are pruned in the spring, and watered when the soil is dry."] },
    { title: "Wanted", url: "/wanted/", blocks: [text] },
  ]);
  const { ranked, corrections } = corpus.retriever.retrieve(question, { limit: 1 });
  expect(corrections).toEqual([]);
  return ranked[0] === undefined ? undefined : corpus.documentOf(ranked[0].ordinal).url;
}

describe("words that are written as one or as two", () => {
  it.each([
    ["Which anti-virus software is installed here.", "antivirus"],
    ["The antivirus scans each file.", "anti-virus"],
    ["The antivirus scans each file.", "anti virus"],
    ["Send an e-mail to the office.", "Email?"],
    ["Send an email to the office.", "E-Mail?"],
    ["The log-in takes a password.", "login"],
    ["The multi-tenant mode parts customers.", "multitenant"],
    ["Our web shop opens at noon.", "webshop"],
    ["Our webshop opens at noon.", "web shop"],
    ["The dataset holds ten rows.", "data set"],
    ["Call antiVirus() first.", "anti-virus"],
  ])("%s is found by %s", async (text, question) => {
    expect(await found(text, question)).toBe("/wanted/");
  });

  it("are left as they are where their parts only stand in one passage", async () => {
    const text = "Each cup has a handle. Somewhere else a board hangs.";
    expect(await found(text, "cupboard")).toBeUndefined();
  });

  it("are parted where they are a verb with its particle, wherever that stands", async () => {
    const text = "Whoever keeps a log writes it down. All others went out.";
    expect(await found(text, "logout")).toBe("/wanted/");
  });
});

import { describe, expect, it } from "vitest";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import { findPassages } from "../../../../core/answer/find/find-passages.ts";
import type { GenerationEvent, GenerationRequest } from "../../../../core/answer/generation-provider.ts";
import { citedPlaces } from "../../../../core/citation/cited-places.ts";
import { citedSources } from "../../../../core/citation/cited-sources.ts";
import { placeOf, placesOf, sectionOf } from "../../../../core/corpus/heading-place.ts";
import { citationOf } from "../../../../core/citation/quote.ts";
import type { Block, Chunk } from "../../../../core/corpus/format.ts";
import { searchCorpus } from "../../../../core/search/search-corpus.ts";
import { openSketch, sketchChunk } from "../../../support/corpus.ts";

const heading = (text: string, depth: number, anchor?: string): Block => ({
  kind: "paragraph",
  text,
  isHeading: true,
  ...(anchor !== undefined && { anchor }),
  depth,
});

/** A section with others below it, one of which has an id that nobody is sure of. */
const KETTLE = {
  title: "Kettle",
  url: "/kettle/#care",
  headingPath: ["Care"],
  blocks: [
    "A kettle lives for ten years with a little care.",
    heading("Descaling", 2, "descaling"),
    "Descale the kettle with vinegar once a month.",
    heading("With `citric acid`", 3, "citric"),
    "Citric acid dissolves the chalk in an hour.",
    heading("Storing", 2),
    "Store the kettle in a dry cupboard over the summer.",
    { kind: "code", language: "sh", code: "kettle store --dry" } as Block,
  ],
};

const passagesOf = async (question: string): Promise<GenerationRequest> => {
  const corpus = await openSketch([KETTLE, { title: "Cups", blocks: ["Cups are kept beside the plates."] }]);
  const { passages, terms } = await findPassages(corpus, { question }, 6);
  return { question, history: [], passages, terms, termsOf: corpus.retriever.terms, locale: "en" };
};

async function quoted(request: GenerationRequest): Promise<{ text: string; events: GenerationEvent[] }> {
  const events: GenerationEvent[] = [];
  const { signal } = new AbortController();
  for await (const event of createExtractiveProvider().generate(request, { signal })) events.push(event);
  const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
  return { text, events };
}

describe("the place of a block", () => {
  const chunk: Chunk = sketchChunk(KETTLE);

  it.each([
    [0, "/kettle/#care", "Care"],
    [2, "/kettle/#descaling", "Care › Descaling"],
    [3, "/kettle/#citric", "Care › Descaling › With citric acid"],
    [4, "/kettle/#citric", "Care › Descaling › With citric acid"],
    // No id is invented: the page alone.
    [6, "/kettle/", "Care › Storing"],
    [7, "/kettle/", "Care › Storing"],
  ])("%i is that of the last heading before it", (index, url, section) => {
    const place = placeOf(chunk, index);
    expect([place.url, sectionOf(place)]).toEqual([url, section]);
  });

  it("is one of the chunk's", () => {
    expect(placesOf(chunk).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 3],
      [3, 5],
      [5, 8],
    ]);
    const merged = sketchChunk({
      title: "T",
      url: "/t/#a",
      headingPath: ["P"],
      blocks: [heading("A", 2, "a"), "One.", heading("B", 2, "b"), "Two."],
    });
    expect(placesOf(merged).map((place) => [place.url, sectionOf(place)])).toEqual([
      ["/t/#a", "P › A"],
      ["/t/#b", "P › B"],
    ]);
  });

  it("of a tail that joined the section before it is not below that section", () => {
    const tailed = sketchChunk({ ...KETTLE, blocks: ["Text.", heading("See also", 1, "see-also"), "Cups."] });
    expect([placeOf(tailed, 2).url, sectionOf(placeOf(tailed, 2))]).toEqual([
      "/kettle/#see-also",
      "See also",
    ]);
  });
});

describe("the link of a quotation", () => {
  const linkOf = (blocks: (string | Block)[], blockIndex: number, text: string, url = "/p/#s"): string => {
    const chunk = sketchChunk({ title: "P", url, headingPath: ["S"], blocks });
    const source = { position: 1, title: "P", url, excerpt: "", score: 1 };
    return citationOf({ passage: { chunk, source, ordinal: 0, relativeScore: 1 }, blockIndex, text }, 1).url;
  };

  it("names its words behind the heading", () => {
    expect(linkOf(["One kettle is enough."], 0, "One kettle is enough.")).toBe(
      "/p/#s:~:text=One%20kettle%20is%20enough",
    );
    expect(linkOf(["One kettle is enough."], 0, "One kettle is enough.", "/p/")).toBe(
      "/p/#:~:text=One%20kettle%20is%20enough",
    );
  });

  it("stays within one block of the page: a line of an item, a cell of a row", () => {
    const list: Block = {
      kind: "list",
      ordered: false,
      items: ["Fill the kettle today\n  – with cold water only"],
    };
    expect(linkOf([list], 0, "Fill the kettle today with cold water only")).toBe(
      "/p/#s:~:text=Fill%20the%20kettle%20today",
    );
    const table: Block = {
      kind: "table",
      rows: [
        ["Part", "Use"],
        ["Lid", "Keeps the steam inside"],
      ],
    };
    expect(linkOf([table], 0, "Lid – Keeps the steam inside")).toBe(
      "/p/#s:~:text=Keeps%20the%20steam%20inside",
    );
  });

  it("names no words of code, nor where another program reads what follows the hash", () => {
    expect(linkOf([{ kind: "code", language: "", code: "boil the kettle now" }], 0, "")).toBe("/p/#s");
    for (const url of ["/manual.pdf#page=3", "/manual.pdf", "/files/get?id=7#page=2", "/a.docx"]) {
      expect(linkOf(["One kettle is enough."], 0, "One kettle is enough.", url)).toBe(url);
    }
  });
});

describe("an answer of quotations", () => {
  it("cites each section of a passage by a source of its own, which opens at its heading", async () => {
    const { text, events } = await quoted(await passagesOf("vinegar chalk summer"));
    const passages = events.flatMap((event) => (event.type === "passages" ? event.passages : []));
    const end = events.at(-1);
    const citations = end?.type === "end" ? (end.citations ?? []) : [];
    const marks = [...text.matchAll(/\[(\d)\]/g)].map((mark) => Number(mark[1]));
    expect(marks).toEqual(citations.map(({ position }) => position));
    expect(new Set(marks).size).toBeGreaterThan(1);
    for (const { position, url, section } of citations) {
      const source = passages.find((passage) => passage.source.position === position)?.source;
      expect(source?.url.split(":~:")[0]).toBe(url.split(":~:")[0]);
      expect(source?.section).toBe(section);
    }
    expect(passages.map(({ source }) => source.position)).toEqual(passages.map((_, index) => index + 1));
  });

  it("shows of a source what is quoted of it", async () => {
    const { events } = await quoted(
      await passagesOf("How long does citric acid take to dissolve the chalk?"),
    );
    const [first] = events.flatMap((event) => (event.type === "passages" ? event.passages : []));
    expect(first?.source).toMatchObject({
      url: "/kettle/#citric:~:text=Citric%20acid%20dissolves%20the%20chalk%20in%20an%20hour",
      section: "Care › Descaling › With citric acid",
      excerpt: "Citric acid dissolves the chalk in an hour.",
    });
  });

  it("keeps to positions that were told", async () => {
    const request = await passagesOf("Should I use vinegar or citric acid?");
    const { text, events } = await quoted({ ...request, keepsPositions: true });
    expect(events[0]?.type).toBe("text-delta");
    expect(new Set(text.match(/\[\d\]/g))).toEqual(new Set(["[1]"]));
  });
});

describe("an answer that a model wrote", () => {
  it("leads to the words that each of its sentences comes closest to", async () => {
    const request = await passagesOf("How do I care for the kettle?");
    const answer =
      "Chalk goes away within an hour if citric acid is used [1]. For the summer, a dry cupboard is best [1].\n\n- Vinegar descales it each month [1]\n\nNothing of the sort is said [1].";
    const citations = citedPlaces(answer, request);
    expect(citations.map(({ url }) => url)).toEqual([
      "/kettle/#citric:~:text=Citric%20acid%20dissolves%20the%20chalk%20in%20an%20hour",
      "/kettle/#:~:text=Store%20the%20kettle%20in%20a%20dry%20cupboard%20over%20the%20summer",
      "/kettle/#descaling:~:text=Descale%20the%20kettle%20with%20vinegar%20once%20a%20month",
      // What comes close to no sentence opens where the passage begins.
      "/kettle/#care",
    ]);
  });

  it("gives its sources the place that is cited first", () => {
    const source = {
      position: 1,
      title: "Kettle",
      section: "Care",
      url: "/kettle/#care",
      excerpt: "",
      score: 1,
    };
    const other = { ...source, position: 2 };
    expect(
      citedSources([source, other], [{ position: 1, url: "/kettle/#citric", section: "Citric" }]),
    ).toEqual([{ ...source, url: "/kettle/#citric", section: "Citric" }, other]);
    expect(citedSources([source], [{ position: 1, url: "/kettle/" }])[0]).not.toHaveProperty("section");
    expect(citedSources([source], undefined)).toEqual([source]);
  });
});

describe("a result of the search", () => {
  it("opens at the section that holds most of what was searched for", async () => {
    const corpus = await openSketch([KETTLE]);
    const first = async (query: string) => (await searchCorpus(corpus, { query, limit: 3 })).results[0];
    expect(await first("citric acid chalk")).toMatchObject({
      url: "/kettle/#citric",
      section: "Care › Descaling › With citric acid",
      excerpt: "Citric acid dissolves the chalk in an hour.",
    });
    expect(await first("ten years")).toMatchObject({ url: "/kettle/#care", section: "Care" });
  });
});

describe("a citation of words that the answer puts in its own", () => {
  const chunk = sketchChunk({
    title: "Workshop",
    url: "/workshop/",
    headingPath: [],
    blocks: [
      heading("Hand tools", 1, "hand-tools"),
      { kind: "list", ordered: false, items: ["Screwdrivers and bits of all sizes", "Hammers"] } as Block,
      heading("Opening hours", 1, "hours"),
      {
        kind: "table",
        rows: [
          ["Day", "Hours"],
          ["Monday", "18:30 - 21:00"],
          ["Saturday", "12:00 - 17:00"],
          ["Friday", "Closed"],
        ],
      } as Block,
      heading("Machinery", 1, "machinery"),
      {
        kind: "list",
        ordered: false,
        items: ["CNC router of 800 mm", "Bandsaw (see the induction list)"],
      } as Block,
    ],
  });
  const source = { position: 1, title: "Workshop", url: "/workshop/", excerpt: "", score: 1 };
  const placesOfAnswer = (markdown: string): string[] =>
    citedPlaces(markdown, {
      passages: [{ chunk, ordinal: 0, relativeScore: 1, source }],
      termsOf: (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [],
    }).map(({ url }) => url);

  it("leads to a short row that holds them", () => {
    expect(placesOfAnswer("Saturday, from 12:00 to 17:00 [1].")).toEqual([
      "/workshop/#hours:~:text=12%3A00%20%2D%2017%3A00",
    ]);
  });

  it("leads to the heading alone where hardly any word is the page's", () => {
    expect(placesOfAnswer("For cutting boards there is a CNC router that takes nearly a metre [1].")).toEqual(
      ["/workshop/#machinery"],
    );
  });

  it("marks no words where none are those that were meant", () => {
    expect(placesOfAnswer("Bring your own safety glasses [1].")).toEqual(["/workshop/#hand-tools"]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { createAnalyzer, type Analyzer } from "../../../../core/search/analyzer.ts";
import { buildPackedIndex } from "../../../../core/search/packed/build-packed-index.ts";
import { CANDIDATE_FEATURE_NAMES } from "../../../../core/search/packed/candidate-features.ts";
import { PackedIndexError, readSections } from "../../../../core/search/packed/layout.ts";
import { openPackedIndex } from "../../../../core/search/packed/open-packed-index.ts";
import { createPackedRetriever } from "../../../../core/search/packed/packed-retriever.ts";
import type { Retriever } from "../../../../core/search/retriever.ts";

interface PageSketch {
  title: string;
  body: string;
  headingPath?: string[];
}

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer("en");
});

function build(pages: readonly PageSketch[]): Uint8Array {
  return buildPackedIndex(
    {
      chunks: pages.map(({ title, body, headingPath = [] }) => ({ title, body, headingPath })),
      documents: pages.map(({ title }, page) => ({ url: `/${page}/`, title, language: "en" })),
      chunkDocuments: pages.map((_, page) => page),
    },
    analyzer,
  );
}

function retrieverOf(pages: readonly PageSketch[]): Retriever {
  return createPackedRetriever(openPackedIndex(build(pages)), { analyzer, fillers: new Map() });
}

const PAGES: PageSketch[] = [
  { title: "Configuration", body: "The configuration file sets the port and the proxy of the server." },
  { title: "Deployment", body: "Deploy the site to a host. Deployment needs a build." },
  { title: "Accounts", body: "An access token proves who you are. Tokens expire after a day." },
  { title: "Gates", body: "Access is granted at the gate. Buy a token at the counter." },
  { title: "Names", body: "Which pages come first? Their demo shows which of the names they have." },
];

describe("a packed index", () => {
  it("has the same bytes for the same pages", () => {
    expect(build(PAGES)).toEqual(build(structuredClone(PAGES)));
  });

  it("opens wherever its bytes lie in memory", () => {
    const bytes = build(PAGES);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const index = openPackedIndex(shifted.subarray(3));
    expect(index.chunkCount).toBe(PAGES.length);
    expect(index.documents.read(1)).toEqual({ url: "/1/", title: "Deployment", language: "en" });
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array, RegExp]>([
    ["nothing", () => new Uint8Array(0), /too short/],
    ["a picture", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, ...new Uint8Array(40)), /not an index/],
    ["JSON", () => new TextEncoder().encode('{"version":"2.3.9","fields":[]}'), /not an index/],
    ["another version", (bytes) => withByte(bytes, 4, 9), /version 9.*knows 3/],
    ["its first half", (bytes) => bytes.slice(0, bytes.length >> 1), /bytes of/],
    ["more than all of it", (bytes) => Uint8Array.of(...bytes, 0, 0, 0, 0), /bytes of/],
    ["a damaged head", (bytes) => withByte(bytes, 21, 0x55), /head is damaged/],
  ])("refuses %s, and says why", (_, damage, reason) => {
    const damaged = damage(build(PAGES));
    expect(() => openPackedIndex(damaged)).toThrow(PackedIndexError);
    expect(() => openPackedIndex(damaged)).toThrow(reason);
  });

  it("survives any flipped bit: it refuses, or answers within its bounds", () => {
    // A word that is everywhere: asked what it is, pages that introduce the site are looked for.
    const bytes = build(PAGES.map((page) => ({ ...page, body: `${page.body} Lumen.` })));
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << (at % 8)));
      try {
        const retriever = createPackedRetriever(openPackedIndex(damaged), { analyzer, fillers: new Map() });
        for (const prefersLeads of [false, true]) {
          for (const question of ["configuration of the access tokn", "What is Lumen?"]) {
            const { ranked } = retriever.retrieve(question, { limit: 5, prefersLeads });
            expect(ranked.length).toBeLessThanOrEqual(5);
            for (const { ordinal } of ranked) expect(ordinal).toBeLessThan(PAGES.length);
          }
        }
      } catch (error) {
        expect(error).toBeInstanceOf(PackedIndexError);
      }
    }
  });

  it("has every section aligned to four bytes", () => {
    for (const section of Object.values(readSections(build(PAGES)))) expect(section.byteOffset % 4).toBe(0);
  });
});

describe("typing errors", () => {
  it.each([
    ["a letter missing", "configuraton", "configuration"],
    ["a letter more", "configuurration", undefined],
    ["another letter", "comfiguration", "configuration"],
    ["two letters swapped", "conifguration", "configuration"],
    ["the first letter", "vonfiguration", "configuration"],
    ["punctuation around", "«configuratoin»,", "configuration"],
  ])("are corrected: %s", (_, typed, meant) => {
    const { corrections, ranked } = retrieverOf(PAGES).retrieve(`${typed} file`, { limit: 1 });
    if (meant === undefined) return expect(corrections).toEqual([]);
    expect(corrections.map(({ to }) => to)).toEqual([meant]);
    expect(ranked[0]?.ordinal).toBe(0);
  });

  it("are left alone in words that the pages know, in numbers, and in short names", () => {
    const { retrieve } = retrieverOf(PAGES);
    for (const question of ["deploy the site", "port 8081", "how does it differ from Dema"]) {
      expect(retrieve(question, { limit: 1 }).corrections).toEqual([]);
    }
  });

  it("in what may be a short name are looked up without a correction", () => {
    const { ranked, corrections } = retrieverOf(PAGES).retrieve("how does it differ from Porx", { limit: 1 });
    expect(corrections).toEqual([]);
    expect(ranked).not.toEqual([]);
  });

  it("are shown as words where only the stem tells what was meant", () => {
    const pages = [{ title: "Birds", body: "Swallows emigrate. They emigrated early." }, ...PAGES];
    const { corrections } = retrieverOf(pages).retrieve("why do birds emigrrating", { limit: 1 });
    expect(corrections).toEqual([{ from: "emigrrating", to: "emigrated" }]);
  });

  it("are looked up as the second guess too, but for less", () => {
    const pages = [
      { title: "Reform", body: "The reform of the council was long." },
      { title: "Refer", body: "Refer to the council; refer to the office; refer a friend." },
      { title: "Other", body: "Rain and sun." },
    ];
    const { ranked, corrections } = retrieverOf(pages).retrieve("council refor", { limit: 5 });
    expect(corrections).toHaveLength(1);
    expect(ranked.map(({ ordinal }) => ordinal).sort()).toEqual([0, 1]);
  });

  it("keep the paraphrases of what was meant", () => {
    const pages = [{ title: "Disable it", body: "Disable the banner with one setting." }, ...PAGES];
    const { ranked } = retrieverOf(pages).retrieve("deactivaet the thing", { limit: 1 });
    // No page has the word that was meant, so nothing corrects it.
    expect(ranked).toEqual([]);
    const both = [{ title: "Deactivate", body: "Deactivate the account." }, ...pages];
    const found = retrieverOf(both).retrieve("deactivaet", { limit: 5 }).ranked;
    expect(found.map(({ ordinal }) => ordinal)).toEqual([0, 1]);
  });

  it("vanish with the stop word that was meant", () => {
    const { terms, corrections } = retrieverOf(PAGES).retrieve("whcih configuration", { limit: 1 });
    expect(terms.map(({ term }) => term)).toEqual(["configur"]);
    expect(corrections).toEqual([]);
  });

  it("are judged by the company of the other words", () => {
    const pages = [
      { title: "Boats", body: "A boat needs a sail. Set the sail in the harbour." },
      { title: "Shops", body: "A shop makes a sale. Every sale counts, and a sale is won at the counter." },
      { title: "More", body: "Sale and sale again, said the shop." },
    ];
    const { retrieve } = retrieverOf(pages);
    expect(retrieve("set the salil of a boat", { limit: 1 }).corrections[0]?.to).toBe("sail");
  });

  it("do not make one word count twice", () => {
    const { terms } = retrieverOf(PAGES).retrieve("configuration configuratoin", { limit: 1 });
    expect(terms).toHaveLength(1);
  });

  it("are looked for in a few words of a foreign text, not in all", () => {
    const foreign = Array.from(
      { length: 30 },
      (_, word) => `deploymenx${"abcdefghij"[word % 10]}${word}`,
    ).join(" ");
    const { corrections } = retrieverOf(PAGES).retrieve(foreign, { limit: 1 });
    expect(corrections.length).toBeLessThanOrEqual(4);
  });
});

describe("ranking", () => {
  it("prefers words that stand together to words that stand apart", () => {
    expect(retrieverOf(PAGES).retrieve("access token", { limit: 2 }).ranked[0]?.ordinal).toBe(2);
  });

  it("finds by a heading, and restricts to it", () => {
    const pages = [
      { title: "Guide", body: "Set the port.", headingPath: ["Server", "Options"] },
      { title: "Guide", body: "Set the port as well.", headingPath: ["Client"] },
    ];
    const { retrieve } = retrieverOf(pages);
    const found = (section: string): number[] =>
      retrieve("port", { limit: 5, filters: { section } }).ranked.map(({ ordinal }) => ordinal);
    expect(found("server")).toEqual([0]);
    expect(found("Options")).toEqual([0]);
    expect(found("client")).toEqual([1]);
    expect(found("guide").sort()).toEqual([0, 1]);
    expect(found("nowhere")).toEqual([]);
    expect(retrieve("client port", { limit: 1 }).ranked[0]?.ordinal).toBe(1);
  });

  it("puts the page about a thing before news of it, unless news are asked for", () => {
    const text = "Lumen needs Node.js, and the version of Node.js that it needs is written here.";
    const pages = ["/blog/announcing-lumen-3/", "https://news.example/guide/"];
    const index = openPackedIndex(
      buildPackedIndex(
        {
          chunks: pages.map(() => ({ title: "Lumen", body: text, headingPath: [] })),
          documents: pages.map((url) => ({ url, title: "Lumen", language: "en" })),
          chunkDocuments: [0, 1],
        },
        analyzer,
      ),
    );
    const { retrieve } = createPackedRetriever(index, { analyzer, fillers: new Map() });
    const first = (question: string): number | undefined =>
      retrieve(question, { limit: 1 }).ranked[0]?.ordinal;
    expect(first("Which version of Node.js does Lumen need?")).toBe(1);
    expect(first("What does the blog say of the version of Node.js?")).toBe(0);
  });

  it("begins with the pages that say what the site is where that is asked", () => {
    const urls = ["/themes/", "/guide/overview/", "/", "/plugins/", "/faq/"];
    const bodies = [
      "Lumen themes for Lumen, by Lumen.",
      "Lumen at a glance: how the parts of Lumen work together, told at length for those who like to read.",
      "Lumen builds sites from Markdown files, and does little else, which is why people like it so much.",
      "Lumen plugins for Lumen, by Lumen.",
      "Answers of all kinds, of which few name Lumen, to questions of all kinds that people have sent us.",
    ];
    const titles = ["Themes", "Overview", "Lumen", "Plugins", "Questions"];
    const index = openPackedIndex(
      buildPackedIndex(
        {
          chunks: bodies.map((body, page) => ({ title: titles[page] ?? "", body, headingPath: [] })),
          documents: urls.map((url, page) => ({ url, title: titles[page] ?? "", language: "en" })),
          chunkDocuments: urls.map((_, page) => page),
        },
        analyzer,
      ),
    );
    const { retrieve } = createPackedRetriever(index, { analyzer, fillers: new Map() });
    const ordinals = (question: string, prefersLeads: boolean, filters = {}): number[] =>
      retrieve(question, { limit: 5, prefersLeads, filters }).ranked.map(({ ordinal }) => ordinal);
    // The first page of all, then what lies deeper, or may say so; themes and plugins name it more often.
    expect(ordinals("What is Lumen?", true).slice(0, 3)).toEqual([2, 1, 4]);
    expect(ordinals("What are Lumen plugins?", true)[0]).toBe(3);
    expect(ordinals("What is Lumen?", true, { pathPrefix: "/themes/" })).toEqual([0]);
  });

  it("tells those who learn its weights what it sees", () => {
    const seen: number[][] = [];
    const { retrieve } = createPackedRetriever(openPackedIndex(build(PAGES)), {
      analyzer,
      fillers: new Map(),
      observe: (candidates) => seen.push(candidates.map(({ features }) => features.length)),
    });
    retrieve("configuration", { limit: 1 });
    expect(seen).toHaveLength(1);
    expect(new Set(seen[0])).toEqual(new Set([CANDIDATE_FEATURE_NAMES.length]));
  });

  it("lets chunks of the same subject rise that use other words", () => {
    const cooking = ["stew", "soup", "broth", "roast"];
    const sailing = ["mast", "keel", "rudder", "boom"];
    const page = (words: string[], extra: string): PageSketch => ({
      title: "Page",
      body: `${words.join(" ")} ${extra}`,
    });
    const pages = [
      ...cooking.map((word) => page(cooking, `${word} kitchen`)),
      ...sailing.map((word) => page(sailing, `${word} harbour`)),
      // Both hold the one word that is asked for once; only the first one is about cooking.
      page(["stew", "soup", "pepper"], "question"),
      page(["mast", "keel", "pepper"], "question"),
    ];
    const { ranked } = retrieverOf(pages).retrieve("kitchen stew pepper", { limit: 10 });
    const placeOf = (chunk: number): number => ranked.findIndex(({ ordinal }) => ordinal === chunk);
    expect(placeOf(8)).toBeLessThan(placeOf(9));
  });

  it("fuses the similarities of embeddings, also of chunks that share no word", () => {
    const { retrieve } = retrieverOf(PAGES);
    const similarities = Float32Array.of(0.1, 0.2, 0.1, 0.1, 0.9);
    const { ranked } = retrieve("configuration", { limit: 5, similarities });
    expect(ranked.map(({ ordinal }) => ordinal)).toContain(4);
    expect(retrieve("zzzz qqqq", { limit: 1, similarities }).ranked[0]?.ordinal).toBe(4);
    // Of another corpus: left aside.
    expect(
      retrieve("configuration", { limit: 5, similarities: new Float32Array(3) }).ranked[0]?.ordinal,
    ).toBe(0);
  });
});

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[at] = value;
  return changed;
}

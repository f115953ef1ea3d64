import { beforeAll, describe, expect, test } from "vitest";
import type { Corpus } from "../../core/corpus/corpus.ts";
import type { IndexFormat } from "../../core/corpus/format.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { MAX_QUERY_TERMS } from "../../core/search/retriever.ts";
import { SKETCHES, memorySource, sketchChunk, type ChunkSketch } from "../support/corpus.ts";

/** What search and answers rely on in every retriever, whichever way its index is written. */
export function testRetriever(indexFormat: IndexFormat): void {
  const open = async (sketches: ChunkSketch[], language = "en"): Promise<Corpus> =>
    openCorpus(
      memorySource(
        await encodeCorpus({ site: "docs", language, chunks: sketches.map(sketchChunk), indexFormat }),
      ),
    );
  const urls = (corpus: Corpus, question: string, limit = 5): string[] =>
    corpus.retriever
      .retrieve(question, { limit })
      .ranked.map(({ ordinal }) => corpus.documentOf(ordinal).url);

  describe(`the retriever over a ${indexFormat} index`, () => {
    let corpus: Corpus;
    beforeAll(async () => {
      corpus = await open(SKETCHES);
    });

    test("puts the page that holds the words first, and best before worse", () => {
      expect(urls(corpus, "Who founded Lumen?")[0]).toBe("/history/");
      const scores = corpus.retriever.retrieve("install lumen npm", { limit: 5 }).ranked;
      expect(scores.map(({ score }) => score)).toEqual(
        scores.map(({ score }) => score).sort((a, b) => b - a),
      );
    });

    test("gives at most as many as are asked for, and counts all that match", () => {
      const { ranked, total } = corpus.retriever.retrieve("lumen", { limit: 2 });
      expect(ranked).toHaveLength(2);
      expect(total).toBeGreaterThan(2);
    });

    test("knows the words of a question, their weight, and which ones no page has", () => {
      const { terms } = corpus.retriever.retrieve("What does Lumen say about xylophones?", { limit: 1 });
      const lumen = terms.find(({ word }) => word === "Lumen");
      const foreign = terms.find(({ term }) => term.startsWith("xylophon"));
      expect(lumen?.known).toBe(true);
      expect(foreign?.known).toBe(false);
      expect(foreign?.weight).toBeGreaterThan(lumen?.weight ?? Infinity);
    });

    test("weighs a term by how few chunks hold it, and one that none holds the most", () => {
      const { terms, weightOf } = corpus.retriever;
      const [lumen = "", founded = "", foreign = ""] = terms("lumen founded xylophones");
      expect(weightOf(lumen)).toBeGreaterThan(0);
      expect(weightOf(founded)).toBeGreaterThan(weightOf(lumen));
      expect(weightOf(foreign)).toBeGreaterThan(weightOf(founded));
      expect(weightOf("constructor")).toBe(weightOf(foreign));
    });

    test("says how strong the best match is, between nothing and all", () => {
      const strength = (question: string): number =>
        corpus.retriever.retrieve(question, { limit: 1 }).strength;
      expect(strength("xylophones and zithers")).toBe(0);
      expect(strength("founded")).toBeGreaterThan(strength("founded xylophones zithers kazoos"));
      expect(strength("founded")).toBeLessThanOrEqual(1);
    });

    test("passes filters: a path, a language, a date", async () => {
      const dated = await open([
        { title: "Alte Seite", url: "/de/alt/", language: "de-AT", blocks: ["Lumen alt."] },
        { title: "Old", url: "/en/old/", updatedOn: "2020-05-01", blocks: ["Lumen was slow."] },
        { title: "New", url: "/en/new/", updatedOn: "2026-05-01", blocks: ["Lumen is fast."] },
      ]);
      const found = (filters: object): string[] =>
        dated.retriever
          .retrieve("lumen", { limit: 9, filters })
          .ranked.map(({ ordinal }) => dated.documentOf(ordinal).url);
      expect(found({ pathPrefix: "/en/" }).sort()).toEqual(["/en/new/", "/en/old/"]);
      expect(found({ language: "de" })).toEqual(["/de/alt/"]);
      expect(found({ updatedSince: "2026-01-01" })).toEqual(["/en/new/"]);
      expect(found({ pathPrefix: "/fr/" })).toEqual([]);
      expect([...dated.languages].sort()).toEqual(["de", "en"]);
    });

    test("finds the page that is named what was asked before those that mention it", async () => {
      const named = await open([
        { title: "Deployment", url: "/deploy/", blocks: ["Installation comes first. Installation is easy."] },
        { title: "Installation", url: "/install/", blocks: ["Run the wizard and follow its steps."] },
        { title: "Updates", url: "/updates/", blocks: ["After installation, update with one command."] },
      ]);
      expect(urls(named, "installation")[0]).toBe("/install/");
    });

    test("prefers the beginning of the page about a thing where it is asked to", async () => {
      const pages: ChunkSketch[] = [
        { title: "Other", url: "/other/", blocks: ["An island, another island and islands without end."] },
        { title: "Islands", url: "/islands/", blocks: ["Islands keep pages light."] },
        {
          title: "Islands",
          url: "/islands/#more",
          headingPath: ["More"],
          blocks: ["More of islands."],
        },
      ];
      const islands = await open(pages);
      const first = islands.retriever.retrieve("What are islands?", { limit: 1, prefersLeads: true })
        .ranked[0];
      expect(islands.documentOf(first?.ordinal ?? -1).url).toBe("/islands/");
      expect(first?.ordinal).toBe(1);
    });

    test.each([
      ["nothing but stop words", "the of and is"],
      ["nothing but punctuation", "?!… --- ***"],
      ["emoji", "👍🏽 💥 🏳️‍🌈"],
      ["right-to-left text", "كيف أثبت البرنامج עברית"],
      ["zero-width characters", "in\u200Bst\u200Ball \uFEFF"],
      ["directional controls", "\u202Enpm llatsni\u202C"],
      ["the operators of a query language", "+install -npm ~2 ^10 foo:bar a* *"],
      ["names of object properties", "constructor __proto__ toString hasOwnProperty valueOf"],
      ["code", "const x = () => { return a?.b ?? c[0]; } // SELECT * FROM t WHERE 1=1; --"],
      ["a lone half of a character", "\uD800 lone \uDFFF"],
      ["one word of 5,000 characters", "a".repeat(5000)],
      ["5,000 characters of words", "word lumen ".repeat(455)],
      ["5,000 characters of different words", Array.from({ length: 700 }, (_, n) => `w${n}`).join(" ")],
    ])("takes any text: %s", (_, question) => {
      const { ranked, terms, total } = corpus.retriever.retrieve(question, { limit: 5 });
      expect(ranked.length).toBeLessThanOrEqual(Math.min(5, total));
      expect(terms.length).toBeLessThanOrEqual(MAX_QUERY_TERMS);
      for (const { ordinal, score } of ranked) {
        expect(corpus.documentOf(ordinal).url).not.toBe("");
        expect(score).toBeGreaterThan(0);
      }
    });

    test("takes operators as plain characters", () => {
      expect(urls(corpus, "+install -npm*")).toEqual(urls(corpus, "install npm"));
    });

    test("serves an empty corpus, a corpus of one chunk, and one whose pages are all the same", async () => {
      expect((await open([])).retriever.retrieve("lumen", { limit: 5 })).toMatchObject({
        total: 0,
        ranked: [],
      });
      const one = await open([{ title: "Only", url: "/only/", blocks: ["Lumen alone."] }]);
      expect(urls(one, "lumen")).toEqual(["/only/"]);
      const same = await open(
        Array.from({ length: 40 }, (_, page) => ({
          title: "Same",
          url: `/${page}/`,
          blocks: ["Lumen again."],
        })),
      );
      // Equals come in the order of the pages.
      expect(urls(same, "lumen again", 3)).toEqual(["/0/", "/1/", "/2/"]);
    });

    test("answers one question like the one before, whatever was asked in between", () => {
      const before = corpus.retriever.retrieve("install lumen", { limit: 5 });
      corpus.retriever.retrieve("team plan price", { limit: 5, filters: { pathPrefix: "/pricing" } });
      expect(corpus.retriever.retrieve("install lumen", { limit: 5 })).toEqual(before);
    });

    test.each([
      ["en", "installations", "The installation of packages."],
      ["es", "configuraciones", "La configuración del servidor."],
      ["de", "Einstellungen", "Die Einstellung ändert sich."],
      ["fr", "installations", "L'installation du serveur."],
      ["pt", "configurações", "A configuração do servidor."],
      ["it", "installazioni", "L'installazione del server."],
      ["nl", "instellingen", "De instelling van de server."],
      ["ru", "настройки", "Как изменить настройку сервера."],
      ["zh", "安装", "如何安装服务器软件。"],
      ["ja", "設定", "サーバーの設定を変更します。"],
    ])("finds another form of a word in %s", async (language, question, text) => {
      const foreign = await open(
        [
          { title: "A", url: "/a/", language, blocks: [text] },
          { title: "B", url: "/b/", language, blocks: ["12345 67890"] },
        ],
        language,
      );
      expect(urls(foreign, question)).toEqual(["/a/"]);
    });
  });
}

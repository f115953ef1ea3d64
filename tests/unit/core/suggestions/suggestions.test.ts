import { beforeAll, describe, expect, it } from "vitest";
import type { AnswerCache, CachedAnswer } from "../../../../core/answer/cache/answer-cache.ts";
import { answerQuestion } from "../../../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import { findPassages } from "../../../../core/answer/find/find-passages.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { Chunk } from "../../../../core/corpus/format.ts";
import {
  followUpQuestions,
  unaskedQuestions,
  type FollowUpInput,
} from "../../../../core/suggestions/follow-up-questions.ts";
import type { HistoryTurn } from "../../../../core/protocol.ts";
import { isRepeated } from "../../../../core/suggestions/is-repeated.ts";
import { starterQuestions } from "../../../../core/suggestions/starter-questions.ts";
import { proseOf, wordsOfCorpus } from "../../../../core/suggestions/word-case.ts";
import { openSketch, sketchChunk, type ChunkSketch } from "../../../support/corpus.ts";

/** A site with the pages that real ones have: guides, an FAQ, a reference and news. */
const SITE: ChunkSketch[] = [
  {
    title: "Lumen",
    url: "/",
    blocks: ["Lumen is a tool that builds static sites from Markdown. With Lumen, pages are fast."],
  },
  {
    title: "Adding pages",
    url: "/guide/pages/",
    blocks: ["Pages are files. To add pages with Lumen, put Markdown files into the folder `pages`."],
  },
  {
    title: "Adding pages",
    url: "/guide/pages/#drafts",
    headingPath: ["Hiding a draft"],
    blocks: [
      "To hide a draft, set the key draft in its front matter. Lumen leaves a hidden draft out of the build.",
    ],
  },
  {
    title: "Adding pages",
    url: "/guide/pages/#translations",
    headingPath: ["Translating a page"],
    blocks: ["To translate a page with Lumen, put its translation into the folder of the language."],
  },
  {
    title: "Adding pages",
    url: "/guide/pages/#parameters",
    headingPath: ["Parameters"],
    blocks: ["The parameters of pages are title, date and language, all in the front matter of Lumen."],
  },
  {
    title: "Themes",
    url: "/guide/themes/",
    blocks: ["A theme is a set of templates and styles. With Lumen, a theme is chosen in the settings."],
  },
  {
    title: "Questions",
    url: "/faq/#cost",
    headingPath: ["Is Lumen free of charge?"],
    blocks: ["Lumen is free of charge for personal sites. Teams pay a monthly fee."],
  },
  {
    title: "Questions",
    url: "/faq/#languages",
    headingPath: ["Which languages does Lumen speak?"],
    blocks: ["The languages that Lumen speaks are English, German and Spanish."],
  },
  {
    title: "Questions",
    url: "/faq/#unanswered",
    headingPath: ["How are zeppelins related to quince jam?"],
    blocks: ["See the community for this."],
  },
  {
    title: "Lumen 2 is out",
    url: "/blog/lumen-2/",
    headingPath: ["Migrating to Lumen 2"],
    blocks: ["To migrate to Lumen 2, run the migration. Migrating to Lumen 2 takes minutes."],
  },
];

/** Low enough that what decides is whether the page is found, and above nothing. */
const THRESHOLD = 0.1;
let corpus: Corpus;
const chunks: Chunk[] = SITE.map(sketchChunk);

beforeAll(async () => {
  corpus = await openSketch(SITE);
});

describe("starter questions", () => {
  it("are what a newcomer asks, from several parts of the site, and none from its news", async () => {
    const starters = await starterQuestions(corpus, chunks, { confidenceThreshold: THRESHOLD });
    expect(starters[0]).toBe("What is Lumen?");
    expect(starters).toEqual(
      expect.arrayContaining(["Is Lumen free of charge?", "How do I add pages?", "What is a theme?"]),
    );
    expect(starters.join(" ")).not.toMatch(/migrate|parameters/i);
    expect(starters.length).toBeLessThanOrEqual(6);
  });

  it("come from a version where all of the site lies below versions, and else from the pages that have none", async () => {
    const asked = async (isVersioned: (url: string) => boolean): Promise<string[]> => {
      const site = SITE.map((sketch) =>
        isVersioned(sketch.url ?? "") ? { ...sketch, url: `/docs/v2${sketch.url}` } : sketch,
      );
      return starterQuestions(await openSketch(site), site.map(sketchChunk), {
        confidenceThreshold: THRESHOLD,
      });
    };
    expect(await asked(() => true)).toContain("How do I add pages?");
    expect(await asked((url) => url.startsWith("/guide/pages/"))).not.toContain("How do I add pages?");
  });

  it("are none that a template puts on several pages", async () => {
    const interview = (name: string): ChunkSketch => ({
      title: name,
      url: `/people/${name.toLowerCase()}/`,
      headingPath: ["What is your day job?"],
      blocks: [`My day job is to bake, says ${name}, and a day job it is.`],
    });
    const asked = async (names: readonly string[]): Promise<string[]> => {
      const site = [...SITE, ...names.map(interview)];
      return starterQuestions(await openSketch(site), site.map(sketchChunk), {
        confidenceThreshold: THRESHOLD,
      });
    };
    expect(await asked(["Ada"])).toContain("What is your day job?");
    expect(await asked(["Ada", "Bo", "Cy"])).not.toContain("What is your day job?");
  });

  it("are fewer where fewer are wanted, the best first", async () => {
    const all = await starterQuestions(corpus, chunks, { confidenceThreshold: THRESHOLD });
    const two = await starterQuestions(corpus, chunks, { confidenceThreshold: THRESHOLD, limit: 2 });
    expect(two).toEqual(all.slice(0, 2));
  });

  it("are none where no answer would pass", async () => {
    await expect(starterQuestions(corpus, chunks, { confidenceThreshold: 1.01 })).resolves.toEqual([]);
  });

  it("are none for a site of one page without a question in it", async () => {
    const sketch: ChunkSketch = { title: "Misc", blocks: ["Words and more words."] };
    const small = await openSketch([sketch]);
    await expect(
      starterQuestions(small, [sketchChunk(sketch)], { confidenceThreshold: THRESHOLD }),
    ).resolves.toEqual([]);
  });

  it("are the same for the same corpus", async () => {
    const options = { confidenceThreshold: THRESHOLD };
    expect(await starterQuestions(corpus, chunks, options)).toEqual(
      await starterQuestions(corpus, chunks, options),
    );
  });
});

describe("follow-up questions", () => {
  const after = async (question: string, options: Partial<FollowUpInput> = {}): Promise<string[]> => {
    const { passages } = await findPassages(corpus, { question }, 6);
    return followUpQuestions({
      corpus,
      question,
      passages,
      locale: "en",
      confidenceThreshold: THRESHOLD,
      ...options,
    });
  };

  it("come from the sections beside the answer", async () => {
    const questions = await after("How do I add pages?");
    expect(questions).toEqual(
      expect.arrayContaining(["How do I hide a draft?", "How do I translate a page?"]),
    );
    expect(questions.length).toBeLessThanOrEqual(3);
  });

  it("do not repeat the question", async () => {
    expect(await after("How do I add pages?")).not.toContain("How do I add pages?");
  });

  it("leave out what was asked before, and show three at most", async () => {
    const questions = await after("How do I add pages?");
    const { terms } = corpus.retriever;
    expect(questions).toContain("How do I hide a draft?");
    expect(unaskedQuestions(questions, ["how can I hide a draft?"], terms)).toEqual(
      questions.filter((question) => question !== "How do I hide a draft?"),
    );
    expect(unaskedQuestions(questions, [], terms)).toEqual(questions);
    expect(unaskedQuestions(["A plan", "B tree", "C file", "D note"], [], terms)).toHaveLength(3);
    expect(unaskedQuestions([], ["how can I hide a draft?"], terms)).toEqual([]);
  });

  it("are kept with an answer for whoever asks next, whatever the first visitor had asked", async () => {
    const kept = new Map<string, CachedAnswer>();
    const cache: AnswerCache = {
      get: (key) => Promise.resolve(kept.get(key)),
      put: (key, answer) => Promise.resolve(void kept.set(key, answer)),
    };
    const suggestedTo = async (history: HistoryTurn[]): Promise<string[]> => {
      const provider = createExtractiveProvider();
      const dependencies = { corpus, provider, cache, confidenceThreshold: 0.1, newId: () => "id" };
      const request = { question: "How do I add pages?", history };
      const { signal } = new AbortController();
      const suggested: string[] = [];
      for await (const event of answerQuestion(request, dependencies, { signal })) {
        if (event.type === "follow-ups-available") suggested.push(...event.questions);
      }
      return suggested;
    };
    const asked = (text: string): HistoryTurn => ({ role: "visitor", text });
    expect(await suggestedTo([asked("how do I hide a draft?")])).not.toContain("How do I hide a draft?");
    expect(await suggestedTo([])).toContain("How do I hide a draft?");
    expect(await suggestedTo([asked("how to translate a page")])).not.toContain("How do I translate a page?");
    expect(kept.size).toBe(1);
  });

  it("leave out what the answer cited", async () => {
    const question = "How do I add pages?";
    const { passages } = await findPassages(corpus, { question }, 6);
    const translating = passages.find(({ chunk }) => chunk.headingPath[0] === "Translating a page");
    expect(translating).toBeDefined();
    expect(await after(question)).toContain("How do I translate a page?");
    const questions = await after(question, { citedPositions: [translating?.source.position ?? 0] });
    expect(questions).not.toContain("How do I translate a page?");
  });

  it("are none in a language that the pages do not speak, without passages, and where no answer would pass", async () => {
    expect(await after("How do I add pages?", { locale: "de" })).toEqual([]);
    expect(await after("How do I add pages?", { passages: [] })).toEqual([]);
    expect(await after("How do I add pages?", { confidenceThreshold: 1.01 })).toEqual([]);
  });

  it("are as many as wanted at most", async () => {
    expect(await after("How do I add pages?", { limit: 1 })).toHaveLength(1);
  });

  it("read no passage beyond those that were found", async () => {
    const read: number[] = [];
    const watched: Corpus = {
      ...corpus,
      readChunks: (ordinals) => {
        read.push(...ordinals);
        return corpus.readChunks(ordinals);
      },
    };
    await after("How do I add pages?", { corpus: watched });
    expect(read.length).toBeGreaterThan(0);
    expect(read.every((ordinal) => ordinal < SITE.length)).toBe(true);
  });
});

describe("helpers", () => {
  it("tell a repeated question by its words", () => {
    const termsOf = (text: string): string[] => text.toLowerCase().match(/\w{4,}/g) ?? [];
    expect(isRepeated("How do I add a page?", ["how do i ADD a page?"], termsOf)).toBe(true);
    expect(isRepeated("Hide my draft", ["How to hide that draft on Windows"], termsOf)).toBe(true);
    expect(isRepeated("Hide drafts from search engines", ["How to hide drafts"], termsOf)).toBe(false);
    expect(isRepeated("Hide draft", ["hide the draft"], termsOf)).toBe(true);
    expect(isRepeated("?", ["!"], termsOf)).toBe(false);
  });

  it("take the name of the product from the prose", () => {
    expect(wordsOfCorpus(chunks).ownName).toBe("Lumen");
    expect(wordsOfCorpus([]).ownName).toBeUndefined();
  });

  it("read only prose", () => {
    const prose = proseOf([
      { kind: "paragraph", text: "Use `npm create astro` now." },
      { kind: "code", language: "sh", code: "npm create astro" },
      { kind: "list", ordered: false, items: ["one"] },
      { kind: "table", rows: [["a"]] },
    ]);
    expect(prose).toBe("Use ` now.\none");
  });
});

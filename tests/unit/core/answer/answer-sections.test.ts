import { describe, expect, it } from "vitest";
import {
  areSectioned,
  rankSections,
  type AnswerSection,
} from "../../../../core/answer/select/answer-sections.ts";
import { composeAnswer } from "../../../../core/answer/quote/compose-answer.ts";
import { findPassages } from "../../../../core/answer/find/find-passages.ts";
import { rankSentences } from "../../../../core/answer/select/rank-sentences.ts";
import type { Block, Chunk } from "../../../../core/corpus/format.ts";
import { openCorpus } from "../../../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../../../core/corpus/write-corpus.ts";
import { memorySource } from "../../../support/corpus.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

interface Section {
  title: string;
  heading?: string;
  blocks: Block[];
}

async function open(sections: Section[]) {
  const chunks = sections.map(({ title, heading, blocks }, ordinal): Chunk => ({
    id: ordinal.toString(16).padStart(16, "0"),
    title,
    headingPath: heading === undefined ? [] : [heading],
    url: `/${title.toLowerCase().replaceAll(" ", "-")}/#s${ordinal}`,
    language: "en",
    blocks,
  }));
  return openCorpus(memorySource(await encodeCorpus({ site: "docs", language: "en", chunks })));
}

async function rank(sections: Section[], question: string): Promise<AnswerSection[]> {
  const corpus = await open(sections);
  const { passages, terms } = await findPassages(corpus, { question }, 6);
  const { terms: termsOf } = corpus.retriever;
  return rankSections({
    passages,
    sentences: rankSentences({ question, passages, terms, termsOf }),
    termsOf,
  });
}

async function answer(sections: Section[], question: string): Promise<string> {
  const corpus = await open(sections);
  const { passages, terms } = await findPassages(corpus, { question }, 6);
  const { terms: termsOf } = corpus.retriever;
  return composeAnswer({ question, history: [], passages, terms, termsOf, locale: "en" }).join("\n\n");
}

const CACHING: Section[] = [
  {
    title: "Caching answers",
    heading: "Why is there a cache?",
    blocks: [paragraph("Answers are cached so that the same question is paid for once. A cache saves time.")],
  },
  {
    title: "Caching answers",
    heading: "How long is an answer cached?",
    blocks: [paragraph("For a day. After that it expires and the next visitor waits for a new one.")],
  },
  {
    title: "Colours",
    heading: "How do I change the colour?",
    blocks: [
      paragraph("Set the accent of the panel."),
      { kind: "code", language: "html", code: '<assistant-chat accent="#0b5fff"></assistant-chat>' },
    ],
  },
];

describe("sections", () => {
  it("answer by what their heading asks, though another says more of the words", async () => {
    const [best] = await rank(CACHING, "How long are answers cached?");
    expect(best?.heading).toBe("How long is an answer cached?");
  });

  it("have shares that sum up to one, the likeliest first", async () => {
    const sections = await rank(CACHING, "How long are answers cached?");
    expect(sections.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(sections.map(({ score }) => score)).toEqual(
      sections.map(({ score }) => score).sort((a, b) => b - a),
    );
  });

  it("that share a passage are told apart by their labels", async () => {
    const options: Section = {
      title: "Server options",
      blocks: [
        paragraph("server.port"),
        paragraph("The port to listen on, a number from 1 to 65535."),
        paragraph("server.host"),
        paragraph("The address to listen on, local by default."),
      ],
    };
    const sections = await rank([options, ...CACHING], "What is server.host?");
    expect(sections[0]?.heading).toBe("server.host");
    expect(sections[0]).toMatchObject({ from: 2, to: 4, hasLabel: true });
  });

  it("are none where passages are single paragraphs of an encyclopaedia", () => {
    expect(areSectioned([])).toBe(false);
  });

  it("of nothing that can be quoted are none at all", () => {
    expect(rankSections({ passages: [], sentences: [], termsOf: () => [] })).toEqual([]);
  });
});

describe("an answer from sections", () => {
  it("is a short section as a whole, each sentence cited", async () => {
    expect(await answer(CACHING, "How long are answers cached?")).toContain(
      "For a day. [1] After that it expires and the next visitor waits for a new one. [1]",
    );
  });

  it("keeps the code of a short section with its text", async () => {
    const text = await answer(CACHING, "How do I change the colour?");
    expect(text).toBe(
      '**How do I change the colour?**\n\nSet the accent of the panel. [1]\n\n```html\n<assistant-chat accent="#0b5fff"></assistant-chat>\n```',
    );
  });

  it("quotes of a long section what answers, not all of it", async () => {
    const filler = Array.from({ length: 20 }, (_, index) =>
      paragraph(`Paragraph ${index} speaks of deployments, of regions and of the people who watch them.`),
    );
    const long: Section = {
      title: "Ratings",
      heading: "How are ratings stored?",
      blocks: [...filler, paragraph("Ratings are kept for 90 days and then deleted.")],
    };
    const text = await answer([long, ...CACHING], "How long are ratings kept?");
    expect(text).toContain("90 days");
    expect(text.length).toBeLessThan(400);
  });
});

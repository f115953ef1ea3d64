/** How well made-up sentences are found, on the half of the articles that no rule was made by. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createExtractiveProvider } from "../../core/answer/quote/extractive-provider.ts";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import type { GenerationRequest, Passage } from "../../core/answer/generation-provider.ts";
import { createGroundednessFilter } from "../../core/answer/check/groundedness.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { createFolderSource } from "../../corpus/artefact/folder-source.ts";
import { buildCorpus } from "../../corpus/build-corpus.ts";
import { CORPORA_FOLDER, hasCorpus } from "../support/corpora.ts";
import { isTrainingArticle } from "./groundedness-cases.ts";
import { judgeCases, loadCases } from "./groundedness-measure.ts";

describe.skipIf(!hasCorpus("retrieval/squad2-half"))(
  "the check of generated sentences, on unseen articles",
  () => {
    const held = hasCorpus("retrieval/squad2-half")
      ? loadCases().filter(({ article }) => !isTrainingArticle(article))
      : [];

    it("finds what is unsupported with few mistakes, in English and in Spanish", async () => {
      const { precision, recall, corpora } = await judgeCases(held);
      expect(held.length).toBeGreaterThan(1_000);
      expect(precision).toBeGreaterThan(0.98);
      expect(recall).toBeGreaterThan(0.75);
      for (const [, { right, all }] of corpora) expect(right / all).toBeGreaterThan(0.84);
    });

    it("lets nearly every true sentence pass that is the page's own, shortened or reworded", async () => {
      const { kinds } = await judgeCases(held.filter(({ kind }) => /clause|reworded|merged/.test(kind)));
      for (const [, { right, all }] of kinds) expect(right / all).toBeGreaterThan(0.95);
    });

    it("finds changed numbers, swapped names and negations", async () => {
      const { kinds } = await judgeCases(held.filter(({ kind }) => /number|name|negated/.test(kind)));
      for (const [, { right, all }] of kinds) expect(right / all).toBeGreaterThan(0.65);
    });
  },
);

const QUESTIONS = [
  "How do I set a cookie?",
  "How do I validate JSON bodies?",
  "How do I enable CORS?",
  "How do I deploy to Cloudflare Workers?",
  "How do I use JWT middleware?",
  "How do I stream a response?",
  "How do I write tests?",
  "How do I serve static files with Node.js?",
  "How can I get a path parameter?",
  "Which runtimes does it support?",
  "How do I set response headers?",
  "How do I handle errors?",
  "How do I group routes?",
  "How do I use basic auth?",
  "How do I read form data?",
  "How do I redirect?",
  "What is RPC mode?",
];

describe.skipIf(!hasCorpus("docs/hono"))(
  "what a documentation says itself, with its code, lists and tables",
  () => {
    it("is hardly ever taken for made up", async () => {
      const out = await mkdtemp(join(tmpdir(), "groundedness-"));
      try {
        const source = join(CORPORA_FOLDER, "docs/hono");
        await buildCorpus({
          sources: [source],
          cwd: "/",
          out,
          site: "docs",
          language: "en",
          baseUrl: "",
          maxBytes: 5e6,
        });
        const corpus = await openCorpus(createFolderSource(out));
        const termsOf = corpus.retriever.terms;
        const verdicts: string[] = [];
        for (const question of QUESTIONS) {
          const { passages, terms } = await findPassages(corpus, { question }, 6);
          const request: GenerationRequest = {
            question,
            history: [],
            passages,
            terms,
            termsOf,
            locale: "en",
          };
          const { signal } = new AbortController();
          let cited: readonly Passage[] = passages;
          let text = "";
          for await (const event of createExtractiveProvider().generate(request, { signal })) {
            // A passage that is quoted under several headings is several sources.
            if (event.type === "passages") cited = event.passages;
            if (event.type === "text-delta") text += event.text;
          }
          const filter = createGroundednessFilter({ ...request, passages: cited, unsupported: "mark" });
          filter.push(text);
          filter.end();
          verdicts.push(...filter.sentences.map(({ verdict }) => verdict));
        }
        expect(verdicts.length).toBeGreaterThan(30);
        expect(verdicts.filter((verdict) => verdict !== "supported").length / verdicts.length).toBeLessThan(
          0.03,
        );
      } finally {
        await rm(out, { recursive: true, force: true });
      }
    });
  },
);

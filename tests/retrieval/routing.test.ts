/**
 * Routing on public data. The weights saw the training utterances and other sites' headings, none of these. The
 * validation utterances were looked at when lists and rules were mended, so that they guard what holds and estimate
 * nothing: the estimate, cross-validated on the training utterances, is in tests/training/routing.ts.
 */
import { describe, expect, it } from "vitest";
import { routeQuestion } from "../../core/routing/route-question.ts";
import { hasCorpus, readJsonLines } from "../support/corpora.ts";
import {
  HEADING_WORDINGS,
  OFF_TOPIC_DOMAINS,
  readHeadings,
  readUtterances,
  SITE_DOMAINS,
} from "../training/routing-data.ts";

const isConversation = (text: string): boolean =>
  routeQuestion(text, { locale: "en" }).kind === "conversation";
const isSearched = (text: string): boolean => routeQuestion(text, { locale: "en" }).kind === "search";
const share = (texts: readonly string[], holds: (text: string) => boolean): number =>
  texts.filter(holds).length / texts.length;

describe.skipIf(!hasCorpus("routing"))("utterances of the validation split", () => {
  // Read in the tests: what is skipped is collected all the same.
  const texts = (holds: (domain: string) => boolean): string[] =>
    readUtterances("val")
      .filter(({ domain }) => holds(domain))
      .map(({ text }) => text);

  it("of small talk are conversation", () => {
    expect(
      share(
        texts((domain) => domain === "small_talk"),
        isConversation,
      ),
    ).toBeGreaterThanOrEqual(0.97);
  });

  it("of what sites are about are looked up", () => {
    expect(
      share(
        texts((domain) => SITE_DOMAINS.has(domain)),
        isSearched,
      ),
    ).toBeGreaterThanOrEqual(0.99);
  });

  it("of what no documentation is about mostly look so", () => {
    const looksAway = (text: string): boolean => {
      const route = routeQuestion(text, { locale: "en" });
      return route.kind === "search" && route.looksOffTopic;
    };
    expect(
      share(
        texts((domain) => OFF_TOPIC_DOMAINS.has(domain)),
        looksAway,
      ),
    ).toBeGreaterThanOrEqual(0.7);
  });
});

describe.skipIf(!hasCorpus("docs/vite"))("headings of a site that nothing was learned from", () => {
  it("are looked up, bare and in every wording of a question", () => {
    const headings = readHeadings("docs/vite");
    const worded = headings.flatMap((heading) =>
      HEADING_WORDINGS.map((wording) => wording.replace("#", heading)),
    );
    expect(share(headings, isSearched)).toBeGreaterThanOrEqual(0.99);
    expect(share(worded, isSearched)).toBeGreaterThanOrEqual(0.995);
  });
});

describe.skipIf(!hasCorpus("retrieval/scifact"))("claims and questions of public test sets", () => {
  it.each(["scifact", "xquad-es"])("of %s are looked up", (name) => {
    const queries = readJsonLines<{ text: string }>(`retrieval/${name}/queries.jsonl`).map(
      ({ text }) => text,
    );
    expect(share(queries, isSearched)).toBeGreaterThanOrEqual(0.995);
  });
});

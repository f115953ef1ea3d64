import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import {
  askSmallSite,
  languageOfSite,
  readSmallSiteQuestions,
  SMALL_SITES,
  type Asked,
} from "./small-site-questions.ts";

const SITES_MS = 120_000;

describe("small sites", () => {
  const asked: Asked[] = [];
  beforeAll(async () => {
    for (const site of SMALL_SITES) asked.push(...(await askSmallSite(site, DEFAULT_CONFIDENCE_THRESHOLD)));
  }, SITES_MS);

  const share = (of: readonly Asked[], outcome: Asked["outcome"]): number =>
    of.filter((one) => one.outcome === outcome).length / of.length;
  const english = (): Asked[] => asked.filter(({ question }) => languageOfSite(question.site) === "en");

  it("are asked what they answer and what they do not", () => {
    for (const site of SMALL_SITES) {
      const questions = readSmallSiteQuestions(site);
      expect(questions.length, site).toBeGreaterThanOrEqual(20);
      expect(questions.filter(({ facts }) => facts === undefined).length, site).toBeGreaterThanOrEqual(2);
    }
  });

  // The bounds are a little below what is measured. Weights were learned from these sites: others get a few of a
  // hundred less (`tests/training/small-sites.ts`). The tables of kinds were written before 24 of the English ones.
  it("answer their visitors, and refuse what they do not say", () => {
    expect(share(english(), "right")).toBeGreaterThanOrEqual(0.8);
    const absent = english().filter(({ question }) => question.facts === undefined);
    expect(share(absent, "answered-absent")).toBeLessThanOrEqual(0.1);
  });

  // Sixteen of these thirty were never read by whoever wrote the tables of kinds.
  it("do so in six other languages", () => {
    const others = asked.filter(({ question }) => languageOfSite(question.site) !== "en");
    expect(share(others, "right")).toBeGreaterThanOrEqual(0.78);
    const absent = others.filter(({ question }) => question.facts === undefined);
    expect(share(absent, "answered-absent")).toBeLessThanOrEqual(0.1);
  });

  it("answer a shop's visitors in eighteen of twenty questions", () => {
    const shop = asked.filter(({ question }) => question.site === "shop");
    expect(shop.filter(({ outcome }) => outcome === "right").length).toBeGreaterThanOrEqual(18);
  });
});

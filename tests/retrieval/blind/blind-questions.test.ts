import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBlindQuestions, readBlindSites } from "./blind-questions.ts";

const sites = readBlindSites();
const questions = readBlindQuestions();

test("sixteen sites have twenty-five questions each, a quarter of them without an answer", () => {
  expect(Object.keys(sites)).toHaveLength(16);
  for (const name of Object.keys(sites)) {
    const ofSite = questions.filter(({ site }) => site === name);
    expect(ofSite).toHaveLength(25);
    expect(ofSite.filter((question) => "refuse" in question)).toHaveLength(6);
  }
  expect(questions).toHaveLength(400);
});

test("no question is asked twice of a site", () => {
  expect(new Set(questions.map(({ site, question }) => `${site} ${question.toLowerCase()}`)).size).toBe(400);
  expect(new Set(questions.map(({ id }) => id)).size).toBe(400);
});

test("nothing is learned from these sites", () => {
  const training = join(import.meta.dirname, "../../training");
  const learnedFrom = ["encoder/repositories.tsv", "fetch-documentation.ts"]
    .map((file) => readFileSync(join(training, file), "utf8").toLowerCase())
    .join("\n");
  for (const { repository } of Object.values(sites)) {
    const name = new URL(repository).pathname.slice(1).toLowerCase();
    expect(learnedFrom).not.toMatch(new RegExp(`(?:^|/)${name.replaceAll(".", "\\.")}[\\t"]`, "m"));
  }
});

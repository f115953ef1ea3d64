/**
 * Four hundred questions about sixteen public sites, written before any answer was seen, a quarter of them without an
 * answer there. Nothing is learned from them; eight of the sites have been looked at during development
 * (`lookedAt`), eight have not.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { RepositoryFolder } from "../../support/fetch-repository.ts";

const siteSchema = z.strictObject({
  sort: z.string(),
  repository: z.url(),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  folder: z.string(),
  licence: z.string(),
  /** Where the pages are published. */
  url: z.url(),
  lookedAt: z.boolean(),
});

const questionSchema = z.union([
  z.strictObject({
    id: z.string(),
    site: z.string(),
    question: z.string(),
    /** Literal words of the place that answers. */
    facts: z.array(z.string()).min(1),
    /** The answer in a sentence, for whoever looks afterwards. */
    expected: z.string(),
    page: z.string(),
    heading: z.string(),
  }),
  z.strictObject({
    id: z.string(),
    site: z.string(),
    question: z.string(),
    refuse: z.literal(true),
    /** near: of the site's own domain; other: of another one. */
    tags: z.tuple([z.enum(["near", "other"])]),
    /** What the pages do not say. */
    why: z.string(),
  }),
]);

export type BlindSite = z.infer<typeof siteSchema> & RepositoryFolder;
export type BlindQuestion = z.infer<typeof questionSchema>;

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8");

export function readBlindSites(): Record<string, BlindSite> {
  return z.record(z.string(), siteSchema).parse(JSON.parse(read("sites.json")));
}

export function readBlindQuestions(): BlindQuestion[] {
  const lines = read("questions.jsonl").trim().split("\n");
  return lines.map((line) => questionSchema.parse(JSON.parse(line)));
}

import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");

/**
 * The way of a question, as its folders lie upon one another: each may use those before it and none behind it. So a step
 * can be read without those that come later, and no two need one another. What is used by several steps stands before
 * them: the sentences of a text, the confidence that finding gives a language up by, the checks that writing goes
 * through.
 */
const ORDER = [
  "core/language",
  "core/text",
  "core/usage",
  "core/routing",
  "core/dialogue",
  "core/answer/understand",
  "core/answer/split",
  "core/answer/refusal",
  "core/answer/check",
  "core/answer/tidy",
  "core/translation",
  "core/citation",
  "core/answer/select",
  "core/answer/small-site",
  "core/answer/judge",
  "core/answer/prepared",
  "core/answer/find",
  "core/suggestions",
  "core/answer/quote",
  "core/answer/write",
  "core/answer/verify",
  "core/answer/cache",
] as const;

/** What every step may know, though it lies in no folder of its own: types, and what is said to visitors. */
const SHARED: ReadonlySet<string> = new Set([
  "core/answer/answer-style.ts",
  "core/answer/generation-provider.ts",
  "core/answer/phrases.ts",
]);

/** What the steps stand on. The writer of a corpus alone tries its starter questions as a visitor would. */
const GROUND = ["core/corpus", "core/embedding", "core/rerank", "core/search"] as const;
const WRITER = "core/corpus/write-corpus.ts";
/** Of the order, what is no step but a tool. */
const TOOLS = ["core/language", "core/text", "core/usage"] as const;

interface Import {
  from: string;
  to: string;
}

/** All imports between the files of `core`, of types too. What a comment names is no import. */
function importsWithin(files: readonly string[]): Import[] {
  const specifier = /\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g;
  return files.flatMap((from) => {
    const source = readFileSync(join(ROOT, from), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    return [...source.matchAll(specifier)].map(([, target = ""]) => ({
      from,
      to: slashed(relative(ROOT, resolve(ROOT, dirname(from), target))),
    }));
  });
}

function slashed(path: string): string {
  return path.split("\\").join("/");
}

/** The place of the folder that a file belongs to; a folder within one of them is a matter of its own. */
function placeOf(file: string): number {
  return ORDER.findIndex((folder) => file.startsWith(`${folder}/`));
}

const files = globSync("core/**/*.ts", { cwd: ROOT }).map(slashed);
const imports = importsWithin(files);

describe("the steps of an answer", () => {
  it("are all named in the order", () => {
    const folders = files
      .filter((file) => /^core\/answer\/[^/]+\//.test(file))
      .map((file) => file.split("/").slice(0, 3).join("/"));
    expect([...new Set(folders)].filter((folder) => !(ORDER as readonly string[]).includes(folder))).toEqual(
      [],
    );
    expect(ORDER.filter((folder) => !files.some((file) => file.startsWith(`${folder}/`)))).toEqual([]);
  });

  it("use only what comes before them", () => {
    const seen = imports.filter(({ from, to }) => placeOf(from) >= 0 && placeOf(to) >= 0);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.filter(({ from, to }) => placeOf(to) > placeOf(from))).toEqual([]);
  });

  it("know nothing of who calls one after another", () => {
    const reachingUp = imports.filter(
      ({ from, to }) => placeOf(from) >= 0 && /^core\/answer\/[^/]+\.ts$/.test(to) && !SHARED.has(to),
    );
    expect(reachingUp).toEqual([]);
  });

  it("are not known to what they stand on and all share", () => {
    const isBelow = (file: string): boolean =>
      SHARED.has(file) || (file !== WRITER && GROUND.some((folder) => file.startsWith(`${folder}/`)));
    const isStep = (file: string): boolean =>
      placeOf(file) >= TOOLS.length || (file.startsWith("core/answer/") && !SHARED.has(file));
    const below = imports.filter(({ from }) => isBelow(from));
    expect(below.length).toBeGreaterThan(50);
    expect(below.filter(({ to }) => isStep(to))).toEqual([]);
  });
});

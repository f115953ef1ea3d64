/** Asks of a page what one of its headings is about: "Installation" → "How do I install the CORS middleware?". */
import { inSentence, type Wording } from "./english-phrase.ts";
import { plainHeading, REFERENCE_MARKS, type HeadingQuestion } from "./heading.ts";
import { verbOfGerund } from "./how-to-verbs.ts";

/** Headings that are about their page: what a visitor would ask of it. */
const PAGE_HEADINGS: [RegExp, (name: string) => string][] = [
  [/^(?:usage|basic usage|getting started|quick ?start|how to use)$/i, (name) => `How do I use ${name}?`],
  [/^(?:installation|install|installing)$/i, (name) => `How do I install ${name}?`],
  [
    /^(?:configuration|configure|configuring|options and configuration)$/i,
    (name) => `How do I configure ${name}?`,
  ],
  [/^(?:uninstall|uninstalling|removal|removing)$/i, (name) => `How do I remove ${name}?`],
  [/^(?:upgrade|upgrading|how to upgrade)$/i, (name) => `How do I upgrade ${name}?`],
  [/^(?:limitations|limits|known limitations|caveats)$/i, (name) => `What are the limitations of ${name}?`],
  [/^(?:how it works|how does it work\??)$/i, (name) => `How does ${name} work?`],
];

/** What an article can stand before: "the CORS middleware". */
const KINDS =
  /^(?:adapter|api|app|cli|client|command|component|extension|framework|helper|integration|library|loader|middleware|module|package|playground|plugin|preset|router|sdk|server|service|toolbar|tool|widget)$/i;

export function pageQuestion(heading: string, title: string, wording: Wording): HeadingQuestion | undefined {
  const make = PAGE_HEADINGS.find(([pattern]) => pattern.test(heading))?.[1];
  const name = make === undefined ? undefined : nameOfPage(title, wording);
  return make === undefined || name === undefined ? undefined : { question: make(name), kind: "how-to" };
}

/** The title as a name within a sentence: a proper name, or what is written with "the". */
function nameOfPage(pageTitle: string, { isCommonWord }: Wording): string | undefined {
  if (REFERENCE_MARKS.test(pageTitle)) return undefined;
  const title = plainHeading(pageTitle);
  if (/[?!:,–—&]/.test(title)) return undefined;
  const words = title.split(" ");
  if (words.length > 4 || verbOfGerund(words[0] ?? "") !== undefined) return undefined;
  const last = words.at(-1) ?? "";
  if (words.length > 1 && KINDS.test(last)) {
    const name = inSentence(words.slice(0, -1).join(" "), isCommonWord);
    return name === undefined
      ? undefined
      : `the ${name} ${/^\p{Lu}+$/u.test(last) ? last : last.toLowerCase()}`;
  }
  return words.length === 1 && isCommonWord(title) !== true ? title : undefined;
}

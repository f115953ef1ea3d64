/** The sections of a small site, read once: what each says, in words, kinds, forms and vectors. */
import { placesOf } from "../../corpus/heading-place.ts";
import { baseLanguage } from "../../language/base-language.ts";
import { asksQuestion } from "../../language/sentence-marks.ts";
import type { StaticEncoder } from "../../search/encoder/static-encoder.ts";
import type { Corpus } from "../../corpus/corpus.ts";
import { isSmallSite } from "../../corpus/small-site.ts";
import type { Block, Chunk } from "../../corpus/format.ts";
import { blockText } from "../../passage-text.ts";
import { passageSentences } from "../../text/sentences.ts";
import { businessKinds } from "./business-kinds.ts";
import { DAY_KINDS, daysOfRanges, isTableOfDays } from "./days.ts";
import { readWords } from "./read-words.ts";
import { formsOf, KINDS_OF_FORM, type TellingForm } from "./telling-forms.ts";

/** A text, and what is seen of it. */
export interface ReadText {
  /** Index terms. */
  terms: ReadonlySet<string>;
  /** Kinds by their names. */
  kinds: ReadonlySet<string>;
  vector: Float32Array | undefined;
}

export interface ReadSentence extends ReadText {
  text: string;
  /** Block of its chunk. */
  blockIndex: number;
  isRow: boolean;
  forms: ReadonlySet<TellingForm>;
}

export interface SiteSection {
  chunk: Chunk;
  ordinal: number;
  /** Its blocks in the chunk, its heading left out: from the first to before the last. */
  from: number;
  to: number;
  /** What stands above it; that of its page where nothing else does. */
  headingText: string;
  heading: ReadText;
  isQuestion: boolean;
  /** Title of its page, and headings above its own. */
  above: ReadText;
  body: ReadText;
  /** Heading and body. */
  whole: Float32Array | undefined;
  forms: ReadonlySet<TellingForm>;
  sentences: readonly ReadSentence[];
  words: number;
  /** Below no heading but that of its page. */
  isLead: boolean;
  language: string;
}

export interface SmallSite {
  language: string;
  sections: readonly SiteSection[];
  /** Not so where it is documentation, however few pages it has. */
  isSmall: boolean;
  /** Every index term of the site, and how many sections hold it. */
  sectionsWith: ReadonlyMap<string, number>;
  /** The same of kinds. */
  sectionsOfKind: ReadonlyMap<string, number>;
  /** Of the headings alone. */
  headingsWith: ReadonlyMap<string, number>;
  headingsOfKind: ReadonlyMap<string, number>;
}

/** A site is read when it is first asked; its corpus is opened once an isolate. */
const sites = new WeakMap<Corpus, SmallSite>();

export async function readSmallSite(
  corpus: Corpus,
  encoder: StaticEncoder | undefined = corpus.encoder,
): Promise<SmallSite> {
  const known = sites.get(corpus);
  if (known !== undefined) return known;
  const { chunkCount } = corpus.manifest;
  const site = await readSections(
    corpus,
    Array.from({ length: chunkCount }, (_, ordinal) => ordinal),
    encoder,
  );
  sites.set(corpus, site);
  return site;
}

/** The same of some chunks of a site of any size; not kept. */
export async function readSections(
  corpus: Corpus,
  ordinals: readonly number[],
  encoder: StaticEncoder | undefined = corpus.encoder,
): Promise<SmallSite> {
  const chunks = await corpus.readChunks(ordinals);
  const sections = chunks.flatMap((chunk, at) => sectionsOf(chunk, ordinals[at] ?? 0, corpus, encoder));
  return {
    language: corpus.manifest.language,
    sections,
    isSmall: isSmallSite(chunks),
    sectionsWith: countOf(sections, ({ heading, body }) => [...heading.terms, ...body.terms]),
    sectionsOfKind: countOf(sections, ({ heading, body }) => [...heading.kinds, ...body.kinds]),
    headingsWith: countOf(sections, ({ heading }) => [...heading.terms]),
    headingsOfKind: countOf(sections, ({ heading }) => [...heading.kinds]),
  };
}

function countOf(
  sections: readonly SiteSection[],
  seen: (section: SiteSection) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const section of sections) {
    for (const one of new Set(seen(section))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}

function sectionsOf(
  chunk: Chunk,
  ordinal: number,
  corpus: Corpus,
  encoder: StaticEncoder | undefined,
): SiteSection[] {
  const { blocks, title, language } = chunk;
  const { terms: termsOf } = corpus.retriever;
  const kinds = businessKinds(language);
  const ofLanguage =
    encoder !== undefined && baseLanguage(encoder.language) === baseLanguage(language) ? encoder : undefined;
  const read = (text: string, forms: ReadonlySet<TellingForm>): ReadText => ({
    terms: new Set(termsOf(text)),
    kinds: withDays(
      new Set([
        ...kinds.find(readWords(text, language), "page").map(({ kind }) => kinds.names[kind] ?? ""),
        ...kindsOfForms(forms),
        ...daysOfRanges(text, language),
      ]),
      forms,
    ),
    vector: ofLanguage?.encodePassage(text),
  });
  const allSentences = passageSentences(blocks);
  return placesOf(chunk).map(({ from: start, to, hasHeading, headingPath }): SiteSection => {
    const from = start + Number(hasHeading);
    const own = blocks.slice(from, to);
    const headingText = headingPath.at(-1) ?? title;
    const aboveText = headingPath.length === 0 ? title : [title, ...headingPath.slice(0, -1)].join(" – ");
    const bodyText = own.map(blockText).join("\n");
    const forms = formsOf(bodyText);
    const sentences = [
      ...allSentences.filter(({ blockIndex }) => blockIndex >= from && blockIndex < to),
      ...shortLines(own, from),
    ].map(({ text, blockIndex, kind }): ReadSentence => {
      const ownForms = formsOf(text);
      return { ...read(text, ownForms), text, blockIndex, isRow: kind === "row", forms: ownForms };
    });
    return {
      chunk,
      ordinal,
      from,
      to,
      headingText,
      heading: read(headingText, NO_FORMS),
      isQuestion: asksQuestion(headingText),
      above: read(aboveText, NO_FORMS),
      body: read(bodyText, forms),
      whole: ofLanguage?.encodePassage(`${headingText}\n${bodyText}`),
      forms,
      sentences,
      words: bodyText.split(/\s+/).filter(Boolean).length,
      isLead: headingPath.length === 0,
      language,
    };
  });
}

/** Hours by days tell of each day, of one that is not named too: it is closed. */
function withDays(named: Set<string>, forms: ReadonlySet<TellingForm>): Set<string> {
  if (forms.has("time") && isTableOfDays(named)) for (const day of DAY_KINDS) named.add(day);
  return named;
}

const NO_FORMS: ReadonlySet<TellingForm> = new Set();

function kindsOfForms(forms: ReadonlySet<TellingForm>): string[] {
  return [...forms].flatMap((form) => KINDS_OF_FORM[form] ?? []);
}

/** Lines too short for a sentence, such as a telephone number by itself. */
function shortLines(
  blocks: readonly Block[],
  from: number,
): { text: string; blockIndex: number; kind: "sentence" }[] {
  return blocks.flatMap((block, index) =>
    block.kind !== "paragraph"
      ? []
      : block.text
          .split("\n")
          .filter((line) => line.trim() !== "" && line.trim().split(/\s+/).length < 3)
          .map((text) => ({ text, blockIndex: from + index, kind: "sentence" as const })),
  );
}

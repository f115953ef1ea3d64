import type { SearchFilters } from "../../protocol.ts";
import type { Analyzer } from "../analyzer.ts";
import { baseLanguage } from "../../language/base-language.ts";
import { daysOf } from "./documents.ts";
import type { PackedIndex } from "./open-packed-index.ts";

/** Whether a chunk passes the filters. Each page and each section is judged once. */
export function createDocumentFilter(
  index: PackedIndex,
  analyzer: Analyzer,
  { language, pathPrefix, section, updatedSince }: SearchFilters,
): (chunk: number) => boolean {
  const base = language === undefined ? undefined : baseLanguage(language);
  const sinceDays = daysOf(updatedSince);
  const passesDocument = (document: number): boolean =>
    (base === undefined || baseLanguage(index.documents.languageOf(document)) === base) &&
    (updatedSince === undefined || index.documents.updatedOnOf(document) >= sinceDays) &&
    (pathPrefix === undefined || pathOf(index.documents.urlOf(document)).startsWith(pathPrefix));

  /** The section's terms; a word that no page has makes a section that no page has. */
  const wanted =
    section === undefined
      ? []
      : analyzer.analyze(section).map(({ term }) => index.dictionary.find(term)?.ordinal ?? -1);
  const namesSection = (heading: number): boolean => {
    const terms = index.headings.termsOf(heading);
    return wanted.length > 0 && wanted.every((term) => terms.includes(term));
  };
  const passesSection = (chunk: number): boolean =>
    section === undefined ||
    namesSection(index.documents.titleHeadingOf(index.documentOf(chunk))) ||
    index.headings.pathOf(index.sectionOf(chunk)).some(namesSection);

  const ofDocument = new Map<number, boolean>();
  return (chunk) => {
    const document = index.documentOf(chunk);
    let passes = ofDocument.get(document);
    if (passes === undefined) ofDocument.set(document, (passes = passesDocument(document)));
    return passes && passesSection(chunk);
  };
}

function pathOf(url: string): string {
  return url.startsWith("/") ? url : (URL.parse(url)?.pathname ?? "");
}

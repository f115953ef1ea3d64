/** An AsciiDoc file as a document, with what its generator sets for all pages. */
import { languageTag, splitFrontMatter } from "../../parse/front-matter.ts";
import type { PageLink } from "../../parse/inline-text.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import { countWords } from "../../chunk/words.ts";
import { convertAsciidoc, type AsciidocInput } from "./convert-asciidoc.ts";
import {
  antoraIncludePath,
  antoraLinkTarget,
  componentOf,
  type AntoraSettings,
} from "../../generators/antora.ts";
import { readConvertedHtml } from "../converted-html.ts";
import type { DocumentProblem, DroppedText } from "../document.ts";
import type { DocumentResult, FormatInput } from "../format-reader.ts";

/** Pieces that other files include: Asciidoctor's own rule, and usual folders. */
const PIECE = /(?:^|\/)(?:_[^/]*|_?(?:partials|includes|attributes)\/.*)$/i;

export async function readAsciidoc({ text, sitePath, site, include }: FormatInput): Promise<DocumentResult> {
  if (PIECE.test(sitePath))
    return { skipped: "not-a-page", detail: "a piece that pages include", problems: [] };
  const { frontMatter, fields, body, problem } = splitFrontMatter(text);
  const problems: DocumentProblem[] =
    problem === undefined ? [] : [{ kind: "invalid-front-matter", detail: problem }];
  if (frontMatter.draft) return { skipped: "draft", problems };
  const converted = await convertAsciidoc({
    text: body,
    ...surroundings({ site, sitePath, include }),
  });
  const { attributes, missingIncludes } = converted;
  // The search of Antora reads `:noindex:`, whatever its value.
  if (attributes["noindex"] !== undefined || attributes["page-noindex"] !== undefined)
    return { skipped: "noindex", problems };
  if (/\bnoindex\b/i.test(`${attributes["robots"] ?? ""} ${attributes["page-robots"] ?? ""}`))
    return { skipped: "noindex", problems };
  const outline = readConvertedHtml(converted.html);
  const { items, unknownWords } = withoutUnknownValues(outline.items);
  const dropped: DroppedText[] = [...outline.dropped];
  if (unknownWords > 0) dropped.push({ reason: "unknown-value", words: unknownWords });
  if (missingIncludes.length > 0) dropped.push({ reason: "include-missing", words: missingIncludes.length });
  const title = frontMatter.title ?? converted.title;
  const description = frontMatter.description ?? attributes["description"];
  const language = frontMatter.language ?? languageTag(attributes["lang"]);
  const date = frontMatter.date ?? attributes["revdate"];
  return {
    items,
    links: linksOf(outline.links, { site, sitePath }),
    anchors: [...new Set([...outline.anchors, ...converted.ids])],
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(language !== undefined && { language }),
    ...(date !== undefined && { date }),
    fields: { ...pageFields(attributes), ...fields },
    dropped,
    problems,
  };
}

/** What the generator sets for all pages, and where it finds the files that they include. */
function surroundings({
  site,
  sitePath,
  include,
}: Pick<FormatInput, "site" | "sitePath" | "include">): Pick<AsciidocInput, "attributes" | "include"> {
  const docname = /([^/]+?)(?:\.[^./]*)?$/.exec(sitePath)?.[1] ?? "";
  if (site.generator !== "antora") return { attributes: { docname }, include };
  const { components, asciidocAttributes } = site.settings as AntoraSettings;
  const [component] = componentOf(sitePath, components) ?? [];
  return {
    // The playbook's word counts more than the component's.
    attributes: {
      "page-component-name": component?.id ?? "",
      "page-component-version": component?.version ?? "",
      "page-version": component?.version ?? "",
      ...component?.asciidocAttributes,
      ...asciidocAttributes,
      docname,
    },
    include: (path) => include(antoraIncludePath(path, sitePath, components) ?? path),
  };
}

/** References to pages of Antora name a resource, not a path. */
function linksOf(
  links: readonly PageLink[],
  { site, sitePath }: Pick<FormatInput, "site" | "sitePath">,
): PageLink[] {
  if (site.generator !== "antora") return [...links];
  const settings = site.settings as AntoraSettings;
  return links.flatMap((link) => {
    if (/^[a-z][a-z\d+.-]*:\/\/|^mailto:|^#/i.test(link.target)) return [link];
    const address = antoraLinkTarget(link.target, sitePath, settings);
    return address === undefined ? [] : [{ ...link, target: `${site.basePath}${address}` }];
  });
}

/** `:page-slug: x` is the field `slug` of a page. */
function pageFields(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name.startsWith("page-"))
      .map(([name, value]) => [name.slice("page-".length), value]),
  );
}

/** An attribute that nobody has set, outside of code. */
const UNKNOWN_VALUE = /\{[a-z\d_][\w-]*\}/;

/** `{url-org}/issues[the issues]`: a link whose address is not known still has its words. */
const UNKNOWN_LINK = /\{[a-z\d_][\w-]*\}[^\s[\]{}]{0,500}\[([^\][]{1,500}?)\^?\]/g;

/** Takes the sentences out whose value is not known: a hole in a sentence is worse than none. */
function withoutUnknownValues(items: readonly OutlineItem[]): { items: OutlineItem[]; unknownWords: number } {
  let unknownWords = 0;
  const clean = (written: string): string => {
    const text = written.includes("{") ? written.replace(UNKNOWN_LINK, "$1") : written;
    if (!text.includes("{") || !UNKNOWN_VALUE.test(text.replace(/`[^`]*`/g, ""))) return text;
    const sentences = text.match(/[\s\S]{1,2000}?(?:[.!?]["')]*(?=\s|$)|\n|$)\s*/g) ?? [text];
    return sentences
      .filter((sentence) => {
        const isUnknown = UNKNOWN_VALUE.test(sentence.replace(/`[^`]*`/g, ""));
        if (isUnknown) unknownWords += countWords(sentence);
        return !isUnknown;
      })
      .join("")
      .trim();
  };
  const kept = items.flatMap((item): OutlineItem[] => {
    switch (item.kind) {
      case "paragraph": {
        const text = clean(item.text);
        return text === "" ? [] : [{ ...item, text }];
      }
      case "list": {
        const texts = item.items.map(clean).filter((text) => text !== "");
        return texts.length === 0 ? [] : [{ ...item, items: texts }];
      }
      case "table":
        return [{ ...item, rows: item.rows.map((row) => row.map(clean)) }];
      default:
        return [item];
    }
  });
  return { items: kept, unknownWords };
}

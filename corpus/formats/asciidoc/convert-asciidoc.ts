/** The only file that knows the library: AsciiDoc as HTML, with the ids that Asciidoctor gives. */
import {
  Html5Converter,
  IncludeProcessor,
  load,
  NullLogger,
  Registry,
  type AbstractBlock,
  type Document,
  type Inline,
} from "@asciidoctor/core";
import { decodeReferences } from "../../parse/character-references.ts";
import { selectLines } from "./include-lines.ts";

/** A page is made of few files; more are a circle that grows. */
const MAX_INCLUDES = 1000;
const MAX_INCLUDE_DEPTH = 32;

export interface ConvertedAsciidoc {
  html: string;
  title?: string;
  /** Of the header, as they were written, and those that it sets for tools: `page-layout`. */
  attributes: Readonly<Record<string, string>>;
  missingIncludes: string[];
  /** Every place that a link may lead to. */
  ids: string[];
}

export interface AsciidocInput {
  text: string;
  /** Attributes that are set outside of the document. Those that end with `@` may be changed by it. */
  attributes: Readonly<Record<string, string>>;
  /** The text of a file by its path relative to the document. */
  include: (path: string) => string | undefined;
}

/**
 * Converts with the highest safe mode: nothing is read but what `include` gives, no attribute of the document reaches
 * the file system, no macro loads anything.
 */
export async function convertAsciidoc({
  text,
  attributes,
  include,
}: AsciidocInput): Promise<ConvertedAsciidoc> {
  const missingIncludes: string[] = [];
  const registry = new Registry();
  registry.includeProcessor(includeProcessor(include, missingIncludes));
  const document: Document = await load(text, {
    safe: "secure",
    extension_registry: registry,
    converter: new TextConverter("html5"),
    logger: new NullLogger(),
    attributes: { ...attributes, ...OWN_ATTRIBUTES },
  });
  const html = String(await document.convert({ standalone: false }));
  const title = document.getDoctitle({ sanitize: true });
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(document.getAttributes() as Record<string, unknown>)) {
    if (typeof value === "string" && value.length < 1000) own[name] = value;
  }
  return {
    html,
    ...(typeof title === "string" && title !== "" && { title: decodeReferences(title) }),
    attributes: own,
    missingIncludes,
    ids: [
      ...(typeof document.id === "string" && document.id !== "" ? [document.id] : []),
      ...Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id = ""]) => id),
    ],
  };
}

/** Numbers, tables of contents and icons are what a page is dressed with; keys and menus are text. */
const OWN_ATTRIBUTES = {
  "experimental": "",
  "icons!": "",
  "toc!": "",
  "sectnums!": "",
  "sectanchors!": "",
  "sectlinks!": "",
  "nofootnotes": "",
  "source-highlighter!": "",
  // References keep the name of the source file, by which they are checked.
  "outfilesuffix": ".adoc",
};

function includeProcessor(
  include: (path: string) => string | undefined,
  missing: string[],
): IncludeProcessor {
  let count = 0;
  class SiteInclude extends IncludeProcessor {
    override process(_: unknown, reader: IncludeReader, target: string, given: Record<string, string>): void {
      const path = /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(target) ? undefined : pathFrom(reader.file, target);
      count += 1;
      const isTooMuch = count > MAX_INCLUDES || reader.includeDepth >= MAX_INCLUDE_DEPTH;
      const text = path === undefined || isTooMuch ? undefined : include(path);
      if (text === undefined) {
        if (given["optional-option"] === undefined) missing.push(target);
        return;
      }
      const lines = selectLines(text, { lines: given["lines"], tags: given["tags"] ?? given["tag"] });
      reader.pushInclude(lines, path, path, 1, given);
    }
  }
  return new SiteInclude();
}

interface IncludeReader {
  /** Of the file that includes, as it was given to `pushInclude`. */
  file?: string | null;
  includeDepth: number;
  pushInclude(
    text: string,
    file: string | undefined,
    path: string | undefined,
    line: number,
    attributes: object,
  ): void;
}

function pathFrom(file: string | null | undefined, target: string): string {
  const folder =
    typeof file === "string" && file.includes("/") ? file.slice(0, file.lastIndexOf("/") + 1) : "";
  // A resource id of Antora names a place by itself.
  return target.startsWith("/") || target.includes("$") ? target : `${folder}${target}`;
}

/** HTML that is made to be read as text: no tables for layout, notes where they belong, only alternatives by authors. */
class TextConverter extends Html5Converter {
  override async convert_admonition(node: AbstractBlock): Promise<string> {
    const label = String(node.getAttribute("textlabel") ?? "");
    const title = node.hasTitle() ? `${String(node.title)}: ` : "";
    const content = String(await node.content());
    const body = /^\s*</.test(content)
      ? `<p>${label}: ${title}</p>${content}`
      : `<p>${label}: ${title}${content}</p>`;
    return `${anchorOf(node)}<div>${body.replace(/: <\/p>\s*(?:<div[^>]*>\s*)?<p>/, ": ")}</div>`;
  }

  override async convert_image(node: AbstractBlock): Promise<string> {
    await Promise.resolve();
    const title = node.hasTitle() ? `<p>${String(node.captionedTitle())}</p>` : "";
    const alternative = writtenAlternative(node);
    return `${anchorOf(node)}${title}${alternative === "" ? "" : `<p>${alternative}</p>`}`;
  }

  override async convert_inline_image(node: Inline): Promise<string> {
    await Promise.resolve();
    const alternative = writtenAlternative(node);
    // A tag, since an alternative is no part of the id that a heading gets of its words.
    return alternative === "" ? "" : `<img src="" alt="${alternative.replace(/"/g, "&quot;")}">`;
  }

  override async convert_inline_footnote(node: Inline): Promise<string> {
    await Promise.resolve();
    return node.type === "xref" || !node.text ? "" : ` (${String(node.text)})`;
  }

  override async convert_inline_callout(node: Inline): Promise<string> {
    await Promise.resolve();
    return `(${String(node.text)})`;
  }

  override async convert_toc(): Promise<string> {
    await Promise.resolve();
    return "";
  }

  override async convert_video(): Promise<string> {
    await Promise.resolve();
    return "";
  }

  override async convert_audio(): Promise<string> {
    await Promise.resolve();
    return "";
  }
}

function anchorOf(node: AbstractBlock): string {
  return typeof node.id === "string" && node.id !== "" ? `<a id="${node.id}"></a>` : "";
}

/** Asciidoctor makes an alternative of the name of the file where there is none. */
function writtenAlternative(node: AbstractBlock | Inline): string {
  const alternative = node.getAttribute("alt") as unknown;
  if (typeof alternative !== "string" || alternative === node.getAttribute("default-alt")) return "";
  return alternative.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

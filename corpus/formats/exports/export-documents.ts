/** What exports of systems have in common: texts with a state, and those that are not for readers. */
import { countWords } from "../../chunk/words.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import type { DocumentResult } from "../format-reader.ts";
import type { LeftOut, ReadDocument } from "../document.ts";
import { parsePage } from "../../html/parse-page.ts";
import { readPage } from "../../html/read-page.ts";

export interface ExportedPage {
  title: string;
  /** The body as HTML. */
  html: string;
  /** A URL, or a path: with a leading slash from the root of the host, without from the base of the site. */
  address?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
  date?: string | undefined;
  /** Before the body, such as prices. */
  lead?: readonly OutlineItem[];
}

export function exportedDocument({
  title,
  html,
  address,
  language,
  date,
  lead = [],
}: ExportedPage): ReadDocument {
  const { items, links, anchors, dropped } = readBody(html);
  return {
    title,
    ...(address !== undefined && address !== "" && { address }),
    ...(language !== undefined &&
      /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/.test(language) && { language: languageTag(language) }),
    ...(date !== undefined && { date }),
    fields: {},
    items: [...lead, ...items],
    links,
    anchors,
    dropped,
    problems: [],
  };
}

type Body = Pick<ReadDocument, "items" | "links" | "anchors" | "dropped">;

/** As the page that shows it is read: with its accordions, tabs, captions and languages of code. */
function readBody(html: string): Body {
  const source = `<main>${html}</main>`;
  try {
    const { items, links, anchors, dropped } = readPage(parsePage(source), source);
    return { items, links, anchors, dropped };
  } catch {
    // One text that is nested too deeply does not cost the others.
    const words = countWords(html.replace(/<[^<>]*>/g, " "));
    return { items: [], links: [], anchors: [], dropped: [{ reason: "too-deep", words }] };
  }
}

/** `pt_BR` and `en-us` → `pt-BR`, `en-US`. */
function languageTag(language: string): string {
  const [base = "", ...rest] = language.split(/[-_]/);
  return [base.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join(
    "-",
  );
}

/** Texts that were left out, counted by why: an export may hold hundreds of drafts. */
export class LeftOutTexts {
  readonly #titles = new Map<string, string[]>();

  add(reason: string, title: string): void {
    this.#titles.set(reason, [...(this.#titles.get(reason) ?? []), title === "" ? "(no title)" : title]);
  }

  results(): LeftOut[] {
    return [...this.#titles].map(([reason, titles]) => {
      const shown = titles
        .slice(0, 3)
        .map((title) => `"${title}"`)
        .join(", ");
      const more = titles.length > 3 ? ` and ${titles.length - 3} more` : "";
      return { skipped: "draft", detail: `${reason}: ${shown}${more}`, problems: [] };
    });
  }
}

/** What an export yields: its pages, and what was left out. One without any text says so. */
export function exportResults(documents: readonly ReadDocument[], leftOut: LeftOutTexts): DocumentResult[] {
  const results: DocumentResult[] = [...documents, ...leftOut.results()];
  return results.length > 0
    ? results
    : [{ skipped: "empty", detail: "it holds no published text", problems: [] }];
}

/** What exports of systems have in common: texts with a state, and those that are not for readers. */
import type { OutlineItem } from "../../parse/outline.ts";
import type { DocumentResult } from "../format-reader.ts";
import type { LeftOut, ReadDocument } from "../document.ts";
import { htmlFragment } from "../fragments.ts";

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
  const outline = htmlFragment(html);
  return {
    title,
    ...(address !== undefined && address !== "" && { address }),
    ...(language !== undefined &&
      /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/.test(language) && { language: languageTag(language) }),
    ...(date !== undefined && { date }),
    fields: {},
    items: [...lead, ...outline.items],
    links: outline.links,
    anchors: outline.anchors,
    dropped: [],
    problems: [],
  };
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

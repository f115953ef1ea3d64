import { firstTopHeading, readOutline } from "../parse/outline.ts";
import { parseHtmlPage } from "../html/parse-html.ts";
import type { DocumentResult, FormatInput, FormatReader } from "./format-reader.ts";

export const htmlReader: FormatReader = {
  name: "HTML",
  extensions: [".html", ".htm"],
  mediaTypes: ["text/html", "application/xhtml+xml"],
  read: (input) => [readHtml(input)],
};

export function readHtml({ text }: FormatInput): DocumentResult {
  const { root, title, description, language, noIndex } = parseHtmlPage(text);
  if (noIndex) return { skipped: "noindex", problems: [] };
  const outline = readOutline(root, { slugger: ({ customId }) => customId });
  // A page's own h1 is its title; <title> mostly adds the name of the site.
  const named = firstTopHeading(outline.items) ?? title;
  return {
    ...outline,
    ...(named !== undefined && named !== "" && { title: named }),
    ...(description !== undefined && description !== "" && { description }),
    ...(language !== undefined && { language }),
    fields: {},
    dropped: [],
    problems: [],
  };
}

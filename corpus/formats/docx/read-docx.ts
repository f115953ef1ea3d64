/** A Word document as a document of ours: without ids, since no browser opens a place in it. */
import { languageTag } from "../../parse/front-matter.ts";
import { firstTopHeading } from "../../parse/outline.ts";
import { readConvertedHtml } from "../converted-html.ts";
import type { DocumentResult, FormatInput } from "../format-reader.ts";
import { convertDocx } from "./convert-docx.ts";
import { openDocxArchive } from "./docx-archive.ts";
import { footnotesInPlace } from "./footnotes.ts";
import { isRealTitle } from "../pdf/pdf-title.ts";

export async function readDocx({ bytes, path }: FormatInput): Promise<DocumentResult> {
  // Word keeps a file of this name beside each document that is open.
  if (/(?:^|[\\/])~\$[^\\/]*$/.test(path))
    return { skipped: "not-a-page", detail: "Word's note that a document is open", problems: [] };
  const archive = openDocxArchive(bytes);
  const { html, hasTitle } = await convertDocx(archive.text);
  const { items, links, dropped } = readConvertedHtml(footnotesInPlace(html));
  const named = archive.title !== undefined && isRealTitle(archive.title) ? archive.title : undefined;
  const topHeadings = items.filter((item) => item.kind === "heading" && item.depth === 1).length;
  const isTitled = hasTitle || topHeadings === 1;
  const title = isTitled ? firstTopHeading(items) : (named ?? firstTopHeading(items));
  const language = languageTag(archive.language);
  return {
    // Ids that the conversion makes are not in the file.
    items: items.map((item) => (item.kind === "heading" ? { ...item, anchor: "" } : item)),
    links: links.filter(({ target }) => !target.startsWith("#")),
    anchors: [],
    ...(title !== undefined && { title }),
    ...(archive.description !== undefined && { description: archive.description }),
    ...(language !== undefined && { language }),
    ...(archive.modified !== undefined && { date: archive.modified }),
    fields: {},
    dropped,
    problems: archive.hasMacros ? [{ kind: "macros-not-run", detail: "its text was read without them" }] : [],
  };
}

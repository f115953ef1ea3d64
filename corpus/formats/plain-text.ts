import { languageTag } from "../parse/front-matter.ts";
import { firstTopHeading } from "../parse/outline.ts";
import type { FormatInput, FormatReader } from "./format-reader.ts";
import type { ReadDocument } from "./document.ts";
import { isProse } from "./plain-text/prose.ts";
import { textItems } from "./plain-text/text-items.ts";

/** Text files that are written for readers; of the others of this extension a folder is full. */
export const plainTextReader: FormatReader = {
  name: "plain text",
  extensions: [".txt"],
  mediaTypes: ["text/plain"],
  recognises: isProse,
  read: (input) => [readPlainText(input)],
};

function readPlainText({ text, path }: FormatInput): ReadDocument {
  const { items, title } = textItems(text);
  const language = languageTag(/\.([a-z]{2})\.txt$/i.exec(path)?.[1]);
  const named = firstTopHeading(items) ?? title;
  return {
    items,
    ...(named !== undefined && { title: named }),
    ...(language !== undefined && { language }),
    fields: {},
    links: [],
    anchors: [],
    dropped: [],
    problems: [],
  };
}

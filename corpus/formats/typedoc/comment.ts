import { isObject, listOf, objectOf, textOf, type DataObject } from "../../parse/parse-data.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import { markdownFragment } from "../fragments.ts";

/** Tags whose text stands under a name; the text of the others follows without one. */
const LABELS: Readonly<Record<string, string>> = {
  "@returns": "Returns",
  "@return": "Returns",
  "@throws": "Throws",
  "@deprecated": "Deprecated",
  "@default": "Default",
  "@defaultValue": "Default",
  "@since": "Since",
  "@see": "See also",
  "@example": "Example",
};

/** A comment as blocks: what it says first, then its tags. */
export function commentItems(value: unknown): OutlineItem[] {
  const comment = objectOf(value);
  // Versions before 0.23 have texts in place of parts.
  const summary =
    partsText(comment["summary"]) ||
    [comment["shortText"], comment["text"]].flatMap((text) => textOf(text) ?? []).join("\n\n");
  const returned = textOf(comment["returns"]);
  return [
    ...markdown(summary),
    ...(returned === undefined ? [] : labelled("Returns", returned)),
    ...tagsOf(comment).flatMap(({ tag, text }) => {
      if (tag === "@param" || tag === "@typeParam" || text === "") return [];
      const label = LABELS[tag];
      return label === undefined ? markdown(text) : labelled(label, text);
    }),
  ];
}

/** The text of a comment on one line, for a cell of a table. */
export function commentLine(value: unknown): string {
  const comment = objectOf(value);
  const text =
    partsText(comment["summary"]) || (textOf(comment["shortText"]) ?? textOf(comment["text"]) ?? "");
  return text.replace(/\s+/g, " ").trim();
}

function tagsOf(comment: DataObject): { tag: string; text: string }[] {
  return [...listOf(comment["blockTags"]), ...listOf(comment["tags"])].filter(isObject).map((part) => {
    const tag = textOf(part["tag"]) ?? "";
    return {
      tag: tag.startsWith("@") ? tag : `@${tag}`,
      text: partsText(part["content"]) || (textOf(part["text"]) ?? ""),
    };
  });
}

function partsText(value: unknown): string {
  return listOf(value)
    .filter(isObject)
    .map((part) => {
      const text = typeof part["text"] === "string" ? part["text"] : "";
      return part["kind"] === "inline-tag" ? `\`${text.replace(/`/g, "").trim()}\`` : text;
    })
    .join("")
    .trim();
}

function labelled(label: string, text: string): OutlineItem[] {
  const items = markdown(text);
  const [first, ...rest] = items;
  if (first?.kind === "paragraph") return [{ ...first, text: `${label}: ${first.text}` }, ...rest];
  if (first?.kind === "code" && rest.length === 0 && !first.code.includes("\n") && label === "Default") {
    return [{ kind: "paragraph", text: `${label}: \`${first.code.replace(/`/g, "'")}\`` }];
  }
  return items.length === 0 ? [] : [{ kind: "paragraph", text: `${label}:` }, ...items];
}

/** Headings inside of a comment do not begin sections of the page. */
function markdown(text: string): OutlineItem[] {
  return markdownFragment(text).items.map((item) =>
    item.kind === "heading" ? { kind: "paragraph", text: item.text, isHeading: true } : item,
  );
}

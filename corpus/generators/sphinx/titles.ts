/** Titles that references without a text of their own show: those of labelled sections, and those of documents. */
import type { ProjectFolder } from "../generator.ts";

export interface SphinxTitles {
  /** Of the section below a label, as it is written in Markdown; labels in lower case. */
  labels: Readonly<Record<string, string>>;
  /** Of a document, by its path from the root without extension. */
  documents: Readonly<Record<string, string>>;
}

export const NO_TITLES: SphinxTitles = { labels: {}, documents: {} };

/** A project with more documents has its references shown by their names. */
const MAX_DOCUMENTS = 10_000;
const MAX_LABELS = 50_000;

export async function readTitles(folder: ProjectFolder, suffixes: readonly string[]): Promise<SphinxTitles> {
  const labels = new Map<string, string>();
  const documents = new Map<string, string>();
  for (const path of (await folder.tree("")).slice(0, MAX_DOCUMENTS)) {
    const suffix = suffixes.find((each) => path.toLowerCase().endsWith(each));
    if (suffix === undefined || suffix === ".ipynb") continue;
    const text = (await folder.readText(path))?.replace(/\r\n?/g, "\n");
    if (text === undefined) continue;
    const found = suffix === ".rst" ? restructuredTitles(text) : markdownTitles(text);
    if (found.title !== undefined) documents.set(path.slice(0, -suffix.length), found.title);
    for (const [label, title] of found.labels) if (labels.size < MAX_LABELS) labels.set(label, title);
  }
  return { labels: Object.fromEntries(labels), documents: Object.fromEntries(documents) };
}

interface FoundTitles {
  title: string | undefined;
  labels: [label: string, title: string][];
}

const MARKDOWN_LABEL = /^\(([^()\n]{1,200})\)=[ \t]*$/;
const MARKDOWN_HEADING = /^#{1,6}[ \t]+(.*?)[ \t]*#*$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

function markdownTitles(source: string): FoundTitles {
  const found: FoundTitles = { title: undefined, labels: [] };
  let waiting: string[] = [];
  let fence: string | undefined;
  for (const line of source.split("\n")) {
    const marks = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (marks?.startsWith(fence) === true) fence = undefined;
      continue;
    }
    if (marks !== undefined) fence = marks;
    const label = MARKDOWN_LABEL.exec(line)?.[1];
    if (label !== undefined) waiting.push(label);
    else if (line.trim() !== "") {
      const heading = MARKDOWN_HEADING.exec(line)?.[1];
      const title = heading === undefined ? undefined : titleText(heading);
      if (title !== undefined && title !== "") {
        found.title ??= title;
        for (const each of waiting) found.labels.push([normalLabel(each), title]);
      }
      // A label names what stands right below it.
      waiting = [];
    }
  }
  return found;
}

const RESTRUCTURED_LABEL = /^ *\.\. _([^:\n]{1,200}|`[^`\n]{1,200}`):[ \t]*$/;
const ADORNMENT = /^([!-/:-@[-`{-~])\1{2,}[ \t]*$/;
/** Whose title, or the first line of whose text, is the name of what is labelled. */
const CAPTIONED = /^ *\.\. (figure|table|list-table|csv-table|rubric|code-block|literalinclude)::[ \t]*(.*)$/;

export function restructuredTitles(source: string): FoundTitles {
  const found: FoundTitles = { title: undefined, labels: [] };
  let waiting: string[] = [];
  const name = (written: string): void => {
    const title = plainTitle(written);
    for (const each of waiting) found.labels.push([normalLabel(each), title]);
  };
  const lines = source.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const label = RESTRUCTURED_LABEL.exec(line)?.[1];
    if (label !== undefined) {
      waiting.push(label.replace(/`/g, ""));
      continue;
    }
    if (line.trim() === "") continue;
    const next = lines[at + 1] ?? "";
    const isOverlined =
      ADORNMENT.test(line) && next.trim() !== "" && (lines[at + 2] ?? "").trimEnd() === line.trimEnd();
    if (isOverlined || (!/^\s/.test(line) && !ADORNMENT.test(line) && ADORNMENT.test(next))) {
      const title = isOverlined ? next : line;
      found.title ??= plainTitle(title);
      name(title);
      at += isOverlined ? 2 : 1;
    } else if (waiting.length > 0) {
      const [, kind = "", title = ""] = CAPTIONED.exec(line) ?? [];
      const caption = /^(?:figure|code-block|literalinclude)$/.test(kind)
        ? captionBelow(lines, at, kind)
        : title;
      if (caption !== "") name(caption);
    }
    // Comments, and marks of an index, may stand between a label and what it names.
    if (!/^ *\.\.(?: [^_|[]|$)/.test(line) || CAPTIONED.test(line)) waiting = [];
  }
  return found;
}

/** Of a figure the first line of its text, of code the option. */
function captionBelow(lines: readonly string[], at: number, kind: string): string {
  for (const line of lines.slice(at + 1, at + 15)) {
    if (line.trim() === "") continue;
    if (!/^\s/.test(line)) break;
    const [, option, value = ""] = /^\s+:([\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (option === "caption") return value;
    if (option === undefined) return kind === "figure" ? line.trim() : "";
  }
  return "";
}

/** As a reference shows it: code in backticks, no other marks. */
function plainTitle(title: string): string {
  return title
    .trim()
    .replace(/:[\w:+.-]{1,60}:`([^`<]{1,300}?)[ \t]{0,9}(?:<[^`<>]{0,300}>)?`/g, "$1")
    .replace(/(?<![\w`])`([^`<]{1,300}?)[ \t]{0,9}(?:<[^`<>]{0,300}>)?`_{0,2}/g, "$1")
    .replace(/``/g, "`")
    .replace(/(?<![\w*])\*{1,2}(?=\S)([^*]{1,300})(?<=\S)\*{1,2}(?![\w*])/g, "$1")
    .replace(/\\(.)/g, "$1");
}

/** Without the marks of its id and of roles, whose text stays. */
function titleText(heading: string): string {
  return heading
    .replace(/[ \t]*\{#[^{}\s]{1,200}\}$/, "")
    .replace(/\{[\w:+-]{1,50}\}`([^`<]{1,300}?)[ \t]{0,9}(?:<[^`<>]{0,300}>)?`/g, "$1")
    .trim();
}

function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

/**
 * What a reference shows.
 *
 * @param target a label, or a document by its path: from the root with a leading slash, else from the page's folder.
 * @param page path of the page that refers, from the root.
 */
export function titleOfTarget(
  target: string,
  page: string,
  { labels, documents }: SphinxTitles,
): string | undefined {
  const label = normalLabel(target.replace(/^#/, ""));
  if (Object.hasOwn(labels, label)) return labels[label];
  const [path = ""] = target.split("#", 1);
  if (path === "" || /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined;
  const folder = path.startsWith("/") ? [] : page.split("/").slice(0, -1);
  const parts = [...folder];
  for (const part of path.replace(/\.(?:md|rst|ipynb|txt)$/i, "").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const name = parts.join("/");
  return Object.hasOwn(documents, name) && !target.includes("#") ? documents[name] : undefined;
}

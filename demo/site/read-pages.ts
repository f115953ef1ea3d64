import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { SiteError } from "./site-error.ts";

/** One Markdown file of the site. */
export interface PageSource {
  /** Relative to the docs folder, with forward slashes. */
  file: string;
  /** URL path, with a slash at both ends. */
  url: string;
  title: string;
  description: string;
  /** A shorter title for the navigation. */
  label?: string;
  /** Questions that the assistant offers on this page; the site's own where absent. */
  starters?: readonly string[];
  markdown: string;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

/** `guide/install.md` is served at `/guide/install/`, and `index.md` at its folder: as the corpus has it. */
export function urlOfFile(file: string): string {
  const withoutExtension = file.replace(/\.md$/, "").replace(/(^|\/)index$/, "");
  return withoutExtension === "" ? "/" : `/${withoutExtension}/`;
}

function textField(fields: Record<string, unknown>, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/**
 * Splits a file into front matter and Markdown.
 *
 * @throws SiteError that names the file where title or description is missing or the YAML is invalid.
 */
export function parsePage(file: string, text: string): PageSource {
  const match = FRONT_MATTER.exec(text);
  if (!match) throw new SiteError([`${file}: begins without front matter; add title and description`]);
  let fields: Record<string, unknown>;
  try {
    fields = (parse(match[1] ?? "") ?? {}) as Record<string, unknown>;
  } catch (error) {
    throw new SiteError([`${file}: front matter is not valid YAML: ${(error as Error).message}`]);
  }
  const title = textField(fields, "title");
  const description = textField(fields, "description");
  if (title === undefined || description === undefined) {
    throw new SiteError([`${file}: front matter needs a title and a description`]);
  }
  const page: PageSource = {
    file,
    url: urlOfFile(file),
    title,
    description,
    markdown: text.slice(match[0].length),
  };
  const label = textField(fields, "label");
  if (label !== undefined) page.label = label;
  const { starters } = fields;
  if (Array.isArray(starters)) page.starters = starters.map(String);
  return page;
}

/** Reads every Markdown file below `folder`, in a stable order. */
export async function readPages(folder: string): Promise<PageSource[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => name.endsWith(".md"))
    .toSorted();
  return Promise.all(
    files.map(async (file) => parsePage(file, await readFile(path.join(folder, file), "utf8"))),
  );
}

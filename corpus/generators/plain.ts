/** A folder that no generator is known of: pages lie where their files lie. */
import type { Generator, HeadingSlugger, Placement } from "./generator.ts";
import { encodePath, withTrailingSlash } from "./address.ts";
import { createSlugCounter } from "./github-slugs.ts";
import { languageOfName, splitLanguageSuffix } from "./language-tags.ts";

export interface PlainSettings {
  /** Folders at the top, each of which holds the site in a language. */
  languageFolders: readonly string[];
}

/**
 * The path of the file without the extension, `index` dropped, with a trailing slash. What is made of no
 * source, such as HTML and PDF, is served under its own name, so it keeps it. A slug in the front matter is the path from the root, whatever the file is called.
 */
export const plain: Generator<PlainSettings> = {
  name: "plain",
  detect: () => Promise.resolve(undefined),
  defaults: { languageFolders: [] },
  place({ path, frontMatter }, { languageFolders }) {
    const { slug } = frontMatter;
    const language = languageOf(path, languageFolders);
    const place = (address: string): Placement => ({ address, ...(language !== undefined && { language }) });
    if (typeof slug === "string" && slug.trim() !== "") return place(slugAddress(slug.trim()));
    const isSource = /\.(?:md|mdx|markdown|adoc|asciidoc|asc|rst|rest)$/i.test(path);
    const withoutIndex = (isSource ? path.replace(/\.[^./]+$/, "") : path).replace(
      /(^|\/)_?index(\.html?)?$/i,
      "$1",
    );
    return place(`/${encodePath(isSource ? withTrailingSlash(withoutIndex) : withoutIndex)}`);
  },
  createSlugger: createGithubSlugger,
};

/** Of the folder at the top, or of the end of the name: `de/page.md`, `page.de.md`. */
function languageOf(path: string, folders: readonly string[]): string | undefined {
  const [top = ""] = path.split("/", 1);
  if (folders.includes(top)) return languageOfName(top);
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  return splitLanguageSuffix(name).language;
}

function slugAddress(slug: string): string {
  const path = slug.replace(/^\/+|\/+$/g, "").replace(/(^|\/)index$/, "$1");
  return `/${encodePath(withTrailingSlash(path))}`;
}

/** Of GitHub, which most generators of JavaScript have taken over. @see https://github.com/Flet/github-slugger */
export function createGithubSlugger(): HeadingSlugger {
  const slugOf = createSlugCounter();
  return ({ text, customId }) => {
    // Counted also where the author names another, as it always was.
    const slug = slugOf(text);
    return customId ?? slug;
  };
}

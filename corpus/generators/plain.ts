/** A folder that no generator is known of: pages lie where their files lie. */
import GithubSlugger from "github-slugger";
import type { Generator, HeadingSlugger } from "./generator.ts";
import { encodePath, withTrailingSlash } from "./address.ts";

/**
 * The path of the file without the extension, `index` dropped, with a trailing slash. What is made of no
 * source, such as HTML and PDF, is served under its own name, so it keeps it. A slug in the front matter is the path from the root, whatever the file is called.
 */
export const plain: Generator<null> = {
  name: "plain",
  detect: () => Promise.resolve(undefined),
  defaults: null,
  place({ path, frontMatter }) {
    const { slug } = frontMatter;
    if (typeof slug === "string" && slug.trim() !== "") return { address: slugAddress(slug.trim()) };
    const isSource = /\.(?:md|mdx|markdown|adoc|asciidoc|asc)$/i.test(path);
    const withoutIndex = (isSource ? path.replace(/\.[^./]+$/, "") : path).replace(
      /(^|\/)_?index(\.html?)?$/i,
      "$1",
    );
    return { address: `/${encodePath(isSource ? withTrailingSlash(withoutIndex) : withoutIndex)}` };
  },
  createSlugger: createGithubSlugger,
};

function slugAddress(slug: string): string {
  const path = slug.replace(/^\/+|\/+$/g, "").replace(/(^|\/)index$/, "$1");
  return `/${encodePath(withTrailingSlash(path))}`;
}

/** Of GitHub, which most generators of JavaScript have taken over. @see https://github.com/Flet/github-slugger */
export function createGithubSlugger(): HeadingSlugger {
  const slugger = new GithubSlugger();
  return ({ text, customId }) => {
    // Counted also where the author names another, as it always was.
    const slug = slugger.slug(text);
    return customId ?? slug;
  };
}

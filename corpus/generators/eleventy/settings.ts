/** What of an Eleventy project decides addresses and ids. */

/** A permalink that a data file gives: to all pages below a folder, or to one file. */
export interface DataPermalink {
  /** The folder, or the path of the file without its extension; below the project's root. */
  path: string;
  /** Undefined where only a run can tell. */
  permalink: string | false | undefined;
}

/**
 * How headings get ids: not at all, by the plug-in of Eleventy itself, by markdown-it-anchor with its own rule or with
 * that of GitHub or of the `slugify` filter, or by a rule that is not known.
 */
export type EleventySlugs =
  "none" | "id-attribute" | "anchor" | "anchor-github" | "anchor-filter" | "unknown";

export type TemplateEngine = "liquid" | "njk";

export interface EleventySettings {
  /** Below the project's root; "" for the root itself. */
  inputFolder: string;
  /** Below the project's root: layouts, includes, data and what is built. */
  notPages: string[];
  /** Folders of layouts, includes and data, below the project's root. */
  includesFolder: string;
  dataFolder: string;
  /** Of data files that the site reads by a parser of its own, as far as they are read here: `yaml`. */
  dataExtensions: string[];
  /** What pages of Markdown and of HTML are run through first; undefined where their text is no template. */
  markdownEngine?: TemplateEngine;
  htmlEngine?: TemplateEngine;
  /** Glob patterns below the project's root. */
  ignored: string[];
  /** Folders whose files are served as they are, with the path that they lie below. */
  passedThrough: { folder: string; route: string }[];
  /** The nearest is a page's own. */
  permalinks: DataPermalink[];
  slugs: EleventySlugs;
  /** Depth of the headings that get ids: this and below. */
  minimumDepth: number;
  readsAttributes: boolean;
}

/** Sites of which no configuration is known give no ids as far as can be known. */
export const DEFAULT_SETTINGS: EleventySettings = {
  inputFolder: "",
  notPages: ["_includes", "_layouts", "_data", "_site", "node_modules"],
  includesFolder: "_includes",
  dataFolder: "_data",
  dataExtensions: [],
  markdownEngine: "liquid",
  htmlEngine: "liquid",
  ignored: [],
  passedThrough: [],
  permalinks: [],
  slugs: "none",
  minimumDepth: 1,
  readsAttributes: false,
};

/** What of an Astro project decides addresses and ids. */

export interface AstroRoot {
  /** Below the project's root. */
  folder: string;
  /**
   * `pages`: each file is a page of its own name. `collection`: names are made to slugs, and a `slug` in the front
   * matter replaces them.
   */
  kind: "pages" | "collection";
  /** From the site's base, with a leading slash and without a trailing one; "" for the base itself. */
  route: string;
  /** Whether files whose name begins with `_` are pages. */
  readsUnderscored: boolean;
}

export interface AstroSettings {
  roots: AstroRoot[];
  publicFolder: string;
  /** How pages are written: as `x/index.html`, as `x.html`, or as their file is. */
  format: "directory" | "file" | "preserve";
  trailingSlash: "always" | "never" | "ignore";
  /** BCP 47 by the first folder of an address; "" for addresses in none of them. */
  languages: Record<string, string>;
  /**
   * Until Astro 7, which reads Markdown with another processor: a dash is cut off the end of an id, and three stay.
   * Undefined where the version is not known.
   */
  readsWithRemark: boolean | undefined;
  /** Whether two hyphens are typeset as a dash, which is no part of ids. */
  typesetsDashes: boolean;
}

const DEFAULTS: Omit<AstroSettings, "roots"> = {
  publicFolder: "public",
  format: "directory",
  trailingSlash: "ignore",
  languages: {},
  readsWithRemark: undefined,
  typesetsDashes: true,
};

/** A folder of documents without configuration is the folder of the site's documents. */
export const STARLIGHT_DEFAULTS: AstroSettings = {
  ...DEFAULTS,
  roots: [{ folder: "", kind: "collection", route: "", readsUnderscored: false }],
};
export const ASTRO_DEFAULTS: AstroSettings = {
  ...DEFAULTS,
  roots: [{ folder: "", kind: "pages", route: "", readsUnderscored: false }],
};

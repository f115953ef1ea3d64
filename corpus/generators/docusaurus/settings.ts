/** What of a Docusaurus configuration decides addresses and ids. */

import { pathBelow } from "../address.ts";

/** A folder of documents, posts or pages. Of several that hold a file, the deepest one is its own. */
export interface ContentRoot {
  kind: "docs" | "blog" | "pages";
  /** Below the project's root; may lead out of it: `../docs`. */
  folder: string;
  /** From the site's base, with a leading slash and without a trailing one; "" for the base itself. */
  route: string;
  /** Glob patterns below the folder. */
  include: string[];
  exclude: string[];
  /** Whether the numbers in `01-intro.md` order pages only; false where the site keeps them. */
  dropsNumbers: boolean;
  /** BCP 47, where the site names languages. */
  language?: string;
  /** Why nothing of the folder is a page: a version that is not published. */
  leftOut?: string;
}

export interface DocusaurusSettings {
  roots: ContentRoot[];
  /** Folders of files that are served as they are. */
  staticFolders: string[];
  /** Null: as the address is made, which is without one but for a folder's page. */
  trailingSlash: boolean | null;
  keepsCaseOfAnchors: boolean;
}

/** Partials and tests. @see `GlobExcludeDefault` of `@docusaurus/utils` */
export const DEFAULT_EXCLUDE = [
  "**/_*.{js,jsx,ts,tsx,md,mdx}",
  "**/_*/**",
  "**/*.test.{js,jsx,ts,tsx}",
  "**/__tests__/**",
];
export const DEFAULT_INCLUDE = ["**/*.{md,mdx}"];

/** A folder of documents without configuration: its root is the root of the site. */
export const DEFAULT_SETTINGS: DocusaurusSettings = {
  roots: [
    {
      kind: "docs",
      folder: "",
      route: "",
      include: DEFAULT_INCLUDE,
      exclude: DEFAULT_EXCLUDE,
      dropsNumbers: true,
    },
  ],
  staticFolders: [],
  trailingSlash: null,
  keepsCaseOfAnchors: false,
};

/** The deepest folder that holds a file. */
export function contentRootOf(path: string, roots: readonly ContentRoot[]): ContentRoot | undefined {
  let deepest: ContentRoot | undefined;
  for (const root of roots) {
    const isIn = pathBelow(path, root.folder) !== undefined;
    if (isIn && (deepest === undefined || root.folder.length > deepest.folder.length)) deepest = root;
  }
  return deepest;
}

/** The seam between what a site really shows and what a build makes of its sources: a live site, or a rendered folder. */
import type { PagePlaces } from "../crawl/page-places.ts";

export type PublishedAnswer =
  | { kind: "page"; path: string; places: PagePlaces }
  | { kind: "missing"; detail: string }
  /** Nobody knows: it was not asked, or did not answer now. */
  | { kind: "unknown"; detail: string };

export interface PublishedSite {
  /** As reports name it. */
  readonly name: string;
  /** For settings that name the site: without a trailing slash; "" for a folder. */
  readonly origin: string;
  /** The page at a path from the root of the host, with a leading slash. `path` of the answer is where it led. */
  read: (path: string) => Promise<PublishedAnswer>;
  /** Where a page of the sources is to be found: a path, or undefined for one that lies on another site. */
  pathOf: (pageUrl: string) => string | undefined;
  /** Paths of pages that are there: some, to learn from how they are made. */
  knownPaths: () => Promise<string[]>;
}

/** A site as pages are read for it: plain data, so that it reaches threads. */
import type { GeneratorName } from "./generator-names.ts";
import { generatorOf } from "./generators.ts";
import type { HeadingSlugger, Placement, SitePage } from "./generator.ts";

export interface Site {
  generator: GeneratorName;
  /** Absolute folder that paths of pages are relative to. */
  root: string;
  /** Without a trailing slash; "" at the root of its host. */
  basePath: string;
  /** Of the generator, as it reads them from its configuration. */
  settings: unknown;
}

/** A folder of which no configuration is known. */
export function unconfiguredSite(root: string, generator: GeneratorName = "plain"): Site {
  return { generator, root, basePath: "", settings: generatorOf(generator).defaults };
}

export function placePage(site: Site, page: SitePage): Placement {
  return generatorOf(site.generator).place(page, site.settings);
}

export function createSlugger(site: Site): HeadingSlugger {
  return generatorOf(site.generator).createSlugger(site.settings);
}

/**
 * The URL of an address of a site: `baseUrl`, where the owner names one, stands for the host and the path that the site
 * lies below; without, URLs are root-relative.
 */
export function siteUrl({ basePath }: Site, address: string, baseUrl: string): string {
  return `${baseUrl === "" ? basePath : baseUrl}${address}`;
}

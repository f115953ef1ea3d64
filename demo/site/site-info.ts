import { readFile } from "node:fs/promises";

/** What the layout says on every page. */
export interface SiteInfo {
  name: string;
  version: string;
  /** Origin of the published site, without a slash at the end; the sitemap and canonical links use it. */
  baseUrl: string;
  /** Questions that the assistant offers where a page names none of its own. */
  starters: readonly string[];
}

const STARTERS = [
  "How do I install it?",
  "Does it need an API key?",
  "How are citations verified?",
  "What data is stored about visitors?",
];

/** Reads the version from the package, so that the pages never name an old one. */
export async function readSiteInfo(packageFile: string, baseUrl: string): Promise<SiteInfo> {
  const { name, version } = JSON.parse(await readFile(packageFile, "utf8")) as {
    name: string;
    version: string;
  };
  return { name, version, baseUrl: baseUrl.replace(/\/+$/, ""), starters: STARTERS };
}

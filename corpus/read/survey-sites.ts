/** Which pages of each site are looked at first, to learn what its pages share. */
import { readFile } from "node:fs/promises";
import { basename, dirname, extname } from "node:path";
import { surveyPages, type SiteSurvey } from "../html/survey.ts";
import type { Site } from "../generators/site.ts";
import type { SourceFile } from "./collect-files.ts";
import type { ReadCache } from "./read-cache.ts";

/** By {@link siteKey}. */
export type SiteSurveys = Readonly<Record<string, SiteSurvey>>;

/** A site of fewer pages shares little that is not its text. */
const LEAST_FILES = 4;
/** So many of a site of fewer than thirty, all of one of fewer than six. */
const LEAST_SAMPLE = 6;
const MOST_PAGES = 24;
/** Of a small site one page in so many: the look must not cost what the reading does. */
const ONE_IN = 5;
const MAX_PAGE_BYTES = 4 * 1024 * 1024;
/** Of all that is looked at. */
const MAX_BYTES = 16 * 1024 * 1024;

export function siteKey({ site, url }: { site: Site; url?: string | undefined }): string {
  return url === undefined ? site.root : new URL(url).host;
}

/**
 * Looks at pages that are evenly spread over each site. What can't be read is left to the reading.
 *
 * @param cache of what was seen of pages whose content is known by its hash.
 */
export async function surveySites(files: readonly SourceFile[], cache?: ReadCache): Promise<SiteSurveys> {
  const bySite = new Map<string, SourceFile[]>();
  for (const file of files) {
    if (!/^\.x?html?$/i.test(extname(file.name ?? file.file)) || file.bytes > MAX_PAGE_BYTES) continue;
    const key = siteKey(file);
    const known = bySite.get(key);
    if (known === undefined) bySite.set(key, [file]);
    else known.push(file);
  }
  const surveys: Record<string, SiteSurvey> = {};
  for (const [key, all] of bySite) {
    if (all.length < LEAST_FILES) continue;
    const count = Math.min(all.length, MOST_PAGES, Math.max(LEAST_SAMPLE, Math.ceil(all.length / ONE_IN)));
    const sample = Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]);
    const survey = await surveySample(withinBytes(sample.filter((file) => file !== undefined)), cache);
    if (survey !== undefined) surveys[key] = survey;
  }
  return surveys;
}

/** As many as are cheap to look at, and enough to learn from. */
function withinBytes(files: readonly SourceFile[]): SourceFile[] {
  let bytes = 0;
  return files.filter((file, index) => {
    bytes += file.bytes;
    return index < LEAST_FILES || bytes <= MAX_BYTES;
  });
}

async function surveySample(
  files: readonly SourceFile[],
  cache: ReadCache | undefined,
): Promise<SiteSurvey | undefined> {
  const seen = files.map((file) => [nameOf(file), file.hash]);
  const key = seen.some(([, hash]) => hash === undefined) ? undefined : cache?.keyOf(["survey", seen]);
  const known = key === undefined ? undefined : cache?.find<SiteSurvey>(key);
  if (known !== undefined) return known;
  const pages: { name: string; source: string }[] = [];
  for (const file of files) {
    const source = await readFile(file.file, "utf8").catch(() => undefined);
    if (source !== undefined) pages.push({ name: nameOf(file), source });
  }
  try {
    const survey = surveyPages(pages);
    if (key !== undefined) await cache?.put(key, survey);
    return survey;
  } catch {
    // A page that can't be parsed is reported where it is read.
    return undefined;
  }
}

/** The last part of where it lies: `v1/install/index.html` and `v2/install.html` are versions of one page. */
function nameOf({ sitePath, url }: SourceFile): string {
  const path = url === undefined ? sitePath : new URL(url).pathname;
  const name = basename(path).replace(/\.x?html?$/i, "");
  return name === "index" || name === "" ? basename(dirname(path)) : name;
}

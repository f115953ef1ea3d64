/** Which pages of each site are looked at first, to learn what its pages share. */
import { readFile } from "node:fs/promises";
import { basename, dirname, extname } from "node:path";
import { joinSurveys, surveyPage, type PageSurvey, type SiteSurvey } from "../html/survey.ts";
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
    const seen: { name: string; survey: PageSurvey }[] = [];
    for (const file of withinBytes(sample.filter((candidate) => candidate !== undefined))) {
      const survey = await surveyFile(file, cache);
      if (survey !== undefined) seen.push({ name: nameOf(file), survey });
    }
    surveys[key] = joinSurveys(seen);
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

/** Undefined where the page can't be read or parsed: that is reported where it is read. */
async function surveyFile(file: SourceFile, cache: ReadCache | undefined): Promise<PageSurvey | undefined> {
  const key = file.hash === undefined ? undefined : cache?.keyOf(["survey", file.hash]);
  const known = key === undefined ? undefined : cache?.find<PageSurvey>(key);
  if (known !== undefined) return known;
  try {
    const survey = surveyPage(await readFile(file.file, "utf8"));
    if (key !== undefined) await cache?.put(key, survey);
    return survey;
  } catch {
    return undefined;
  }
}

/** The last part of where it lies: `v1/install/index.html` and `v2/install.html` are versions of one page. */
function nameOf({ sitePath, url }: SourceFile): string {
  const path = url === undefined ? sitePath : new URL(url).pathname;
  const name = basename(path).replace(/\.x?html?$/i, "");
  return name === "index" || name === "" ? basename(dirname(path)) : name;
}

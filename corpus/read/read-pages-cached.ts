import type { SourceFile } from "./collect-files.ts";
import type { ReadCache } from "./read-cache.ts";
import { readPages, type ReadPagesOptions } from "./read-pages.ts";
import type { SourceResult } from "./read-source.ts";
import { siteKey } from "./survey-sites.ts";

/** Files written at a time. */
const PARALLEL_WRITES = 32;

/** As `readPages`, for files whose content has a hash from the cache where it is there. */
export async function readPagesCached(
  files: readonly SourceFile[],
  { cache, ...options }: ReadPagesOptions & { cache: ReadCache },
): Promise<SourceResult[]> {
  // Neither how it is read, nor when: only files that a generator places look at the day.
  const { onProgress, threads: _, threadMemoryMb: __, now: ___, surveys, ...meaning } = options;
  // What many files share is taken together once: it may be larger than a page.
  const shared = new Map<unknown, string>();
  const keyOfShared = (parts: unknown, of = parts): string => {
    const key = shared.get(of) ?? cache.keyOf(parts);
    shared.set(of, key);
    return key;
  };
  const keys = files.map(({ file: _file, site, ...file }) => {
    if (file.hash === undefined) return undefined;
    const { root: _root, ...settings } = site;
    const survey = surveys?.[siteKey({ site, url: file.url })];
    return cache.keyOf([file, keyOfShared(settings, site), keyOfShared(survey), keyOfShared(meaning)]);
  });
  const cached = keys.map((key) => (key === undefined ? undefined : cache.find<SourceResult>(key)));
  const missing = files.filter((_file, index) => cached[index] === undefined);
  const done = files.length - missing.length;
  if (done > 0) onProgress?.(done, files.length);
  const read = await readPages(missing, {
    ...options,
    ...(onProgress !== undefined && { onProgress: (count) => onProgress(done + count, files.length) }),
  });
  let next = 0;
  const results = cached.map((result): SourceResult => result ?? (read[next++] as SourceResult));
  const unwritten = keys.flatMap((key, index) =>
    key !== undefined && cached[index] === undefined ? [{ key, result: results[index] }] : [],
  );
  const write = async (): Promise<void> => {
    for (let entry = unwritten.pop(); entry !== undefined; entry = unwritten.pop())
      await cache.put(entry.key, entry.result);
  };
  await Promise.all(Array.from({ length: PARALLEL_WRITES }, write));
  return results;
}

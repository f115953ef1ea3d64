/** Crawls a site and reads its pages, as a build does before it makes the index: `node read-site.ts ADDRESS FOLDER`. */
import { enableCompileCache } from "node:module";
import { setTimeout } from "node:timers/promises";

// As the command does.
enableCompileCache();
const { createHttpGet } = await import("../../../corpus/crawl/http-get.ts");
const { readSources } = await import("../../../corpus/read/read-sources.ts");

const [address = "", folder = ""] = process.argv.slice(2);
await readSources({
  sources: [address],
  cwd: folder,
  baseUrl: "",
  language: "en",
  crawl: {
    folder,
    httpGet: createHttpGet(),
    now: () => Date.now(),
    delay: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
    newId: () => crypto.randomUUID(),
    version: "bench",
    signal: new AbortController().signal,
    settings: {
      include: [],
      exclude: [],
      maxPages: 100_000,
      maxSimilar: 100_000,
      followLinks: false,
      allowPrivate: true,
      refresh: false,
      requestsPerSecond: undefined,
      contact: "bench@example.com",
    },
  },
});
process.exit(0);

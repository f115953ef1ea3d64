/**
 * Builds the documentation site: Markdown of `demo/docs` to static pages in `dist/public`, beside the widget.
 *
 *     node demo/build-site.ts [--base-url https://docs.example.com]
 *
 * `SITE_URL` in the environment does the same, for builds that run inside other commands.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { renderSite } from "./site/render-site.ts";
import { SiteError } from "./site/site-error.ts";
import { writeOutput } from "./site/write-output.ts";

const root = path.dirname(import.meta.dirname);

/** Where `npm start` serves the site; a published one names its own origin. */
const LOCAL_BASE_URL = "http://localhost:8787";

try {
  const startedAtMs = performance.now();
  const { values } = parseArgs({
    options: { "base-url": { type: "string", default: process.env["SITE_URL"] ?? LOCAL_BASE_URL } },
  });
  if (!URL.canParse(values["base-url"])) {
    throw new SiteError([
      `--base-url (or SITE_URL) is "${values["base-url"]}": write https://docs.example.com`,
    ]);
  }
  const { files, pageCount } = await renderSite(root, values["base-url"]);
  const summary = await writeOutput(
    path.join(root, "dist", "public"),
    files,
    path.join(root, "dist", "site-files.txt"),
  );
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  console.log(
    `Site: ${pageCount} pages in ${seconds} s to dist/public (${summary.written} files written, ${summary.unchanged} unchanged, ${summary.removed} removed)`,
  );
} catch (error) {
  if (!(error instanceof SiteError)) throw error;
  for (const problem of error.problems) console.error(problem);
  console.error(`The site was not built: ${error.problems.length} to mend.`);
  process.exitCode = 1;
}

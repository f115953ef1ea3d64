/**
 * Follows the link of every sentence of a built corpus on the rendered pages of its site:
 * `node tests/bench/citation-links.ts <corpus folder> <folder of rendered HTML> [path of its root, such as /docs]`.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { judgeLinks, readChunks } from "../support/citation-links.ts";

const [corpus, rendered, base = ""] = process.argv.slice(2);
if (corpus === undefined || rendered === undefined) {
  console.error("Name a built corpus and a folder of rendered HTML.");
  process.exit(2);
}

const report = judgeLinks(readChunks(corpus), (url) => {
  const own = decodeURIComponent(new URL(url, "http://site.invalid").pathname);
  const at = own.startsWith(base) ? own.slice(base.length) : own;
  const candidates = [at, `${at}.html`, path.join(at, "index.html"), at.replace(/\/$/, ".html")];
  const file = candidates
    .map((candidate) => path.join(rendered, candidate))
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  return file === undefined ? undefined : readFileSync(file, "utf8");
});
const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(2)} %`;
console.log(
  `Sentences judged            ${report.judged} (${report.notFound} not on their page in these words)`,
);
console.log(`Link names their heading    ${percent(report.right, report.judged)}`);
console.log(`Links with a text fragment  ${percent(report.fragments, report.judged)}`);
console.log(`Fragment found on the page  ${percent(report.fragmentsFound, report.fragments)}`);
console.log(`Fragment marks these words  ${percent(report.fragmentsRight, report.fragments)}`);
if (report.missingPages.length > 0)
  console.log(`Pages not found: ${report.missingPages.slice(0, 20).join(" ")}`);
for (const { url, expected, sentence } of report.wrong) {
  console.log(`WRONG ${url}\n      expected ${expected.join(" or ") || "none"}: ${sentence}`);
}
for (const { url, fragment } of report.lost) console.log(`LOST  ${url.split(":~:")[0]}: ${fragment}`);
for (const { url, fragment } of report.misplaced)
  console.log(`ELSEWHERE ${url.split(":~:")[0]}: ${fragment}`);

import { isRead, NOT_FOLLOWED_LABELS, OUTCOME_LABELS, type CrawlReport } from "../crawl/crawl-report.ts";
import { formatCount } from "../terminal/format.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { groupBy, printGroup } from "./print-group.ts";

/** What a crawl read in one line, and what it did not, grouped by why. */
export function printCrawlReport(terminal: Terminal, crawl: CrawlReport): void {
  const { address, from, pages, requests, sitemaps, notFollowed, notes } = crawl;
  const read = pages.filter(({ outcome }) => isRead(outcome));
  const unchanged = pages.filter(({ outcome }) => outcome === "unchanged").length;
  const by = from === "sitemap" ? "by its sitemap" : "by its links";
  terminal.note(
    `${terminal.styleNote("bold", address)}: ${formatCount(read.length, "page")} found ${by}, ${formatCount(unchanged, "page")} unchanged, ${formatCount(requests, "request")}`,
  );
  for (const note of notes) terminal.note(`${terminal.styleNote("yellow", "!")} ${note}`);
  const wrongSitemaps = sitemaps.filter(({ detail }) => detail !== undefined);
  printGroup(
    terminal,
    `${formatCount(wrongSitemaps.length, "sitemap")} not read, or not wholly`,
    wrongSitemaps.map(({ url, detail }) => `${url}: ${detail}`),
  );
  for (const [outcome, addresses] of groupBy(pages, (page) => page.outcome)) {
    const doubtful = addresses.filter(({ detail }) => detail !== undefined);
    if (outcome === "read" || outcome === "unchanged") {
      printGroup(
        terminal,
        `${formatCount(doubtful.length, "page")} read with a doubt`,
        doubtful.map(({ url, detail }) => `${url}: ${detail}`),
      );
    } else {
      printGroup(
        terminal,
        `${formatCount(addresses.length, "address", "addresses")}: ${OUTCOME_LABELS[outcome]}`,
        addresses.map(({ url, detail }) => (detail === undefined ? url : `${url}: ${detail}`)),
      );
    }
  }
  for (const { reason, count, example } of notFollowed) {
    terminal.note(
      terminal.styleNote(
        "dim",
        `  ${formatCount(count, "address", "addresses")} not asked: ${NOT_FOLLOWED_LABELS[reason]} (such as ${example})`,
      ),
    );
  }
}

import type { SkippedFile } from "../read/collect-files.ts";
import type { SourcesReport } from "../read/read-sources.ts";
import { formatCount } from "../terminal/format.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { DROP_REASONS } from "../formats/document.ts";
import { countDropped, findTextLosses, type PageSummary } from "./text-losses.ts";
import { printCrawlReport } from "./print-crawl.ts";
import { groupBy, printGroup, SHOWN_LINES } from "./print-group.ts";

const SKIP_LABELS: Readonly<Record<SkippedFile["reason"], string>> = {
  "too-large": "larger than --max-bytes",
  "unreadable": "cannot be read",
  "symlink-cycle": "symbolic link that leads back to its own folder",
  "symlink-outside": "symbolic link that leaves the source folder",
  "symlink-broken": "symbolic link to nothing",
  "binary": "binary content under the name of a page",
  "invalid-utf8": "not UTF-8",
  "unparsable": "cannot be parsed",
  "empty": "no text",
  "draft": "draft",
  "noindex": "asks not to be indexed",
  "same-url": "has the address of another page",
  "older-version": "older version of a page that is there (--all-versions keeps them)",
  "outside-content": "outside of the site's content",
  "output-folder": "written by the generator, not its source",
  "error-page": "error page",
  "redirect": "leads to another page",
  "listing": "lists other pages only",
  "not-a-page": "no page of the site",
  "encrypted": "needs a password",
};

const PROBLEM_LABELS: Readonly<Record<SourcesReport["problems"][number]["kind"], string>> = {
  "invalid-front-matter": "front matter that cannot be read; read without what it says",
  "wrong-encoding": "not in the encoding that it names",
  "invalid-markup": "holds markup that is not well formed",
  "invalid-mdx": "does not compile as MDX; read without its components",
  "pages-without-text": "some pages are pictures of text; run text recognition (OCR) over it",
  "pages-unreadable": "some pages are damaged; read without them",
  "macros-not-run": "holds macros, which are never run",
  "pages-cut": "longer than is read; split it",
};

/** What both reports tell of reading: of each page what its passages hold and what they do not. */
export interface ReadReport extends Omit<SourcesReport, "pages" | "families"> {
  pages: readonly PageSummary[];
}

/** What a build or a check left out or read with a doubt, grouped by kind. */
export function printSourcesReport(
  terminal: Terminal,
  { skipped, problems, configurationProblems, duplicates, otherTypes, pages, crawls }: ReadReport,
): void {
  for (const crawl of crawls) printCrawlReport(terminal, crawl);
  printGroup(
    terminal,
    `${formatCount(configurationProblems.length, "problem")} with the configuration of the generator`,
    configurationProblems,
  );
  for (const [reason, files] of groupBy(skipped, (file) => file.reason)) {
    printGroup(
      terminal,
      `${formatCount(files.length, "file")} skipped: ${SKIP_LABELS[reason]}`,
      files.map(pathLine),
    );
  }
  for (const [kind, pages] of groupBy(problems, (problem) => problem.kind)) {
    printGroup(
      terminal,
      `${formatCount(pages.length, "page")}: ${PROBLEM_LABELS[kind]}`,
      pages.map(pathLine),
    );
  }
  const losses = findTextLosses(pages);
  printGroup(
    terminal,
    `${formatCount(losses.length, "page")} lost text that readers see`,
    losses.map(pathLine),
  );
  const { exact, near } = duplicates;
  printGroup(
    terminal,
    `${formatCount(exact.length, "text")} found more than once`,
    exact.map(
      (urls) => urls.slice(0, 3).join("  =  ") + (urls.length > 3 ? `  and ${urls.length - 3} more` : ""),
    ),
  );
  printGroup(
    terminal,
    `${formatCount(near.length, "pair")} of nearly the same text`,
    near.map(({ urls, similarity }) => `${urls.join("  ≈  ")}  ${Math.round(similarity * 100)} %`),
  );
  const dropped = countDropped(pages);
  if (dropped.length > 0) {
    const read = pages.reduce((sum, { words }) => sum + words, 0);
    const parts = dropped.map(
      ({ reason, words }) => `${words.toLocaleString("en")} ${DROP_REASONS[reason].label}`,
    );
    terminal.note(
      terminal.styleNote("dim", `${read.toLocaleString("en")} words read; left out: ${parts.join(", ")}`),
    );
  }
  const others = Object.entries(otherTypes).sort(([, left], [, right]) => right - left);
  if (others.length > 0) {
    const total = others.reduce((sum, [, count]) => sum + count, 0);
    const shown = others.slice(0, SHOWN_LINES).map(([type, count]) => `${type} ${count}`);
    const rest = others.length > SHOWN_LINES ? ", …" : "";
    terminal.note(
      terminal.styleNote(
        "dim",
        `${formatCount(total, "file")} of other types left out: ${shown.join(", ")}${rest}`,
      ),
    );
  }
}

function pathLine({ path, detail }: { path: string; detail?: string }): string {
  return detail === undefined ? path : `${path}: ${detail}`;
}

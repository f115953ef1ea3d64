import type { PublishedReport } from "../published/compare-published.ts";
import type { LeftOutLinks } from "../published/leave-out-anchors.ts";
import { formatCount } from "../terminal/format.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { printGroup } from "./print-group.ts";

/** How the pages compare with what is published, and what would mend it. The findings are listed apart. */
export function printPublished(terminal: Terminal, report: PublishedReport): void {
  const { against, pages, found, redirected, unknown, anchors, missingAnchors, titlesThatDiffer } = report;
  const parts = [
    `${found} of ${formatCount(pages, "page")} found`,
    ...(redirected > 0 ? [`${redirected} of them redirected`] : []),
    ...(unknown > 0 ? [`${unknown} not asked`] : []),
    `${anchors - missingAnchors} of ${formatCount(anchors, "anchor")} found`,
    ...(titlesThatDiffer > 0 ? [`${formatCount(titlesThatDiffer, "title")} other than published`] : []),
  ];
  terminal.line(`${terminal.style("bold", against)}: ${parts.join(", ")}`);
  for (const suggestion of report.suggestions)
    terminal.line(`${terminal.style("yellow", "→")} ${suggestion}`);
}

/** What a build took from the last check. */
export function printLeftOutLinks(
  terminal: Terminal,
  { against, checkedAt, anchors, missingPages }: LeftOutLinks,
): void {
  const when = `the check of ${checkedAt.slice(0, 10)} against ${against}`;
  if (anchors > 0)
    terminal.note(
      `${terminal.styleNote("yellow", "!")} ${formatCount(anchors, "anchor")} left out, which ${when} did not find`,
    );
  printGroup(terminal, `${formatCount(missingPages.length, "page")} not published, by ${when}`, missingPages);
}

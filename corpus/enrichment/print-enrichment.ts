/** What a terminal shows of an enrichment: the price beforehand, and what came of it. */
import { displayPath } from "../read/collect-files.ts";
import { formatCount } from "../terminal/format.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { countFailures, describeFailures } from "../completion/describe-failures.ts";
import type { EnrichmentPlan, EnrichmentReport } from "./enrich-chunks.ts";
import { formatUsd } from "../completion/price.ts";

/** One line: "Enriching 120 sections with gpt-4.1-mini: about 90 000 tokens in and 30 000 out, $0.08 (ceiling $1.00)". */
export function describePlan({ model, toAsk, kept, tokens, usd, maxUsd }: EnrichmentPlan): string {
  const keptNote = kept === 0 ? "" : `, ${kept} kept`;
  if (toAsk === 0) return `Enriching with ${model}: nothing to ask${keptNote}, $0.00`;
  const price =
    usd === undefined
      ? "the price is not known (--enrich-price IN,OUT tells it)"
      : `${formatUsd(usd)}${maxUsd === undefined ? "" : ` (ceiling ${formatUsd(maxUsd)})`}`;
  return `Enriching ${formatCount(toAsk, "section")} with ${model}${keptNote}: about ${tokens.inputTokens} tokens in and ${tokens.outputTokens} out, ${price}`;
}

export function printEnrichment(terminal: Terminal, report: EnrichmentReport, cwd: string): void {
  const { toAsk, replied, kept, questions, answers, usd, failed, stopped, sectionsChanged, statuses } =
    report;
  const cost = usd === undefined || toAsk === 0 ? "" : `, ${formatUsd(usd)}`;
  terminal.line(
    `Enriched: ${formatCount(questions, "question")} and ${formatCount(answers, "answer")} are in the corpus (${replied} of ${toAsk} sections written, ${kept} kept${cost})`,
  );
  const failedCount = countFailures(failed);
  if (failedCount > 0) {
    terminal.line(
      `  ${formatCount(failedCount, "section")} left out: ${describeFailures(failed)}. Build again to ask for them.`,
    );
  }
  const notAsked = toAsk - replied - failedCount;
  if (stopped === "ceiling") {
    terminal.line(
      `  ${formatCount(notAsked, "section")} not asked: the ceiling was reached. Raise --enrich-max-usd to go on.`,
    );
  } else if (stopped === "server" && notAsked > 0) {
    terminal.line(
      `  ${formatCount(notAsked, "section")} not asked: the server no longer answers. Build again to go on.`,
    );
  }
  const dropped = Object.values(report.dropped).reduce((sum, count) => sum + count, 0);
  if (dropped > 0)
    terminal.line(`  ${formatCount(dropped, "text")} dropped: the section does not bear them out.`);
  if (sectionsChanged > 0) {
    terminal.line(
      `  ${formatCount(sectionsChanged, "section")} changed since somebody decided: nothing of them is used until that is done again.`,
    );
  }
  terminal.note(
    terminal.styleNote(
      "dim",
      `  Look them over in ${displayPath(report.review.page, cwd)}, and decide in ${displayPath(report.review.file, cwd)} (${statuses.approved} approved, ${statuses.edited} edited, ${statuses.rejected} rejected, ${statuses.proposed} proposed)`,
    ),
  );
}

/** What `check --online` and `check --against` do beyond `check`. */
import { writeLinks } from "../artefact/links-file.ts";
import { CliError } from "../cli-error.ts";
import type { CommandContext } from "../command.ts";
import { crawlSettings } from "../crawl/crawl-options.ts";
import { packageVersion } from "../package-version.ts";
import type { Page } from "../page.ts";
import {
  comparePublished,
  publishedFindings,
  summarize,
  type PublishedReport,
} from "../published/compare-published.ts";
import { openLiveSite } from "../published/live-site.ts";
import type { PublishedSite } from "../published/published-site.ts";
import { openRenderedFolder } from "../published/rendered-folder.ts";
import { suggestSettings } from "../published/suggest-settings.ts";
import type { Finding } from "../report/finding.ts";
import type { createProgress } from "../terminal/progress.ts";

export interface CheckPublishedInput {
  context: CommandContext;
  /** Absolute folder of the corpus; what is found lies beside it. */
  out: string;
  signal: AbortSignal;
  progress: ReturnType<typeof createProgress>;
}

/** @throws CliError where the site or the folder cannot be read, or the user stops. */
export async function checkPublished(
  pages: readonly Page[],
  { context, out, signal, progress }: CheckPublishedInput,
): Promise<{ report: PublishedReport; findings: Finding[] }> {
  const comparing = progress.begin("compare", "pages");
  try {
    const site = await openPublished(pages, context, signal);
    const compared = await comparePublished(pages, site, (done, total) => comparing.update(done, total));
    const suggestions = await suggestSettings(compared, site);
    const missing = compared.filter(({ answer }) => answer.kind === "missing");
    await writeLinks(out, {
      against: site.name,
      checkedAt: new Date(context.dependencies.now()).toISOString(),
      missingPages: missing.map(({ page }) => page.url),
      missingAnchors: Object.fromEntries(
        compared
          .filter(({ missingAnchors }) => missingAnchors.length > 0)
          .map(({ page, missingAnchors }) => [page.url, missingAnchors.map(({ id }) => id)]),
      ),
    });
    return { report: summarize(compared, site, suggestions), findings: publishedFindings(compared) };
  } catch (error) {
    if (signal.aborted) throw new CliError("check-stopped");
    throw error;
  }
}

function openPublished(
  pages: readonly Page[],
  { process, options, dependencies }: CommandContext,
  signal: AbortSignal,
): Promise<PublishedSite> {
  const urls = pages.map(({ url }) => url);
  const against = options.text("against");
  if (against !== undefined) return openRenderedFolder(against, process.cwd(), urls);
  const { httpGet, now, delay, newId } = dependencies;
  return openLiveSite(
    options.text("online") ?? "",
    { httpGet, now, delay, newId, settings: crawlSettings(options), version: packageVersion(), signal },
    urls,
  );
}

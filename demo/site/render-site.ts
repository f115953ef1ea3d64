import { readFile } from "node:fs/promises";
import path from "node:path";
import { NAVIGATION, PAGE_ORDER } from "../navigation.ts";
import { checkSite } from "./check-site.ts";
import { escapeHtml } from "./html.ts";
import { homeContent } from "./home-page.ts";
import { layoutPage, type LaidOutPage, type LayoutContext, type LayoutOptions } from "./page-layout.ts";
import { playgroundContent, previewDocument } from "./playground-page.ts";
import { readAssets } from "./read-assets.ts";
import { readPages, type PageSource } from "./read-pages.ts";
import { renderMarkdown, type RenderedPage } from "./render-markdown.ts";
import { SiteError } from "./site-error.ts";
import { readSiteInfo } from "./site-info.ts";

export interface RenderedSite {
  /** Contents by path below the output folder. */
  files: Map<string, string>;
  pageCount: number;
}

type SitePage = PageSource & RenderedPage;

/** Renders every page, and reports the mistakes of all of them together. */
async function renderPages(sources: readonly PageSource[]): Promise<SitePage[]> {
  const results = await Promise.allSettled(
    sources.map(async (source) => ({ ...source, ...(await renderMarkdown(source.file, source.markdown)) })),
  );
  const failures = results
    .filter((result) => result.status === "rejected")
    .map((result) => result.reason as unknown);
  for (const failure of failures) if (!(failure instanceof SiteError)) throw failure;
  if (failures.length > 0)
    throw new SiteError(failures.flatMap((failure) => (failure as SiteError).problems));
  return results.map((result) => (result as PromiseFulfilledResult<SitePage>).value);
}

function layoutOf(page: SitePage, context: LayoutContext): [LaidOutPage, LayoutOptions] {
  if (page.url === "/") {
    return [
      { ...page, html: homeContent(page, context) },
      { kind: "home", styles: ["home.css"] },
    ];
  }
  if (page.url === "/playground/") {
    return [
      { ...page, html: playgroundContent(page.html) },
      { kind: "wide", styles: ["playground.css"], scripts: ["playground.js"], bubble: false },
    ];
  }
  return [page, { kind: "article" }];
}

const MISSING_PAGE: LaidOutPage = {
  url: "/404.html",
  title: "This page does not exist",
  description: "The address may be mistyped, or the page has moved.",
  headings: [],
  html: '<p>Go to the <a href="/">home page</a>, read the <a href="/guide/quick-start/">quick start</a>, or ask the assistant for what you were looking for.</p>',
};

function sitemap(baseUrl: string): string {
  const entries = PAGE_ORDER.map((url) => `  <url><loc>${escapeHtml(baseUrl + url)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("\n")}
</urlset>
`;
}

/** The rules of all static files, then those of this site. Of two blocks for one path only the last counts. */
async function readHeaders(root: string): Promise<string> {
  const files = [path.join(root, "worker", "_headers"), path.join(root, "demo", "_headers")];
  return (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("");
}

/**
 * Renders the whole site into memory. The same input gives the same bytes.
 *
 * @param root folder of the project.
 * @param baseUrl origin of the published site.
 * @throws SiteError for every mistake that the author of a page can mend.
 */
export async function renderSite(root: string, baseUrl: string): Promise<RenderedSite> {
  const demoFolder = path.join(root, "demo");
  const [site, sources, assets, headers] = await Promise.all([
    readSiteInfo(path.join(root, "package.json"), baseUrl),
    readPages(path.join(demoFolder, "docs")),
    readAssets(demoFolder),
    readHeaders(root),
  ]);
  const pages = await renderPages(sources);
  checkSite(pages, PAGE_ORDER);
  const context: LayoutContext = {
    site,
    navigation: NAVIGATION,
    titles: new Map(pages.map((page) => [page.url, page.label ?? page.title])),
    order: PAGE_ORDER,
    assetVersion: assets.version,
  };
  const files = new Map(assets.files);
  for (const page of pages) {
    const [laidOut, options] = layoutOf(page, context);
    files.set(`${page.url.slice(1)}index.html`, layoutPage(laidOut, context, options));
  }
  files.set("404.html", layoutPage(MISSING_PAGE, context, { kind: "article" }));
  files.set("playground/preview/index.html", previewDocument(assets.version));
  files.set("sitemap.xml", sitemap(site.baseUrl));
  files.set("robots.txt", `User-agent: *\nAllow: /\nSitemap: ${site.baseUrl}/sitemap.xml\n`);
  files.set("_headers", headers);
  return { files, pageCount: pages.length };
}

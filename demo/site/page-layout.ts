import type { NavigationGroup } from "../navigation.ts";
import { escapeHtml } from "./html.ts";
import { icon, LOGO } from "./icons.ts";
import type { Heading } from "./render-markdown.ts";
import type { SiteInfo } from "./site-info.ts";

export interface LaidOutPage {
  url: string;
  title: string;
  description: string;
  starters?: readonly string[];
  headings: readonly Heading[];
  /** The page's content as HTML. */
  html: string;
}

/** What surrounds a page. */
export interface LayoutContext {
  site: SiteInfo;
  navigation: readonly NavigationGroup[];
  /** Titles by URL path, in their short form where a page has one. */
  titles: ReadonlyMap<string, string>;
  /** Reading order. */
  order: readonly string[];
  /** Changes with the bytes of style sheets and scripts, so that a cached one never meets a newer page. */
  assetVersion: string;
}

/** What a page may ask of its surroundings. */
export interface LayoutOptions {
  /** `home` has no table of contents and its own head; `wide` takes the room of the table of contents. */
  kind: "article" | "home" | "wide";
  /** Style sheets of this page, below `/site/`, after the common one. */
  styles?: readonly string[];
  /** Module scripts of this page, below `/site/`. */
  scripts?: readonly string[];
  /** False where a page shows assistants of its own. */
  bubble?: boolean;
}

function navigationList(context: LayoutContext, current: string): string {
  return context.navigation
    .map((group) => {
      const items = group.pages.map((url) => {
        const mark = url === current ? ' aria-current="page"' : "";
        return `<li><a href="${url}"${mark}>${escapeHtml(context.titles.get(url) ?? url)}</a></li>`;
      });
      return `<p class="nav-title">${escapeHtml(group.title)}</p>\n<ul>\n${items.join("\n")}\n</ul>`;
    })
    .join("\n");
}

function contentsList(headings: readonly Heading[]): string {
  const items = headings
    .filter((heading) => heading.depth <= 3)
    .map(
      (heading) =>
        `<li class="level-${heading.depth}"><a href="#${heading.slug}">${escapeHtml(heading.text)}</a></li>`,
    );
  return `<ul>\n${items.join("\n")}\n</ul>`;
}

function neighbours(context: LayoutContext, current: string): string {
  const position = context.order.indexOf(current);
  const link = (url: string | undefined, kind: "previous" | "next", label: string): string => {
    if (url === undefined) return "";
    const title = escapeHtml(context.titles.get(url) ?? url);
    const text = `<span><small>${label}</small>${title}</span>`;
    const content = kind === "previous" ? icon(kind) + text : text + icon(kind);
    return `<a class="${kind}" rel="${kind === "previous" ? "prev" : "next"}" href="${url}">${content}</a>`;
  };
  if (position < 0) return "";
  return `<nav class="neighbours" aria-label="Previous and next page">${link(context.order[position - 1], "previous", "Previous")}${link(context.order[position + 1], "next", "Next")}</nav>`;
}

/** None for the missing page, and none on this machine: a copy that is online must not point there. */
function canonicalLink(page: LaidOutPage, site: SiteInfo): string {
  if (!page.url.endsWith("/") || new URL(site.baseUrl).hostname === "localhost") return "";
  return `<link rel="canonical" href="${escapeHtml(site.baseUrl + page.url)}">\n`;
}

function head(page: LaidOutPage, context: LayoutContext, options: LayoutOptions): string {
  const { site, assetVersion } = context;
  const title = page.url === "/" ? `${site.name}: ${page.title}` : `${page.title} · ${site.name}`;
  const modules = ["site.js", ...(options.scripts ?? [])]
    .map((name) => `<script type="module" src="/site/${name}?v=${assetVersion}"></script>`)
    .join("\n");
  const styles = ["site.css", ...(options.styles ?? [])]
    .map((name) => `<link rel="stylesheet" href="/site/${name}?v=${assetVersion}">`)
    .join("\n");
  const starters = escapeHtml((page.starters ?? site.starters).join("\n"));
  const bubble =
    options.bubble === false
      ? ""
      : `\n<script async src="/assistant-chat.js" data-site="docs" data-starters="${starters}"></script>`;
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
<meta name="color-scheme" content="light dark">
${canonicalLink(page, site)}<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${styles}
<script src="/site/theme.js?v=${assetVersion}"></script>
${modules}${bubble}`;
}

function header(site: SiteInfo, bubble: boolean): string {
  const ask = bubble
    ? `<button class="ask-button" type="button" data-ask="" hidden>${icon("ask")}<span>Ask the docs</span></button>`
    : "";
  return `<header class="site-header">
<button class="icon-button menu-button" type="button" popovertarget="site-navigation" aria-label="Menu">${icon("menu")}</button>
<a class="brand" href="/">${LOGO}<span>${escapeHtml(site.name)}</span></a>
<span class="version">v${escapeHtml(site.version)}</span>
<span class="spacer"></span>
<a class="header-link" href="/guide/quick-start/">Guide</a>
<a class="header-link" href="/playground/">Playground</a>
<a class="header-link" href="/reference/http-api/">API</a>
${ask}
<button class="icon-button theme-button" type="button" aria-label="Dark colours" aria-pressed="false" hidden>${icon("sun")}${icon("moon")}</button>
</header>`;
}

function footer(site: SiteInfo): string {
  return `<footer class="site-footer">
<p>${LOGO}<span>${escapeHtml(site.name)} ${escapeHtml(site.version)}. Open source under the MIT licence.</span></p>
<p><a href="/trust/privacy/">Privacy</a> <a href="/trust/security/">Security</a> <a href="/trust/accessibility/">Accessibility</a> <a href="/help/changelog/">Changelog</a></p>
</footer>`;
}

/** The whole document of a page. */
export function layoutPage(page: LaidOutPage, context: LayoutContext, options: LayoutOptions): string {
  const article = options.kind === "article";
  const hasContents = article && page.headings.filter((heading) => heading.depth <= 3).length > 1;
  const inlineContents = hasContents
    ? `<details class="contents-inline"><summary>On this page</summary>\n${contentsList(page.headings)}\n</details>`
    : "";
  const sideContents = hasContents
    ? `<aside class="contents" aria-label="On this page"><p class="contents-title">On this page</p>\n${contentsList(page.headings)}\n</aside>`
    : "";
  const intro =
    options.kind === "home"
      ? ""
      : `<h1>${escapeHtml(page.title)}</h1>\n<p class="lead">${escapeHtml(page.description)}</p>\n${inlineContents}`;
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
${head(page, context, options)}
</head>
<body class="kind-${options.kind}">
<a class="skip-link" href="#content">Skip to content</a>
${header(context.site, options.bubble !== false)}
<div class="frame">
<nav class="site-navigation" id="site-navigation" popover aria-label="Pages">
${navigationList(context, page.url)}
</nav>
<main id="content" tabindex="-1">
<article>
${intro}
${page.html}
</article>
${article ? neighbours(context, page.url) : ""}
</main>
${sideContents}
</div>
${footer(context.site)}
</body>
</html>
`;
}

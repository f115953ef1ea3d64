import type { Heading } from "./render-markdown.ts";
import { SiteError } from "./site-error.ts";

/** What the check needs to know of a page. */
export interface CheckedPage {
  file: string;
  url: string;
  headings: readonly Heading[];
  links: readonly string[];
}

function linkProblem(
  page: CheckedPage,
  link: string,
  pages: ReadonlyMap<string, CheckedPage>,
): string | undefined {
  if (/^(https?:|mailto:)/.test(link)) return undefined;
  if (!link.startsWith("/") && !link.startsWith("#")) {
    return `${page.file}: write the link ${link} from the root, such as /guide/install/`;
  }
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : pages.get(path);
  if (!target) return `${page.file}: links to ${path}, which is not a page`;
  if (anchor === undefined || target.headings.some((heading) => heading.slug === anchor)) return undefined;
  return `${page.file}: links to ${link}, but ${target.file} has no heading with this anchor`;
}

/**
 * Finds every broken internal link, every page that the navigation forgets, and every entry without a page.
 *
 * @throws SiteError with all of them at once.
 */
export function checkSite(pages: readonly CheckedPage[], order: readonly string[]): void {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  const listed = new Set(order);
  const problems = [
    ...order.filter((url) => !byUrl.has(url)).map((url) => `navigation.ts: lists ${url}, which has no page`),
    ...order
      .filter((url, index) => order.indexOf(url) !== index)
      .map((url) => `navigation.ts: lists ${url} twice`),
    ...pages
      .filter((page) => !listed.has(page.url))
      .map((page) => `${page.file}: is missing from navigation.ts; add ${page.url}`),
    ...pages.flatMap((page) =>
      page.links.map((link) => linkProblem(page, link, byUrl)).filter((text) => text !== undefined),
    ),
  ];
  if (problems.length > 0) throw new SiteError(problems);
}

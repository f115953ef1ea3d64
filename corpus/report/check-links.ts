import type { Page } from "../page.ts";
import { percentDecoded } from "../parse/percent-encoding.ts";
import type { Finding } from "./finding.ts";

/**
 * Links between the pages that lead nowhere: to no page, or to no place on it.
 *
 * @param others pages whose own links are not looked at, and that links may lead to
 */
export function checkLinks(pages: readonly Page[], baseUrl: string, others: readonly Page[] = []): Finding[] {
  const findings: Finding[] = [];
  const byPath = new Map<string, Page>();
  for (const page of [...others, ...pages]) {
    byPath.set(comparablePath(pathOf(page.url)), page);
    // Links between source files name the file.
    byPath.set(`file:${normalizeFile(page.path)}`, page);
  }
  for (const page of pages) {
    for (const { target } of page.links) {
      const link = resolveLink(target, page, baseUrl);
      if (link === undefined) continue;
      const found =
        (link.file === undefined ? undefined : byPath.get(`file:${link.file}`)) ??
        byPath.get(comparablePath(link.path)) ??
        // A page `guide/install.md` is served as `guide/install/`, and authors write links from either.
        (link.sibling === undefined ? undefined : byPath.get(comparablePath(link.sibling)));
      if (found === undefined) {
        findings.push({ kind: "broken-link", path: page.path, detail: target });
      } else if (link.anchor !== "" && !hasAnchor(found, link.anchor)) {
        findings.push({
          kind: "broken-anchor",
          path: page.path,
          detail: `${target}: no such heading on ${found.path}`,
        });
      }
    }
  }
  return findings;
}

interface ResolvedLink {
  path: string;
  sibling?: string;
  file?: string;
  anchor: string;
}

/** Undefined for links that leave the site, and for files that are no pages. */
function resolveLink(target: string, page: Page, baseUrl: string): ResolvedLink | undefined {
  if (target === "" || target.startsWith("//") || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(target))
    return undefined;
  if (target.startsWith("#tab/")) return undefined;
  const [, address = "", anchor = ""] = /^([^#]*)#?(.*)$/s.exec(target) ?? [];
  const base = `http://site.invalid${pathOf(page.url)}`;
  if (/^https?:/i.test(address)) {
    if (baseUrl === "" || !(address === baseUrl || address.startsWith(`${baseUrl}/`))) return undefined;
    return { path: pathOf(address), anchor: percentDecoded(anchor) };
  }
  if (address === "") return { path: pathOf(page.url), anchor: percentDecoded(anchor) };
  const path = percentDecoded(address.split("?", 1)[0] ?? "");
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  const isPage =
    extension === undefined || ["md", "mdx", "markdown", "adoc", "rst", "html", "htm"].includes(extension);
  if (!isPage || !URL.canParse(path, base)) return undefined;
  const withoutExtension = path.replace(/\.(md|mdx|markdown|adoc|rst|html?)$/i, "");
  const prefix = baseUrl === "" ? "" : pathOf(`${baseUrl}/`).replace(/\/$/, "");
  const rooted = path.startsWith("/") && !withoutExtension.startsWith(`${prefix}/`) ? prefix : "";
  return {
    path: rooted + new URL(withoutExtension, base).pathname,
    ...(!path.startsWith("/") && { sibling: new URL(`../${withoutExtension}`, base).pathname }),
    ...(!path.startsWith("/") && { file: normalizeFile(`${page.path.replace(/[^\\/]*$/, "")}${path}`) }),
    anchor: percentDecoded(anchor),
  };
}

/** Top and bottom of a page exist without a heading; text fragments name words, not places. */
function hasAnchor(page: Page, anchor: string): boolean {
  return (
    ["top", "_top", ""].includes(anchor) ||
    anchor.startsWith(":~:") ||
    page.anchors.some((known) => known.toLowerCase() === anchor.toLowerCase())
  );
}

function comparablePath(path: string): string {
  return percentDecoded(path)
    .replace(/\.html?$/i, "")
    .replace(/(^|\/)index$/i, "$1")
    .replace(/\/+$/, "")
    .toLowerCase();
}

function normalizeFile(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[\\/]/)) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/").toLowerCase();
}

function pathOf(url: string): string {
  return url.startsWith("/") ? url : new URL(url).pathname;
}

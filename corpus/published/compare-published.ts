/** The pages of the sources, as a build places them, beside what is published. */
import type { Chunk } from "../../core/corpus/format.ts";
import type { Page } from "../page.ts";
import { percentDecoded } from "../parse/percent-encoding.ts";
import type { Finding } from "../report/finding.ts";
import type { PublishedAnswer, PublishedSite } from "./published-site.ts";

export interface PublishedReport {
  /** Site or folder. */
  against: string;
  pages: number;
  /** How many of them answer, some after a redirect. */
  found: number;
  redirected: number;
  missing: number;
  /** Neither found nor known to be missing. */
  unknown: number;
  /** Different places that passages open at, on the pages that were found. */
  anchors: number;
  missingAnchors: number;
  titlesThatDiffer: number;
  /** The settings that are likely to mend it, a sentence each. */
  suggestions: string[];
}

/** What one page misses, and what that can be learned from. */
export interface ComparedPage {
  page: Page;
  /** Where it was looked for. */
  path: string;
  answer: PublishedAnswer;
  anchors: { id: string; heading: string }[];
  missingAnchors: { id: string; heading: string }[];
}

export async function comparePublished(
  pages: readonly Page[],
  site: PublishedSite,
  onProgress?: (done: number, total: number) => void,
): Promise<ComparedPage[]> {
  let done = 0;
  const compared = await Promise.all(
    pages.map(async (page): Promise<ComparedPage | undefined> => {
      const path = site.pathOf(page.url);
      if (path === undefined) return undefined;
      const answer = await site.read(path);
      onProgress?.((done += 1), pages.length);
      const anchors = answer.kind === "page" ? anchorsOf(page) : [];
      const missingAnchors =
        answer.kind === "page" && answer.places.ids.size > 0
          ? anchors.filter(({ id }) => !hasPlace(answer.places.ids, id))
          : [];
      return { page, path, answer, anchors, missingAnchors };
    }),
  );
  return compared.filter((page) => page !== undefined);
}

/** Of each place that passages open at, once, with the heading that stands there. */
function anchorsOf({ chunks }: Page): { id: string; heading: string }[] {
  const byId = new Map<string, string>();
  for (const chunk of chunks) {
    const own = fragmentOf(chunk.url);
    if (own !== "" && !byId.has(own)) byId.set(own, chunk.headingPath.at(-1) ?? chunk.title);
    for (const { anchor, text } of blockAnchors(chunk)) if (!byId.has(anchor)) byId.set(anchor, text);
  }
  return [...byId].map(([id, heading]) => ({ id, heading }));
}

/** Of the blocks inside of a chunk that open at a place of their own. */
function blockAnchors({ blocks }: Chunk): { anchor: string; text: string }[] {
  return blocks.flatMap((block) => {
    const { anchor, text = "" } = block as { anchor?: string; text?: string };
    return anchor === undefined || anchor === "" ? [] : [{ anchor, text }];
  });
}

export function fragmentOf(url: string): string {
  const [, fragment = ""] = url.split("#", 2);
  return fragment.replace(/:~:.*$/s, "");
}

/** `#page=3` opens a PDF, and is no id. */
function hasPlace(ids: ReadonlySet<string>, id: string): boolean {
  return ids.has(id) || ids.has(percentDecoded(id)) || /^page=\d+$/.test(id);
}

/** What `check` lists. */
export function publishedFindings(compared: readonly ComparedPage[]): Finding[] {
  return compared.flatMap(({ page, path, answer, missingAnchors }): Finding[] => {
    if (answer.kind === "missing")
      return [{ kind: "page-not-published", path: page.path, detail: `${path}: ${answer.detail}` }];
    if (answer.kind === "unknown")
      return [{ kind: "page-not-asked", path: page.path, detail: `${path}: ${answer.detail}` }];
    const findings: Finding[] = missingAnchors.map(({ id, heading }) => ({
      kind: "anchor-not-published",
      path: page.path,
      detail: `${path}#${id} (${heading})`,
    }));
    if (isMoved(path, answer.path))
      findings.push({ kind: "page-moved", path: page.path, detail: `${path} leads to ${answer.path}` });
    if (hasOtherTitle(page, answer))
      findings.push({
        kind: "title-not-published",
        path: page.path,
        detail: `"${page.title}" is "${answer.places.heading || answer.places.title}" at ${path}`,
      });
    return findings;
  });
}

export function isMoved(asked: string, answered: string): boolean {
  return percentDecoded(asked) !== percentDecoded(answered);
}

/** The title of a page in a browser mostly has the name of the site beside it. */
function hasOtherTitle({ title }: Page, answer: PublishedAnswer & { kind: "page" }): boolean {
  const { places } = answer;
  if (places.title === "" && places.heading === "") return false;
  const own = comparable(title);
  if (own === "" || comparable(places.heading) === own) return false;
  return !` ${comparable(places.title)} `.includes(` ${own} `);
}

function comparable(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  );
}

export function summarize(
  compared: readonly ComparedPage[],
  { name }: PublishedSite,
  suggestions: string[],
): PublishedReport {
  const count = (is: (page: ComparedPage) => boolean): number => compared.filter(is).length;
  const sum = (of: (page: ComparedPage) => number): number =>
    compared.reduce((total, page) => total + of(page), 0);
  return {
    against: name,
    pages: compared.length,
    found: count(({ answer }) => answer.kind === "page"),
    redirected: count(({ path, answer }) => answer.kind === "page" && isMoved(path, answer.path)),
    missing: count(({ answer }) => answer.kind === "missing"),
    unknown: count(({ answer }) => answer.kind === "unknown"),
    anchors: sum(({ anchors }) => anchors.length),
    missingAnchors: sum(({ missingAnchors }) => missingAnchors.length),
    titlesThatDiffer: count(({ page, answer }) => answer.kind === "page" && hasOtherTitle(page, answer)),
    suggestions,
  };
}

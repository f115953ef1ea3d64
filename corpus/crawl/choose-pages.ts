/** Of the addresses that answered with a page, those that are its own; the others lead to it, repeat it, or name it. */
import type { CrawledAddress } from "./crawl-report.ts";
import type { PageRecord } from "./crawl-store.ts";
import { isPrivateHost } from "./private-address.ts";
import { comparableAddress } from "./web-address.ts";
import type { Visit } from "./visit-page.ts";

export interface ChosenPage {
  record: PageRecord;
  /** Where the page says that it lies, else where it was answered from. */
  address: string;
}

export interface ChosenPages {
  /** In the order of their addresses. */
  pages: ChosenPage[];
  outcomes: CrawledAddress[];
  notes: string[];
}

/** So many pages that name one and the same as their address, and say different things, are a mistake of a template. */
const SAME_CANONICAL = 5;

interface Candidate {
  visit: Visit & { record: PageRecord };
  canonical: string | undefined;
}

/** @param ownAddress undefined for addresses of other sites. */
export function choosePages(
  visits: readonly Visit[],
  ownAddress: (url: string) => string | undefined,
): ChosenPages {
  const outcomes: CrawledAddress[] = [];
  const notes: string[] = [];
  const drop = (visit: Visit, outcome: CrawledAddress["outcome"], detail: string): void => {
    outcomes.push({ url: visit.url, outcome, detail });
  };
  // By code unit, so that of two that are alike the same one is taken on every run.
  const sorted = [...visits].sort((left, right) => byPreference(left.url, right.url));

  const byFinalUrl = new Map<string, Candidate>();
  for (const visit of sorted) {
    const { record } = visit;
    if (record === undefined) {
      outcomes.push({ url: visit.url, outcome: visit.outcome, detail: visit.detail });
      continue;
    }
    const { facts, finalUrl } = record;
    if (record.noindex === true || facts?.noindex === true) {
      drop(visit, "noindex", "by its header or its meta element");
      continue;
    }
    if (
      facts?.refresh !== undefined &&
      facts.words < 60 &&
      comparableAddress(facts.refresh) !== comparableAddress(finalUrl)
    ) {
      drop(visit, "redirect", `to ${facts.refresh}`);
      continue;
    }
    const key = comparableAddress(finalUrl);
    const known = byFinalUrl.get(key);
    const candidate = { visit, canonical: facts?.canonical };
    if (known === undefined) byFinalUrl.set(key, candidate);
    else if (visit.url === finalUrl && known.visit.url !== known.visit.record.finalUrl) {
      drop(known.visit, "redirect", `to ${finalUrl}`);
      byFinalUrl.set(key, candidate);
    } else {
      drop(visit, "redirect", `to ${known.visit.record.finalUrl}`);
    }
  }

  const ignored = overusedCanonicals([...byFinalUrl.values()]);
  for (const { target, count } of ignored.values())
    notes.push(
      `${count} different pages name ${target} as their address (rel="canonical"): this is not heeded.`,
    );
  const kept: Candidate[] = [];
  for (const candidate of byFinalUrl.values()) {
    const target = followCanonical(candidate, byFinalUrl, ownAddress, ignored);
    if (target === candidate) kept.push(candidate);
    else drop(candidate.visit, "canonical", `it is ${target.visit.record.finalUrl}`);
  }

  const byHash = new Map<string, Candidate>();
  const pages: ChosenPage[] = [];
  for (const candidate of kept) {
    const { visit } = candidate;
    const { record } = visit;
    const same = byHash.get(record.hash);
    if (same !== undefined) {
      drop(visit, "duplicate", `the same as ${same.visit.record.finalUrl}`);
      continue;
    }
    byHash.set(record.hash, candidate);
    pages.push({ record, address: addressOf(candidate, ownAddress, ignored) });
    outcomes.push({
      url: visit.url,
      outcome: visit.outcome,
      ...(visit.detail !== undefined && { detail: visit.detail }),
    });
  }
  pages.sort((left, right) => compareText(left.address, right.address));
  outcomes.sort((left, right) => compareText(left.url, right.url));
  return { pages, outcomes, notes };
}

/** Pages without parameters first, then short ones: of pages that are alike the one whose address says most. */
function byPreference(left: string, right: string): number {
  const rank = (url: string): number => (url.includes("?") ? 10_000 : 0) + url.length;
  return rank(left) - rank(right) || compareText(left, right);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

type OverusedCanonicals = Map<string, { target: string; count: number }>;

function overusedCanonicals(candidates: readonly Candidate[]): OverusedCanonicals {
  const byTarget = new Map<string, { target: string; hashes: Set<string> }>();
  for (const { canonical, visit } of candidates) {
    if (canonical === undefined) continue;
    const key = comparableAddress(canonical);
    const known = byTarget.get(key) ?? { target: canonical, hashes: new Set() };
    byTarget.set(key, { ...known, hashes: known.hashes.add(visit.record.hash) });
  }
  return new Map(
    [...byTarget]
      .filter(([, { hashes }]) => hashes.size >= SAME_CANONICAL && hashes.size * 2 > candidates.length)
      .map(([key, { target, hashes }]) => [key, { target, count: hashes.size }]),
  );
}

/**
 * The page that a page names as its address, as far as that was read. Pages that name each other in a circle are one:
 * the first of them by preference.
 */
function followCanonical(
  start: Candidate,
  byFinalUrl: ReadonlyMap<string, Candidate>,
  ownAddress: (url: string) => string | undefined,
  ignored: OverusedCanonicals,
): Candidate {
  const path: Candidate[] = [start];
  for (;;) {
    const current = path.at(-1) ?? start;
    const { canonical } = current;
    const own = canonical === undefined ? undefined : ownAddress(canonical);
    if (own === undefined) return current;
    const key = comparableAddress(own);
    const next = ignored.has(key) ? undefined : byFinalUrl.get(key);
    if (next === undefined || next === current) return current;
    const position = path.indexOf(next);
    if (position >= 0) {
      const circle = path.slice(position);
      circle.sort((left, right) => byPreference(left.visit.url, right.visit.url));
      return circle[0] ?? current;
    }
    path.push(next);
  }
}

/**
 * An address on another host is taken over by a copy of a site on this machine or in its network: it names the site. On
 * a public site it is the original of a text that is shown there too, or a slip, such as the server of a developer.
 */
function addressOf(
  { canonical, visit }: Candidate,
  ownAddress: (url: string) => string | undefined,
  ignored: OverusedCanonicals,
): string {
  const { finalUrl } = visit.record;
  if (canonical === undefined || ignored.has(comparableAddress(canonical))) return finalUrl;
  const own = ownAddress(canonical);
  if (own !== undefined) return comparableAddress(own) === comparableAddress(finalUrl) ? own : finalUrl;
  const isCopy = isPrivateHost(new URL(finalUrl).hostname) && !isPrivateHost(new URL(canonical).hostname);
  return isCopy ? canonical : finalUrl;
}

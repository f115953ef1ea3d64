/**
 * Versions of one page: the same name, and for the most part the same text. Forty old versions of a policy outweigh
 * all else that a site says, so that only the newest of a family is ranked; the report names the others.
 */
import type { Page } from "../page.ts";
import { similarity, type ChunkSignature } from "./minhash.ts";
import { compareVersions, NEWEST, versionOfAddress, versionOfTitle } from "./page-version.ts";

export interface PageFamily {
  newest: Page;
  /** Left out, in the order of their files. */
  older: Page[];
}

/** Of the words of the shorter page, so many stand in the other nearly alike. */
const SHARED_WORDS = 0.5;

/**
 * Of their runs of words. One word that changed is in five runs, a tenth of those of a short section: pages that have the
 * name in common are versions of each other with less in common than copies have.
 */
const VERSION_SIMILARITY = 0.6;
/** The same of short pages whose titles and addresses both say which version they are: their text names it too. */
const SHORT_SIMILARITY = 0.35;
const SHORT_PAGE_WORDS = 150;

/** Each page is compared with so many others of its name, from the newest on, and with the one before it. */
const COMPARED_WITH_NEWEST = 3;

interface Candidate {
  page: Page;
  position: number;
  versions: readonly (readonly number[])[];
}

/** Families of two pages and more, in the order of their newest. */
export function findPageFamilies(pages: readonly Page[]): PageFamily[] {
  const byName = new Map<string, Candidate[]>();
  for (const [position, page] of pages.entries()) {
    const title = versionOfTitle(page.title);
    const address = versionOfAddress(page.url);
    const key = JSON.stringify([page.language, title.name, address.name]);
    const candidate = { page, position, versions: [address.version, title.version] };
    const known = byName.get(key);
    if (known === undefined) byName.set(key, [candidate]);
    else known.push(candidate);
  }
  return [...byName.values()]
    .filter((candidates) => candidates.length > 1)
    .flatMap(familiesOf)
    .sort((one, other) => one.position - other.position)
    .map(({ family }) => family);
}

/** Newest first; each page joins a family that it shares its text with, directly or through the version after it. */
function familiesOf(candidates: Candidate[]): { family: PageFamily; position: number }[] {
  const sorted = [...candidates].sort((one, other) => newerFirst(one, other));
  const familyOf = new Map<Candidate, Candidate[]>();
  const families: Candidate[][] = [];
  for (const [index, candidate] of sorted.entries()) {
    const before = sorted.slice(0, index);
    const near = [...before.slice(0, COMPARED_WITH_NEWEST), ...before.slice(-1)];
    const relative = near.find((other) =>
      sharesText(
        candidate.page,
        other.page,
        isShortAndMarked(candidate) && isShortAndMarked(other) ? SHORT_SIMILARITY : VERSION_SIMILARITY,
      ),
    );
    const family = (relative === undefined ? undefined : familyOf.get(relative)) ?? [];
    if (family.length === 0) families.push(family);
    family.push(candidate);
    familyOf.set(candidate, family);
  }
  return families.flatMap((members) => {
    const [newest, ...older] = members;
    if (newest === undefined || older.length === 0) return [];
    older.sort((one, other) => one.position - other.position);
    const family: PageFamily = { newest: newest.page, older: older.map(({ page }) => page) };
    return [{ family, position: newest.position }];
  });
}

function newerFirst(one: Candidate, other: Candidate): number {
  for (const [index, version] of one.versions.entries()) {
    const difference = compareVersions(other.versions[index] ?? [], version);
    if (difference !== 0) return difference;
  }
  const dates = [one, other].map(({ page }) => page.chunks[0]?.updatedOn ?? "");
  if (dates[0] !== dates[1]) return (dates[0] ?? "") < (dates[1] ?? "") ? 1 : -1;
  return one.position - other.position;
}

function isShortAndMarked({ page, versions }: Candidate): boolean {
  return page.words <= SHORT_PAGE_WORDS && versions.every((version) => version[0] !== NEWEST);
}

function sharesText(one: Page, other: Page, least: number): boolean {
  const [shorter, longer] = one.words <= other.words ? [one, other] : [other, one];
  let shared = 0;
  let total = 0;
  for (const [index, signature] of shorter.signatures.entries()) {
    const words = shorter.chunkWords[index] ?? 0;
    total += words;
    if (longer.signatures.some((candidate) => isAlike(signature, candidate, least))) shared += words;
  }
  return total > 0 && shared / total >= SHARED_WORDS;
}

function isAlike(one: ChunkSignature, other: ChunkSignature, least: number): boolean {
  return one.exact === other.exact || similarity(one.minima, other.minima) >= least;
}

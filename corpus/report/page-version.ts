/**
 * What of a page's title and address says which version of it this is: `/docs/v2/`, `terms-2019-03-01`, "Privacy policy
 * (version 12)". Two pages of the same name without such marks may be versions of one page; a number alone ("Printer 200")
 * is no mark, since that is what products are told apart by.
 */

export interface VersionedName {
  /** Without the marks: equal for the versions of a page. */
  name: string;
  /** Higher is newer; compared number by number. A page without a mark is the current one. */
  version: readonly number[];
}

/** Names of what is not released, and of what is. */
const UNRELEASED = /^(?:next|dev|develop|nightly|canary|unreleased|edge|snapshot|draft|preview)$/;
const CURRENT = /^(?:latest|current|stable|main|master|release)$/;

const YEAR = "(?:19|20)\\d\\d";
const DATE = new RegExp(`\\b(${YEAR})[-_./]?(0[1-9]|1[0-2])(?:[-_./]?(0[1-9]|[12]\\d|3[01]))?\\b`, "g");
const YEAR_ALONE = new RegExp(`\\b(${YEAR})\\b`, "g");
const MARKED =
  /\b(?:v|ver\.?|version|rev\.?|revision|release|edition|draft)[-_ .]{0,2}(\d+(?:[._]\d+){0,3}(?:\.x)?)\b/g;
const DOTTED = /\b(\d+(?:\.(?:\d+|x)){1,3})\b/g;
/** What a CMS adds where an address is taken: `privacy-policy-2`. */
const COUNTER = /[-_](\d{1,3})$/;
/** Where each page tells of something else, though in the same words: that a version is out is no older version of a page. */
const NEWS =
  /^(?:releases?|release[-_]notes|news|blog|posts?|announcements?|press|change-?logs?|whats?-?new|updates|events?)$/;
const OPAQUE =
  /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8,})\b/g;

/** Above every number that a version or a date has. */
export const NEWEST = Number.MAX_SAFE_INTEGER;

export function versionOfTitle(title: string): VersionedName {
  return readMarks(title.toLowerCase());
}

/** Of the path of a URL; its host and its anchor do not count. */
export function versionOfAddress(url: string): VersionedName {
  const path = url
    .replace(/^[a-z]+:\/\/[^/]*/i, "")
    .replace(/[?#].*$/, "")
    .toLowerCase();
  const versions: number[] = [];
  let marks = 0;
  let isUnreleased = false;
  const names: string[] = [];
  const segments = path.split("/").filter((part) => part !== "");
  const isNews = segments.slice(0, -1).some((segment) => NEWS.test(segment));
  for (const [index, segment] of segments.entries()) {
    const plain = segment.replace(/\.html?$/, "");
    if (isNews && index === segments.length - 1) {
      names.push(plain);
      continue;
    }
    if (CURRENT.test(plain)) continue;
    if (UNRELEASED.test(plain)) {
      isUnreleased = true;
      continue;
    }
    const counter = COUNTER.exec(plain);
    const read = readMarks(counter === null ? plain : plain.slice(0, counter.index));
    if (read.version[0] !== NEWEST) {
      versions.push(...read.version);
      marks++;
    }
    if (counter !== null) {
      versions.push(Number(counter[1]));
      marks++;
    }
    if (read.name !== "") names.push(read.name);
  }
  const version = isUnreleased ? [-1] : marks === 0 ? [NEWEST] : versions;
  return { name: names.join("/"), version };
}

function readMarks(text: string): VersionedName {
  const version: number[] = [];
  const take = (digits: string): void => {
    for (const number of digits.split(/[._]/)) version.push(number === "x" ? NEWEST : Number(number));
  };
  const name = text
    .replace(OPAQUE, " ")
    .replace(DATE, (_, year: string, month: string, day = "0") => {
      version.push(Number(year), Number(month), Number(day));
      return " ";
    })
    .replace(MARKED, (_, digits: string) => {
      take(digits);
      return " ";
    })
    .replace(DOTTED, (_, digits: string) => {
      take(digits);
      return " ";
    })
    .replace(YEAR_ALONE, (_, year: string) => {
      version.push(Number(year));
      return " ";
    })
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return { name, version: version.length === 0 ? [NEWEST] : version };
}

/** Above 0 where the first is newer. */
export function compareVersions(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Headings that name a release: "2.1.0 / 2024-03-01", "[2.1.0] - 2024-03-01", "v1.2.3 (March 1, 2024)", "Version 2",
 * "Rails 7.1.2", "@scope/name@1.2.3", a date alone, "Unreleased".
 *
 * @see https://keepachangelog.com
 * @see https://semver.org
 */
import { findWordedDate } from "../parse/worded-date.ts";

export interface ReleaseHeading {
  /** As it is written, without a "v"; absent for a release that is named by its date, or by none. */
  version?: string;
  /** ISO 8601. */
  date?: string;
  /**
   * True where the heading can be nothing else. "1.1" may be the number of a section, and a date that of a diary:
   * they name releases where their page is a changelog.
   */
  isSure: boolean;
}

const MAX_CHARS = 160;
const VERSION =
  /(?<![\w.])(v(?:er(?:sion)?)?\.?\s?)?(\d{1,4}(?:\.(?:\d{1,6}|x)){1,4}(?:[-+.]?(?:[a-z]{1,12}[\w.+-]{0,30}|\d{1,8}[\w.+-]{0,30}))?)(?![\w])/iu;
const MAJOR = /(?<![\w.])(?:v|version|release|v\.)\s?(\d{1,5}(?:\.x)?)(?![\w.])/iu;
const UNRELEASED =
  /^(?:unreleased(?: changes?)?|upcoming(?: release)?|next(?: release| version)?|unveröffentlicht|non publié|sin publicar|não lançado|niet uitgebracht|head|main|master)$/iu;
/** What may stand beside a version without telling anything else. */
const PLAIN_WORDS =
  /(?<!\p{L})(?:version|versión|versión|versão|versione|versie|release|released|releases|stable|latest|current|update|hotfix|patch|lts|beta|alpha|rc|preview|yanked|unreleased|deprecated|security|maintenance|the|on|of|from|vom|du|del|van|notes|note|for|changes|changelog|in|what.s new|new|neu|build|deployed|tag|final|pre-release|prerelease|date|tbd|tba)(?!\p{L})/giu;
const MARKS = /[[\](){}<>:,;/|–—\-.*#=_~"'`+]|\p{Extended_Pictographic}|\uFE0F/gu;

/** Undefined where a heading names no release, as far as its own words tell. */
export function releaseHeading(text: string): ReleaseHeading | undefined {
  if (text.length > MAX_CHARS) return undefined;
  const plain = text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/[\s#]+$/, "")
    .trim();
  if (UNRELEASED.test(plain.replace(MARKS, " ").trim())) return { isSure: false };
  const day = findWordedDate(plain);
  const withoutDate = day === undefined ? plain : plain.replace(day.written, " ");
  const date = day === undefined ? {} : { date: day.date };
  const numbered = VERSION.exec(withoutDate);
  const version = numbered?.[2] ?? MAJOR.exec(withoutDate)?.[1];
  if (version === undefined) {
    const rest = restOf(withoutDate);
    return day !== undefined && rest === "" ? { ...date, isSure: false } : undefined;
  }
  const start = numbered?.index ?? MAJOR.exec(withoutDate)?.index ?? 0;
  const written = (numbered ?? MAJOR.exec(withoutDate))?.[0] ?? "";
  const before = withoutDate.slice(0, start);
  const after = withoutDate.slice(start + written.length);
  // "From 1.x to 2.x" compares two, and "1.2.3.4, 10.0.0.1" lists them.
  if (VERSION.test(after.replace(/\([^)]*\)/g, "")) || MAJOR.test(after)) return undefined;
  // "1.1. Introduction" and "2.3 Payments" are numbers of sections: what follows a version is set off from it.
  const ending = restOf(after);
  if (ending !== "" && !/^\s*[[\](:,;|–—-]/u.test(after)) return undefined;
  const name = restOf(before);
  if (!isName(name, before)) return undefined;
  const isWhole = ending === "" && (name === "" || day !== undefined);
  const isMarked =
    day !== undefined ||
    numbered === null ||
    numbered[1] !== undefined ||
    version.split(".").length > 2 ||
    /\[\s*$/.test(before);
  return { version, ...date, isSure: isWhole && isMarked };
}

function restOf(text: string): string {
  return text.replace(PLAIN_WORDS, " ").replace(MARKS, " ").replace(/\s+/g, " ").trim();
}

/** "Upgrading to 2.0" and "Section 2.1" tell of a version or of a number, and are none. */
const RELATION =
  /(?<!\p{L})(?:to|from|with|since|until|before|after|step|section|chapter|part|figure|table|(?<!notes |changes |changelog )for)(?!\p{L})/iu;

/** What stands before a version: nothing, or the name of what is released, which has few words and no verb's ending. */
function isName(name: string, written: string): boolean {
  if (name === "") return true;
  if (/[?!]/.test(written) || RELATION.test(written)) return false;
  const words = name.split(" ");
  return words.length <= 4 && /^[\p{Lu}@\d]|^[a-z\d@./-]+@?$/u.test(written.trim());
}

/**
 * Changelogs: a release is a passage, however short, so that a question about one is answered, and cited, at that one.
 * A page is a changelog by its name, its title, or because its headings name releases.
 */
import type { OutlineHeading, OutlineItem } from "../parse/outline.ts";
import { releaseHeading, type ReleaseHeading } from "./release-heading.ts";
import { releaseSentence } from "./release-sentence.ts";

/** "history-mode" and "updates-by-mail" are pages about something: after words of many meanings only a number or a language stands. */
const FILE_NAME =
  /^(?:(?:change[-_ ]?logs?|release[-_ ]?notes|release[-_ ]?history|what'?s[-_ ]?new)(?:[-_.\d].*)?|(?:changes|history|releases?|news|updates|versions)(?:[-_.]?v?\d.*|[-_.][a-z]{2}(?:[-_][a-z]{2})?)?)\.\w+$/i;
const TITLE =
  /\bchange ?logs?\b|\brelease (?:notes|history)\b|\brelease log\b|\bversion history\b|\bwhat.s new\b|\bproduct updates\b|versionshinweise|versionsgeschichte|änderungsprotokoll|änderungshistorie|neuerungen|notes de (?:version|publication)|journal des modifications|nouveautés|novedades|notas de la versión|registro de (?:cambios|alterações)|historial de (?:cambios|versiones)|novidades|notas de (?:versão|lançamento)|note di rilascio|novità|registro delle modifiche|wijzigingslogboek|wijzigingen|release-?opmerkingen/i;

/** The link between two tags that tools write above the changes. */
const COMPARISON = /^(?:full changelog|compare)\b.{0,200}$/i;

export interface Releases {
  items: OutlineItem[];
  /** ISO 8601, of the newest one; absent where none has a date. */
  newestDate?: string;
  /** True where the first heading of the page names a release, and so is no title of the page. */
  startsWithRelease: boolean;
}

/** Undefined where the page holds no release. */
export function markReleases(
  items: readonly OutlineItem[],
  { path, title, language }: { path: string; title: string | undefined; language: string },
): Releases | undefined {
  const file = path.split(/[\\/]/).pop() ?? "";
  const first = items.find((item) => item.kind === "heading");
  const named = [title, first?.text].some((text) => text !== undefined && TITLE.test(text));
  const isNamed = FILE_NAME.test(file) || named;
  const headed = isNamed ? promoteParagraphs(items) : items;
  const found = new Map<OutlineHeading, ReleaseHeading>();
  for (const item of headed) {
    if (item.kind !== "heading") continue;
    const release = releaseHeading(item.text);
    if (release !== undefined) found.set(item, release);
  }
  const sureDepths = [...found].flatMap(([{ depth }, { isSure }]) => (isSure ? [depth] : []));
  const sure = sureDepths.length;
  // Below a release, a heading with a version in it tells of that release.
  for (const [heading, { isSure }] of found) {
    if (!isSure && sure > 0 && heading.depth > Math.max(...sureDepths)) found.delete(heading);
  }
  // One sure release makes the others sure: "Unreleased" beside "2.1.0". On other pages a number may be a section's.
  const isChangelog = isNamed || (sure >= 2 && sure * 2 >= found.size);
  if (!isChangelog) for (const [heading, { isSure }] of found) if (!isSure) found.delete(heading);
  if (found.size === 0) return undefined;
  const marked = levelled(isChangelog ? introduced(headed, found, language) : headed, found);
  const dates = [...found.values()].flatMap(({ date }) => (date === undefined ? [] : [date])).sort();
  const newestDate = isChangelog ? dates.at(-1) : undefined;
  return {
    items: marked,
    startsWithRelease: found.size > 1 && first?.kind === "heading" && found.has(first),
    ...(newestDate !== undefined && { newestDate }),
  };
}

/**
 * Says under each release what its heading says in figures, and once more above each of its lists: a question about
 * what a version fixes is then answered with that list. Nothing where a release holds nothing.
 */
function introduced(
  items: readonly OutlineItem[],
  releases: ReadonlyMap<OutlineHeading, ReleaseHeading>,
  language: string,
): OutlineItem[] {
  let release: { heading: OutlineHeading; names: ReleaseHeading } | undefined;
  let isFirst = false;
  return items.flatMap((item, index): OutlineItem[] => {
    if (item.kind !== "heading") return [item];
    const names = releases.get(item);
    if (names !== undefined) {
      release = { heading: item, names };
      isFirst = true;
    } else if (release !== undefined && item.depth < release.heading.depth) {
      release = undefined;
    }
    const next = items[index + 1];
    if (release === undefined || next === undefined || next.kind === "heading") return [item];
    if (!isFirst && next.kind !== "list") return [item];
    if (next.kind === "paragraph" && COMPARISON.test(next.text)) return [item];
    const section = names === undefined ? item.text.replace(/\s*[:：]$/, "") : undefined;
    const text = releaseSentence(release.names, { language, section, isFirst });
    isFirst = false;
    return text === undefined ? [item] : [item, { kind: "paragraph", text, isUnshown: true }];
  });
}

/**
 * Releases stand beside each other, whatever their headings' depths are: conventional-changelog writes a patch one
 * level below a minor release, above which it stands. What is below a release keeps its distance.
 */
function levelled(
  items: readonly OutlineItem[],
  releases: ReadonlyMap<OutlineHeading, ReleaseHeading>,
): OutlineItem[] {
  const depths = [...releases.keys()].map(({ depth }) => depth);
  const outermost = Math.min(...depths);
  const isMixed = depths.some((depth) => depth !== outermost);
  let shift = 0;
  let isInside = false;
  return items.map((item) => {
    if (item.kind !== "heading") return item;
    const release = releases.get(item);
    if (release !== undefined) {
      shift = outermost - item.depth;
      isInside = true;
      return {
        ...item,
        // A reference that nothing defines stands in its brackets: "[2.1.0]".
        text: item.text.replace(/^\[([^\]]*)\](?!\()/, "$1"),
        depth: outermost,
        standsAlone: true as const,
        ...(release.date !== undefined && { updatedOn: release.date }),
      };
    }
    if (!isMixed || !isInside) return item;
    if (item.depth < outermost - shift) {
      isInside = false;
      return item;
    }
    return { ...item, depth: Math.max(outermost + 1, item.depth + shift) };
  });
}

/** Where no heading names a release, lines of their own may: `**v1.2.0** (2020-03-01)`. */
function promoteParagraphs(items: readonly OutlineItem[]): OutlineItem[] {
  const hasHeadings = items.some(
    (item) => item.kind === "heading" && releaseHeading(item.text) !== undefined,
  );
  if (hasHeadings) return [...items];
  const deepest = Math.max(1, ...items.map((item) => (item.kind === "heading" ? item.depth : 0)));
  return items.map((item) => {
    if (item.kind !== "paragraph" || /[\n.!?…]$/.test(item.text) || item.text.includes("\n")) return item;
    const release = releaseHeading(item.text.replace(/:$/, ""));
    return release?.isSure === true
      ? {
          kind: "heading" as const,
          depth: Math.min(6, deepest + 1),
          text: item.text.replace(/:$/, ""),
          anchor: "",
        }
      : item;
  });
}

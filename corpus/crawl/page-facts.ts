/** What a crawler needs to know of a page of HTML, read in one pass without making a tree of it. */
import { Parser } from "htmlparser2";
import { readDirectives, ROBOT_NAME, type RobotsDirectives } from "./robots.ts";
import { pageAddress } from "./web-address.ts";

export interface PageFacts extends RobotsDirectives {
  title: string;
  /** Absolute. */
  canonical?: string;
  /** Where `<meta http-equiv="refresh">` leads within a few seconds. */
  refresh?: string;
  /** Of `<link rel="sitemap">`. */
  sitemaps: string[];
  /** BCP 47: of `<html lang>`, else of the alternate that is the page itself. */
  language?: string;
  /** The languages that it gives other pages, which may not name their own: BCP 47 by address. */
  alternates?: Record<string, string>;
  /** Addresses of web pages that the page leads to, each once, in order; those that are not to be followed are not there. */
  links: string[];
  /** It asks for a password. */
  hasPasswordField: boolean;
  /** An element that a script fills, with nothing in it: what such a page says is not in its HTML. */
  hasEmptyMount: boolean;
  /** Words of the body, scripts left out. */
  words: number;
  /** Over the letters of the body: the same for pages that differ in numbers and spaces only. */
  textHash: number;
}

/** A page with more links is a machine's. */
const MAX_LINKS = 5000;
/** More languages no page has. */
const MAX_ALTERNATES = 200;
/** A refresh after a longer time is for pages that show news. */
const MAX_REFRESH_SECONDS = 10;
const MOUNT_IDS: ReadonlySet<string> = new Set(["root", "app", "__next", "__nuxt", "svelte", "___gatsby"]);

/** @param address where the page was answered from. */
export function readPageFacts(html: string, address: string, now: number): PageFacts {
  const facts: PageFacts = {
    title: "",
    sitemaps: [],
    links: [],
    noindex: false,
    nofollow: false,
    hasPasswordField: false,
    hasEmptyMount: false,
    words: 0,
    textHash: 0,
  };
  const links = new Set<string>();
  let base = address;
  let inTitle = false;
  /** Inside of elements whose text nobody reads. */
  let muted = 0;
  /** The element that a script fills, while nothing was in it. */
  let openMount = false;
  let selfLanguage: string | undefined;
  const hash = createTextHash();

  const follow = (target: string | undefined, rel: string): void => {
    if (target === undefined || links.size >= MAX_LINKS || /\b(?:nofollow|ugc|sponsored)\b/i.test(rel))
      return;
    const link = pageAddress(target, base);
    if (link !== undefined) links.add(link);
  };
  const readMeta = (attributes: Record<string, string>): void => {
    const { content = "" } = attributes;
    const name = attributes["name"]?.toLowerCase();
    if (name === "robots" || name === ROBOT_NAME) {
      const { noindex, nofollow } = readDirectives(content, now);
      facts.noindex ||= noindex;
      facts.nofollow ||= nofollow;
    }
    if (attributes["http-equiv"]?.toLowerCase() === "refresh") {
      const [, seconds, target] =
        /^\s*([\d.]{1,9})\s*[;,]?\s*(?:url\s*=\s*)?["']?([^"']*)/i.exec(content) ?? [];
      const refresh = target === undefined || target === "" ? undefined : pageAddress(target, base);
      if (refresh !== undefined && Number(seconds) <= MAX_REFRESH_SECONDS) facts.refresh = refresh;
    }
  };
  const readLink = (attributes: Record<string, string>): void => {
    const rel = attributes["rel"]?.toLowerCase() ?? "";
    const { href = "" } = attributes;
    if (rel === "canonical") {
      const canonical = pageAddress(href, base);
      if (canonical !== undefined) facts.canonical ??= canonical;
    } else if (rel === "sitemap") {
      const sitemap = pageAddress(href, base);
      if (sitemap !== undefined) facts.sitemaps.push(sitemap);
    } else if (rel === "alternate" && attributes["hreflang"] !== undefined) {
      follow(href, "");
      const alternate = pageAddress(href, base);
      const language = attributes["hreflang"];
      if (alternate === undefined || language === "x-default" || language === "") return;
      if (alternate === address) selfLanguage = language;
      else if (Object.keys((facts.alternates ??= {})).length < MAX_ALTERNATES)
        facts.alternates[alternate] = language;
    } else if (rel === "next" || rel === "prev") {
      follow(href, "");
    }
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (openMount && name !== "noscript" && name !== "script") openMount = false;
        if (name === "a" || name === "area") follow(attributes["href"], attributes["rel"] ?? "");
        else if (name === "script" || name === "style" || name === "template" || name === "noscript") muted++;
        else if (name === "meta") readMeta(attributes);
        else if (name === "link") readLink(attributes);
        else if (name === "title") inTitle = facts.title === "";
        else if (name === "base" && base === address)
          base = pageAddress(attributes["href"] ?? "", address) ?? base;
        else if (name === "html" && (attributes["lang"] ?? "") !== "")
          facts.language = attributes["lang"] ?? "";
        else if (name === "input" && attributes["type"]?.toLowerCase() === "password")
          facts.hasPasswordField = true;
        else if (name === "div" && MOUNT_IDS.has(attributes["id"] ?? "")) openMount = true;
        else if (name === "frame" || name === "iframe") {
          if (name === "frame") follow(attributes["src"], "");
        }
      },
      ontext(text) {
        if (inTitle) facts.title += text;
        else if (muted === 0) {
          const words = countWords(text);
          facts.words += words;
          hash.add(text);
          if (words > 0) openMount = false;
        }
      },
      onclosetag(name) {
        if (name === "title") inTitle = false;
        else if (name === "script" || name === "style" || name === "template" || name === "noscript")
          muted = Math.max(0, muted - 1);
        else if (name === "div" && openMount) {
          facts.hasEmptyMount = true;
          openMount = false;
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);

  facts.title = facts.title.replace(/\s+/g, " ").trim();
  if (facts.language === undefined && selfLanguage !== undefined) facts.language = selfLanguage;
  facts.textHash = hash.value();
  facts.links = facts.nofollow ? [] : [...links];
  return facts;
}

function countWords(text: string): number {
  let words = 0;
  for (let index = 0, inWord = false; index < text.length; index++) {
    const isSpace = text.charCodeAt(index) <= 32;
    if (!isSpace && !inWord) words++;
    inWord = !isSpace;
  }
  return words;
}

/** FNV-1a. @see https://www.rfc-editor.org/rfc/rfc9923 */
function createTextHash(): { add: (text: string) => void; value: () => number } {
  let hash = 0x811c9dc5;
  return {
    add(text) {
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (code > 57 || (code > 32 && code < 48)) hash = Math.imul(hash ^ code, 0x01000193);
      }
    },
    value: () => hash >>> 0,
  };
}

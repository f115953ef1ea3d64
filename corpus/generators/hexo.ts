/**
 * Hexo: posts of `_posts` lie where the permalink of the configuration says, pages where their files lie, as `.html`.
 *
 * @see `post_permalink.ts`, `processor/post.ts` and `processor/asset.ts` of `hexo`, `slugize.ts` of `hexo-util`
 */
import { posix } from "node:path";
import { encodePath, pathBelow, projectPath } from "./address.ts";
import { basePathOf, fieldsOf, parseConfiguration, textOf, textsOf, type Fields } from "./configuration.ts";
import { parseDate, type DateParts } from "./dates.ts";
import type {
  DetectedProject,
  Generator,
  HeadingPart,
  HeadingSlugger,
  Placement,
  ProjectFolder,
  SitePage,
} from "./generator.ts";
import { matchesGlob } from "./glob.ts";
import { headingText, markdownItText } from "./heading-text.ts";

export interface HexoSettings {
  /** Below the project's root. */
  source: string;
  permalink: string;
  permalinkDefaults: Readonly<Record<string, string>>;
  /** Of the names of posts: `:year-:month-:day-:title.md`. */
  postName: string;
  category: string;
  skipRender: readonly string[];
  /** Whether addresses are written with `.html`. */
  showsExtension: boolean;
  showsDrafts: boolean;
  showsFuture: boolean;
  /** IANA name. */
  timeZone?: string;
  /** Whether headings get ids by the renderer that Hexo comes with; another's are not known. */
  slugsHeadings: boolean;
  slugCase: "as-written" | "lower" | "upper";
  /** Whether quotes, dashes and dots are written as typography has them, before ids are made. */
  isTypographic: boolean;
}

const DEFAULTS: HexoSettings = {
  source: "source",
  permalink: ":year/:month/:day/:title/",
  permalinkDefaults: {},
  postName: ":title.md",
  category: "uncategorized",
  skipRender: [],
  showsExtension: true,
  showsDrafts: false,
  showsFuture: true,
  slugsHeadings: true,
  slugCase: "as-written",
  isTypographic: true,
};

const PAGE = /\.(?:md|markdown|mkd|mkdn|mdown|mdwn|mkdown)$/i;

export const hexo: Generator<HexoSettings> = {
  name: "hexo",
  defaults: DEFAULTS,
  detect,
  place(page, settings) {
    const below = pathBelow(page.path, settings.source);
    if (below === undefined) return { leftOut: `outside of ${settings.source}, where Hexo has its pages` };
    const isSkipped = matchesGlob(below, settings.skipRender);
    const post = /^(_posts|_drafts)\/(.+)$/.exec(below);
    if (post !== null && !isSkipped) return placePost(post[2] ?? "", post[1] === "_drafts", page, settings);
    if (below.split("/").some((name) => name.startsWith("_"))) return { leftOut: "hidden by an underscore" };
    if (!PAGE.test(below)) return placed(below, settings);
    if (isSkipped) return { leftOut: "served as it is written: skip_render names it" };
    const { permalink } = page.frontMatter;
    if (typeof permalink !== "string" || permalink === "")
      return placed(below.replace(PAGE, ".html"), settings);
    const isFile = permalink.endsWith("/") || posix.extname(permalink) !== "";
    return placed(isFile ? permalink : `${permalink}.html`, settings);
  },
  createSlugger,
};

function placed(path: string, { showsExtension }: HexoSettings): Placement {
  const place = path.replace(/^\/+/, "").replace(/(^|\/)index\.html$/, "$1");
  return { address: `/${encodePath(showsExtension ? place : place.replace(/\.html$/, ""))}` };
}

function placePost(file: string, isDraft: boolean, page: SitePage, settings: HexoSettings): Placement {
  const { frontMatter, now, title = "" } = page;
  if (!PAGE.test(file)) return { leftOut: "a file beside a post" };
  const isHidden = isDraft || frontMatter["published"] === false || frontMatter["published"] === "false";
  if (isHidden && !settings.showsDrafts) return { leftOut: "a draft" };
  const stem = file.replace(/\.[^./]+$/, "");
  const named = partsOfName(stem, settings.postName);
  const dated =
    frontMatter["date"] ?? [named["year"], named["month"], named["day"]].filter(Boolean).join("-");
  const date = parseDate(dated, settings.timeZone);
  if (date !== undefined && !settings.showsFuture && now !== undefined && date.time > now)
    return { leftOut: "dated in the future" };
  const own = frontMatter["permalink"];
  if (typeof own === "string" && own !== "") return placed(own, settings);
  const slug = named["title"] ?? slugize(stem);
  const values: Record<string, string | undefined> = {
    ...settings.permalinkDefaults,
    ...textsIn(frontMatter),
    title: slug,
    name: posix.basename(slug),
    post_title: slugize(textOf(frontMatter["title"]) ?? title).toLowerCase(),
    category: categoryOf(frontMatter) ?? settings.category,
    ...(date === undefined ? {} : valuesOf(date)),
  };
  let isKnown = true;
  const address = settings.permalink.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) isKnown = false;
    return value ?? "";
  });
  return isKnown
    ? placed(address, settings)
    : { leftOut: "its address holds what is only known when the site is built" };
}

/** What a name of a file says by the pattern of names; empty where it does not follow it. */
function partsOfName(stem: string, pattern: string): Record<string, string> {
  const names: string[] = [];
  const source = pattern
    .replace(/\.[^./]+$/, "")
    .split(/(:\w+)/)
    .map((part) => {
      if (!part.startsWith(":")) return part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
      names.push(part.slice(1).replace(/^i_/, ""));
      if (part === ":year") return "(\\d{4})";
      return /^:(?:i_)?(?:month|day)$/.test(part) ? "(\\d{1,2})" : "(.+?)";
    })
    .join("");
  const match = new RegExp(`^${source}$`).exec(stem);
  return Object.fromEntries(match === null ? [] : names.map((name, index) => [name, match[index + 1] ?? ""]));
}

function textsIn(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** The last, below those before it. */
function categoryOf(fields: Fields): string | undefined {
  const names = textsOf(fields["categories"] ?? fields["category"]);
  return names.length === 0 ? undefined : names.map((name) => slugize(name)).join("/");
}

function valuesOf(date: DateParts): Record<string, string> {
  const two = (value: number): string => String(value).padStart(2, "0");
  return {
    year: String(date.year),
    month: two(date.month),
    day: two(date.day),
    i_month: String(date.month),
    i_day: String(date.day),
    hour: two(date.hour),
    minute: two(date.minute),
    second: two(date.second),
    timestamp: String(Math.floor(date.time / 1000)),
  };
}

function createSlugger({ slugsHeadings, slugCase, isTypographic }: HexoSettings): HeadingSlugger {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  const wordsOf = (part: HeadingPart): string | undefined => {
    if (part.kind === "html") return undefined;
    const text = markdownItText([part]);
    return isTypographic && part.kind === "text" ? typographic(text) : text;
  };
  return ({ parts, isElement, customId }) => {
    if (isElement || !slugsHeadings) return customId;
    // An entity that the renderer does not know keeps its name in the id.
    if (parts.some(({ written }) => /&(?!(?:amp|lt|gt|quot);)[a-z]{2,30};/i.test(written ?? "")))
      return undefined;
    const slug = slugize(headingText(parts, wordsOf));
    const cased = slugCase === "upper" ? slug.toUpperCase() : slug;
    const id = slugCase === "lower" ? slug.toLowerCase() : cased;
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    const unique = count === 0 ? id : `${id}-${count}`;
    // What is called as another is numbered has its id, which leads to the first.
    if (unique === "" || taken.has(unique)) return undefined;
    taken.add(unique);
    return unique;
  };
}

function typographic(text: string): string {
  return text
    .replace(/---/g, "—")
    .replace(/--/g, "–")
    .replace(/(^|[-—/([{"\s])'/g, "$1‘")
    .replace(/'/g, "’")
    .replace(/(^|[-—/([{‘\s])"/g, "$1“")
    .replace(/"/g, "”")
    .replace(/\.{3}/g, "…");
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: "s",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ı: "i",
};

function slugize(text: string): string {
  return (
    text
      .replace(/[ßæÆœŒøØłŁđĐı]/g, (letter) => LETTERS[letter] ?? letter)
      // Letters of Latin lose their marks, those of other scripts keep them.
      .replace(/[\u00C0-\u024F\u1E00-\u1EFF]/g, (letter) =>
        letter.normalize("NFD").replace(/[\u0300-\u036F]/g, ""),
      )
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001F]/g, "")
      .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, "-")
      .replace(/^-+|-+$/g, "")
  );
}

async function detect(folder: ProjectFolder): Promise<DetectedProject<HexoSettings> | undefined> {
  const text = await folder.readText("_config.yml");
  if (text === undefined) return undefined;
  const packageFile = (await folder.readText("package.json")) ?? "";
  // Jekyll has a configuration of this name, too.
  if (!/"hexo"\s*:/.test(packageFile) && !/^new_post_name:/m.test(text)) return undefined;
  const { fields, problem } = parseConfiguration(text, "_config.yml");
  const marked = fieldsOf(fields["marked"]);
  const timeZone = textOf(fields["timezone"]);
  const isOtherRenderer =
    /"hexo-renderer-(?!marked|ejs|stylus|less|sass|scss|pug|jade|swig|nunjucks|inferno)[\w-]+"/;
  const source = projectPath(textOf(fields["source_dir"]) ?? DEFAULTS.source);
  return {
    settings: {
      source,
      permalink: textOf(fields["permalink"]) ?? DEFAULTS.permalink,
      permalinkDefaults: textsIn(fieldsOf(fields["permalink_defaults"])),
      postName: textOf(fields["new_post_name"]) ?? DEFAULTS.postName,
      category: textOf(fields["default_category"]) ?? DEFAULTS.category,
      skipRender: textsOf(fields["skip_render"]),
      showsExtension: fieldsOf(fields["pretty_urls"])["trailing_html"] !== false,
      showsDrafts: fields["render_drafts"] === true,
      showsFuture: fields["future"] !== false,
      ...(timeZone !== undefined && { timeZone }),
      isTypographic: marked["smartypants"] !== false,
      slugsHeadings: marked["headerIds"] !== false && !isOtherRenderer.test(packageFile),
      slugCase:
        marked["modifyAnchors"] === 1 ? "lower" : marked["modifyAnchors"] === 2 ? "upper" : "as-written",
    },
    basePath: basePathOf(textOf(fields["root"]) ?? textOf(fields["url"])),
    content: [source],
    output: [projectPath(textOf(fields["public_dir"]) ?? "public")],
    ...(problem !== undefined && { problems: [problem] }),
  };
}

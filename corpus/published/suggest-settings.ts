/** Which setting would have placed the pages where they are: found by trying, on a few of those that are not. */
import { GENERATOR_NAMES } from "../generators/generator-names.ts";
import { createSlugger, unconfiguredSite } from "../generators/site.ts";
import { isMoved, type ComparedPage } from "./compare-published.ts";
import type { PublishedSite } from "./published-site.ts";

/** From this share on, what is wrong is a rule and not a page. */
const RULE_SHARE = 0.3;
/** So many pages are tried. */
const SAMPLE = 6;
/** So many of those have to answer, of all that were tried. */
const CONVINCING_SHARE = 0.6;
/** Fewer anchors tell nothing of the rule by which they are made. */
const MIN_ANCHORS = 3;

interface Variant {
  /** Undefined where it changes nothing. */
  apply: (path: string) => string | undefined;
  advice: string;
}

const VARIANTS: readonly Variant[] = [
  {
    apply: (path) => changed(path, path.replace(/(?<=[^/])\/?$/, ".html"), /\.html$/),
    advice: "ending in .html: add --url-pattern '/{path}.html'",
  },
  {
    apply: (path) => changed(path, path.replace(/(?<=.)\/$/, "")),
    advice: "without a slash at the end: add --url-pattern '/{path}'",
  },
  {
    apply: (path) => changed(path, path.replace(/\.html?$/, "").replace(/\/?$/, "/")),
    advice: "with a slash at the end: add --url-pattern '/{path}/'",
  },
  {
    apply: (path) => changed(path, path.replace(/\.html?$/, "")),
    advice: "without .html: add --url-pattern '/{path}'",
  },
  {
    apply: (path) => changed(path, path.toLowerCase()),
    advice: "in lower case: name the generator of the site with --generator",
  },
  {
    apply: (path) => changed(path, path.replace(/\/\d+[-_.]\s*(?=[^/])/g, "/")),
    advice: "without the numbers before their names: add --generator docusaurus",
  },
  {
    apply: (path) => changed(path, path.replace(/\/(?:readme|index)(?:\.html)?\/?$/i, "/")),
    advice: "at the address of their folder: name the generator of the site with --generator",
  },
];

function changed(path: string, result: string, not?: RegExp): string | undefined {
  return result === path || not?.test(path) === true ? undefined : result;
}

/** Sentences, the likeliest first. */
export async function suggestSettings(
  compared: readonly ComparedPage[],
  site: PublishedSite,
): Promise<string[]> {
  return [...(await suggestAddresses(compared, site)), ...suggestSlugs(compared)];
}

async function suggestAddresses(compared: readonly ComparedPage[], site: PublishedSite): Promise<string[]> {
  const missing = compared.filter(({ answer }) => answer.kind === "missing");
  if (missing.length === 0 || missing.length < compared.length * RULE_SHARE)
    return suggestRedirects(compared);
  const paths = sampled(missing.map(({ path }) => path));
  const share = `${missing.length} of ${compared.length} pages are not where they are looked for`;
  for (const { apply, advice } of VARIANTS) {
    const tried = paths.flatMap((path) => apply(path) ?? []);
    if (await answersMostly(tried, paths.length, site)) return [`${share}. They answer ${advice}.`];
  }
  const prefix = commonPrefix(paths, await site.knownPaths());
  if (prefix !== undefined) {
    for (const variant of [undefined, ...VARIANTS]) {
      const tried = paths.flatMap((path) => {
        const placed = variant === undefined ? path : variant.apply(path);
        return placed === undefined ? [] : [`${prefix}${placed}`];
      });
      if (!(await answersMostly(tried, paths.length, site))) continue;
      const besides = variant === undefined ? "" : `, and ${variant.advice}`;
      return [`${share}. They answer below ${prefix}/: add --base-url ${site.origin}${prefix}${besides}.`];
    }
  }
  return [
    `${share}. If a generator makes the site, name it with --generator; if it lies below a path, with --base-url; else say how addresses are made with --url-pattern.`,
  ];
}

/** All pages answer, and at another address than the one that is cited. */
function suggestRedirects(compared: readonly ComparedPage[]): string[] {
  const moved = compared.filter(({ path, answer }) => answer.kind === "page" && isMoved(path, answer.path));
  if (moved.length < Math.max(2, compared.length * RULE_SHARE)) return [];
  for (const { apply, advice } of VARIANTS) {
    const fitting = moved.filter(({ path, answer }) => answer.kind === "page" && apply(path) === answer.path);
    if (fitting.length >= moved.length * CONVINCING_SHARE)
      return [`${moved.length} of ${compared.length} pages are redirected. They answer at once ${advice}.`];
  }
  return [];
}

async function answersMostly(paths: readonly string[], of: number, site: PublishedSite): Promise<boolean> {
  if (paths.length < of * CONVINCING_SHARE) return false;
  let answered = 0;
  for (const path of paths) {
    const answer = await site.read(path);
    if (answer.kind === "page" && !isMoved(path, answer.path)) answered += 1;
  }
  return answered >= of * CONVINCING_SHARE;
}

/** What stands before the paths of the sources in those of the site, in most cases. */
function commonPrefix(paths: readonly string[], known: readonly string[]): string | undefined {
  const bare = (path: string): string =>
    path
      .replace(/\.html?$/, "")
      .replace(/\/+$/, "")
      .toLowerCase();
  const counts = new Map<string, number>();
  for (const path of paths) {
    const ending = bare(path);
    if (ending.length < 2) continue;
    for (const candidate of known) {
      const whole = bare(candidate);
      if (whole.length <= ending.length || !whole.endsWith(ending)) continue;
      const prefix = candidate.slice(0, whole.length - ending.length);
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0];
}

function sampled<T>(values: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  return values.filter((_, index) => index % step === 0).slice(0, SAMPLE);
}

/** The generator whose rule gives the ids that the pages have. */
function suggestSlugs(compared: readonly ComparedPage[]): string[] {
  const anchors = compared.reduce((sum, page) => sum + page.anchors.length, 0);
  const missing = compared.flatMap(({ missingAnchors, answer, page }) =>
    missingAnchors.map(({ heading }) => ({ heading, answer, path: page.path })),
  );
  if (missing.length < MIN_ANCHORS) return [];
  const fits = GENERATOR_NAMES.map((name) => {
    const site = unconfiguredSite("/", name);
    const count = missing.filter(({ heading, answer, path }) => {
      const text = heading.replaceAll("`", "");
      const id = createSlugger(site, { path, frontMatter: {} })({
        text,
        source: heading,
        parts: [{ kind: "text", value: text }],
        isElement: false,
        depth: 2,
      });
      return id !== undefined && id !== "" && answer.kind === "page" && answer.places.ids.has(id);
    }).length;
    return { name, count };
  }).sort((left, right) => right.count - left.count);
  const [best] = fits;
  const share = `${missing.length} of ${anchors} anchors are not on their pages`;
  if (best !== undefined && best.count >= missing.length * CONVINCING_SHARE)
    return [`${share}. The rule of ${best.name} gives ${best.count} of them: add --generator ${best.name}.`];
  if (missing.length < anchors * RULE_SHARE) return [];
  return [
    `${share}. Name the generator that makes the pages with --generator, or build from the rendered pages.`,
  ];
}

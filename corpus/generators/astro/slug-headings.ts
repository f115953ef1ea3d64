/**
 * The heading ids of Astro, which Starlight takes over.
 *
 * @see `rehype-collect-headings.ts` of `@astrojs/markdown-remark`, `satteri-processor.ts` of `@astrojs/markdown-satteri`
 */
import type { HeadingPart, HeadingSlugger, SitePage } from "../generator.ts";
import { createSlugCounter } from "../github-slugs.ts";
import { headingText } from "../heading-text.ts";
import type { AstroSettings } from "./settings.ts";

export function createHeadingSlugger(settings: AstroSettings, page: SitePage): HeadingSlugger {
  const { readsWithRemark } = settings;
  if (readsWithRemark !== undefined) return createSlugger({ ...settings, readsWithRemark }, page);
  const [older, newer] = [true, false].map((each) =>
    createSlugger({ ...settings, readsWithRemark: each }, page),
  );
  // An id that is another one by the version, which is not known, is none that is sure.
  return (heading) => {
    const id = older?.(heading);
    return newer?.(heading) === id ? id : undefined;
  };
}

function createSlugger(
  { readsWithRemark, typesetsDashes }: AstroSettings & { readsWithRemark: boolean },
  { frontMatter }: SitePage,
): HeadingSlugger {
  const slugOf = createSlugCounter();
  const dashes = readsWithRemark ? /(?<!-)--(?!-)/g : /-{2,3}/g;
  const textOf = ({ kind, value }: HeadingPart): string | undefined => {
    if (kind === "text" || kind === "directive") return typesetsDashes ? value.replace(dashes, "") : value;
    if (kind === "expression") return ofFrontMatter(value, frontMatter) ?? value;
    // A note shows its number, which its label mostly is.
    return kind === "code" || kind === "footnote" ? value : undefined;
  };
  return ({ parts, isElement, customId }) => {
    if (isElement) return customId;
    const slug = slugOf(headingText(parts, textOf));
    return readsWithRemark && slug.endsWith("-") ? slug.slice(0, -1) : slug;
  };
}

/** `frontmatter.title`, `frontmatter.owner.name`, which are shown as their values. */
function ofFrontMatter(expression: string, frontMatter: SitePage["frontMatter"]): string | undefined {
  const [first, ...names] = expression.trim().split(".");
  if (first !== "frontmatter" || names.length === 0) return undefined;
  let value: unknown = frontMatter;
  for (const name of names) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value === "string" ? value : undefined;
}

/** The heading ids of Docusaurus 2 and 3. @see `remark/headings` of `@docusaurus/mdx-loader` */
import type { HeadingPart, HeadingSlugger, SitePage } from "../generator.ts";
import { createSlugCounter } from "../github-slugs.ts";
import { headingText } from "../heading-text.ts";
import { contentRootOf, type DocusaurusSettings } from "./settings.ts";

const CUSTOM_ID = /\s*\{#((?:.(?!\{#|\}))*.)\}$/;
const COMMENTED_ID = /^<!--\s*#([^\s]+)[\s\S]*-->$/;

export function createHeadingSlugger(
  { keepsCaseOfAnchors, roots }: DocusaurusSettings,
  { path }: SitePage,
): HeadingSlugger {
  const slug = createSlugCounter({ keepsCase: keepsCaseOfAnchors });
  // The title of a post is taken off its text before ids are given.
  let isTitleOfPost = contentRootOf(path, roots)?.kind === "blog";
  return ({ parts, depth, isElement, customId }) => {
    if (isElement) return customId;
    const isTitle = isTitleOfPost && depth === 1;
    isTitleOfPost = false;
    if (isTitle) return undefined;
    const id = customIdOf(parts) ?? slug(headingText(parts, textOf));
    // The theme gives the title of a page no id.
    return depth === 1 ? undefined : id;
  };
}

/** Directives are read before headings are, so that of `Note:this` the rule sees `Note`. */
function textOf({ kind, value, children = [] }: HeadingPart): string | undefined {
  if (kind === "directive") return /^:[A-Za-z]/.test(value) ? headingText(children, textOf) : value;
  return kind === "html" || kind === "footnote" || kind === "break" ? undefined : value;
}

function customIdOf(parts: readonly HeadingPart[]): string | undefined {
  const last = parts.at(-1);
  const commented = last?.kind === "html" ? COMMENTED_ID.exec(last.value)?.[1] : undefined;
  return commented ?? CUSTOM_ID.exec(headingText(parts, textOf))?.[1]?.trim();
}

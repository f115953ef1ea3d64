/** The heading ids of Eleventy, which gives none by itself. */
import type { HeadingPart, HeadingSlugger } from "../generator.ts";
import { githubSlug } from "../github-slugs.ts";
import { headingText, markdownItAnchorSlugger, markdownItText, takeAttributes } from "../heading-text.ts";
import type { EleventySettings } from "./settings.ts";
import { slugifyAscii } from "./slugify.ts";

export function createHeadingSlugger(settings: EleventySettings): HeadingSlugger {
  const { slugs, minimumDepth, readsAttributes } = settings;
  if (slugs === "id-attribute") return createIdAttributeSlugger();
  if (slugs === "none" || slugs === "unknown") return createNamedSlugger(readsAttributes);
  const slugOf = SLUGS[slugs];
  return markdownItAnchorSlugger(
    (parts) => {
      const text = markdownItText(parts);
      if (!readsAttributes) return slugOf(text);
      const taken = takeAttributes(text);
      return taken.id ?? slugOf(taken.text);
    },
    { minimumDepth },
  );
}

const SLUGS: Record<"anchor" | "anchor-github" | "anchor-filter", (text: string) => string | undefined> = {
  "anchor": (text) => encodeURIComponent(text.trim().toLowerCase().replace(/\s+/g, "-")),
  "anchor-github": githubSlug,
  "anchor-filter": slugifyAscii,
};

/** Ids that authors name are those of the page, whatever the rule is. */
function createNamedSlugger(readsAttributes: boolean): HeadingSlugger {
  return ({ parts, isElement, customId }) => {
    if (isElement) return customId;
    return readsAttributes ? takeAttributes(markdownItText(parts)).id : undefined;
  };
}

/** Of Eleventy's own plug-in: on elements too, numbered from 2. @see `IdAttributePlugin.js` */
function createIdAttributeSlugger(): HeadingSlugger {
  const counts = new Map<string, number>();
  const textOf = ({ kind, value }: HeadingPart): string | undefined =>
    kind === "text" || kind === "code" || kind === "directive" ? value : undefined;
  return ({ parts, isElement, customId }) => {
    if (isElement && customId !== undefined) return customId;
    const slug = slugifyAscii(headingText(parts, textOf));
    if (slug === undefined || slug === "") return undefined;
    const count = (counts.get(slug) ?? 0) + 1;
    counts.set(slug, count);
    return count === 1 ? slug : `${slug}-${count}`;
  };
}

/**
 * Home pages that a theme makes of front matter alone: VitePress' `layout: home` and Starlight's `hero`.
 *
 * @see https://vitepress.dev/reference/default-theme-home-page and https://starlight.astro.build/reference/frontmatter/#hero
 */
import { paragraphOf } from "./blocks.ts";
import type { OutlineItem } from "./outline.ts";

const MAX_FEATURES = 200;

/** What the page says above its body; empty where it is no such page. Labels of its buttons are no text. */
export function homePageItems(fields: Readonly<Record<string, unknown>>, generator: string): OutlineItem[] {
  const isVitePress = generator === "vitepress" && fields["layout"] === "home";
  if (!isVitePress && generator !== "starlight") return [];
  const hero = recordOf(fields["hero"]);
  const name = textOf(hero["name"]) || textOf(hero["text"]);
  const items: OutlineItem[] = [];
  if (isVitePress && textOf(fields["title"]) === "" && name !== "") {
    items.push({ kind: "heading", depth: 1, text: name, anchor: "" });
  }
  const slogan = isVitePress && textOf(hero["text"]) !== name ? textOf(hero["text"]) : "";
  items.push(...paragraphOf(slogan), ...paragraphOf(textOf(hero["tagline"])));
  const features = isVitePress && Array.isArray(fields["features"]) ? fields["features"] : [];
  for (const feature of features.slice(0, MAX_FEATURES)) {
    const { title, details } = recordOf(feature);
    const text = textOf(title);
    if (text !== "") items.push({ kind: "heading", depth: 2, text, anchor: "" });
    items.push(...paragraphOf(textOf(details)));
  }
  return items;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Themes show it as HTML. */
function textOf(value: unknown): string {
  if (typeof value !== "string") return "";
  return value
    .replace(/<br\b[^<>]{0,300}>/gi, " ")
    .replace(/<[^<>]{0,300}>/g, "")
    .replace(/`/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** What the templates of a page of Eleventy are run with. */
import type { EleventySettings } from "../generators/eleventy/settings.ts";
import { placePage } from "../generators/site.ts";
import { splitFrontMatter } from "../parse/front-matter.ts";
import type { EleventyPage } from "../parse/liquid/fill-eleventy.ts";
import type { FormatInput } from "./format-reader.ts";

/** Undefined for a page whose text is no template. */
export function eleventyPage(
  { text, site, sitePath }: FormatInput,
  engineOf: "markdownEngine" | "htmlEngine",
): EleventyPage | undefined {
  const settings = site.settings as EleventySettings;
  const { fields } = splitFrontMatter(text);
  const override = fields["templateEngineOverride"];
  const engine =
    typeof override === "string"
      ? (["njk", "liquid"] as const).find((name) => override.split(",").some((each) => each.trim() === name))
      : settings[engineOf];
  if (engine === undefined) return undefined;
  const placed = placePage(site, { path: sitePath, frontMatter: fields });
  return { path: sitePath, address: "address" in placed ? placed.address : undefined, settings, engine };
}

/** Eleventy 2 and 3: each template of the input folder is a page, wherever its permalink says. */
import type { Generator } from "../generator.ts";
import { placePage } from "./place-page.ts";
import { detectEleventy } from "./read-settings.ts";
import { DEFAULT_SETTINGS, type EleventySettings } from "./settings.ts";
import { createHeadingSlugger } from "./slug-headings.ts";

export const eleventy: Generator<EleventySettings> = {
  name: "eleventy",
  defaults: DEFAULT_SETTINGS,
  detect: detectEleventy,
  place: placePage,
  createSlugger: createHeadingSlugger,
};

import type { Generator } from "../generator.ts";
import { placePage } from "./place-page.ts";
import { detectAstro } from "./read-settings.ts";
import { ASTRO_DEFAULTS, STARLIGHT_DEFAULTS, type AstroSettings } from "./settings.ts";
import { createHeadingSlugger } from "./slug-headings.ts";

/** Astro with the Starlight integration: documents lie in `src/content/docs`. */
export const starlight: Generator<AstroSettings> = {
  name: "starlight",
  defaults: STARLIGHT_DEFAULTS,
  detect: (folder) => detectAstro(folder, true),
  place: placePage,
  createSlugger: createHeadingSlugger,
};

/** Astro by itself: pages lie in `src/pages`, and in collections that a page shows. */
export const astro: Generator<AstroSettings> = {
  name: "astro",
  defaults: ASTRO_DEFAULTS,
  detect: (folder) => detectAstro(folder, false),
  place: placePage,
  createSlugger: createHeadingSlugger,
};

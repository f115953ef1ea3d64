import type { Generator } from "../generator.ts";
import { readJavaScriptConfig } from "../javascript-config/read-config.ts";
import { placePage } from "./place-page.ts";
import { readSettings } from "./read-settings.ts";
import { DEFAULT_SETTINGS, type DocusaurusSettings } from "./settings.ts";
import { createHeadingSlugger } from "./slug-headings.ts";

export const docusaurus: Generator<DocusaurusSettings> = {
  name: "docusaurus",
  defaults: DEFAULT_SETTINGS,
  async detect(folder) {
    const read = await readJavaScriptConfig(folder, ["docusaurus.config"]);
    return read === undefined ? undefined : readSettings(folder, read);
  },
  place: placePage,
  createSlugger: createHeadingSlugger,
};

/** Next.js with pages in MDX: `app/**\/page.mdx` and `pages/**`. @see https://nextjs.org/docs/app/guides/mdx */
import { elementText } from "./element-text.ts";
import type { DetectedProject, Generator, ProjectFolder } from "./generator.ts";
import { createSlugCounter } from "./github-slugs.ts";
import { readJavaScriptConfig } from "./javascript-config/read-config.ts";
import { nextra } from "./nextra/nextra.ts";
import { readNextProject, type NextraSettings } from "./nextra/read-settings.ts";

export interface NextSettings extends NextraSettings {
  /** Whether a plug-in of the configuration gives headings their ids; Next gives none by itself. */
  slugsHeadings: boolean;
}

export const next: Generator<NextSettings> = {
  name: "next",
  defaults: {
    roots: [{ kind: "app", folder: "", route: [] }],
    trailingSlash: false,
    locales: [],
    slugsHeadings: false,
  },
  detect,
  place: (page, settings) => nextra.place(page, settings),
  createSlugger({ slugsHeadings }) {
    const slugOf = createSlugCounter();
    return ({ parts, isElement, customId }) => {
      if (isElement || !slugsHeadings) return customId;
      return slugOf(elementText(parts));
    };
  },
};

async function detect(folder: ProjectFolder): Promise<DetectedProject<NextSettings> | undefined> {
  const read = await readJavaScriptConfig(folder, ["next.config"]);
  if (read === undefined || !/@next\/mdx|\bnext-mdx\b|["'`]mdx["'`]/.test(read.source)) return undefined;
  const project = await readNextProject(folder, read, ["pages", "app"]);
  const slugsHeadings = /\brehype-slug\b/.test(read.source);
  return { ...project, settings: { ...project.settings, slugsHeadings } };
}

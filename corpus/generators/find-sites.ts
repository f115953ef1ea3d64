/** Which site each file of a source belongs to. */
import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import type { GeneratorName } from "./generator-names.ts";
import { holdsPagesIn, isWithin, projectsAround, projectsBelow, type FoundProject } from "./find-projects.ts";
import { languageFoldersOf } from "./language-tags.ts";
import { recogniseContent, type RecognisedContent } from "./recognise-content.ts";
import { unconfiguredSite, type Site } from "./site.ts";

/** What the owner says of the generator; each overrides what is found. */
export interface SiteChoice {
  generator?: GeneratorName | undefined;
  urlPattern?: string | undefined;
}

export interface SiteFinder {
  /** The site that a file is a page of, or why it is none of any. */
  siteOf: (file: string) => Site | { leftOut: string };
  /** Whether a folder is the root of a project. */
  isProjectRoot: (folder: string) => boolean;
  /** Whether pages of a site lie in the folder, or in a folder below it that its configuration names. */
  holdsContent: (folder: string) => boolean;
  /** Whether a configuration names the folder as what its generator writes. */
  isOutput: (folder: string) => boolean;
  /** What of the configurations could not be read. */
  problems: string[];
}

/** A folder with one of these is the root of a repository or a package: what is no page of its site is no page. */
const REPOSITORY_MARKS =
  /^(?:\.git|package\.json|readme\.\w+|license(?:\.\w+)?|pyproject\.toml|setup\.py|cargo\.toml|go\.mod|gemfile|composer\.json)$/i;

/** @param source absolute path of a folder. */
export async function findSites(source: string, { generator, urlPattern }: SiteChoice): Promise<SiteFinder> {
  const projects =
    generator === "plain"
      ? []
      : [...(await projectsAround(source, generator)), ...(await projectsBelow(source, generator))];
  // Content that a generator's project lies around or in is a part of something that is known.
  const recognised =
    generator === undefined && projects.length === 0 ? await recogniseContent(source) : undefined;
  if (recognised !== undefined) projects.push(unconfiguredProject(source, recognised));
  if (urlPattern !== undefined) for (const { site } of projects) site.urlPattern = urlPattern;
  const rest = { ...unconfiguredSite(source, generator), ...(urlPattern !== undefined && { urlPattern }) };
  const names = namesIn(source);
  if (rest.generator === "plain") rest.settings = { languageFolders: languageFoldersOf(names) };
  const holdsProjects = projects.some(
    ({ site, content }) => content.some((folder) => isWithin(folder, source)) && isWithin(site.root, source),
  );
  const isRepository =
    holdsProjects && recognised === undefined && names.some((name) => REPOSITORY_MARKS.test(name));
  const claims = projects.flatMap((project) => project.content.map((folder) => ({ folder, project })));
  // The deepest first; of the same folder, the first generator.
  claims.sort((left, right) => depthOf(right.folder) - depthOf(left.folder));
  return {
    siteOf(file) {
      const claim = claims.find(
        ({ folder, project }) => isWithin(file, folder) && holdsPagesIn(project, file),
      );
      if (claim !== undefined) return claim.project.site;
      const around = projects.find(({ site }) => isWithin(site.root, source) && isWithin(file, site.root));
      if (around !== undefined) return { leftOut: outsideOf(around, source) };
      if (isRepository)
        return { leftOut: "outside of the sites of this folder; name it as a source to read it" };
      return rest;
    },
    isProjectRoot: (folder) => projects.some(({ site }) => site.root === folder),
    holdsContent: (folder) =>
      claims.some((claim) => claim.folder !== source && isWithin(claim.folder, folder)),
    isOutput: (folder) => projects.some(({ output }) => output.includes(folder)),
    problems: projects.flatMap(({ problems }) => problems),
  };
}

function unconfiguredProject(source: string, { generator, folder }: RecognisedContent): FoundProject {
  const root = folder === "" ? source : join(source, folder);
  return { site: unconfiguredSite(root, generator), content: [root], output: [], problems: [] };
}

function outsideOf({ site, content }: FoundProject, source: string): string {
  const folders = content.map((folder) =>
    isWithin(folder, source) ? folder.slice(source.length + 1) : folder,
  );
  return `outside of ${folders.join(", ")}, where the ${site.generator} site has its pages`;
}

function depthOf(folder: string): number {
  return folder.split(sep).length;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * GitBook: a README is its folder's page, and SUMMARY lists the pages. A repository that is synchronised with
 * gitbook.com has `.gitbook.yaml`; what is written for the former program is HonKit's.
 *
 * @see https://gitbook.com/docs/getting-started/git-sync/content-configuration
 */
import { posix } from "node:path";
import { percentDecoded } from "../parse/percent-encoding.ts";
import { encodePath, projectPath, pathBelow } from "./address.ts";
import { fieldsOf, readConfiguration, textOf, type Fields } from "./configuration.ts";
import type { DetectedProject, Generator, ProjectFolder } from "./generator.ts";
import { headingText } from "./heading-text.ts";

export interface GitBookSettings {
  /** Below the project's root; "" for the root itself. */
  contentFolder: string;
  /** Below the folder of content. */
  readme: string;
  summary: string;
  /** Files that SUMMARY lists, below the folder of content; undefined where there is none. */
  listed?: string[];
}

const DEFAULTS: GitBookSettings = {
  contentFolder: "",
  readme: "README.md",
  summary: "SUMMARY.md",
};

export const gitbook: Generator<GitBookSettings> = {
  name: "gitbook",
  defaults: DEFAULTS,
  async detect(folder) {
    const found = await readConfiguration(folder, [".gitbook.yaml", ".gitbook.yml"]);
    if (found !== undefined) return detected(folder, settingsOf(found.fields), found.problems);
    return (await isContent(folder)) ? detected(folder, DEFAULTS, []) : undefined;
  },
  place({ path }, settings) {
    const { contentFolder, readme, summary, listed } = settings;
    const below = pathBelow(path, contentFolder);
    if (below === undefined) return { leftOut: `outside of ${contentFolder}, the root of GitBook` };
    if (below === summary) return { leftOut: "the table of contents" };
    if (!/\.(?:md|markdown)$/i.test(below)) return { leftOut: "GitBook makes pages of Markdown files" };
    if (listed !== undefined && below !== readme && !listed.includes(below)) {
      return { leftOut: `not listed in ${summary}, so that GitBook makes no page of it` };
    }
    const isFirst = below === readme;
    const page = isFirst ? "" : below.replace(/(^|\/)readme\.\w+$/i, "$1").replace(/\.\w+$/, "");
    return { address: `/${encodePath(page.replace(/\/$/, ""))}` };
  },
  createSlugger() {
    const taken = new Set<string>();
    return ({ parts, isElement, customId }) => {
      // Links that GitBook writes into headings name their ids.
      if (isElement || customId !== undefined) return customId;
      const text = headingText(parts, ({ kind, value }) =>
        kind === "text" || kind === "code" ? value : undefined,
      );
      const slug = text.trim().toLowerCase().replace(/\s+/g, "-");
      // The rule for signs, for numbers in front and for what is there twice is not published.
      if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(slug) || taken.has(slug)) return undefined;
      taken.add(slug);
      return slug;
    };
  },
};

function settingsOf(fields: Fields): GitBookSettings {
  const { readme, summary } = fieldsOf(fields["structure"]);
  return {
    contentFolder: projectPath(textOf(fields["root"]) ?? "."),
    readme: projectPath(textOf(readme) ?? DEFAULTS.readme),
    summary: projectPath(textOf(summary) ?? DEFAULTS.summary),
  };
}

async function detected(
  folder: ProjectFolder,
  settings: GitBookSettings,
  problems: string[],
): Promise<DetectedProject<GitBookSettings>> {
  const summary = await folder.readText(posix.join(settings.contentFolder, settings.summary));
  const listed = summary === undefined ? [] : listedIn(summary, posix.dirname(settings.summary));
  return {
    settings: { ...settings, ...(listed.length > 0 && { listed }) },
    basePath: "",
    content: [settings.contentFolder],
    problems,
  };
}

/** A table of contents in GitBook's words, or its blocks in the page of the folder. mdBook has one as well. */
async function isContent(folder: ProjectFolder): Promise<boolean> {
  const summary = await folder.readText("SUMMARY.md");
  if (summary === undefined || listedIn(summary, ".").length === 0) return false;
  const isOfMdBook = (await folder.readText("book.toml")) ?? (await folder.readAbove("book.toml"));
  if (isOfMdBook !== undefined) return false;
  if (/^#{1,2} Table of contents\s*$/m.test(summary)) return true;
  const readme = (await folder.readText("README.md")) ?? "";
  return /\{% (?:hint|tabs|content-ref|embed|code|swagger|stepper)\b/.test(readme);
}

/** Paths of Markdown files that a table of contents links to, below the folder of content. */
function listedIn(summary: string, folder: string): string[] {
  const links = summary.matchAll(
    /\]\(\s*<?([^()<>\n]{1,500}\.(?:md|markdown))(?:[#?][^()<>\n]{0,200})?>?\s*(?:"[^"\n]*")?\)/gi,
  );
  const paths = [...links].map((match) => posix.join(folder, percentDecoded(match[1] ?? "")));
  return [...new Set(paths)].filter((path) => !path.includes("://"));
}

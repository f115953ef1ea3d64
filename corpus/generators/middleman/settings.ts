/** What of `config.rb` and `config/tech-docs.yml` decides addresses, ids and the values of pages. Nothing of it is run. */
import { projectPath } from "../address.ts";
import { basePathOf, parseConfiguration, textOf, type Fields } from "../configuration.ts";
import type { DetectedProject, ProjectFolder } from "../generator.ts";

export interface MiddlemanSettings {
  /** Of the pages, below the project's root; "" for the root itself. */
  source: string;
  /** Below the folder of the pages. */
  layouts: string;
  /** `x.html` is served as `x/`. */
  directoryIndexes: boolean;
  /** Whether a file `x.md` is a page `x.html`, as it was before version 4. */
  impliesHtml: boolean;
  /** Patterns of paths that are no pages, below the folder of the pages. */
  ignored: readonly string[];
  headingIds: "tech-docs" | "redcarpet" | "kramdown" | "none";
  /** Of `tech-docs.yml`: what pages name as `config[:tech_docs]`. */
  techDocs: Fields;
  /** Of `activate :i18n`; each page of another language than `root` lies below a folder of its name. */
  languages: { names: readonly string[]; root?: string };
  /** Of `middleman-blog`; names of files and addresses with `{year}` and its like. */
  blog?: { prefix: string; sources: string; permalink: string };
}

export const MIDDLEMAN_DEFAULTS: MiddlemanSettings = {
  source: "",
  layouts: "layouts",
  directoryIndexes: false,
  impliesHtml: false,
  ignored: [],
  languages: { names: [] },
  // Content of other sites of Middleman is not told from it without a configuration, and is rarer.
  headingIds: "tech-docs",
  techDocs: {},
};

const TECH_DOCS = ["config/tech-docs.yml", "config/tech-docs.yml.erb", "config/tech-docs.yaml"];
const OF_MIDDLEMAN = /\bmiddleman\b|govuk_tech_docs|GovukTechDocs/i;
/** Compass has a configuration of this name, and none of these. */
const OF_CONFIGURATION =
  /^[ \t]*activate[ \t(]+:\w|^[ \t]*(?:page|proxy)[ \t(]+["']|GovukTechDocs|\bMiddleman\b/m;

export async function detectMiddleman(
  folder: ProjectFolder,
): Promise<DetectedProject<MiddlemanSettings> | undefined> {
  const written = await folder.readText("config.rb");
  const techDocs = await readTechDocs(folder);
  if (written === undefined && techDocs === undefined) return undefined;
  const config = withoutComments(written ?? "");
  const gems = ((await folder.readText("Gemfile")) ?? "") + ((await folder.readText("Gemfile.lock")) ?? "");
  const isKnown = techDocs !== undefined || OF_CONFIGURATION.test(config) || OF_MIDDLEMAN.test(gems);
  const source = projectPath(settingOf(config, "source") ?? "source");
  if (!isKnown || (await folder.list(source)).length === 0) return undefined;
  const isTechDocs = techDocs !== undefined || /govuk_tech_docs|GovukTechDocs/.test(config);
  const blog = blogOf(config);
  const host = textOf(techDocs?.fields["host"]) ?? "";
  return {
    settings: {
      source,
      layouts: settingOf(config, "layouts_dir") ?? MIDDLEMAN_DEFAULTS.layouts,
      directoryIndexes: /^[ \t]*activate[ \t(]+:directory_indexes\b/m.test(config),
      impliesHtml: await impliesHtml(folder, source, gems),
      ignored: [...config.matchAll(/^[ \t]*ignore[ \t(]+["']\/?([^"'\n]{1,500})["']/gm)].map(
        ([, pattern = ""]) => pattern,
      ),
      headingIds: isTechDocs ? "tech-docs" : headingIdsOf(config),
      languages: await languagesOf(folder, config),
      techDocs: techDocs?.fields ?? {},
      ...(blog !== undefined && { blog }),
    },
    basePath: basePathOf(settingOf(config, "http_prefix") ?? (URL.canParse(host) ? host : undefined)),
    content: [source],
    output: [projectPath(settingOf(config, "build_dir") ?? "build")],
    ...(techDocs?.problem !== undefined && { problems: [techDocs.problem] }),
  };
}

async function readTechDocs(
  folder: ProjectFolder,
): Promise<{ fields: Fields; problem?: string } | undefined> {
  for (const name of TECH_DOCS) {
    const text = await folder.readText(name);
    // Values of the environment are only known when the site is built.
    if (text !== undefined) return parseConfiguration(text.replace(/<%[^%]{0,2000}%>/g, ""), name);
  }
  return undefined;
}

function withoutComments(ruby: string): string {
  return ruby.replace(/^[ \t]*#.*$/gm, "");
}

/** `set :name, "value"`, or `config[:name] = "value"`. */
function settingOf(config: string, name: string): string | undefined {
  const pattern = `^[ \\t]*(?:set[ \\t(]+:${name}[ \\t]*,|config\\[:${name}\\][ \\t]*=)[ \\t]*["']([^"'#\\n]{1,500})["']`;
  return textOf(new RegExp(pattern, "m").exec(config)?.[1]);
}

/** kramdown is the default, and gives ids; Redcarpet does where it is told. */
function headingIdsOf(config: string): MiddlemanSettings["headingIds"] {
  const engine =
    /^[ \t]*(?:set[ \t(]+:markdown_engine[ \t]*,|config\[:markdown_engine\][ \t]*=)[ \t]*:(\w+)/m.exec(
      config,
    )?.[1];
  if (engine === "redcarpet")
    return /\bwith_toc_data(?:\b["']?:|\s*=>)\s*true/.test(config) ? "redcarpet" : "none";
  if (engine !== undefined && engine !== "kramdown") return "none";
  return /\bauto_ids(?:\b["']?:|\s*=>)\s*false/.test(config) ? "none" : "kramdown";
}

async function impliesHtml(folder: ProjectFolder, source: string, gems: string): Promise<boolean> {
  if (
    /^ {4}middleman(?:-core)? \([0-3]\.|^[ \t]*gem[ \t(]+["']middleman["'],\s*["'][~>= ]{0,4}[0-3]\b/m.test(
      gems,
    )
  )
    return true;
  const files = await folder.tree(source);
  return !files.some((path) => /\.html\.(?:md|markdown|erb|haml|slim)(?:\.erb)?$/i.test(path));
}

/** As the options name them, else of the files of translations; the first is that of the root where nothing else is said. */
async function languagesOf(folder: ProjectFolder, config: string): Promise<MiddlemanSettings["languages"]> {
  const activated = /^[ \t]*activate[ \t(]+:i18n\b([^\n]{0,500})/m.exec(config)?.[1];
  if (activated === undefined) return { names: [] };
  const listed = /\b(?:langs|locales)\b[^[\n]{0,20}\[([^\]\n]{1,300})\]/.exec(activated)?.[1];
  const names =
    listed === undefined
      ? (await folder.list("locales")).flatMap((name) => /^([\w-]+)\.(?:ya?ml|rb)$/.exec(name)?.[1] ?? [])
      : [...listed.matchAll(/[\w-]+/g)].map(([name]) => name);
  const [, isNone, given] =
    /\bmount_at_root\b["']?(?::|[ \t]*=>)[ \t]*(?:(false)|:?["']?([\w-]+))/.exec(activated) ?? [];
  const root = isNone === undefined ? (given ?? names[0]) : undefined;
  return { names, ...(root !== undefined && { root }) };
}

function blogOf(config: string): MiddlemanSettings["blog"] {
  if (!/^[ \t]*activate[ \t(]+:blog\b/m.test(config)) return undefined;
  const valueOf = (name: string): string | undefined =>
    textOf(new RegExp(`\\.${name}[ \\t]*=[ \\t]*["']([^"'\\n]{1,300})["']`).exec(config)?.[1]);
  return {
    prefix: projectPath(valueOf("prefix") ?? "").replace(/^\//, ""),
    sources: valueOf("sources") ?? "{year}-{month}-{day}-{title}.html",
    permalink: valueOf("permalink") ?? "{year}/{month}/{day}/{title}.html",
  };
}

/** What of `conf.py` decides addresses. It is a program: it is read, never run. @see https://www.sphinx-doc.org/en/master/usage/configuration.html */
import { basePathOf, fieldsOf, parseConfiguration, textOf, valueAt, type Fields } from "../configuration.ts";
import type { DetectedProject, ProjectFolder } from "../generator.ts";
import { NO_TITLES, readTitles, type SphinxTitles } from "./titles.ts";
import { readPythonValues, type PythonValues } from "./python-values.ts";
import {
  RESTRUCTURED_DEFAULTS,
  restructuredSettings,
  type RestructuredSettings,
} from "./restructured-settings.ts";

export interface SphinxSettings {
  /** Of sources, with the dot, longest first. */
  suffixes: readonly string[];
  /** Patterns below the root. */
  excluded: readonly string[];
  /** By the builder `dirhtml`: `/page/` in place of `/page.html`. */
  isDirectoryHtml: boolean;
  /** Whose content is put at the root. */
  extraFolders: readonly string[];
  /** Of Jupyter Book: the only pages, without extension. */
  documents?: readonly string[] | undefined;
  language?: string | undefined;
  titles: SphinxTitles;
  /** Values that pages name in double braces; null where the extension that reads them is off. */
  substitutions?: Readonly<Record<string, unknown>> | null | undefined;
  restructured: RestructuredSettings;
}

export const SPHINX_DEFAULTS: SphinxSettings = {
  suffixes: [".rst", ".md"],
  excluded: [],
  isDirectoryHtml: false,
  extraFolders: [],
  titles: NO_TITLES,
  restructured: RESTRUCTURED_DEFAULTS,
};

const MARKDOWN_EXTENSIONS = /\b(?:myst_parser|myst_nb|recommonmark|m2r2?|sphinx_mdinclude|jupyter_book)\b/;

export async function detectSphinx(
  folder: ProjectFolder,
): Promise<DetectedProject<SphinxSettings> | undefined> {
  const text = await folder.readText("conf.py");
  if (
    text === undefined ||
    !/^\s*(?:extensions|project|master_doc|html_theme|source_suffix)\s*=/m.test(text)
  ) {
    return detectJupyterBook(folder);
  }
  const values = readPythonValues(text);
  const baseUrl = textOf(values.get("html_baseurl"));
  const suffixes = suffixesOf(values, text);
  return {
    settings: {
      suffixes,
      excluded: ["_build", ...listOf(values.get("exclude_patterns"))],
      isDirectoryHtml: await usesDirectoryHtml(folder),
      extraFolders:
        [...listOf(values.get("html_extra_path")), ...listOf(values.get("html_static_path"))].length > 0
          ? listOf(values.get("html_extra_path"))
          : [],
      language: textOf(values.get("language"))?.replace("_", "-"),
      titles: await readTitles(folder, suffixes),
      substitutions: substitutionsOf(values),
      restructured: restructuredSettings(values, text),
    },
    basePath: basePathOf(baseUrl),
    content: [""],
    output: ["_build", "build"],
  };
}

/** Undefined where a program makes the list of extensions. */
function substitutionsOf(values: PythonValues): Readonly<Record<string, unknown>> | null | undefined {
  const given = fieldsOf(values.get("myst_substitutions"));
  const extensions = values.get("myst_enable_extensions");
  const isOn = extensions !== undefined && listOf(extensions).includes("substitution");
  if (isOn || Object.keys(given).length > 0) return given;
  return extensions === undefined || Array.isArray(extensions) ? null : undefined;
}

function suffixesOf(values: PythonValues, text: string): string[] {
  const given = values.get("source_suffix");
  const named =
    Array.isArray(given) || typeof given === "string" ? listOf(given) : Object.keys(fieldsOf(given));
  const suffixes = named.length > 0 ? named : [".rst"];
  // The extension of a parser registers its own suffix.
  if (MARKDOWN_EXTENSIONS.test(text.replace(/^\s*#.*$/gm, ""))) suffixes.push(".md");
  return [...new Set(suffixes)].sort((left, right) => right.length - left.length);
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string");
}

/** The builder stands in how the site is built, not in its configuration. */
async function usesDirectoryHtml(folder: ProjectFolder): Promise<boolean> {
  for (const name of [".readthedocs.yaml", ".readthedocs.yml", "readthedocs.yml"]) {
    const text = await folder.readAbove(name);
    if (text !== undefined) {
      const builder = valueAt(parseConfiguration(text, name).fields, "sphinx", "builder");
      // Or in the commands that it runs in place of its own.
      return builder === undefined ? /^[^#\n]*\s-b\s*dirhtml\b/m.test(text) : builder === "dirhtml";
    }
  }
  const makefile = (await folder.readText("Makefile")) ?? (await folder.readAbove("Makefile"));
  return makefile !== undefined && /^html:.*\n(?:\t.*\n)*?\t.*-b\s*dirhtml/m.test(makefile);
}

/** @see https://jupyterbook.org/en/stable/customize/config.html */
async function detectJupyterBook(
  folder: ProjectFolder,
): Promise<DetectedProject<SphinxSettings> | undefined> {
  const toc = await folder.readText("_toc.yml");
  const configuration = await folder.readText("_config.yml");
  if (toc === undefined || configuration === undefined) return undefined;
  const { fields, problem } = parseConfiguration(configuration, "_config.yml");
  const contents = parseConfiguration(toc, "_toc.yml");
  const problems = [problem, contents.problem].filter((each) => each !== undefined);
  const suffixes = [".ipynb", ".rst", ".md"];
  return {
    settings: {
      suffixes,
      titles: await readTitles(folder, suffixes),
      substitutions: fieldsOf(valueAt(fields, "parse", "myst_substitutions")),
      restructured: RESTRUCTURED_DEFAULTS,
      excluded: ["_build", ...listOf(fields["exclude_patterns"])],
      isDirectoryHtml: false,
      extraFolders: [],
      documents: contents.problem === undefined ? documentsOf(contents.fields) : undefined,
      language: textOf(valueAt(fields, "sphinx", "config", "language")),
    },
    basePath: basePathOf(textOf(valueAt(fields, "sphinx", "config", "html_baseurl"))),
    output: ["_build"],
    ...(problems.length > 0 && { problems }),
  };
}

const MAX_DEPTH = 12;

function documentsOf(entry: Fields, depth = 0): string[] {
  const own = [textOf(entry["root"]), textOf(entry["file"])].filter((each) => each !== undefined);
  const below = ["parts", "chapters", "sections", "subtrees", "entries"].flatMap((key) => {
    const value = entry[key];
    return Array.isArray(value) && depth < MAX_DEPTH
      ? value.flatMap((item) => documentsOf(fieldsOf(item), depth + 1))
      : [];
  });
  return [...own.map((name) => name.replace(/\.(?:md|rst|ipynb)$/, "")), ...below];
}

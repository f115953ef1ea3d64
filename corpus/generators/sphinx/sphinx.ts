/** Sphinx, with pages of Markdown by MyST, and Jupyter Book. */
import { encodePath } from "../address.ts";
import { globSource } from "../shell-glob.ts";
import type { Generator } from "../generator.ts";
import { createDocutilsSlugger } from "./docutils-ids.ts";
import { titleOfTarget } from "./titles.ts";
import { setTypographically } from "./typography.ts";
import { detectSphinx, SPHINX_DEFAULTS, type SphinxSettings } from "./settings.ts";

export const sphinx: Generator<SphinxSettings> = {
  name: "sphinx",
  detect: detectSphinx,
  defaults: SPHINX_DEFAULTS,
  place({ path }, { suffixes, excluded, isDirectoryHtml, language, extraFolders, documents }) {
    const suffix = suffixes.find((each) => path.toLowerCase().endsWith(each));
    if (path.split("/").includes("_build")) return { leftOut: "written by Sphinx" };
    if (suffix === undefined) {
      if (/\.(?:md|rst|txt|ipynb)$/i.test(path)) return { leftOut: "no source_suffix of conf.py" };
      const extra = extraFolders.find((folder) => path.startsWith(`${folder}/`));
      if (extra === undefined && /\.x?html?$/i.test(path))
        return { leftOut: "in no html_extra_path of conf.py" };
      return { address: `/${encodePath(extra === undefined ? path : path.slice(extra.length + 1))}` };
    }
    if (excluded.some((pattern) => matchesPattern(pattern, path))) return { leftOut: "excluded by conf.py" };
    const name = path.slice(0, -suffix.length);
    if (documents !== undefined && !documents.includes(name)) return { leftOut: "not named in _toc.yml" };
    const page = isDirectoryHtml
      ? name.replace(/(^|\/)index$/, "$1").replace(/([^/])$/, "$1/")
      : `${name}.html`;
    return { address: `/${encodePath(page)}`, ...(language !== undefined && { language }) };
  },
  createSlugger: () => createDocutilsSlugger(),
  pageValues: ({ substitutions }) => substitutions,
  titleOfTarget: (target, page, { titles }) => titleOfTarget(target, page, titles),
  typeset: (text, language, { restructured }) =>
    restructured.isTypographic ? setTypographically(text, language) : text,
};

/** A pattern names a file or a folder, from the root. */
function matchesPattern(pattern: string, path: string): boolean {
  return new RegExp(`^${globSource(pattern.replace(/^\.?\/+|\/+$/g, ""))}(?:/|$)`).test(path);
}

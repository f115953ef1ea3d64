import type { SphinxSettings } from "../generators/sphinx/settings.ts";
import type { FormatInput, FormatReader } from "./format-reader.ts";

/** A line below a line, or what begins with two dots. */
const LOOKS_MARKED = /^(?:\.\. \S|([=\-~^"#*+])\1{2,}[ \t]*\r?$)/m;

/** reStructuredText, as docutils and Sphinx read it. Text files are such where `conf.py` of Sphinx says so. */
export const restructuredTextReader: FormatReader = {
  name: "reStructuredText",
  extensions: [".rst", ".rest", ".txt"],
  mediaTypes: ["text/x-rst", "text/prs.fallenstein.rst"],
  recognises: ({ name, head }) => !/\.txt$/i.test(name) || LOOKS_MARKED.test(head),
  async read(input) {
    if (/\.txt$/i.test(input.sitePath) && !isSource(input)) return [];
    // Loaded with the first file that needs it: every thread would pay for it.
    const { readRestructuredText } = await import("./restructured-text/read-restructured-text.ts");
    return [readRestructuredText(input)];
  },
};

function isSource({ site }: FormatInput): boolean {
  return site.generator === "sphinx" && (site.settings as SphinxSettings).suffixes.includes(".txt");
}

/**
 * pymdownx: `--8<-- "file.md:section"`, or a block of names between two `--8<--`. A semicolon in front makes it text.
 * @see https://facelessuser.github.io/pymdown-extensions/extensions/snippets/
 */
import { indented } from "../../fenced-code.ts";
import { lineRangesOf, linesOf, snippetSectionOf, withoutSnippetMarks } from "./file-pieces.ts";
import { parse } from "yaml";
import { pagePath, rootPaths } from "./include-paths.ts";
import type { IncludeSyntax } from "./include-syntax.ts";
import type { IncludedFiles } from "./included-files.ts";

export const SNIPPETS: IncludeSyntax = {
  sign: "8<-",
  inCode: "read",
  expand: (source, files) => {
    const folders = basePaths(files);
    const lines: string[] = [];
    let isBlock = false;
    for (const line of source.split("\n")) {
      const [, indent = "", escape, , rest = ""] =
        /^([ \t>]*)(;?)(-{1,8}8<-{1,8})[ \t]*(.*)$/.exec(line) ?? [];
      if (escape === undefined) {
        const name = line.trim();
        if (isBlock && name !== "" && !name.startsWith(";")) {
          lines.push(indented(snippet(name, files, folders), /^[ \t]*/.exec(line)?.[0] ?? ""));
        } else lines.push(line);
      } else if (escape === ";") {
        lines.push(line.replace(";", ""));
      } else if (rest.trim() === "") {
        isBlock = !isBlock;
      } else {
        const names = [...rest.matchAll(/"([^"\n]{1,500})"|'([^'\n]{1,500})'/g)];
        // `[start:name]` marks a section for others.
        for (const name of names)
          lines.push(indented(snippet(name[1] ?? name[2] ?? "", files, folders), indent));
        if (names.length === 0 && !rest.includes("[")) lines.push(line);
      }
    }
    return lines.join("\n");
  },
};

/**
 * Where snippets are looked for, from the project's root: never beside the page, which may have the name of its snippet.
 * Undefined where no configuration is at hand.
 */
function basePaths(files: IncludedFiles): string[] | undefined {
  const text = files.configuration("/mkdocs.yml") ?? files.configuration("/mkdocs.yaml");
  if (text === undefined) return undefined;
  const written = optionOf(text);
  const paths = (Array.isArray(written) ? written : [written ?? "."]).filter(
    (path) => typeof path === "string",
  );
  return paths.map((path) =>
    path
      .replace(/^\$config_dir\b/, "")
      .replace(/^\$docs_dir\b/, "docs")
      .replace(/^(?:\.?\/)+|\/+$|^\.$/g, ""),
  );
}

function optionOf(configuration: string): unknown {
  try {
    const { markdown_extensions: extensions } = fieldsOf(
      parse(configuration, { logLevel: "silent", maxAliasCount: 20 }),
    );
    const listed = (Array.isArray(extensions) ? extensions : [extensions]).map(
      (each) => fieldsOf(each)["pymdownx.snippets"],
    );
    return fieldsOf(listed.find((options) => options !== undefined))["base_path"];
  } catch {
    // Whoever reads the configuration for its own sake reports what is wrong with it.
    return undefined;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** Of a configured path the first that holds the file; else where snippets usually lie, and at last beside the page. */
function snippetPaths(path: string, folders: readonly string[] | undefined): string[] {
  const usual = rootPaths(path, ["docs", "includes", "snippets", "docs/snippets", "docs/includes"]);
  if (folders === undefined) return usual;
  const plain = path.trim().replace(/^(?:\.?\/)+/, "");
  const configured = folders.map((folder) => (folder === "" ? `/${plain}` : `/${folder}/${plain}`));
  return [...configured, ...usual.filter((each) => each.startsWith("/")), ...pagePath(plain)];
}

function snippet(name: string, files: IncludedFiles, folders: readonly string[] | undefined): string {
  const [, path = "", piece = ""] = /^(.+?\.\w+|[^:]+)((?::[^:]*)*)$/.exec(name.trim()) ?? [];
  const [first = "", second] = piece.split(":").slice(1);
  return files.page(snippetPaths(path, folders), (text) => {
    if (/^\d+(?:,.*)?$/.test(first) || (first === "" && second !== undefined)) {
      if (first.includes(",")) return lineRangesOf(text, piece.slice(1).replace(/:/g, "-"));
      return linesOf(
        text,
        first === "" ? 1 : Number(first),
        second === undefined || second === "" ? undefined : Number(second),
      );
    }
    return first === "" ? withoutSnippetMarks(text) : snippetSectionOf(text, first);
  });
}

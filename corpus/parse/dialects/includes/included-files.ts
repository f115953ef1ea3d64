/** The files that a page includes, as they stand in its text: read as a page, shown as code, or as they are. */
import { fenced } from "../../fenced-code.ts";
import { splitFrontMatter } from "../../front-matter.ts";
import { MISSING_CONTENT } from "../../marks.ts";
import { readIncluded, type IncludeState } from "./include-state.ts";

/** Takes from a file what is asked for; undefined where the file does not hold it. */
export type PickPiece = (text: string) => string | undefined;

export interface CodeOptions {
  /** Default: by the extension of the first path. */
  language?: string | undefined;
  title?: string | undefined;
  indent?: string | undefined;
  piece?: PickPiece | undefined;
}

/** A file or piece that is not found is counted as dropped, and leaves a mark. */
export class IncludedFiles {
  readonly #state: IncludeState;
  readonly #expand: (text: string, state: IncludeState) => string;

  /** @param expand puts in their places the files that an included page includes. */
  constructor(state: IncludeState, expand: (text: string, state: IncludeState) => string) {
    this.#state = state;
    this.#expand = expand;
  }

  /** A file that says where others lie; it is put nowhere. */
  configuration(path: string): string | undefined {
    return this.#state.context.include(path);
  }

  /** Text of a page, which is read as if it stood here; its front matter is its own. */
  page(paths: readonly string[], piece: PickPiece = whole): string {
    const file = readIncluded(paths, this.#state);
    const text = file === undefined ? undefined : piece(bodyOf(file.text));
    if (file === undefined || text === undefined) return this.#missing();
    return this.#expand(text, file.inner).replace(/^\n+|\s+$/g, "");
  }

  /** As it is. */
  text(paths: readonly string[], piece: PickPiece = whole): string {
    const file = readIncluded(paths, this.#state);
    const text = file === undefined ? undefined : piece(file.text);
    return text === undefined ? this.#missing() : text.replace(/\n+$/, "");
  }

  /** A file shown as code. */
  code(paths: readonly string[], { language, title = "", indent = "", piece = whole }: CodeOptions): string {
    const file = readIncluded(paths, this.#state);
    const code = file === undefined ? undefined : piece(file.text);
    if (code === undefined) return indent + this.#missing();
    const info = (language ?? languageOfPath(paths[0] ?? "")) + (title === "" ? "" : ` [${title}]`);
    return fenced(code, info, indent);
  }

  #missing(): string {
    this.#state.context.drop("include-missing", "");
    return MISSING_CONTENT;
  }
}

function whole(text: string): string {
  return text;
}

function bodyOf(text: string): string {
  return /^(?:---|\+\+\+|;;;)[ \ta-z]*\r?\n/.test(text) ? splitFrontMatter(text).body : text;
}

const EXTENSION_LANGUAGES: Readonly<Record<string, string>> = {
  py: "python",
  rs: "rust",
  rb: "ruby",
  cs: "csharp",
  yml: "yaml",
  md: "markdown",
  ps1: "powershell",
  kt: "kotlin",
  h: "c",
  hpp: "cpp",
};

function languageOfPath(path: string): string {
  const extension = /\.([\w+-]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return EXTENSION_LANGUAGES[extension] ?? extension;
}

/**
 * The seam between what a project's files say and what its generator makes of them: the address of a page, and the
 * ids of its headings. One adapter a generator, each in a file (or folder) of its own name; `generators.ts` lists them.
 *
 * Settings are plain data, read once from the project's configuration: they are copied to the threads that read pages.
 */
import type { GeneratorName } from "./generator-names.ts";

/** A project's folder, as far as a generator may look into it. Paths are relative to `root`, with forward slashes. */
export interface ProjectFolder {
  /** Absolute. */
  readonly root: string;
  /** Undefined where there is no such file, it can't be read, or it lies outside of the folder. */
  readText: (path: string) => Promise<string | undefined>;
  /** Names of the entries of a folder, sorted by code unit; empty where there is none. */
  list: (path: string) => Promise<string[]>;
  /**
   * All files below a folder, from the root, sorted by code unit; without hidden folders, dependencies and links. Ends
   * after as many files as no site has.
   */
  tree: (path: string) => Promise<string[]>;
  /** The text of a file of this name in the nearest folder above, up to the root of the repository. */
  readAbove: (name: string) => Promise<string | undefined>;
}

/** A file of the project that may be a page. */
export interface SitePage {
  /** Below the project's root, with forward slashes. */
  path: string;
  /** All fields of the front matter as they were written; empty where there is none. */
  frontMatter: Readonly<Record<string, unknown>>;
  /** Whether there is any, be it empty. */
  hasFrontMatter?: boolean | undefined;
  /** As the page names itself, in its front matter or its first heading. */
  title?: string | undefined;
  /** Ids that the page gives to anything by lists of attributes, wherever they stand in it. */
  explicitIds?: readonly string[] | undefined;
  /** Whether other files stand in the page, whose headings some generators give ids by themselves. */
  hasIncludes?: boolean | undefined;
  /** Epoch milliseconds: what is dated later is not yet published. Absent where no clock is given. */
  now?: number | undefined;
}

/** Where a page lies, or why it is no page of the site. */
export type Placement =
  | {
      /** From the site's base, with a leading slash, percent-encoded: `/guide/install/`. */
      address: string;
      /** BCP 47, where the place of the file tells it. */
      language?: string;
    }
  | { leftOut: string };

/** A leaf of a heading. Links, emphasis and components are no leaves: what is in them is. */
export interface HeadingPart {
  /**
   * `html`: one tag or comment, as written. `expression`: of MDX, without its braces. `image`: its alternative text.
   * `directive`: `:name[label]`, which generators without directives show as it is written; its label is in `children`.
   * `footnote`: the label of a reference.
   */
  kind: "text" | "code" | "html" | "expression" | "image" | "break" | "directive" | "footnote";
  value: string;
  /** Of a text, where it differs from `value`: with the escapes and entities that it is written with. */
  written?: string;
  children?: HeadingPart[];
}

export interface SluggedHeading {
  /** As it is read: plain text, code spans without their backticks. */
  text: string;
  /** As it is written, without the marks of the heading; the text where it was not written in Markdown. */
  source: string;
  /** What it consists of, marks of its id included, white space as it was written: what slug rules begin with. */
  parts: readonly HeadingPart[];
  /** True for an element of HTML or JSX, to which most generators give no id. */
  isElement: boolean;
  /** True for Markdown inside of an element of HTML that says so: `<div markdown="1">`. */
  isInElement?: boolean;
  /** 1 to 6. */
  depth: number;
  /**
   * Names that other things of the page take ids for, between the heading before and this one, in their order: labels; ""
   * for one without a name, such as a reference of a footnote.
   */
  takenBefore?: readonly string[];
  /** Whether the last of them is a label that stands right above: it names the same place. */
  isLabelled?: boolean;
  /** Named by the author: `{#id}`, `[#id]`, an attribute, a comment. */
  customId?: string | undefined;
}

/** One for each page, asked for each of its headings in order. Undefined where no id is sure. */
export type HeadingSlugger = (heading: SluggedHeading) => string | undefined;

export interface DetectedProject<Settings> {
  settings: Settings;
  /** Path below which the site lies, without a trailing slash; "" at the root of its host. */
  basePath: string;
  /**
   * Folders that pages lie in, and files that are served as they are, from the root with forward slashes: `docs`,
   * `../docs`, "" for the root itself, which is the default. What lies elsewhere in the project is no page.
   */
  content?: string[];
  /** Folders that the generator writes to, from the root with forward slashes: never read as sources. */
  output?: string[];
  /** What of the configuration could not be read, a line each. */
  problems?: string[];
}

export interface Generator<Settings = unknown> {
  readonly name: GeneratorName;
  /** Reads the configuration; undefined where the folder is no project of this generator. Never throws. */
  detect(folder: ProjectFolder): Promise<DetectedProject<Settings> | undefined>;
  /** For a folder of content without configuration, whose root then is the root of the site. */
  readonly defaults: Settings;
  place(page: SitePage, settings: Settings): Placement;
  /** For the headings of one page. */
  createSlugger(settings: Settings, page: SitePage): HeadingSlugger;
  /**
   * Sets quotes, dashes and dots of a text as the site shows them; absent where they stay as they were written.
   *
   * @param text code spans in backticks.
   */
  typeset?(text: string, language: string, settings: Settings): string;
  /**
   * The title that a reference shows which has no text of its own, as Markdown; undefined where it is not known.
   *
   * @param page path of the page that refers, below the project's root.
   */
  titleOfTarget?(target: string, page: string, settings: Settings): string | undefined;
  /** Values that pages name in double braces; null where braces are text, undefined where that is not known. */
  pageValues?(settings: Settings): Readonly<Record<string, unknown>> | null | undefined;
  /** How the site's navigation names a page that has no title of its own. */
  navigationTitle?(page: string, settings: Settings): string | undefined;
}

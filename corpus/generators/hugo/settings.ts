/** What of Hugo's configuration decides addresses and ids. @see https://gohugo.io/configuration/all/ */
export interface HugoSettings {
  /** Folders of content, below the project's root. The first that a file lies in counts. */
  mounts: readonly ContentMount[];
  /** Folders whose files are served from the root as they are. */
  staticFolders: readonly string[];
  defaultLanguage: string;
  /** Keys of the languages, in lower case. */
  languages: readonly string[];
  /** BCP 47, by key. */
  languageTags: Readonly<Record<string, string>>;
  defaultLanguageInSubfolder: boolean;
  /** Of all sections, or of those that are named. */
  uglyUrls: boolean | Readonly<Record<string, boolean>>;
  /** Of pages, by section. */
  permalinks: Readonly<Record<string, string>>;
  /** Of pages of sections, by section. */
  sectionPermalinks: Readonly<Record<string, string>>;
  keepsCase: boolean;
  removesAccents: boolean;
  /** A date in the name of a file is none of its address. */
  datesFromNames: boolean;
  buildsDrafts: boolean;
  buildsFuture: boolean;
  buildsExpired: boolean;
  /** Expressions of paths. */
  ignored: readonly string[];
  /** Folders with a page `_index`, from the project's root. */
  branchBundles: readonly string[];
  /** Folders with a page `index`, from the project's root: what lies in them is part of that page. */
  leafBundles: readonly string[];
  headingIds: GoldmarkSettings;
}

export interface ContentMount {
  /** Below the project's root; "" for the root itself. */
  folder: string;
  /** Where it is mounted below the content; "" for its root. */
  target: string;
  /** Key of the language that its files have; absent where their names tell. */
  language?: string | undefined;
}

export interface GoldmarkSettings {
  rule: "github" | "github-ascii" | "blackfriday" | "none";
  hasTitleAttributes: boolean;
}

export const HUGO_DEFAULTS: HugoSettings = {
  mounts: [{ folder: "", target: "" }],
  staticFolders: [],
  defaultLanguage: "en",
  languages: [],
  languageTags: {},
  defaultLanguageInSubfolder: false,
  uglyUrls: false,
  permalinks: {},
  sectionPermalinks: {},
  keepsCase: false,
  removesAccents: false,
  datesFromNames: false,
  buildsDrafts: false,
  buildsFuture: false,
  buildsExpired: false,
  ignored: [],
  leafBundles: [],
  branchBundles: [],
  headingIds: { rule: "github", hasTitleAttributes: true },
};

/**
 * What generators write beside the pages of a site: sources behind "view source", indexes of names, the whole book on
 * one page to print, templates of their search. Some of it is known by its path alone; the rest only in the output of
 * its generator, which is told by files that no other writes beside each other.
 */

export interface RenderedFolder {
  /**
   * Why an entry is no page.
   *
   * @param path below the folder, with forward slashes.
   */
  reasonOf: (path: string) => string | undefined;
}

interface OutputKind {
  /** Whether a folder with these names is the root of its output. */
  isRoot: (names: ReadonlySet<string>, list: readonly string[]) => boolean;
  /** Paths of folders and files below the root, each with what it is. */
  entries: readonly (readonly [pattern: RegExp, is: string])[];
}

/** Nobody else has folders and files of such paths; below any folder, of a source or of an address. */
const BY_PATH: readonly (readonly [pattern: RegExp, is: string])[] = [
  [/(?:^|\/)_sources(?:\/|$)/, "sources of pages, as Sphinx and Jupyter Book copy them"],
  [/(?:^|\/)_static(?:\/|$)/, "style and scripts of Sphinx"],
  [/(?:^|\/)_modules\/(?:.*\/)?[^/]+\.html$/, "source code, as Sphinx shows it"],
  [/(?:^|\/)(?:np-|py-)modindex\.html$/, "an index of modules"],
  [/(?:^|\/)class-use(?:\/|$)/, "where a class is used, as javadoc lists it"],
  [/\.(?:[cm]?js|css)\.license\.txt$/i, "licences of what a bundler put together"],
  [/(?:^|\/)package-(?:tree|use|frame)\.html$/, "a list of javadoc"],
  [/(?:^|\/)[\w-]+_8\w+_source\.html$/, "source code, as Doxygen shows it"],
];

const KINDS: readonly OutputKind[] = [
  // Sphinx
  {
    isRoot: (names) => names.has("objects.inv") || (names.has("_static") && names.has("searchindex.js")),
    entries: [
      [/^_downloads\/.*\.(?!pdf$|docx$)\w+$/, "a sample file of Sphinx"],
      [/^(?:_images|_modules|_panels_static|_sphinx_design_static)(?:\/|$)/, "no pages of Sphinx"],
      [/^(?:genindex(?:-[^/]*)?|[\w-]*modindex|search)(?:\.html$|\/|$)/, "an index or the search of Sphinx"],
    ],
  },
  // mdBook
  {
    isRoot: (names, list) =>
      names.has("print.html") && list.some((name) => /^(?:book|toc)(?:-[\da-f]{4,64})?\.js$/.test(name)),
    entries: [[/^(?:print|toc|404)\.html$/, "the whole book, its contents or its error page"]],
  },
  // MkDocs
  {
    isRoot: (names) => names.has("sitemap.xml.gz") && names.has("search") && names.has("404.html"),
    entries: [
      [/^(?:404\.html$|search\.html$|search(?:\/|$)|print_page(?:\.html$|\/|$))/, "no page of MkDocs"],
    ],
  },
  // Doxygen
  {
    isRoot: (names) =>
      names.has("doxygen.css") || (names.has("menudata.js") && names.has("graph_legend.html")),
    entries: [
      [/(?:^|\/)[^/]+_source\.html$/, "source code, as Doxygen shows it"],
      [/(?:^|\/)(?:class|struct|union|interface)[^/]+-members\.html$/, "a list of the members of a class"],
      [/(?:^|\/)dir_[\da-f]{32}\.html$/, "a list of the files of a folder"],
      [
        /(?:^|\/)(?:annotated|classes|concepts|examples|files|graph_legend|hierarchy|inherits|namespaces|pages|(?:functions|globals|namespacemembers)(?:_\w+)?)\.html$/,
        "an index of Doxygen",
      ],
      [/^search(?:\/|$)/, "the search of Doxygen"],
    ],
  },
  // javadoc
  {
    isRoot: (names) =>
      (names.has("element-list") || names.has("package-list")) &&
      (names.has("help-doc.html") || names.has("index-all.html") || names.has("allclasses-frame.html")),
    entries: [
      [
        /^(?:allclasses(?:-(?:index|frame|noframe))?|allpackages-index|constant-values|deprecated-list|external-specs|help-doc|index-all|new-list|overview-(?:frame|tree)|preview-list|restricted-list|search|search-tags|serialized-form|system-properties)\.html$/,
        "a list of javadoc",
      ],
      [
        /^(?:index-files|legal|jquery|resources|resource-files|script-dir|src-html|search-files)(?:\/|$)/,
        "no pages of javadoc",
      ],
    ],
  },
  // rustdoc
  {
    isRoot: (names, list) =>
      names.has("static.files") || list.some((name) => /^(?:crates|search-index)[\d.]*\.js$/.test(name)),
    entries: [
      [/^(?:settings|help|not_found)\.html$|(?:^|\/)all\.html$/, "a list or a form of rustdoc"],
      [
        /^(?:src|static\.files|search\.desc|search\.index|trait\.impl|type\.impl|implementors)(?:\/|$)/,
        "no pages of rustdoc",
      ],
    ],
  },
  // YARD
  {
    isRoot: (names) => names.has("_index.html") && names.has("class_list.html"),
    entries: [[/^(?:_index|frames|(?:class|method|file|tag)_list)\.html$/, "an index of YARD"]],
  },
  // JSDoc
  {
    isRoot: (names, list) =>
      names.has("scripts") && names.has("styles") && list.some((name) => SHOWN_CODE.test(name)),
    entries: [[/\.(?:[cm]?[jt]sx?)\.html$/, "source code, as JSDoc shows it"]],
  },
  // docfx
  {
    isRoot: (names) => names.has("xrefmap.yml") || (names.has("toc.html") && names.has("manifest.json")),
    entries: [[/(?:^|\/)toc\.html$/, "the contents of docfx"]],
  },
  // HonKit
  {
    isRoot: (names) => names.has("gitbook") && names.has("search_index.json"),
    entries: [[/^gitbook(?:\/|$)/, "style and scripts of HonKit"]],
  },
];

const SHOWN_CODE = /\.[cm]?[jt]sx?\.html$/;

/** Why an entry of this path is no page, whatever generator wrote it. */
export function generatedByPath(path: string): string | undefined {
  return BY_PATH.find(([pattern]) => pattern.test(path))?.[1];
}

/** Lists of all pages and their texts for programs to read; the second are what plug-ins of Starlight write them to. */
const FOR_PROGRAMS = /^(?:.+\/)?llms(?:[-_][\w.-]*)?\.txt$|^_llms-txt(?:\/|$)/i;
const NO_PAGE = /^(?:index|404|50x|offline)\.html?$/i;

/** What is known of a folder that a generator wrote, by the names in it; undefined where it is not sure that one did. */
export function renderedFolder(
  list: readonly string[],
  isFolderOfPage: (name: string) => boolean = () => false,
): RenderedFolder | undefined {
  const names = new Set(list);
  const kinds = KINDS.filter(({ isRoot }) => isRoot(names, list));
  const isSite = names.has("index.html") && (names.has("404.html") || names.has("sitemap.xml"));
  if (kinds.length === 0 && !isSite) return undefined;
  const entries = kinds.flatMap((kind) => kind.entries);
  // A site of one page is filled by its scripts: what it says, only such a list tells.
  const hasPages = list.some((name) => (/\.html?$/i.test(name) ? !NO_PAGE.test(name) : isFolderOfPage(name)));
  return {
    reasonOf: (path) =>
      entries.find(([pattern]) => pattern.test(path))?.[1] ??
      (hasPages && FOR_PROGRAMS.test(path) ? "the site's pages for programs to read" : undefined),
  };
}

/**
 * The rendered pages, by their paths beside a file, of which the file may be a copy for programs to read: `guide.html`
 * and `guide/index.html` for `guide.md` and `guide.html.md`.
 */
export function pagesOfCopy(name: string): string[] {
  const stem = /^(.+?)(?:\.html)?\.(?:mdx?|txt)$/i.exec(name)?.[1];
  return stem === undefined ? [] : [`${stem}.html`, `${stem}/index.html`];
}

/** Where a part of a page lies that Middleman is asked for by its name. @see `partial` of `middleman-core` */

const ENDINGS = [
  "",
  ".md",
  ".md.erb",
  ".erb",
  ".html.md",
  ".html.md.erb",
  ".html.erb",
  ".html",
  ".markdown",
  ".markdown.erb",
  ".html.markdown",
  ".html.markdown.erb",
  ".txt",
];
/** Templates that are not read here. */
const OTHERS = [".haml", ".html.haml", ".slim", ".html.slim"];

/** Beside the page that names it, else from the folder of the pages. Names of parts begin with an underscore on disk. */
export function partialPaths(name: string, source: string): string[] {
  return inPlaces(name, source, ENDINGS);
}

export function otherPartialPaths(name: string, source: string): string[] {
  return inPlaces(name, source, OTHERS);
}

function inPlaces(name: string, source: string, endings: readonly string[]): string[] {
  const plain = name.replace(/^\/+/, "");
  const root = source === "" ? "/" : `/${source}/`;
  const places = name.startsWith("/") ? [root] : ["", root];
  // A folder of pages that is read alone is not the root that the names begin at.
  const [, inner] = source === "" ? (/^[^/]+\/(.+)$/.exec(plain) ?? []) : [];
  if (inner !== undefined) return [...inFolders(places, plain, endings), ...inFolders(["/"], inner, endings)];
  return inFolders(places, plain, endings);
}

function inFolders(places: readonly string[], name: string, endings: readonly string[]): string[] {
  const slash = name.lastIndexOf("/") + 1;
  const hidden = `${name.slice(0, slash)}_${name.slice(slash)}`;
  return places.flatMap((place) =>
    [hidden, name].flatMap((path) => endings.map((ending) => place + path + ending)),
  );
}

/** Whether ERB is run over the file. */
export function isErbFile(path: string): boolean {
  return /\.erb$/i.test(path);
}

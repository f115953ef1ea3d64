/** A folder of rendered HTML, answered as a plain web server does. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { CliError } from "../cli-error.ts";
import { readPagePlaces } from "../crawl/page-places.ts";
import { fileReasonOf } from "../error-reason.ts";
import { percentDecoded } from "../parse/percent-encoding.ts";
import type { PublishedAnswer, PublishedSite } from "./published-site.ts";

/** A site may be shown below a path that its folder does not have: `/project/guide/` lies in `guide/`. */
const MAX_BASE_SEGMENTS = 3;
/** So many pages tell where the folder is shown. */
const SAMPLE = 50;

/** @param pageUrls of the sources: they tell below which path the folder is shown. */
export async function openRenderedFolder(
  folder: string,
  cwd: string,
  pageUrls: readonly string[],
): Promise<PublishedSite> {
  const root = resolve(cwd, folder);
  const files = await listHtml(root).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") throw new CliError("rendered-missing", folder);
    throw new CliError("source-unreadable", folder, fileReasonOf(error));
  });
  if (files.size === 0) throw new CliError("rendered-empty", folder);
  const paths = pageUrls.map(rootedPath);
  const sample = paths.filter((_, index) => index % Math.max(1, Math.floor(paths.length / SAMPLE)) === 0);
  const bases = Math.min(MAX_BASE_SEGMENTS, commonSegments(paths));
  const hits = Array.from(
    { length: bases + 1 },
    (_, segments) =>
      sample.filter((path) => findFile(withoutBase(path, segments), files) !== undefined).length,
  );
  const baseSegments = Math.max(0, hits.indexOf(Math.max(...hits)));
  return {
    name: folder,
    origin: "",
    pathOf: (pageUrl) => withoutBase(rootedPath(pageUrl), baseSegments),
    async read(path): Promise<PublishedAnswer> {
      const found = findFile(path, files);
      if (found === undefined) return { kind: "missing", detail: `there is no such page in ${folder}` };
      const places = readPagePlaces(await readFile(join(root, found.file), "utf8"));
      // Servers that show `a/index.html` at `/a` are those that generators write for which name it so.
      const isAtOnce = found.path !== path && isNamed(path, places.canonical);
      return { kind: "page", path: isAtOnce ? path : found.path, places };
    },
    knownPaths: () =>
      Promise.resolve([...files].map((file) => `/${file.replace(/(^|\/)index\.html?$/, "$1")}`)),
  };
}

/** `/a/` is `a/index.html`; `/a` is the file `a.html`, else it leads to `/a/`. */
function findFile(path: string, files: ReadonlySet<string>): { file: string; path: string } | undefined {
  const [bare = ""] = path.split(/[?#]/, 1);
  const name = percentDecoded(bare).replace(/^\/+/, "");
  const candidates =
    name === "" || name.endsWith("/")
      ? [[`${name}index.html`, bare] as const, [`${name}index.htm`, bare] as const]
      : [
          [name, bare] as const,
          [`${name}.html`, bare] as const,
          [`${name}.htm`, bare] as const,
          [`${name}/index.html`, `${bare}/`] as const,
        ];
  const found = candidates.find(([file]) => files.has(file));
  return found === undefined ? undefined : { file: found[0], path: found[1] };
}

/** Whether the page's own address ends with the path: the folder may be shown below another. */
function isNamed(path: string, canonical: string): boolean {
  if (canonical === "" || path === "/") return false;
  try {
    return percentDecoded(new URL(canonical, "http://nowhere.invalid").pathname).endsWith(
      percentDecoded(path),
    );
  } catch {
    return false;
  }
}

/** How many folders all of the paths begin with. */
function commonSegments(paths: readonly string[]): number {
  const [first = "/", ...others] = paths;
  const segments = first.split("/").slice(1, -1);
  const differs = segments.findIndex((_, index) => {
    const base = `/${segments.slice(0, index + 1).join("/")}/`;
    return !others.every((path) => path.startsWith(base));
  });
  return differs < 0 ? segments.length : differs;
}

function rootedPath(pageUrl: string): string {
  if (pageUrl.startsWith("/")) return pageUrl;
  const { pathname, search } = new URL(pageUrl);
  return `${pathname}${search}`;
}

function withoutBase(path: string, segments: number): string {
  let rest = path;
  for (let count = 0; count < segments; count++) rest = rest.replace(/^\/[^/]+(?=\/)/, "");
  return rest;
}

async function listHtml(root: string): Promise<Set<string>> {
  if (!(await stat(root)).isDirectory()) throw Object.assign(new Error("no folder"), { code: "ENOTDIR" });
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .filter((path) => !path.split("/").includes("node_modules")),
  );
}

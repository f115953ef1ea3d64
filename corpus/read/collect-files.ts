/** Finds the pages of the sources: what is read, and what is left out for which reason. */
import { existsSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { CliError } from "../cli-error.ts";
import { fileReasonOf } from "../error-reason.ts";
import type { LeftOutReason } from "../formats/document.ts";
import { maxBytesOf, mayBeDocument } from "../formats/format-readers.ts";
import { findSites, type SiteChoice, type SiteFinder } from "../generators/find-sites.ts";
import type { Site } from "../generators/site.ts";
import { repositoryOf } from "./include-file.ts";
import { generatedByPath, pagesOfCopy, renderedFolder, type RenderedFolder } from "./generated-files.ts";
import { isOutputFolder, isRootOfPackage } from "./output-folders.ts";

export interface SourceFile {
  /** Absolute. */
  file: string;
  /** As reports name it: the source as it was given, and the path below it. */
  path: string;
  /** The site that the file belongs to; the same object for all of its files. */
  site: Site;
  /** Absolute folder of which pages may include files: the repository of the site. Absent where that is its root. */
  includesWithin?: string;
  /** Below the site's root, with forward slashes; decides the URL. */
  sitePath: string;
  /** Where the file was fetched from; absent for what lies here. */
  url?: string;
  /** Names the format where the name of the file does not: of what was fetched. */
  name?: string;
  /** BCP 47, where the site tells it: for documents that do not name their own. */
  language?: string;
  /** Of its content, where that is known: what was read of the same content need not be read again. */
  hash?: string;
  bytes: number;
}

export type SkipReason =
  | "too-large"
  | "unreadable"
  | "symlink-cycle"
  | "symlink-outside"
  | "symlink-broken"
  | "binary"
  | "invalid-utf8"
  | "same-url"
  | "older-version"
  | "outside-content"
  | "output-folder"
  | LeftOutReason;

export interface SkippedFile {
  path: string;
  reason: SkipReason;
  detail?: string;
}

export interface CollectedFiles {
  /** In the order of their paths, so that every build reads alike. */
  files: SourceFile[];
  skipped: SkippedFile[];
  /** Files of other types, by extension: what a reader of the report may have expected to find. */
  otherTypes: Record<string, number>;
  /** What of the generators' configuration could not be read. */
  problems: string[];
}

/** Where site generators keep the pieces that pages are made of: Jekyll, Eleventy, Docusaurus. */
const PARTIALS = /^_(?:includes?|layouts?|partials?|templates?|components?|data|drafts|plugins|sass)$/i;

const DATA_FILE = /\.(?:json|ya?ml|toml|csv|tsv|txt|xml)$/i;

/** Never pages: dependencies, what tools keep for themselves, and partials. */
function isIgnoredFolder(name: string): boolean {
  return name === "node_modules" || name.startsWith(".") || PARTIALS.test(name);
}

/**
 * @param sources paths of folders and files, relative to `cwd` or absolute.
 * @param maxBytes files above it are named and never read; default by their kind.
 * @param generator whose site the sources are, where it is not to be found out.
 * @param urlPattern what addresses are made by, in place of the generator's rules.
 * @throws CliError for a source that is missing, unreadable or of another type.
 */
export async function collectFiles(
  sources: readonly string[],
  { cwd, maxBytes, ...choice }: { cwd: string; maxBytes?: number | undefined } & SiteChoice,
): Promise<CollectedFiles> {
  const collected: CollectedFiles = { files: [], skipped: [], otherTypes: {}, problems: [] };
  for (const source of sources) {
    const root = resolve(cwd, source);
    const info = await stat(root).catch((error: unknown) => {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "ENOENT" || code === "ENOTDIR") throw new CliError("source-missing", source);
      throw new CliError("source-unreadable", source, fileReasonOf(error));
    });
    const isFolder = info.isDirectory();
    if (!isFolder && !mayBeDocument(root)) throw new CliError("source-unsupported", source);
    const folder = isFolder ? root : dirname(root);
    const sites = await findSites(folder, choice);
    for (const problem of sites.problems)
      if (!collected.problems.includes(problem)) collected.problems.push(problem);
    const realRoot = await realpath(root);
    const repository = repositoryOf(folder) ?? folder;
    const context = {
      source,
      root,
      sites,
      realRoot,
      repository,
      open: new Set<string>(),
      maxBytes,
      collected,
    };
    if (isFolder) await walk(root, context);
    else await add({ file: root, path: source }, context);
  }
  return collected;
}

/** With forward slashes. */
function pathBelow(root: string, file: string): string {
  return relative(root, file).split(sep).join("/");
}

interface Walk {
  source: string;
  root: string;
  sites: SiteFinder;
  realRoot: string;
  /** Folder of the Git repository that the source is of, or of the source. */
  repository: string;
  /** Real paths of the folders that are being read: meeting one again is a cycle. */
  open: ReadonlySet<string>;
  maxBytes: number | undefined;
  collected: CollectedFiles;
  /** The nearest folder above that a generator wrote. */
  rendered?: { folder: string; output: RenderedFolder };
}

async function walk(folder: string, context: Walk): Promise<void> {
  const { source, root, realRoot, sites, collected } = context;
  const pathOf = (file: string): string => join(source, relative(root, file));
  const real = await realpath(folder);
  const open = new Set([...context.open, real]);
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (folder === root) throw new CliError("source-unreadable", source, fileReasonOf(error));
    collected.skipped.push({ path: pathOf(folder), reason: "unreadable", detail: fileReasonOf(error) });
    return [];
  });
  // By code unit, not by locale: the order is part of the artefact.
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  const names = entries.map(({ name }) => name);
  const isRoot = sites.isProjectRoot(folder) || isRootOfPackage(names);
  const holdsPage = (name: string): boolean => existsSync(join(folder, name, "index.html"));
  const output = sites.isProjectRoot(folder) ? undefined : renderedFolder(names, holdsPage);
  const rendered = output === undefined ? context.rendered : { folder, output };
  for (const entry of entries) {
    const file = join(folder, entry.name);
    const path = pathOf(file);
    let isFolder = entry.isDirectory();
    if (entry.isSymbolicLink()) {
      const target = await realpath(file).catch((error: unknown) => error as NodeJS.ErrnoException);
      if (typeof target !== "string") {
        collected.skipped.push({
          path,
          reason: target.code === "ELOOP" ? "symlink-cycle" : "symlink-broken",
        });
        continue;
      }
      if (target !== realRoot && !target.startsWith(realRoot + sep)) {
        collected.skipped.push({ path, reason: "symlink-outside", detail: `leads to ${target}` });
        continue;
      }
      isFolder = (await stat(file)).isDirectory();
      if (isFolder && open.has(target)) {
        collected.skipped.push({ path, reason: "symlink-cycle", detail: `leads back to ${pathOf(target)}` });
        continue;
      }
    } else if (!isFolder && !entry.isFile()) {
      continue;
    }
    if (isFolder) {
      if (isIgnoredFolder(entry.name) && !sites.holdsContent(file)) continue;
      if (
        sites.isOutput(file) ||
        (isRoot && !sites.holdsContent(file) && (await isOutputFolder(file, entry.name)))
      ) {
        collected.skipped.push({
          path,
          reason: "output-folder",
          detail: "name it as a source to read it as rendered HTML",
        });
        continue;
      }
    } else if (!mayBeDocument(entry.name)) {
      countOtherType(collected.otherTypes, entry.name);
      continue;
    }
    const generated = sites.holdsContent(file)
      ? undefined
      : reasonOfGenerated(file, isFolder, root, rendered);
    if (generated !== undefined) {
      collected.skipped.push({ path, reason: "not-a-page", detail: generated });
    } else if (isFolder) {
      await walk(file, { ...context, open, ...(rendered !== undefined && { rendered }) });
    } else {
      await add({ file, path }, context);
    }
  }
}

/** Why an entry is not a page but what a generator writes beside them. */
function reasonOfGenerated(
  file: string,
  isFolder: boolean,
  root: string,
  rendered: Walk["rendered"],
): string | undefined {
  const byPath = generatedByPath(`/${pathBelow(root, file)}`);
  if (byPath !== undefined || rendered === undefined) return byPath;
  const reason = rendered.output.reasonOf(pathBelow(rendered.folder, file));
  if (reason !== undefined || isFolder) return reason;
  const page = pagesOfCopy(basename(file)).find((name) => existsSync(join(dirname(file), name)));
  return page === undefined ? undefined : `a copy of ${page} for programs to read`;
}

export function countOtherType(otherTypes: Record<string, number>, name: string): void {
  const extension = extname(name).toLowerCase();
  const type = extension === "" ? basename(name) : extension;
  otherTypes[type] = (otherTypes[type] ?? 0) + 1;
}

async function add(
  { file, path }: { file: string; path: string },
  { sites, repository, maxBytes: given, collected }: Walk,
): Promise<void> {
  const site = sites.siteOf(file);
  if ("leftOut" in site) {
    // A project is full of data files that nobody takes for pages.
    if (DATA_FILE.test(file)) countOtherType(collected.otherTypes, file);
    else collected.skipped.push({ path, reason: "outside-content", detail: site.leftOut });
    return;
  }
  // What another program makes of a template is not known.
  if (/\.erb$/i.test(file) && site.generator !== "middleman") {
    countOtherType(collected.otherTypes, file);
    return;
  }
  const bytes = (await stat(file)).size;
  const maxBytes = given ?? maxBytesOf(file);
  if (bytes > maxBytes) {
    collected.skipped.push({ path, reason: "too-large", detail: `${bytes} bytes, at most ${maxBytes}` });
  } else {
    const includesWithin = site.root.startsWith(repository + sep) ? { includesWithin: repository } : {};
    collected.files.push({
      file,
      path,
      site,
      sitePath: pathBelow(site.root, file),
      bytes,
      ...includesWithin,
    });
  }
}

/** Where an artefact or a source lies, for sentences: relative where that is shorter. */
export function displayPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  return below === "" ? "." : below.startsWith("..") || dirname(below) === path ? path : below;
}

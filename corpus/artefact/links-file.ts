/** What a check against the published site found to be missing, kept beside the corpus for the next build. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { CliError } from "../cli-error.ts";
import { fileReasonOf } from "../error-reason.ts";

export interface PublishedLinks {
  /** The site or the folder that was looked at. */
  against: string;
  /** ISO 8601. */
  checkedAt: string;
  /** Addresses of pages that are not there, as a build gives them. */
  missingPages: string[];
  /** By the address of their page. */
  missingAnchors: Record<string, string[]>;
}

const VERSION = 1;

function linksPath(out: string): string {
  return `${out}.links.json`;
}

export async function writeLinks(out: string, links: PublishedLinks): Promise<void> {
  const path = linksPath(out);
  const temporary = `${path}.writing-${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, `${JSON.stringify({ version: VERSION, ...links }, null, 2)}\n`);
    await rename(temporary, path);
  } catch (error) {
    throw new CliError("out-not-writable", path, fileReasonOf(error));
  }
}

/** @returns undefined where nothing was checked. @throws CliError where the file is none of ours. */
export async function readLinks(out: string): Promise<PublishedLinks | undefined> {
  const path = linksPath(out);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const links = JSON.parse(text) as PublishedLinks & { version: number };
    const isOurs =
      links.version === VERSION &&
      Array.isArray(links.missingPages) &&
      Object.values(links.missingAnchors).every((ids) => Array.isArray(ids));
    if (isOurs) return links;
  } catch {
    // Told below.
  }
  throw new CliError("links-unusable", path);
}

/** Zip archives, within bounds. */
import { reasonOf } from "../error-reason.ts";
import { zip } from "./zip.ts";

/** What an archive may become, in all and a file; what is more is an attack or no text. */
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_FILE_BYTES = 64 * 1024 * 1024;
const MAX_FILES = 20_000;
/** Text of pages shrinks to a tenth; a thousandth is made to explode. */
const MAX_RATIO = 250;
const MIN_RATIO_BYTES = 1024 * 1024;

export interface UnpackedArchive {
  /** By path, in the order of their paths. */
  files: Map<string, Uint8Array>;
  /** What was not unpacked and why, a line each. */
  refused: string[];
}

/** What never holds the text of a page. */
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|svg|ico|bmp|tiff?|mp4|mov|webm|mp3|wav|woff2?|ttf|otf|eot|css|js|map|exe|dll|zip|gz|7z|rar|tar)$/i;
const HIDDEN = /(?:^|\/)(?:__MACOSX\/|\.|node_modules\/)/;

/** @throws Error with one line for what is no archive. */
export function unpackArchive(bytes: Uint8Array): UnpackedArchive {
  const refused: string[] = [];
  let total = 0;
  let count = 0;
  let isFull = false;
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = zip().unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        const path = name.replace(/\\/g, "/");
        if (path.endsWith("/")) return false;
        if (path.startsWith("/") || /^[a-z]:/i.test(path) || path.split("/").includes("..")) {
          refused.push(`${name}: its name leads out of the archive`);
          return false;
        }
        if (HIDDEN.test(path)) return false;
        if (/\.zip$/i.test(name)) refused.push(`${name}: an archive in an archive; unpack the outer one`);
        if (NO_TEXT.test(name)) return false;
        if (
          originalSize > MAX_FILE_BYTES ||
          (originalSize > MIN_RATIO_BYTES && originalSize > size * MAX_RATIO)
        ) {
          refused.push(`${name}: ${originalSize} bytes unpacked are too many`);
          return false;
        }
        total += originalSize;
        count += 1;
        if (total > MAX_BYTES || count > MAX_FILES) {
          if (!isFull) refused.push(`${name} and what follows: the archive holds too much`);
          isFull = true;
          return false;
        }
        return true;
      },
    });
  } catch (error) {
    throw new Error(`the archive cannot be unpacked (${reasonOf(error)}); pack it anew, without a password`, {
      cause: error,
    });
  }
  const files = new Map(
    Object.entries(unpacked)
      .map(([name, content]) => [name.replace(/\\/g, "/"), content] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
  return { files, refused };
}

/** What an include may cost, and where it looks. */
import type { DialectContext } from "../dialect-context.ts";

/** Deeper than anybody nests on purpose. */
const MAX_DEPTH = 8;
/** A page that grows beyond is no page. */
const MAX_INCLUDED_CHARS = 2_000_000;
const MAX_INCLUDES = 500;

/** Where the reading of includes is: files include files. */
export interface IncludeState {
  context: DialectContext;
  /** Folder of the file that is read, relative to the page or from the root, with a trailing slash; "" for the page's. */
  folder: string;
  /** Paths of the files that lead here. */
  open: readonly string[];
  spent: { chars: number; files: number };
}

export function includesOfPage(context: DialectContext): IncludeState {
  return { context, folder: "", open: [], spent: { chars: 0, files: 0 } };
}

export interface IncludedFile {
  text: string;
  /** For what the file itself includes. */
  inner: IncludeState;
}

/** The first of the paths at which there is a text; undefined where there is none, or it would include itself. */
export function readIncluded(paths: readonly string[], state: IncludeState): IncludedFile | undefined {
  const { context, folder, open, spent } = state;
  if (open.length >= MAX_DEPTH) return undefined;
  for (const path of new Set(paths)) {
    const place = normalizePath(path.startsWith("/") ? path : folder + path);
    if (open.includes(place)) return undefined;
    if (spent.files >= MAX_INCLUDES || spent.chars >= MAX_INCLUDED_CHARS) return undefined;
    const text = context.include(place);
    if (text === undefined) continue;
    spent.files++;
    spent.chars += text.length;
    if (spent.chars > MAX_INCLUDED_CHARS) return undefined;
    return {
      text: text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"),
      inner: { ...state, folder: place.replace(/[^/]*$/, ""), open: [...open, place] },
    };
  }
  return undefined;
}

/** `a/../b` → `b`; leading `..` stay, and lead out of nothing from the root. */
function normalizePath(path: string): string {
  const isRooted = path.startsWith("/");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (!isRooted) parts.push(part);
  }
  return (isRooted ? "/" : "") + parts.join("/");
}

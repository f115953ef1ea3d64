/**
 * The data that Eleventy gives to a page: global data, that of its folders, its own, and what is computed of these.
 *
 * @see https://www.11ty.dev/docs/data-cascade/
 */
import { posix } from "node:path";
import { parse } from "yaml";
import { readJavaScriptExport } from "../../generators/javascript-config/read-fields.ts";
import { parseToml } from "../toml.ts";
import { ABSENT, AbsentValue, UNKNOWN } from "./unknown.ts";

type Fields = Readonly<Record<string, unknown>>;
type ReadFile = (path: string) => string | undefined;

/** Known when the site is built. */
const OF_THE_BUILD = new Set(["collections", "pagination", "content", "eleventy"]);

/**
 * @param folders of the site, from the root with a leading slash; "" for the root itself.
 * @param path of the page from the root, without a leading slash.
 */
export function pageData(
  path: string,
  { input, include }: { input: string; include: ReadFile },
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const below = input === "" ? path : path.slice(input.length);
  const folders = below.split("/").slice(0, -1);
  for (let depth = 0; depth <= folders.length; depth++) {
    const folder = posix.join(input, ...folders.slice(0, depth));
    const name = depth === 0 ? posix.basename(input) : (folders[depth - 1] ?? "");
    Object.assign(data, name === "" ? {} : dataBeside(`/${posix.join(folder, name)}`, include));
  }
  return Object.assign(data, dataBeside(`/${path.replace(/\.[^./]+$/, "")}`, include));
}

function dataBeside(stem: string, include: ReadFile): Fields {
  const data: Record<string, unknown> = {};
  for (const ending of [".json", ".11tydata.json", ".11tydata.js", ".11tydata.mjs", ".11tydata.cjs"]) {
    const value = readData(`${stem}${ending}`, include);
    if (isRecord(value)) Object.assign(data, value);
  }
  return data;
}

/** A name that no page has given a value: a file of the folder of data. */
export class GlobalData extends AbsentValue {
  readonly #folder: string;
  readonly #extensions: readonly string[];
  readonly #include: ReadFile;

  /**
   * @param folder with a leading slash.
   * @param extensions beside those that Eleventy reads itself.
   */
  constructor(folder: string, extensions: readonly string[], include: ReadFile) {
    super();
    this.#folder = folder;
    this.#extensions = extensions;
    this.#include = include;
  }

  override liquidMethodMissing(key: string | number = ""): this {
    return this.#valueOf(String(key)) as this;
  }

  #valueOf(name: string): unknown {
    if (OF_THE_BUILD.has(name)) return UNKNOWN;
    if (!/^[\w$][\w$-]{0,200}$/.test(name)) return ABSENT;
    if (name === "pkg") return readData("/package.json", this.#include) ?? ABSENT;
    for (const extension of ["json", "js", "mjs", "cjs", ...this.#extensions]) {
      const value = readData(`${this.#folder}/${name}.${extension}`, this.#include);
      if (value !== undefined) return value;
    }
    return ABSENT;
  }
}

/** Undefined where there is no such file. What a program makes is not known. */
function readData(path: string, include: ReadFile): unknown {
  const text = include(path);
  if (text === undefined) return undefined;
  try {
    if (path.endsWith(".json")) return JSON.parse(text);
    if (path.endsWith(".toml")) return parseToml(text).fields;
    if (/\.ya?ml$/.test(path)) return parse(text, { logLevel: "error", maxAliasCount: 100 });
    return readJavaScriptExport(text) ?? UNKNOWN;
  } catch {
    // Whoever reads the file for its own sake reports what is wrong with it.
    return UNKNOWN;
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && value !== UNKNOWN;
}

/**
 * Hugo's configuration: a file at the root of the project, or a folder with a file for each of its tables, below which
 * the environment of the built site has one of its own.
 *
 * @see https://gohugo.io/configuration/introduction/
 */
import { isTable, mergeTables, readConfiguration, type Fields } from "../configuration.ts";
import type { ProjectFolder } from "../generator.ts";

const EXTENSIONS = ["toml", "yaml", "yml", "json"];
/** Folders that only a project of Hugo has beside a file with so common a name as `config.toml`. */
const HUGO_FOLDERS = ["content", "archetypes", "layouts", "themes"];

interface HugoConfiguration {
  /** All names in lower case, as Hugo reads them. */
  fields: Fields;
  problems: string[];
}

export async function readHugoConfiguration(folder: ProjectFolder): Promise<HugoConfiguration | undefined> {
  const names = await folder.list("");
  const problems: string[] = [];
  let fields: Fields | undefined;
  const read = async (path: string): Promise<Fields | undefined> => {
    const found = await readConfiguration(folder, [path]);
    problems.push(...(found?.problems ?? []));
    return found === undefined ? undefined : lowerKeys(found.fields);
  };
  for (const stem of ["hugo", "config"]) {
    for (const extension of EXTENSIONS) {
      const path = `${stem}.${extension}`;
      if (fields !== undefined || !names.includes(path)) continue;
      const candidate = await read(path);
      if (candidate === undefined || !isHugos(stem, candidate, names)) {
        problems.length = 0;
        continue;
      }
      fields = candidate;
    }
  }
  if (names.includes("config")) {
    const inFolder = await readFolder(folder, "config/_default", read);
    if (inFolder !== undefined) fields = { ...inFolder, ...fields };
    if (fields !== undefined)
      fields = mergeTables(fields, (await readFolder(folder, "config/production", read)) ?? {});
  }
  return fields === undefined ? undefined : { fields, problems };
}

function isHugos(stem: string, fields: Fields, names: readonly string[]): boolean {
  if (stem === "hugo") return true;
  if (fields["base_url"] !== undefined) return false;
  const hasFolder = HUGO_FOLDERS.some((name) => names.includes(name));
  return (
    hasFolder &&
    (["baseurl", "theme", "languagecode", "module", "contentdir"].some((key) => key in fields) ||
      names.includes("layouts"))
  );
}

/** `config/_default/hugo.toml`, and a file for each of its tables: `languages.toml`, `menus.en.toml`. */
async function readFolder(
  folder: ProjectFolder,
  path: string,
  read: (path: string) => Promise<Fields | undefined>,
): Promise<Fields | undefined> {
  const names = (await folder.list(path)).filter((name) =>
    EXTENSIONS.some((extension) => name.endsWith(`.${extension}`)),
  );
  if (names.length === 0) return undefined;
  let merged: Fields = {};
  for (const name of names) {
    const [key = "", language] = name.toLowerCase().split(".").slice(0, -1);
    const fields = await read(`${path}/${name}`);
    if (fields === undefined) continue;
    merged = mergeTables(merged, tableOf(key, language, fields));
  }
  return merged;
}

/** `languages.de.toml` is of one language, `languages.toml` of all, `hugo.toml` of everything. */
function tableOf(key: string, language: string | undefined, fields: Fields): Fields {
  if (key === "hugo" || key === "config") return fields;
  if (key === "languages" && language !== undefined) return { languages: { [language]: fields } };
  const isNamed = key in fields && Object.keys(fields).length === 1;
  const table = { [key]: isNamed ? fields[key] : fields };
  return language === undefined ? table : { languages: { [language]: table } };
}

function lowerKeys(value: Fields): Fields {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key.toLowerCase(), lowerKeysIn(each)]),
  );
}

function lowerKeysIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => (isTable(item) ? lowerKeys(item) : item));
  return isTable(value) ? lowerKeys(value) : value;
}

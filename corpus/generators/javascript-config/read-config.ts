/** A generator's configuration in JavaScript or TypeScript, with the files that it imports. It is never run. */
import { posix } from "node:path";
import { reasonOf } from "../../error-reason.ts";
import type { ProjectFolder } from "../generator.ts";
import { ConfigValue } from "./config-value.ts";
import { evaluateModule } from "./evaluate-module.ts";
import { parseModule, relativeImports } from "./parse-module.ts";
import { createStaticObject, UNKNOWN, unwrap, type StaticObject, type StaticValue } from "./static-value.ts";

/** A configuration is written in a handful of files; what it imports beyond these is unknown. */
const MAX_FILES = 40;
const MAX_BYTES = 1024 * 1024;
const EXTENSIONS = ["", ".ts", ".js", ".mts", ".mjs", ".cts", ".cjs", ".json"];

export interface ReadConfig {
  /** The first of the candidates that there is. */
  path: string;
  config: ConfigValue;
  /** Of the file and of all files that it imports: what is only said in calls is looked for there. */
  source: string;
  /** Of the configuration, and of settings that were asked for and can't be known; grows while it is read. */
  problems: string[];
}

/**
 * Reads the first file that there is among some. One that can't be parsed gives an empty configuration, and the problem.
 *
 * @param candidates paths relative to the project's root, without extension: `docusaurus.config`.
 */
export async function readJavaScriptConfig(
  folder: ProjectFolder,
  candidates: readonly string[],
): Promise<ReadConfig | undefined> {
  const found = await findFile(folder, candidates);
  return found === undefined ? undefined : readFile(folder, found, (exported) => exported?.["default"]);
}

/** As `readJavaScriptConfig`, for a file whose named exports are what it configures. */
export async function readExports(
  folder: ProjectFolder,
  candidates: readonly string[],
): Promise<ConfigValue | undefined> {
  const found = await findFile(folder, candidates);
  if (found === undefined) return undefined;
  return (await readFile(folder, found, (exported) => exported)).config;
}

interface FoundFile {
  path: string;
  source: string;
}

async function findFile(
  folder: ProjectFolder,
  candidates: readonly string[],
): Promise<FoundFile | undefined> {
  for (const candidate of candidates) {
    for (const extension of EXTENSIONS.slice(1)) {
      const path = candidate + extension;
      const source = await folder.readText(path);
      if (source !== undefined) return { path, source };
    }
  }
  return undefined;
}

async function readFile(
  folder: ProjectFolder,
  { path, source }: FoundFile,
  pick: (exported: StaticObject | undefined) => StaticValue,
): Promise<ReadConfig> {
  const problems: string[] = [];
  const files = await loadFiles(folder, path, source);
  const modules = new Map<string, StaticObject | undefined>();
  const evaluate = (file: string): StaticObject | undefined => {
    if (modules.has(file)) return modules.get(file);
    // A cycle of imports sees nothing of what is not evaluated yet.
    modules.set(file, undefined);
    const exported = evaluateFile(file, files, evaluate);
    modules.set(file, exported);
    return exported;
  };
  let value: StaticValue;
  try {
    value = unwrap(pick(evaluate(path)) ?? UNKNOWN);
    if (value === UNKNOWN) {
      value = undefined;
      problems.push(
        `${path}: its settings can't be known without running it, so defaults are used. Write them as plain values, or name the address with --url-pattern.`,
      );
    }
  } catch (error) {
    problems.push(`${path} can't be parsed, so defaults are used: ${reasonOf(error)}`);
  }
  const sources = [...files.values()].join("\n");
  return { path, config: new ConfigValue(value, { path, name: "", problems }), source: sources, problems };
}

/** Of all files that a file imports, and of those that they import. */
async function loadFiles(
  folder: ProjectFolder,
  path: string,
  source: string,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map([[path, source]]);
  for (const [file, text] of files) {
    if (file.endsWith(".json")) continue;
    for (const specifier of relativeImports(text)) {
      const base = posix.join(posix.dirname(file), specifier);
      if (findModule(files, base) !== undefined) continue;
      for (const candidate of candidatesOf(base)) {
        if (files.size >= MAX_FILES) return files;
        if (!/\.(?:[cm]?[jt]s|json)$/.test(candidate)) continue;
        const found = await folder.readText(candidate);
        if (found === undefined || found.length > MAX_BYTES) continue;
        files.set(candidate, found);
        break;
      }
    }
  }
  return files;
}

/** A program in TypeScript may name a file by the name that it is compiled to. */
function candidatesOf(base: string): string[] {
  const paths = [...EXTENSIONS, ...EXTENSIONS.slice(1).map((extension) => `/index${extension}`)].map(
    (extension) => base + extension,
  );
  return /\.[cm]?js$/.test(base) ? [base, base.replace(/js$/, "ts"), ...paths] : paths;
}

function findModule(files: ReadonlyMap<string, string>, base: string): string | undefined {
  return candidatesOf(base).find((candidate) => files.has(candidate));
}

function evaluateFile(
  file: string,
  files: ReadonlyMap<string, string>,
  evaluate: (file: string) => StaticObject | undefined,
): StaticObject | undefined {
  const source = files.get(file) ?? "";
  if (file.endsWith(".json")) {
    const exported = createStaticObject();
    exported["default"] = staticJson(source);
    return exported;
  }
  return evaluateModule(parseModule(source), {
    folder: posix.dirname(file),
    importModule: (specifier) => {
      const found = findModule(files, posix.join(posix.dirname(file), specifier));
      if (found === undefined) return undefined;
      try {
        return evaluate(found);
      } catch {
        return undefined;
      }
    },
  });
}

function staticJson(source: string): StaticValue {
  try {
    return JSON.parse(source, (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.assign(createStaticObject(), value)
        : value,
    ) as StaticValue;
  } catch {
    return UNKNOWN;
  }
}

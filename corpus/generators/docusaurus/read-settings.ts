/** From `docusaurus.config.*`, `versions.json` and the folders of translations to the folders that pages lie in. */
import { basePathOf, projectPath } from "../address.ts";
import type { DetectedProject, ProjectFolder } from "../generator.ts";
import { NO_OPTIONS, type ConfigValue } from "../javascript-config/config-value.ts";
import type { ReadConfig } from "../javascript-config/read-config.ts";
import { DEFAULT_EXCLUDE, DEFAULT_INCLUDE, type ContentRoot, type DocusaurusSettings } from "./settings.ts";

type Kind = ContentRoot["kind"];

/** One instance of a plug-in for content. */
interface Instance {
  kind: Kind;
  /** Undefined where it is the only one of its kind. */
  id: string | undefined;
  folder: string;
  /** Without slashes around it. */
  route: string;
  include: string[];
  exclude: string[];
  dropsNumbers: boolean;
  options: ConfigValue;
}

interface Locale {
  name: string;
  language: string;
  /** From the site's base, with a leading slash; "" for the base itself. */
  route: string;
  /** Where its translations lie. */
  folder: string;
}

const DEFAULT_PLACES: Record<Kind, { path: string; route: string }> = {
  docs: { path: "docs", route: "docs" },
  blog: { path: "blog", route: "blog" },
  pages: { path: "src/pages", route: "" },
};

export async function readSettings(
  folder: ProjectFolder,
  { config, problems }: ReadConfig,
): Promise<DetectedProject<DocusaurusSettings>> {
  const basePath = basePathOf(config.get("baseUrl").text() ?? "/");
  const { first, others } = readLocales(config, basePath);
  const roots: ContentRoot[] = [];
  for (const instance of readInstances(config)) {
    const { kind, id } = instance;
    const versions = kind === "docs" ? await readVersions(folder, instance) : [CURRENT_ONLY];
    for (const version of versions) {
      const root = (place: string, locale: Locale | undefined): ContentRoot => ({
        kind,
        folder: place,
        route: joinRoute(locale?.route ?? "", instance.route, version.route),
        include: instance.include,
        exclude: instance.exclude,
        dropsNumbers: instance.dropsNumbers,
        ...(locale !== undefined && { language: locale.language }),
        ...(version.leftOut !== undefined && { leftOut: version.leftOut }),
      });
      const prefix = id === undefined ? "" : `${id}_`;
      const isCurrent = version.name === CURRENT;
      roots.push(
        root(isCurrent ? instance.folder : `${prefix}versioned_docs/version-${version.name}`, first),
      );
      for (const locale of first === undefined ? others : [first, ...others]) {
        const plugin = `${locale.folder}/docusaurus-plugin-content-${kind}${id === undefined ? "" : `-${id}`}`;
        const below = isCurrent ? "current" : `version-${version.name}`;
        roots.push(root(kind === "docs" ? `${plugin}/${below}` : plugin, locale));
      }
    }
  }
  const staticFolders = (config.get("staticDirectories").texts() ?? ["static"]).map(projectPath);
  return {
    settings: {
      roots,
      staticFolders,
      trailingSlash: config.get("trailingSlash").flag() ?? null,
      keepsCaseOfAnchors: config.get("markdown", "anchors", "maintainCase").flag() ?? false,
    },
    basePath,
    content: [...new Set([...roots.map((root) => root.folder), ...staticFolders])],
    output: ["build", ".docusaurus"],
    problems,
  };
}

/** Of the presets and the plug-ins. Where neither can be known, those of the classic preset. */
function readInstances(config: ConfigValue): Instance[] {
  const instances: Instance[] = [];
  const presets = config.get("presets");
  for (const preset of presets.items()) {
    const { name, options } = namedOptions(preset);
    const isClassic = /(?:^|\/|-)classic$/.test(name);
    for (const kind of ["docs", "blog", "pages"] as const) {
      const own = options?.get(kind);
      if (own?.flagIfKnown() === false) continue;
      if (isClassic || own?.isSet === true) instances.push(instanceOf(kind, own));
    }
  }
  for (const plugin of config.get("plugins").items()) {
    const { name, options } = namedOptions(plugin);
    const kind = kindOfPlugin(name, options);
    if (kind !== undefined) instances.push(instanceOf(kind, options));
  }
  if (instances.length === 0) {
    for (const kind of ["docs", "blog", "pages"] as const) instances.push(instanceOf(kind, undefined));
  }
  return instances;
}

/** `"name"`, `["name", options]`, or an imported plug-in in the place of the name. */
function namedOptions(entry: ConfigValue): { name: string; options: ConfigValue | undefined } {
  const [first, options] = entry.items();
  return { name: (first ?? entry).packageName() ?? "", options };
}

/** A site's own plug-in that extends one of these takes its options, and is mostly named after it. */
function kindOfPlugin(name: string, options: ConfigValue | undefined): Kind | undefined {
  const known = /(?:^|plugin-)content-(docs|blog|pages)$/.exec(
    name.replace(/\/(?:lib|src)(?:\/.*)?$/, ""),
  )?.[1];
  if (known !== undefined) return known as Kind;
  if (options?.get("routeBasePath").isSet !== true || !options.get("path").isSet) return undefined;
  return (["blog", "docs", "pages"] as const).find((kind) => name.includes(kind.replace(/s$/, "")));
}

function instanceOf(kind: Kind, options: ConfigValue | undefined): Instance {
  const { path, route } = DEFAULT_PLACES[kind];
  const id = options?.get("id").text();
  const parser = options?.get("numberPrefixParser");
  if (parser?.isFunction === true) parser.note("numbers at the beginning of names are dropped.");
  return {
    kind,
    id: id === "default" ? undefined : id,
    folder: projectPath(options?.get("path").text() ?? path),
    route: options?.get("routeBasePath").text() ?? route,
    include: options?.get("include").texts() ?? DEFAULT_INCLUDE,
    exclude: options?.get("exclude").texts() ?? DEFAULT_EXCLUDE,
    dropsNumbers: parser?.flagIfKnown() !== false,
    options: options ?? NO_OPTIONS,
  };
}

const CURRENT = "current";

interface Version {
  name: string;
  route: string;
  leftOut?: string;
}

const CURRENT_ONLY: Version = { name: CURRENT, route: "" };

/** The last version lies at the route itself, others below it, the current one at `next`. */
async function readVersions(folder: ProjectFolder, { id, options }: Instance): Promise<Version[]> {
  const file = id === undefined ? "versions.json" : `${id}_versions.json`;
  const listed = parseVersions(await folder.readText(file));
  const isDisabled = options.get("disableVersioning").flag() === true;
  const included = options.get("includeCurrentVersion").flag() !== false;
  const only = options.get("onlyIncludeVersions").texts();
  const names = listed.includes(CURRENT) ? listed : [CURRENT, ...listed];
  const isPublished = (name: string): boolean =>
    (name === CURRENT ? included || listed.includes(CURRENT) : !isDisabled) &&
    (only === undefined || only.includes(name));
  const published = names.filter(isPublished);
  const last = options.get("lastVersion").text() ?? published.find((name) => name !== CURRENT) ?? CURRENT;
  return names.map((name) => {
    const usual = name === last ? "" : name === CURRENT ? "next" : name;
    const route = options.get("versions", name, "path").text() ?? usual;
    return {
      name,
      route,
      ...(!isPublished(name) && { leftOut: `of version ${name}, which the site does not publish` }),
    };
  });
}

function parseVersions(text: string | undefined): string[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}

function readLocales(config: ConfigValue, basePath: string): { first: Locale | undefined; others: Locale[] } {
  const i18n = config.get("i18n");
  const defaultLocale = i18n.get("defaultLocale").text();
  if (defaultLocale === undefined) return { first: undefined, others: [] };
  const place = i18n.get("path").text() ?? "i18n";
  const names = new Set([defaultLocale, ...(i18n.get("locales").texts() ?? [])]);
  const [first, ...others] = [...names].map((name): Locale => {
    const own = i18n.get("localeConfigs", name);
    const base = own.get("baseUrl").text();
    const route = base === undefined ? undefined : basePathOf(base);
    const isBelow = route?.startsWith(basePath) === true;
    return {
      name,
      language: own.get("htmlLang").text() ?? name,
      route: isBelow ? (route ?? "").slice(basePath.length) : name === defaultLocale ? "" : `/${name}`,
      folder: projectPath(`${place}/${own.get("path").text() ?? name}`),
    };
  });
  return { first, others };
}

function joinRoute(...parts: string[]): string {
  const path = parts
    .flatMap((part) => part.split("/"))
    .filter((part) => part !== "")
    .join("/");
  return path === "" ? "" : `/${path}`;
}

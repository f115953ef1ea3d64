/**
 * Antora: `antora.yml` describes a component; its pages lie in `modules/<module>/pages/`. The playbook, where it lies
 * beside, says how addresses are written.
 *
 * @see https://docs.antora.org/antora/latest/how-antora-builds-urls/
 */
import { posix } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { encodePath } from "./address.ts";
import type { Generator, Placement, ProjectFolder } from "./generator.ts";

export interface AntoraSettings {
  components: AntoraComponent[];
  extensionStyle: "default" | "drop" | "indexify";
  /** Of all components: the playbook's. */
  asciidocAttributes: Record<string, string>;
}

export interface AntoraComponent {
  /** Below the project's root; "" for the root itself. */
  folder: string;
  /** As its description names it. */
  id: string;
  /** In addresses; "" for the component at the root of the site. */
  name: string;
  /** "" for a component without versions. */
  version: string;
  asciidocAttributes: Record<string, string>;
}

const PLAYBOOKS = ["antora-playbook.yml", "playbook.yml", "site.yml", "antora-playbook.yaml"];
const USUAL_FOLDERS = ["", "docs", "documentation", "doc", "docs/antora"];

export const antora: Generator<AntoraSettings> = {
  name: "antora",
  defaults: { components: [], extensionStyle: "default", asciidocAttributes: {} },
  async detect(folder) {
    const problems: string[] = [];
    const playbook = await readPlaybook(folder, problems);
    const folders = new Set([...(playbook === undefined ? [] : startPaths(playbook)), ...USUAL_FOLDERS]);
    const components: AntoraComponent[] = [];
    for (const path of folders) {
      const component = await readComponent(folder, path, playbook, problems);
      if (component !== undefined) components.push(component);
    }
    if (components.length === 0) return undefined;
    const settings: AntoraSettings = {
      components,
      extensionStyle: playbook?.urls?.html_extension_style ?? "default",
      asciidocAttributes: attributesOf(playbook?.asciidoc?.attributes),
    };
    return { settings, basePath: pathOf(playbook?.site?.url), problems };
  },
  place({ path }, { components, extensionStyle }): Placement {
    // Without a description, a folder of modules is a component without a name.
    const [component, below] = componentOf(path, components) ?? [NO_COMPONENT, path];
    const match = /^modules\/([^/]+)\/pages\/(.+)\.(?:adoc|asciidoc)$/.exec(below);
    const attachment = /^modules\/([^/]+)\/(?:assets\/)?attachments\/(.+)$/.exec(below);
    const [module = "", page = ""] = (match ?? attachment)?.slice(1) ?? [];
    if (module === "") return { leftOut: "Antora makes pages of the files in modules/*/pages" };
    if (/(?:^|\/)[_.]/.test(page))
      return { leftOut: "Antora makes no page of files that begin with an underscore" };
    const segments = [component.name, component.version, module === "ROOT" ? "" : module].filter(
      (part) => part !== "",
    );
    const folder = segments.map((part) => `/${part}`).join("");
    if (match === null) return { address: encodePath(`${folder}/_attachments/${page}`) };
    return { address: encodePath(`${folder}/${fileOf(page, extensionStyle)}`) };
  },
  createSlugger:
    () =>
    ({ customId }) =>
      customId,
};

const NO_COMPONENT: AntoraComponent = { folder: "", id: "", name: "", version: "", asciidocAttributes: {} };

/** The component that a file lies in, and its path below it. */
export function componentOf(
  path: string,
  components: readonly AntoraComponent[],
): [AntoraComponent, string] | undefined {
  const holding = components
    .filter(({ folder }) => folder === "" || path.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0];
  if (holding === undefined) return undefined;
  return [holding, holding.folder === "" ? path : path.slice(holding.folder.length + 1)];
}

const FAMILIES: Readonly<Record<string, string>> = {
  partial: "partials",
  example: "examples",
  page: "pages",
  attachment: "attachments",
};

/**
 * `partial$x.adoc`, `module:example$y.java`: the path of a file by its resource id, from the site's root; undefined for
 * what is a path already, or lies in another component.
 *
 * @see https://docs.antora.org/antora/latest/page/resource-id-coordinates/
 */
export function antoraIncludePath(
  target: string,
  page: string,
  components: readonly AntoraComponent[],
): string | undefined {
  const match = /^(?:([^:$]+):)?(partial|example|page|attachment)\$(.+)$/.exec(target);
  if (match === null) return undefined;
  const [component, below] = componentOf(page, components) ?? [NO_COMPONENT, page];
  const [, named, family = "", file = ""] = match;
  const module = named ?? /^modules\/([^/]+)\//.exec(below)?.[1] ?? "ROOT";
  const folder = component.folder === "" ? "" : `/${component.folder}`;
  return `${folder}/modules/${module}/${FAMILIES[family]}/${file}`;
}

/**
 * The address that a reference to a page leads to: `x.adoc`, `module:x.adoc`, `component:module:x.adoc`, an anchor behind
 * it. Undefined for what is no page of these components.
 *
 * @see https://docs.antora.org/antora/latest/page/xref/
 */
export function antoraLinkTarget(target: string, page: string, settings: AntoraSettings): string | undefined {
  const match = /^(?:[^@:$#]*@)?(?:([^:@$#]+):)??(?:([^:@$#]*):)?(?:page\$)?([^#:]+\.adoc)(#.*)?$/.exec(
    target,
  );
  if (match === null) return undefined;
  const [, componentId, namedModule, file = "", anchor = ""] = match;
  const [own, below] = componentOf(page, settings.components) ?? [NO_COMPONENT, page];
  const component =
    componentId === undefined ? own : settings.components.find(({ id }) => id === componentId);
  if (component === undefined) return undefined;
  const [, ownModule = "ROOT", ownFile = ""] = /^modules\/([^/]+)\/pages\/(.*)$/.exec(below) ?? [];
  const module = namedModule === undefined || namedModule === "" ? ownModule : namedModule;
  const path =
    file.startsWith("./") || file.startsWith("../") ? posix.join(posix.dirname(ownFile), file) : file;
  const folder = component.folder === "" ? "" : `${component.folder}/`;
  const place = antora.place({ path: `${folder}modules/${module}/pages/${path}`, frontMatter: {} }, settings);
  return "address" in place ? `${place.address}${anchor}` : undefined;
}

/** @see https://docs.antora.org/antora/latest/playbook/urls-html-extension-style/ */
function fileOf(page: string, style: AntoraSettings["extensionStyle"]): string {
  const isIndex = /(?:^|\/)index$/.test(page);
  if (style === "default") return `${page}.html`;
  if (isIndex) return page.replace(/index$/, "");
  return style === "drop" ? page : `${page}/`;
}

const Attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish();
const Playbook = z.object({
  site: z.object({ url: z.string().nullish() }).nullish(),
  content: z
    .object({
      sources: z
        .array(
          z.object({
            start_path: z.string().nullish(),
            start_paths: z.union([z.string(), z.array(z.string())]).nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
  asciidoc: z.object({ attributes: Attributes }).nullish(),
  urls: z
    .object({
      html_extension_style: z.enum(["default", "drop", "indexify"]).nullish(),
      latest_version_segment: z.string().nullish(),
      latest_version_segment_strategy: z.string().nullish(),
    })
    .nullish(),
  antora: z.object({ extensions: z.array(z.unknown()).nullish() }).nullish(),
});
type Playbook = z.infer<typeof Playbook>;

const Component = z.object({
  name: z.string(),
  version: z
    .union([z.string(), z.number(), z.boolean(), z.null(), z.record(z.string(), z.unknown())])
    .optional(),
  prerelease: z.union([z.string(), z.boolean(), z.null()]).optional(),
  asciidoc: z.object({ attributes: Attributes }).nullish(),
});

async function readPlaybook(folder: ProjectFolder, problems: string[]): Promise<Playbook | undefined> {
  for (const name of PLAYBOOKS) {
    const text = await folder.readText(name);
    if (text === undefined) continue;
    const playbook = Playbook.safeParse(readYaml(text));
    if (playbook.success) return playbook.data;
    if (/playbook/.test(name))
      problems.push(`${name} cannot be read; addresses are those of a playbook without settings`);
  }
  return undefined;
}

async function readComponent(
  folder: ProjectFolder,
  path: string,
  playbook: Playbook | undefined,
  problems: string[],
): Promise<AntoraComponent | undefined> {
  const file = path === "" ? "antora.yml" : `${path}/antora.yml`;
  const text = await folder.readText(file);
  if (text === undefined) return undefined;
  const read = Component.safeParse(readYaml(text));
  if (!read.success) {
    problems.push(`${file} cannot be read: it needs a name`);
    return undefined;
  }
  const { name, version, prerelease, asciidoc } = read.data;
  if (typeof version === "boolean" || typeof version === "object")
    if (version !== null)
      problems.push(`${file} takes its version from the branch; addresses are made without one`);
  const { latest_version_segment: latest, latest_version_segment_strategy: strategy } = playbook?.urls ?? {};
  const isLatest = latest !== undefined && latest !== null && strategy !== "redirect:from" && !prerelease;
  const written = typeof version === "string" || typeof version === "number" ? String(version) : "";
  const own = written === "~" ? "" : written;
  return {
    folder: path,
    id: name,
    name: name === "ROOT" || name === rootComponent(playbook) ? "" : name,
    version: own !== "" && isLatest ? latest : own,
    asciidocAttributes: attributesOf(asciidoc?.attributes),
  };
}

/** An extension that Spring's sites share puts one component at the root. */
function rootComponent(playbook: Playbook | undefined): string | undefined {
  for (const extension of playbook?.antora?.extensions ?? []) {
    const name = (extension as Record<string, unknown> | null)?.["root_component_name"];
    if (typeof name === "string") return name;
  }
  return undefined;
}

function startPaths(playbook: Playbook): string[] {
  return (playbook.content?.sources ?? [])
    .flatMap(({ start_path: one, start_paths: several }) => [
      ...(typeof one === "string" ? [one] : []),
      ...(typeof several === "string" ? several.split(/[,\s]+/) : (several ?? [])),
    ])
    .map((path) => path.replace(/^\.?\/|\/+$/g, ""))
    .filter((path) => !/[*{]/.test(path));
}

/** `true` sets an attribute to nothing, `false` and null unset it. */
function attributesOf(attributes: z.infer<typeof Attributes>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, value]) =>
      value === false || value === null ? [`${name}!`, ""] : [name, value === true ? "" : String(value)],
    ),
  );
}

function pathOf(url: string | null | undefined): string {
  return typeof url === "string" && URL.canParse(url) ? new URL(url).pathname.replace(/\/+$/, "") : "";
}

function readYaml(text: string): unknown {
  try {
    return parse(text, { schema: "core", maxAliasCount: 20, logLevel: "silent" });
  } catch {
    return undefined;
  }
}

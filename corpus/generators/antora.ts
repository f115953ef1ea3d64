/**
 * Antora: `antora.yml` describes a component; its pages lie in `modules/<module>/pages/`. The playbook, where it lies
 * beside, says how addresses are written.
 *
 * @see https://docs.antora.org/antora/latest/how-antora-builds-urls/
 */
import { posix } from "node:path";
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

/** Where a playbook and components are mostly described. */
export const PLAYBOOKS = ["antora-playbook.yml", "playbook.yml", "site.yml", "antora-playbook.yaml"];
export const USUAL_FOLDERS = ["", "docs", "documentation", "doc", "docs/antora"];

export const antora: Generator<AntoraSettings> = {
  name: "antora",
  defaults: { components: [], extensionStyle: "default", asciidocAttributes: {} },
  async detect(folder) {
    const isProject = await hasDescription(folder);
    // Loaded with the first project: every reading thread would pay for the schemas.
    return isProject ? (await import("./antora-project.ts")).readAntoraProject(folder) : undefined;
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

/** Whether a component or a playbook may be described here. */
async function hasDescription(folder: ProjectFolder): Promise<boolean> {
  for (const path of [...PLAYBOOKS, ...USUAL_FOLDERS.map(componentFile)]) {
    if ((await folder.readText(path)) !== undefined) return true;
  }
  return false;
}

export function componentFile(folder: string): string {
  return folder === "" ? "antora.yml" : `${folder}/antora.yml`;
}

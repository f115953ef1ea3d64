/** What `antora.yml` and the playbook beside it say. */
import { parse } from "yaml";
import { z } from "zod";
import {
  componentFile,
  PLAYBOOKS,
  USUAL_FOLDERS,
  type AntoraComponent,
  type AntoraSettings,
} from "./antora.ts";
import type { DetectedProject, ProjectFolder } from "./generator.ts";

const Attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish();
const Playbook = z.object({
  site: z.object({ url: z.string().nullish() }).nullish(),
  content: z
    .object({
      sources: z
        .array(
          z.object({
            branches: z.union([z.string(), z.array(z.unknown())]).nullish(),
            tags: z.unknown().optional(),
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

/** Undefined where no component is described. */
export async function readAntoraProject(
  folder: ProjectFolder,
): Promise<DetectedProject<AntoraSettings> | undefined> {
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
  // With folders named, a project that is found in one of them once more is not taken for a nearer one.
  const content = components.map((component) => component.folder);
  return { settings, basePath: pathOf(playbook?.site?.url), content, output: ["build/site"], problems };
}

async function readPlaybook(folder: ProjectFolder, problems: string[]): Promise<Playbook | undefined> {
  for (const name of PLAYBOOKS) {
    const text = (await folder.readText(name)) ?? (await folder.readAbove(name));
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
  const file = componentFile(path);
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
  const isLatest =
    typeof latest === "string" && strategy !== "redirect:from" && (!prerelease || hasOneVersion(playbook));
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

/** Of several, what is not yet released is not the latest. */
function hasOneVersion(playbook: Playbook | undefined): boolean {
  const sources = playbook?.content?.sources ?? [];
  return (
    sources.length > 0 &&
    sources.every(({ branches, tags }) => String(branches) === "HEAD" && (tags ?? "") === "")
  );
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

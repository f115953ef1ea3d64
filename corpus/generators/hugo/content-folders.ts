/** Where the content of a Hugo site lies: the folders that are mounted as its content, and the bundles in them. */
import { projectPath } from "../address.ts";
import { fieldsOf, textOf, valueAt, type Fields } from "../configuration.ts";
import type { ProjectFolder } from "../generator.ts";
import type { ContentMount, HugoSettings } from "./settings.ts";

/** Folders of content by mounts of modules, by languages, else `content`. */
export function mountsOf(fields: Fields): ContentMount[] {
  const mounts = valueAt(fields, "module", "mounts");
  const content = (Array.isArray(mounts) ? mounts : []).map(fieldsOf).flatMap((mount) => {
    const source = textOf(mount["source"]);
    const target = /^content(?:\/(.*))?$/.exec(projectPath(textOf(mount["target"]) ?? ""));
    if (source === undefined || target === null) return [];
    const folder = projectPath(source);
    // What a package or a module brings is not here.
    if (/^(?:node_modules|_vendor)(?:\/|$)/.test(folder)) return [];
    return [{ folder, target: target[1] ?? "", language: textOf(mount["lang"])?.toLowerCase() }];
  });
  if (content.length > 0) return deepestFirst(content);
  const byLanguage = Object.entries(fieldsOf(fields["languages"])).flatMap(([language, described]) => {
    const folder = textOf(fieldsOf(described)["contentdir"]);
    return folder === undefined ? [] : [{ folder: projectPath(folder), target: "", language }];
  });
  const own = projectPath(textOf(fields["contentdir"]) ?? "content");
  // Only languages without a folder of their own have this one.
  const languages = Object.keys(fieldsOf(fields["languages"]));
  const isTaken = byLanguage.length > 0 && byLanguage.length === languages.length;
  return deepestFirst([...byLanguage, ...(isTaken ? [] : [{ folder: own, target: "" }])]);
}

function deepestFirst(mounts: ContentMount[]): ContentMount[] {
  return mounts.sort((left, right) => right.folder.length - left.folder.length);
}

const BUNDLE_PAGE =
  /(?:^|\/)(_?)index\.(?:[a-z-]{2,12}\.)?(?:md|markdown|mdown|html?|adoc|asciidoc|org|rst|pandoc|pdc)$/i;

export async function bundlesOf(
  folder: ProjectFolder,
  mounts: readonly ContentMount[],
): Promise<Pick<HugoSettings, "leafBundles" | "branchBundles">> {
  const leaves = new Set<string>();
  const branches = new Set<string>();
  for (const mount of mounts) {
    for (const path of await folder.tree(mount.folder)) {
      const match = BUNDLE_PAGE.exec(path);
      if (match !== null) (match[1] === "_" ? branches : leaves).add(path.slice(0, match.index));
    }
  }
  return { leafBundles: [...leaves], branchBundles: [...branches] };
}

/** Where a file may lie that an include names: dialects look in folders of their own. */

/** A path beside the page. */
export function pagePath(path: string): string[] {
  return [path.trim().replace(/^\.\//, "")];
}

/**
 * A path that a generator looks for from the root of the project, or in these folders of it. Without configuration the
 * root is that of the content, so the first folders of the path may lie above it.
 */
export function rootPaths(path: string, folders: readonly string[]): string[] {
  const plain = path.trim().replace(/^\/+/, "");
  const isBeside = /^\.{1,2}\//.test(plain);
  const inner = plain.split("/").slice(1).join("/");
  return [
    ...(path.trim().startsWith("/") ? [] : pagePath(plain)),
    ...(isBeside
      ? []
      : [
          `/${plain}`,
          ...folders.map((folder) => `/${folder}/${plain}`),
          ...(inner === "" ? [] : [`/${inner}`]),
        ]),
  ];
}

/** A path without what tells the kind of its file, of a template without what it makes: `guide.html.md.erb` → `guide`. */
export function withoutExtension(path: string): string {
  return path.replace(/(?:\.html?)?(?:\.(?:md|markdown))?\.erb$|\.html?\.(?:md|markdown)$|\.[^./]+$/i, "");
}

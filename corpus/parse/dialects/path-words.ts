/** A path in words, where the title of the page that it leads to is not known. */

/** `../guide/getting-started.md` → "getting started": near to the title that a reader sees. */
export function wordsOfPath(target: string): string {
  const name =
    target
      .replace(/[#?].*$/, "")
      .replace(/\/$/, "")
      .split("/")
      .at(-1) ?? target;
  return name
    .replace(/\.(?:md|rst|ipynb)$/, "")
    .replace(/[-_:]+/g, " ")
    .trim();
}

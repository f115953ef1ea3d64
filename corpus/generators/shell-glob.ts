const SOURCES: Readonly<Record<string, string>> = {
  "**/": "(?:.*/)?",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
};

/** A glob of the shell as the source of an expression: `**` for any folders, `*` for what has no slash. */
export function globSource(glob: string): string {
  return glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*\*\/|\*\*|\*|\?/g, (mark) => SOURCES[mark] ?? mark);
}

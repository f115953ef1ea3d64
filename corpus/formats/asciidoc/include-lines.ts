/**
 * The lines of an included file that an include directive asks for.
 * @see https://docs.asciidoctor.org/asciidoc/latest/directives/include-lines/
 * @see https://docs.asciidoctor.org/asciidoc/latest/directives/include-tagged-regions/
 */

const TAG = /\b(tag|end)::(\S+?)\[\](?=$|[\s\-*#/])/;

export interface IncludeSelection {
  /** `1..10;15..-1` */
  lines?: string | undefined;
  /** `a;b`, `*`, `**`, `!c` */
  tags?: string | undefined;
}

export function selectLines(text: string, { lines, tags }: IncludeSelection): string {
  const all = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  if (lines !== undefined && lines !== "") return selectRanges(all, lines).join("\n");
  if (tags !== undefined && tags !== "") return selectTags(all, tags).join("\n");
  return all.filter((line) => !TAG.test(line)).join("\n");
}

function selectRanges(all: readonly string[], lines: string): string[] {
  const ranges = lines.split(/[,;]/).map((part): [number, number] => {
    const [from = "", to] = part.trim().split("..");
    const last = to === undefined ? Number(from) : to === "" || Number(to) < 0 ? all.length : Number(to);
    return [Number(from), last];
  });
  return all.filter((_, index) => ranges.some(([from, to]) => index + 1 >= from && index + 1 <= to));
}

function selectTags(all: readonly string[], wanted: string): string[] {
  const names = wanted.split(/[,;]/).map((name) => name.trim());
  const excluded = new Set(names.filter((name) => name.startsWith("!")).map((name) => name.slice(1)));
  const included = new Set(names.filter((name) => !name.startsWith("!")));
  const takesUntagged = included.has("**") || (included.size === 0 && !excluded.has("**"));
  const takesTagged = included.has("**") || included.has("*") || included.size === 0;
  const takes = (name: string): boolean =>
    included.has(name) || (takesTagged && !excluded.has(name) && !excluded.has("*"));
  const open: { name: string; isTaken: boolean }[] = [];
  return all.filter((line) => {
    const mark = TAG.exec(line);
    if (mark === null) return open.at(-1)?.isTaken ?? takesUntagged;
    const [, kind, name = ""] = mark;
    if (kind === "tag") {
      const outer = open.at(-1)?.isTaken ?? false;
      open.push({ name, isTaken: excluded.has(name) ? false : included.has(name) || outer || takes(name) });
    } else {
      const start = open.findLastIndex((tag) => tag.name === name);
      if (start !== -1) open.splice(start);
    }
    return false;
  });
}

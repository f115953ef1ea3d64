/**
 * Blocks of ReadMe's older editor, whose content is JSON: `[block:callout]{…}[/block]`. What they show is kept as Markdown.
 *
 * @see https://docs.readme.com/rdmd/docs/blocks
 */
const BLOCK = /^\[block:([a-z-]{2,30})\][ \t]*\n([^]{0,50000}?)\n?\[\/block\][ \t]*$/gm;

export function readReadmeBlocks(source: string): string {
  if (!source.includes("[block:")) return source;
  return source.replace(BLOCK, (_, kind: string, json: string) => {
    const value = parse(json);
    return value === undefined ? "" : `\n${markdownOf(kind, value)}\n`;
  });
}

type Fields = Readonly<Record<string, unknown>>;

function parse(json: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function markdownOf(kind: string, value: Fields): string {
  switch (kind) {
    case "code":
      return listOf(value["codes"])
        .map((code) => {
          const fence = "```";
          const name = textOf(code["name"]);
          return `${name === "" ? "" : `${name}:\n\n`}${fence}${textOf(code["language"])}\n${textOf(code["code"])}\n${fence}`;
        })
        .join("\n\n");
    case "parameters":
      return tableOf(value);
    case "api-header":
      return `## ${textOf(value["title"])}`;
    case "image":
      return listOf(value["images"])
        .map((image) => textOf(image["caption"]))
        .join("\n\n");
    case "embed":
    case "html":
    case "tutorial-tile":
      return textOf(value["title"]);
    default:
      return [textOf(value["title"]), textOf(value["body"])].filter((text) => text !== "").join("\n\n");
  }
}

const MAX_CELLS = 20_000;

/** `h-0` is the first head, `0-1` the second cell of the first row. */
function tableOf({ data, cols, rows }: Fields): string {
  if (!isFields(data) || typeof cols !== "number" || typeof rows !== "number") return "";
  if (!(cols >= 1 && rows >= 0 && cols * rows <= MAX_CELLS)) return "";
  const line = (row: number | "h"): string =>
    `| ${Array.from({ length: cols }, (_, column) =>
      textOf(data[`${row}-${column}`]).replace(/\n+/g, "<br>").replaceAll("|", "\\|"),
    ).join(" | ")} |`;
  const head = [line("h"), `|${" --- |".repeat(cols)}`];
  return [...head, ...Array.from({ length: rows }, (_, row) => line(row))].join("\n");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isFields) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Blocks of mdBook's preprocessors: notes that are written as code (mdbook-admonish), and tabs (mdbook-tabs).
 *
 * @see https://tommilligan.github.io/mdbook-admonish/
 */
import { isGenericNoteTitle } from "../../note-titles.ts";
import { labelLine, panelEnd, plainLabel } from "./labels.ts";

const NOTE = /^([ \t>]*)(`{3,}|~{3,})[ \t]{0,9}admonish\b([^\n]{0,500})$/;
/** Deeper than anybody nests. */
const MAX_DEPTH = 12;

export function readMdbookBlocks(source: string): string {
  const text = source.includes("{{#tab") || source.includes("{{#endtab") ? readTabs(source) : source;
  if (!/^[ \t>]*(?:`{3,}|~{3,})[ \t]*admonish\b/m.test(text)) return text;
  const result: string[] = [];
  /** Fences of the notes that are open. */
  const open: string[] = [];
  /** Of a code block, which nothing is read in. */
  let code: string | undefined;
  for (const line of text.split("\n")) {
    const [, marks = "", rest = ""] = /^[ \t>]*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    const isEnd = marks !== "" && rest.trim() === "";
    const note = code === undefined && open.length < MAX_DEPTH ? NOTE.exec(line) : null;
    if (note !== null) {
      const [, indent = "", fence = "", options = ""] = note;
      open.push(fence);
      const title = /\btitle\s*=\s*"([^"]*)"|\btitle\s*=\s*'([^']*)'/.exec(options);
      const shown = title?.[1] ?? title?.[2] ?? /^[ \t]+(?:[\w-]+[ \t]+)?"([^"]*)"/.exec(options)?.[1] ?? "";
      const isShown = shown !== "" && !isGenericNoteTitle(shown);
      result.push(indent, ...(isShown ? [indent + plainLabel(shown), indent] : []));
    } else if (code !== undefined) {
      result.push(line);
      if (isEnd && marks.startsWith(code)) code = undefined;
    } else if (isEnd && marks.startsWith(open.at(-1) ?? "\n")) {
      open.pop();
      result.push("");
    } else {
      if (marks !== "" && !(marks.startsWith("`") && rest.includes("`"))) code = marks;
      result.push(line);
    }
  }
  return result.join("\n");
}

function readTabs(source: string): string {
  return source.replace(
    /^([ \t]*)\{\{[ \t]{0,9}#(tabs|tab|endtabs|endtab)\b([^{}\n]{0,500})\}\}[ \t]*$/gm,
    (_, indent: string, kind: string, options: string) => {
      if (kind === "tab") return labelLine(/\bname\s*=\s*"([^"]*)"/.exec(options)?.[1] ?? "", indent);
      return kind === "endtab" ? panelEnd(indent) : "";
    },
  );
}

import type { Code } from "mdast";
import type { Block } from "../../core/corpus/format.ts";
import { withoutHiddenLines } from "./mdbook-code.ts";

/** `title="src/app.ts"`, `title='…'`, or VitePress's `[app.ts]`: what is shown above the code. */
const TITLE = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)')|(?:^|\s|\})\[([^\]]+)\]/;
/** `[app.ts ~devicon:typescript~]` */
const LABEL_ICON = /\s*~[\w-]+:[\w-]+~\s*$/;
/** `// [!code ++]`, `# [!code focus]`, `<!-- [!code highlight:3] -->`: for the highlighter alone. */
const HIGHLIGHT_MARK = /[ \t]*(?:\/\/|#|--|;|\/\*|<!--)\s*\[!code [^\]]*\]\s*(?:\*\/|-->)?[ \t]*$/gm;

/** Docusaurus: `// highlight-next-line` and the others take a line for themselves. Sites name more: `// error-start`. */
const HIGHLIGHT_LINE =
  /^[ \t]*(?:\/\/|#|--|;|%|\{?\/\*|<!--)[ \t]*highlight-(?:next-line|start|end)[ \t]*(?:\*\/\}?|-->)?[ \t]*(?:\n|$)/gm;
const MAGIC_LINE =
  /^[ \t]*(?:\/\/|#|\{?\/\*|<!--)[ \t]*([a-z][a-z-]{0,30})-(next-line|start|end)[ \t]*(?:\*\/\}?|-->)?[ \t]*(?:\n|$)/gm;

/** Material: `# (1)!` points to an annotation below the block; without `!` the comment stays beside the number. */
const ANNOTATION_MARK = /[ \t]*(?:\/\/|#|--|;|\/\*|<!--)[ \t]*(?:\(\d{1,2}\)!?[ \t]*)+(?:\*\/|-->)?[ \t]*$/gm;
const STRIPPED_ANNOTATION_MARK =
  /[ \t]*(?:\/\/|#|--|;|\/\*|<!--)[ \t]*(?:\(\d{1,2}\)![ \t]*)+(?:\*\/|-->)?[ \t]*$/gm;

/** A fenced or indented code block, with its title as a paragraph that introduces it. */
export function readCode(node: Code, generator = "plain"): Block[] {
  const info = [node.lang ?? "", node.meta ?? ""].join(" ");
  let code = node.value.replace(HIGHLIGHT_MARK, "").replace(HIGHLIGHT_LINE, "");
  if (generator === "docusaurus") code = withoutMagicLines(code);
  code = code.replace(/\.annotate\b/.test(info) ? ANNOTATION_MARK : STRIPPED_ANNOTATION_MARK, "");
  code = withoutHiddenLines(code, info.trim(), generator);
  if (/\btwoslash\b/.test(info)) code = visibleTwoslash(code);
  code = code.replace(/^(?:[ \t]*\n)+|\s+$/g, "");
  if (code === "") return [];
  // A label may stand where the language would.
  const title = TITLE.exec(node.lang?.startsWith("[") === true ? info : (node.meta ?? ""));
  const label = (title?.[1] ?? title?.[2] ?? title?.[3] ?? "")
    .replace(LABEL_ICON, "")
    .replace(/`/g, "'")
    .trim();
  const block: Block = { kind: "code", language: languageOf(info.trim()), code };
  return label === "" ? [block] : [{ kind: "paragraph", text: `\`${label}\`` }, block];
}

/** Comments by which a site styles lines as its configuration says: the next one, or those from a start to its end. */
function withoutMagicLines(code: string): string {
  if (!/-(?:next-line|start)/.test(code)) return code;
  const found = new Set([...code.matchAll(MAGIC_LINE)].map(([, name, place]) => `${name}-${place}`));
  return code.replace(MAGIC_LINE, (line: string, name: string, place: string) =>
    place === "next-line" || (found.has(`${name}-start`) && found.has(`${name}-end`)) ? "" : line,
  );
}

/** `ts{1,3}` and `js:line-numbers` name a language and more; Pandoc and Python-Markdown write `{ .ts }`. */
function languageOf(info: string): string {
  const written = /^\{?[ \t]*\./.test(info) ? info.replace(/^\{?[ \t]*\./, "") : info;
  return /^[\w+#.-]+/.exec(written)?.[0].toLowerCase() ?? "";
}

const TWOSLASH_CUT =
  /^[ \t]*\/\/ ---cut-start---[ \t]*\n(?:(?![ \t]*\/\/ ---cut-end---).*\n)*[ \t]*\/\/ ---cut-end---[ \t]*(?:\n|$)/gm;

/**
 * Twoslash type-checks samples: what stands before the cut, and its directives, are not shown to readers. In a
 * component of Vue the cut begins below the tag of its script.
 */
function visibleTwoslash(code: string): string {
  const lines = code.replace(TWOSLASH_CUT, "").split("\n");
  const cut = lines.findLastIndex((line) => /^\s*\/\/ ---cut(-before)?---\s*$/.test(line));
  const script = lines.slice(0, cut + 1).find((line) => /^\s*<script\b[^>]*>\s*$/.test(line));
  const after = [...(script === undefined ? [] : [script]), ...lines.slice(cut + 1)];
  const end = after.findIndex((line) => /^\s*\/\/ ---cut-after---\s*$/.test(line));
  return (end === -1 ? after : after.slice(0, end))
    .filter((line) => !/^\s*\/\/ (@\w+|\s*\^[?|])/.test(line))
    .join("\n");
}

/** Body elements as headings and blocks, in reading order. */
import type { Block } from "../../../core/corpus/format.ts";
import type { OutlineHeading, OutlineItem } from "../../parse/outline.ts";
import { listOf, paragraphOf } from "../../parse/blocks.ts";
import type { BlockRenderer } from "./block-renderer.ts";
import { normalName } from "./definitions.ts";
import { readDirective } from "./directives.ts";
import type { DocumentContext } from "./document-context.ts";
import { inlineText } from "./inline-text.ts";
import type { Entry, RstNode } from "./node.ts";
import { parseBody } from "./parse-body.ts";
import { tableItems } from "./table-directives.ts";

/** Directives in one another deeper than this are an attack or a mistake. */
const MAX_DEPTH = 40;

export function renderDocument(nodes: readonly RstNode[], context: DocumentContext): OutlineItem[] {
  /** Of the last heading: what objects stand below. */
  let depth = 1;
  let sectionAnchor = "";
  /** Adornments, each a level deeper than the one before. */
  let styles: string[] = [];
  /** Depth that the first of them stands below. */
  let base = 0;
  let level = 0;
  /** Ids of labels above what they name, the nearest first. */
  let waiting: string[] = [];
  let nesting = 0;
  /** A heading, until anything stands below it. */
  let openTitle: OutlineHeading | undefined;

  const inline = (text: string): string => inlineText(text, context).shown;

  const render = (list: readonly RstNode[]): OutlineItem[] => list.flatMap(renderNode);

  const renderNode = (node: RstNode): OutlineItem[] => {
    if (node.kind === "target") {
      if (node.name === undefined) context.ids.claim();
      else {
        const id = context.ids.claim(normalName(node.name));
        context.anchors.add(id);
        if (node.uri === "") waiting.unshift(id);
      }
      return [];
    }
    if (node.kind === "nothing") {
      if (node.isComment) openTitle = undefined;
      return [];
    }
    const labels = waiting;
    waiting = [];
    if (node.kind === "title") return renderTitle(node.text, node.style, labels);
    if (node.kind !== "directive") openTitle = undefined;
    const items = renderBlock(node);
    openTitle = undefined;
    return items;
  };

  const renderBlock = (node: Exclude<RstNode, { kind: "target" | "nothing" | "title" }>): OutlineItem[] => {
    switch (node.kind) {
      case "paragraph":
        return paragraphOf(inline(node.text));
      case "literal":
        return codeOf(node.lines, "");
      case "doctest":
        return codeOf(node.lines, "pycon");
      case "quote":
        return [
          ...render(node.children),
          ...(node.attribution === undefined ? [] : paragraphOf(`—${inline(node.attribution)}`)),
        ];
      case "list": {
        const items = node.items.map((item) => render(item));
        if (items.some((item) => item.some(({ kind }) => kind === "heading"))) return items.flat();
        return listOf(items as Block[][], { ordered: node.isOrdered, first: node.first });
      }
      case "definitions":
      case "fields":
      case "options":
        return renderEntries(node.items, node.kind);
      case "line-block":
        return paragraphOf(
          node.lines
            .map(inline)
            .filter((line) => line !== "")
            .join("\n"),
        );
      case "table":
        return tableItems(node.rows, renderer);
      case "broken-table":
        context.report(
          `a table that is drawn wrongly, since ${node.reason}: "${(node.lines[0] ?? "").slice(0, 40)}" is read as code`,
        );
        return codeOf(node.lines, "");
      case "footnote":
        return renderFootnote(node.label, node.children);
      case "directive": {
        if (nesting >= MAX_DEPTH) {
          context.drop("too-deep", node.lines.join(" "));
          return [];
        }
        nesting += 1;
        const items = readDirective(node, renderer);
        nesting -= 1;
        return items;
      }
    }
  };

  const renderTitle = (text: string, style: string, labels: readonly string[]): OutlineItem[] => {
    const { shown, name } = inlineText(text, context);
    const known = styles.indexOf(style);
    let own = known + 1;
    // A new adornment begins the level below; anywhere else docutils leaves the title out.
    let isConsistent = true;
    if (known < 0) {
      own = level + 1;
      isConsistent = level === styles.length;
      if (isConsistent) styles.push(style);
    } else isConsistent = own <= level + 1;
    level = own;
    depth = base + own;
    sectionAnchor = isConsistent ? anchorOf(name, labels) : "";
    if (shown === "") return [];
    openTitle = { kind: "heading", depth, text: shown.replace(/\n/g, " "), anchor: sectionAnchor };
    return [openTitle];
  };

  /** Sphinx puts the id of a label before one that says nothing, or looks like such. */
  const anchorOf = (name: string, labels: readonly string[]): string => {
    const id = context.ids.claim(normalName(name));
    context.anchors.add(id);
    return id.startsWith("id") && context.isSphinx ? (labels[0] ?? id) : id;
  };

  const renderEntries = (
    entries: readonly Entry[],
    kind: "definitions" | "fields" | "options",
  ): OutlineItem[] => {
    let isPlain = true;
    const items = entries.map(({ name, children }) => {
      const term = termText(name, kind);
      const read = render(children);
      isPlain &&= read.every((item) => item.kind === "paragraph");
      const [first, ...rest] = read;
      const label = /[:：?!]$/.test(term) ? term : `${term}:`;
      if (first?.kind === "paragraph") return [{ ...first, text: `${label} ${first.text}` }, ...rest];
      return [...paragraphOf(read.length === 0 ? term : label), ...read];
    });
    if (!isPlain || entries.length === 0) return items.flat();
    return listOf(items as Block[][], { ordered: false });
  };

  const termText = (name: string, kind: "definitions" | "fields" | "options"): string => {
    if (kind === "options") return name.replace(/`/g, "'");
    if (kind === "fields") return inline(name);
    // Classifiers stand behind the term.
    return name.split(/ +: +/).map(inline).join(" : ");
  };

  const renderFootnote = (label: string, children: readonly RstNode[]): OutlineItem[] => {
    const { ids, anchors } = context;
    const name = label.replace(/^[#*]/, "");
    anchors.add(ids.claim(...(name === "" ? [] : [normalName(name)])));
    const items = render(children);
    if (/^[#*\d]/.test(label)) return items;
    const [first, ...rest] = items;
    if (first?.kind === "paragraph") return [{ ...first, text: `[${label}] ${first.text}` }, ...rest];
    return [...paragraphOf(`[${label}]`), ...items];
  };

  const renderer: BlockRenderer = {
    context,
    inline,
    nodes: render,
    lines: (lines) => render(parseBody(lines, { hasTitles: false })),
    sections(lines, from) {
      if (from === "top") return render(parseBody(lines, { hasTitles: true }));
      const before = { styles, base, level };
      styles = [];
      base = depth;
      level = 0;
      const items = render(parseBody(lines, { hasTitles: true }));
      ({ styles, base, level } = before);
      return items;
    },
    titled({ text, anchor }, read) {
      const before = { depth, sectionAnchor };
      const titleDepth = depth + 1;
      depth = titleDepth;
      sectionAnchor = anchor;
      const below = read();
      ({ depth, sectionAnchor } = before);
      const resumed: OutlineItem = { kind: "heading", depth: titleDepth, text: "", anchor: sectionAnchor };
      // Nothing is said about it: the title itself is the text.
      if (below.length === 0) {
        return [{ kind: "heading", depth: titleDepth, text: "", anchor }, ...paragraphOf(text), resumed];
      }
      return [{ kind: "heading", depth: titleDepth, text, anchor }, ...below, resumed];
    },
    moveToTitle(id) {
      if (openTitle === undefined) return;
      openTitle.anchor = id;
      sectionAnchor = id;
    },
    claimName(name) {
      if (name !== undefined && name !== "") context.anchors.add(context.ids.claim(normalName(name)));
    },
  };
  return withoutEmptyParts(render(nodes));
}

function codeOf(lines: readonly string[], language: string): OutlineItem[] {
  const code = lines.join("\n").replace(/^(?:[ \t]*\n)+|\s+$/g, "");
  return code === "" ? [] : [{ kind: "code", language, code }];
}

/** Parts of sections that go on, but hold nothing. */
function withoutEmptyParts(items: readonly OutlineItem[]): OutlineItem[] {
  return items.filter((item, index) => {
    if (item.kind !== "heading" || item.text !== "") return true;
    const next = items[index + 1];
    return next !== undefined && next.kind !== "heading";
  });
}

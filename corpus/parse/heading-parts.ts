/** The leaves of a heading in reading order, as generators see them before their slug rules. */
import type { Nodes } from "mdast";
import type { HeadingPart } from "../generators/generator.ts";

/** @param source what the positions of the nodes refer to; absent where they were made of HTML. */
export function headingParts(nodes: readonly Nodes[], source: string | undefined): HeadingPart[] {
  return nodes.flatMap((node): HeadingPart[] => {
    switch (node.type) {
      case "text": {
        const written = writtenAs(node, source);
        const differs = written !== undefined && written !== node.value;
        return [{ kind: "text", value: node.value, ...(differs && { written }) }];
      }
      case "html":
        return [{ kind: "html", value: node.value }];
      case "inlineCode":
        return [{ kind: "code", value: node.value }];
      case "mdxTextExpression":
        return [{ kind: "expression", value: node.value }];
      case "image":
      case "imageReference":
        return [{ kind: "image", value: node.alt ?? "" }];
      case "break":
        return [{ kind: "break", value: "\n" }];
      case "footnoteReference":
        return [{ kind: "footnote", value: node.label ?? node.identifier }];
      case "textDirective": {
        const children = headingParts(node.children, source);
        return [{ kind: "directive", value: writtenAs(node, source) ?? `:${node.name}`, children }];
      }
      default:
        return "children" in node ? headingParts(node.children, source) : [];
    }
  });
}

function writtenAs({ position }: Nodes, source: string | undefined): string | undefined {
  const start = position?.start.offset;
  return source === undefined || start === undefined ? undefined : source.slice(start, position?.end.offset);
}

/** What directives ask of the renderer of a document. */
import type { OutlineItem } from "../../parse/outline.ts";
import type { DocumentContext } from "./document-context.ts";
import type { RstNode } from "./node.ts";

export interface BlockRenderer {
  context: DocumentContext;
  nodes: (nodes: readonly RstNode[]) => OutlineItem[];
  /** Body elements that stand in a directive. */
  lines: (lines: readonly string[]) => OutlineItem[];
  /** The same where sections may begin: their depths count from the section around, or from the top of the document. */
  sections: (lines: readonly string[], from: "here" | "top") => OutlineItem[];
  inline: (text: string) => string;
  /** What stands below a title with an id of its own; then the section goes on that it stands in. */
  titled: (title: { text: string; anchor: string }, read: () => OutlineItem[]) => OutlineItem[];
  /** The id of a module stands for that of the section whose first element it is. */
  moveToTitle: (id: string) => void;
  /** An id by which the next block is opened, besides its own. */
  claimName: (name: string | undefined) => void;
}

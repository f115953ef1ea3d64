/** What the readers of the kinds of nodes share while the outline of one page is read. */
import type { Nodes } from "mdast";
import type { HeadingSlugger } from "../generators/generator.ts";
import type { PageLink } from "./inline-text.ts";
import type { JsxElement } from "./jsx.ts";
import type { PageConstants } from "./jsx-values.ts";
import type { OutlineItem } from "./outline.ts";

export interface HeadingText {
  text: string;
  /** Of the first anchor among the heading's words: `<a id="x"></a>`. */
  anchor: string | undefined;
}

export interface TakenNames {
  /** In their order; "" for what has no name. */
  names: string[];
  /** Whether the last of them is a label, with nothing behind it. */
  endsWithLabel: boolean;
}

export interface NodeReader {
  /** Of the site, as `generator-names.ts` has it; absent where it is not known. */
  readonly generator: string | undefined;
  readonly slugger: HeadingSlugger;
  readonly constants: PageConstants;
  /** What the positions of nodes refer to; absent where they were made of HTML. */
  readonly source: string | undefined;
  /** Whether an element of HTML is open whose content is Markdown. */
  readonly isInElement: boolean;
  /** Whether what is read is part of an item of a list. */
  readonly isInItem: boolean;
  /** Of the page, in its order. */
  readonly links: PageLink[];
  /** Of the page: every id that a link may name. */
  readonly anchors: Set<string>;
  readAll(nodes: readonly Nodes[], depth: number, parent?: JsxElement): OutlineItem[];
  readItem(nodes: readonly Nodes[], depth: number): OutlineItem[];
  /** The text of phrasing content. */
  inline(nodes: readonly Nodes[]): string;
  heading(nodes: readonly Nodes[]): HeadingText;
  /** Names that things of the page take ids for, since it was asked last. */
  takenNames(): TakenNames;
  /** The text of a cell of a table. */
  cell(nodes: readonly Nodes[]): string;
}

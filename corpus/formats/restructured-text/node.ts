/** The body elements of a reStructuredText document, before directives are carried out and inline markup is read. */

export interface TableCell {
  /** Body elements of their own, as they were written. */
  lines: string[];
  /** The same as they were read, where they stand in a list. */
  children?: RstNode[];
  /** That it covers, 1 or more. */
  rows: number;
  columns: number;
}

export interface Entry {
  /** Term, name of a field, or options, with inline markup. */
  name: string;
  children: RstNode[];
  /** As it was written, without its indentation. */
  lines: readonly string[];
}

export interface Directive {
  kind: "directive";
  /** Lower case, with its domain: `py:function`. */
  name: string;
  /** What stands behind the name, and all below that is indented; the indentation is taken off. */
  lines: readonly string[];
}

export type RstNode =
  /** `style`: the characters of its adornment, twice where it has an overline. */
  | { kind: "title"; text: string; style: string }
  | { kind: "paragraph"; text: string }
  | { kind: "literal"; lines: readonly string[] }
  | { kind: "doctest"; lines: readonly string[] }
  | { kind: "quote"; children: RstNode[]; attribution?: string }
  | { kind: "list"; isOrdered: boolean; first: number; items: RstNode[][] }
  | { kind: "definitions"; items: Entry[] }
  | { kind: "fields"; items: Entry[] }
  | { kind: "options"; items: Entry[] }
  | { kind: "line-block"; lines: string[] }
  | { kind: "table"; rows: TableCell[][] }
  | { kind: "broken-table"; lines: readonly string[]; reason: string }
  | { kind: "footnote"; label: string; children: RstNode[] }
  /** `name`: undefined where it is anonymous. `uri`: "" where it names what follows. */
  | { kind: "target"; name?: string; uri: string }
  | Directive
  /** Of a comment, a transition, or a definition that is read beforehand. */
  | { kind: "nothing"; isComment: boolean };

/** What is known of a document while it is read, and what is found out about it. */
import type { RestructuredSettings } from "../../generators/sphinx/restructured-settings.ts";
import type { PageLink } from "../../parse/inline-text.ts";
import type { DropReason } from "../document.ts";
import type { Definitions } from "./definitions.ts";
import { NodeIds } from "./node-ids.ts";

export interface DocumentContext {
  settings: RestructuredSettings;
  /** Whether Sphinx shows it: it has other directives than docutils, and knows the other documents. */
  isSphinx: boolean;
  /** BCP 47. */
  language: string;
  definitions: Definitions;
  ids: NodeIds;
  links: PageLink[];
  anchors: Set<string>;
  /** The title that a reference to a label, or to a document, shows. */
  titleOf: (target: string) => string | undefined;
  include: (path: string) => string | undefined;
  drop: (reason: DropReason, text: string, kind?: "code" | "table") => void;
  /** A line of the report. */
  report: (problem: string) => void;
  state: DocumentState;
}

/** What directives set for those that follow. */
export interface DocumentState {
  defaultRole: string;
  /** Of Python, in which objects are. */
  module: string;
  /** The same of JavaScript. */
  scriptModule: string;
  className: string;
  program: string;
  /** That is being described, in documents about reStructuredText. */
  directive: string;
  /** `default-domain`. */
  domain: string;
  anonymousUri: number;
  /** The document's own file and those that are being included in it, from the outermost, as includes write them. */
  open: string[];
  /** What include directives have put into the document, in characters. */
  includedChars: number;
}

/** @param fileName without its folder */
export function newState({
  defaultRole,
  fileName,
}: {
  defaultRole: string;
  fileName: string;
}): DocumentState {
  return {
    defaultRole,
    module: "",
    scriptModule: "",
    className: "",
    program: "",
    directive: "",
    domain: "py",
    anonymousUri: 0,
    open: [fileName],
    includedChars: 0,
  };
}

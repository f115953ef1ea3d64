/** What the passes over one page know of its site. */
import type { DropReason } from "../../formats/document.ts";

export interface DialectContext {
  /** As `generator-names.ts` has it; `plain` where none is known: then only what is unmistakable is read. */
  generator: string;
  /** Of the front matter. */
  fields: Readonly<Record<string, unknown>>;
  /** BCP 47. */
  language: string;
  /** The text of a file, by its path relative to the page, or from the site's root with a leading slash. */
  include: (path: string) => string | undefined;
  /** Values of the project that double braces name; null where they are text, absent where that is not known. */
  values?: Readonly<Record<string, unknown>> | null | undefined;
  /** The title that a reference without a text shows, as Markdown; absent where a page stands alone. */
  titleOf?: (target: string) => string | undefined;
  /** What roles of the project for links show, with `%s` for what they are given, by name. */
  linkRoles?: Readonly<Record<string, string>>;
  /**
   * Runs the templates of a page as its generator does, before anything else is read; undefined where they have an error.
   * Absent where the passes over the text read them as far as they can.
   */
  fillTemplates?: (source: string) => string | undefined;
  /** Counts what a reader of the page sees, and no passage says. */
  drop: (reason: DropReason, text: string) => void;
}

/** Of a text that stands alone. */
export function standaloneContext(): DialectContext {
  return { generator: "plain", fields: {}, language: "en", include: () => undefined, drop: () => {} };
}

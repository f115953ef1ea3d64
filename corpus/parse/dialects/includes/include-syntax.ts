/** One way to write an include: a dialect has some. */
import type { IncludedFiles } from "./included-files.ts";

export interface IncludeSyntax {
  /** A text that a page without this include does not hold. */
  sign: string | RegExp;
  /**
   * What it is inside of code blocks: read like elsewhere, read where the file is found (else it is a sample of itself),
   * or always a sample.
   */
  inCode: "read" | "where-found" | "sample";
  /** Puts the files in the places of their includes. */
  expand: (source: string, files: IncludedFiles) => string;
}

/** A page of a PDF as it is drawn. Lengths are points; x from the left, y from the top of the page as it is shown. */

export interface TextRun {
  text: string;
  left: number;
  right: number;
  baseline: number;
  /** Of the font. */
  size: number;
  /** Direction of the text: 0 from left to right, 90 downwards. */
  degrees: number;
  isBold: boolean;
  isMonospaced: boolean;
}

export interface PdfPage {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  runs: TextRun[];
  /** True for a page without text that is filled by a picture. */
  isPicture: boolean;
  /** True where it holds more text than is read. */
  isCut: boolean;
}

/** A bookmark. */
export interface PdfOutlineEntry {
  title: string;
  /** From 1. */
  depth: number;
  /** From 1. */
  page: number;
}

/** Runs on one baseline without a gap that could part columns. */
export interface Segment {
  runs: TextRun[];
  left: number;
  right: number;
  baseline: number;
  /** The size that most of its characters have. */
  size: number;
}

/** What is read as one line: segments side by side in one column, in reading order. */
export interface Line {
  segments: Segment[];
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** All of its letters are. */
  isBold: boolean;
  isMonospaced: boolean;
}

/** The words that the renderer puts into an answer by itself. */
export interface AnswerLabels {
  /** Name of a box with code, before its language, and of one with a table: both scroll. */
  code: string;
  table: string;
  copy: string;
  /** Name of the button that copies code; `copy` is what it shows. */
  copyCode: string;
  wrapCode: string;
  /** Name of a citation's link: "Source 2: Title". */
  citation: (position: number, title: string) => string;
}

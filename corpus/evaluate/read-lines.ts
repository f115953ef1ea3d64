import { createReadStream } from "node:fs";

export interface NumberedLine {
  /** From 1. */
  number: number;
  /** Without the line end; undefined where the line is longer than allowed. */
  text: string | undefined;
}

/**
 * The lines of a UTF-8 file, one after the other. Memory is bounded by the longest line that is allowed: of a
 * longer one nothing is kept. A byte order mark and the carriage returns of Windows are left out.
 *
 * @throws what the file system throws, such as ENOENT.
 */
export async function* readLines(path: string, maxLineChars: number): AsyncGenerator<NumberedLine> {
  let number = 1;
  let text = "";
  let isTooLong = false;
  const finish = (): NumberedLine => {
    const line = { number, text: isTooLong ? undefined : text.replace(/\r$/, "") };
    number++;
    text = "";
    isTooLong = false;
    return line;
  };
  const append = (piece: string): void => {
    if (isTooLong || text.length + piece.length > maxLineChars) {
      isTooLong = true;
      text = "";
    } else {
      text += piece;
    }
  };
  let isFirst = true;
  for await (const data of createReadStream(path, { encoding: "utf8" })) {
    let piece = String(data);
    if (isFirst) piece = piece.replace(/^\uFEFF/, "");
    isFirst = false;
    let start = 0;
    for (let end = piece.indexOf("\n"); end !== -1; end = piece.indexOf("\n", start)) {
      append(piece.slice(start, end));
      yield finish();
      start = end + 1;
    }
    append(piece.slice(start));
  }
  if (text !== "" || isTooLong) yield finish();
}

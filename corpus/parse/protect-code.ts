const FENCE = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})(.*)$/;

/**
 * Applies `change` to the text between fenced code blocks and leaves the blocks as they are. Each piece that
 * `change` sees consists of whole lines.
 */
export function protectCode(source: string, change: (text: string) => string): string {
  const result: string[] = [];
  let pending: string[] = [];
  let fence: string | undefined;
  const flush = (): void => {
    if (pending.length > 0)
      result.push(fence === undefined ? change(pending.join("\n")) : pending.join("\n"));
    pending = [];
  };
  for (const line of source.split(/\r?\n/)) {
    const match = FENCE.exec(line);
    const marks = match?.[1] ?? "";
    const info = match?.[2] ?? "";
    if (fence === undefined && match !== null && !(marks.startsWith("`") && info.includes("`"))) {
      flush();
      fence = marks;
      pending.push(line);
    } else if (fence !== undefined && closes(marks, info, fence)) {
      pending.push(line);
      flush();
      fence = undefined;
    } else {
      pending.push(line);
    }
  }
  flush();
  return result.join("\n");
}

function closes(marks: string, info: string, fence: string): boolean {
  return marks !== "" && marks[0] === fence[0] && marks.length >= fence.length && info.trim() === "";
}

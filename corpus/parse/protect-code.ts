const FENCE = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})(.*)$/;

/**
 * Applies `change` to the text between fenced code blocks, and `changeCode` to the blocks, which stay as they are where
 * it is absent. Each piece that they see consists of whole lines.
 */
export function protectCode(
  source: string,
  change: (text: string) => string,
  changeCode: (block: string) => string = (block) => block,
): string {
  const result: string[] = [];
  let pending: string[] = [];
  let fence: string | undefined;
  const flush = (): void => {
    if (pending.length > 0) {
      const piece = pending.join("\n");
      result.push(fence === undefined ? change(piece) : changeCode(piece));
    }
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

/** A marker or link that is not finished yet would show its brackets for a moment. */
const UNFINISHED = /(?:\[\d{0,3}|!?\[[^\]\n]{0,80}\]\([^)\s]{0,200}|[*_`~]{1,3})$/;

/**
 * Prepares the open end of a growing answer for display: holds back an unfinished marker, and closes the
 * emphasis and code span that the last line has opened, so that no asterisk flashes up.
 *
 * @param tail text from the first open block on; its last block must not be a code fence.
 */
export function settleTail(tail: string): string {
  const settled = tail.replace(UNFINISHED, "").replace(/[*_~]{1,3}$/, "");
  const lineStart = settled.lastIndexOf("\n") + 1;
  const line = settled.slice(lineStart);
  if (line.trim() === "") return settled;
  const withoutCode = line.replace(/`[^`]*`/g, "");
  if (withoutCode.includes("`")) return settled + "`";
  const strong = withoutCode.split("**").length - 1;
  return strong % 2 === 1 && !/\*\*\s*$/.test(withoutCode) ? settled + "**" : settled;
}

/** Whether a code fence is open at the end of the text: its content must be left alone. */
export function endsInFence(tail: string): boolean {
  let fence = "";
  for (const [, mark = "", rest = ""] of tail.matchAll(/^ {0,3}(`{3,}|~{3,})(.*)$/gm)) {
    if (!fence) fence = mark;
    else if (mark[0] === fence[0] && mark.length >= fence.length && rest.trim() === "") fence = "";
  }
  return fence !== "";
}

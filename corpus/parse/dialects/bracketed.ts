/**
 * Replaces what stands between two marks, marks included. One pass: an opening mark that nothing closes ends the search.
 *
 * @param open a global pattern of the opening mark.
 */
export function replaceBracketed(
  text: string,
  open: RegExp,
  close: string,
  replacement: (whole: string) => string,
): string {
  let result = "";
  let start = 0;
  for (const match of text.matchAll(open)) {
    if (match.index < start) continue;
    const end = text.indexOf(close, match.index + match[0].length);
    if (end === -1) break;
    result += text.slice(start, match.index) + replacement(text.slice(match.index, end + close.length));
    start = end + close.length;
  }
  return result + text.slice(start);
}

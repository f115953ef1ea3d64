const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * JSON as templates write it, as JSON: without comments and CDATA marks around or between its parts, without commas
 * before an end, and with the line ends inside of strings escaped. One pass, so that no text takes long.
 */
export function mendJson(text: string): string {
  const pieces: string[] = [];
  let index = 0;
  while (index < text.length) {
    const character = text[index] ?? "";
    const two = text.slice(index, index + 2);
    if (character === '"') {
      const end = endOfString(text, index);
      pieces.push(text.slice(index, end).replace(/\p{Cc}/gu, (control) => ESCAPES[control] ?? " "));
      index = end;
    } else if (two === "/*") {
      index = after(text, "*/", index + 2);
    } else if (text.startsWith("<![CDATA[", index)) {
      index += "<![CDATA[".length;
    } else if (text.startsWith("<!--", index)) {
      index += "<!--".length;
    } else if (text.startsWith("-->", index) || text.startsWith("]]>", index)) {
      index += 3;
    } else if (two === "//") {
      const mark = text.slice(index, index + 20);
      // `//<![CDATA[` hides a mark from scripts; the text goes on behind it.
      index = /^\/\/\s*(?:<!\[CDATA\[|\]\]>)/.test(mark) ? index + 2 : after(text, "\n", index + 2);
    } else {
      if ((character === "}" || character === "]") && pieces.length > 0) dropLastComma(pieces);
      pieces.push(character);
      index += 1;
    }
  }
  return pieces.join("").trim().replace(/;$/, "");
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === "\\" ? 2 : 1;
  return Math.min(text.length, index + 1);
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** White space between the comma and the end means nothing, so it may go too. */
function dropLastComma(pieces: string[]): void {
  while (pieces.length > 0 && pieces.at(-1)?.trim() === "") pieces.pop();
  if (pieces.at(-1) === ",") pieces.pop();
}

/** Lines that are put into a Markdown page: behind the indentation of their place, and as a code block. */

/** Every line of a text behind the same indentation, as includes in lists and notes need it. */
export function indented(text: string, indent: string): string {
  return indent === ""
    ? text
    : text
        .split("\n")
        .map((line) => (line === "" ? line : indent + line))
        .join("\n");
}

/** A text as a code block: its fence is longer than any in the text. */
export function fenced(code: string, info: string, indent = ""): string {
  const longest = [...code.matchAll(/`{3,}/g)].reduce((length, [run]) => Math.max(length, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return indented([`${fence}${info}`, code.replace(/\n+$/, ""), fence].join("\n"), indent);
}

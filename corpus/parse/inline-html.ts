/** A line of Markdown as HTML, for a place where nobody reads Markdown: emphasis, code and links. */
export function inlineHtml(line: string): string {
  return line
    .replace(/`([^`\n]+)`/g, "<code>$1</code>")
    .replace(/(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "<strong>$2</strong>")
    .replace(/(?<![\\\w])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?!\w)/g, "<em>$2</em>")
    .replace(/\[([^\]\n]*)\]\(([^()\s]*)\)/g, '<a href="$2">$1</a>');
}

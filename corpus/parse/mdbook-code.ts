/**
 * Lines of samples that the site hides: they make the sample compile, and readers never see them.
 *
 * @see https://rust-lang.github.io/mdBook/format/mdbook.html#hiding-code-lines
 */

/** Attributes that only rustdoc and mdBook give a block of code. */
const RUSTDOC =
  /\b(?:editable|ignore|should_panic|no_run|compile_fail|mdbook-runnable|noplayground|noplaypen|edition20\d\d|E\d{4})\b/;

export function withoutHiddenLines(code: string, info: string, generator: string): string {
  const own = /\bhidelines=([^\s,`]+)/.exec(info)?.[1];
  if (own !== undefined) {
    return code
      .split("\n")
      .filter((line) => !line.trimStart().startsWith(own))
      .join("\n");
  }
  const language = /^[{.]*([\w+-]+)/.exec(info)?.[1]?.toLowerCase();
  if (language !== "rust" && language !== "rs") return code;
  const isBook = generator === "mdbook" || RUSTDOC.test(info);
  // Elsewhere a text in quotes may hold such lines.
  if (!isBook && /r#+"|"""/.test(code)) return code;
  return code
    .split("\n")
    .flatMap((line) => {
      const [, indent = "", next = "", rest = ""] = /^(\s*)#(.?)(.*)$/.exec(line) ?? [];
      if (!/^\s*#/.test(line)) return [line];
      if (next === "#" && isBook) return [`${indent}#${rest}`];
      if (next === "!" || next === "[") return [line];
      return next === "" || next === " " || isBook ? [] : [line];
    })
    .join("\n");
}

/** Shortcodes that are code or stand in it: Hugo runs them there as everywhere. */
import { literalBraces } from "../../marks.ts";
import type { DialectContext } from "../dialect-context.ts";
import { printedValue, type ValueLookup } from "../site-values.ts";
import { findShortcodes, parameter, positional } from "./find-shortcodes.ts";
import { createTemplateLookup, shownBy } from "./shortcode-templates.ts";

/** The language of a body where the shortcode names none. */
const CODE_BODIES: Readonly<Record<string, string>> = {
  "highlight": "",
  "code": "",
  "codeblock": "",
  "code-block": "",
  "code-toggle": "toml",
  "prism": "",
};
/** Blocks of code first: they are code to all passes that follow. */
export function fenceHugoCode(source: string): string {
  if (!source.includes("{{")) return source;
  return source
    .replace(
      /^([ \t]*)\{\{([<%])[ \t]{0,9}(highlight|code-toggle|code-block|codeblock|code|prism)\b([^\n]{0,500}?)[>%]\}\}[ \t]*\n?/gm,
      (whole, indent: string, _, name: string, options: string) => {
        if (options.trimEnd().endsWith("/")) return whole;
        const named = /\b(?:lang|language|type)\s*=\s*"?([\w+#-]+)/.exec(options)?.[1];
        const file = /\b(?:file|filename|title)\s*=\s*"?([^"\s]+)/.exec(options)?.[1];
        const first = /^\s*"?([\w+#-]+)"?(?:\s|$)/.exec(options)?.[1];
        const language = named ?? first ?? CODE_BODIES[name.toLowerCase()] ?? "";
        const extension = file === undefined ? undefined : /\.(\w+)$/.exec(file)?.[1];
        const info = `${language === "" ? (extension ?? "") : language}`;
        return `${indent}\`\`\`\`${info}${file !== undefined && name === "code" ? ` [${file}]` : ""}\n`;
      },
    )
    .replace(
      /\n?[ \t]*\{\{[<%][ \t]{0,9}\/[ \t]{0,9}(?:highlight|code-toggle|code-block|codeblock|code|prism)[ \t]{0,9}[>%]\}\}/g,
      "\n````",
    );
}

/** Shortcodes that are shown as text have their name in a comment of C. In code as well. */
export function literalShortcodes(text: string): string {
  return text.replace(
    /\{\{([<%])\/\*([^\n]{0,1000}?)\*\/([>%])\}\}/g,
    (_, open: string, inner: string, close: string) => literalBraces(`{{${open}${inner}${close}}}`),
  );
}

/**
 * Code with what its shortcodes show. Those with a body leave it as it is.
 *
 * @param omit what stands for a value that is not known
 */
export function shortcodesInCode(
  code: string,
  context: DialectContext,
  lookup: ValueLookup,
  omit: () => string,
): string {
  const { text, shortcodes, ends } = findShortcodes(code);
  const templateOf = createTemplateLookup(context);
  let result = "";
  let start = 0;
  for (const [index, shortcode] of shortcodes.entries()) {
    result += text.slice(start, shortcode.at);
    start = shortcode.at + shortcode.text.length;
    if (shortcode.isClosing || ends.has(index)) continue;
    const template = templateOf(shortcode.writtenName);
    if (/^(?:param|params|siteparam)$/.test(shortcode.name)) {
      result +=
        printedValue(lookup(positional(shortcode) ?? parameter(shortcode, "name", "key") ?? "")) ?? omit();
    } else if (template?.showsMore === false) result += shownBy(template, shortcode);
    else result += omit();
  }
  return result + text.slice(start);
}

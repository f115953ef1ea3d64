/**
 * What an author writes between the lines for nobody to read: `%%comments%%` and `^block-ids` of Obsidian, `{# comments #}`
 * of Jinja and Nunjucks, `<%# comments %>` of ERB and EJS. What `<%= … %>` shows is only known when the site is built.
 *
 * @see https://help.obsidian.md/syntax
 */
import { UNKNOWN_VALUE } from "../marks.ts";

const OBSIDIAN_COMMENT = /(?<![\w%\\])%%(?=[^%])(?:[^%]|%(?!%)){1,2000}%%(?![\w%])/g;
const BLOCK_ID =
  /(?<=[\p{L}\p{N}.!?…"'”’)\]*_~`])[ \t]+\^[a-zA-Z][\w-]{1,60}[ \t]*$|^\^[a-zA-Z][\w-]{1,60}[ \t]*$/gmu;
const JINJA_COMMENT = /\{#(?!\})(?:[^#]|#(?!\})){0,2000}#\}/g;
const EMBEDDED_VALUE = /<%[=-](?:[^%]|%(?!>)){1,1000}%>/g;
const EMBEDDED_CODE = /<%(?![=%-])(?:[^%]|%(?!>)){1,1000}%>/g;

/** @param generator of Middleman, marks of ERB are text where it has not run them. */
export function withoutUnseenNotes(source: string, generator: string): string {
  let text = source;
  if (text.includes("%%")) text = text.replace(OBSIDIAN_COMMENT, "");
  if (text.includes("^")) text = text.replace(BLOCK_ID, "");
  if (text.includes("#}")) text = text.replace(JINJA_COMMENT, "");
  if (text.includes("<%") && generator !== "middleman")
    text = text.replace(EMBEDDED_VALUE, UNKNOWN_VALUE).replace(EMBEDDED_CODE, "");
  return text;
}

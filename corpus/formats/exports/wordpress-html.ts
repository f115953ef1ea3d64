/**
 * The text of a post as its page shows it: shortcodes give way to what they enclose, and lines of the classic editor
 * become paragraphs.
 *
 * @see https://codex.wordpress.org/Shortcode
 * @see https://developer.wordpress.org/reference/functions/wpautop/
 */

/** What these enclose is an address or settings. */
const WITHOUT_TEXT =
  /\[(embed|audio|video|playlist|gallery|googlemaps|wpvideo|youtube|vimeo|soundcloud|contact-form-7|gravityform|ninja_form|wpforms|mc4wp_form|code_snippet)\b[^\]]{0,2000}\](?:[^[]{0,5000}\[\/\1\])?/gi;
/** Names of shortcodes are lower case; brackets of authors hold numbers and sentences. */
const OPENING = /\[([a-z][a-z\d_-]{1,50})(\s[^\][]{0,2000})?\s?\/?\]/g;
const ESCAPED = /\[(\[[^\][]{0,2000}\])\]/g;
const KNOWN_BARE =
  /^(?:caption|gallery|embed|audio|video|playlist|toc|contact-form|sitemap|recent_posts|more|nextpage|row|column|col|button|tabs|tab|accordion|toggle|box|quote|highlight|spacer|divider|clear)$/;

export function wordpressHtml(content: string): string {
  const withoutShortcodes = removeShortcodes(content);
  return /<!--\s*wp:/.test(content) ? withoutShortcodes : paragraphs(withoutShortcodes);
}

function removeShortcodes(content: string): string {
  const pieces = content.split(/(<pre\b[\s\S]*?<\/pre>|<code\b[\s\S]*?<\/code>)/i);
  const closed = new Set([...content.matchAll(/\[\/([a-z][a-z\d_-]{1,50})\]/g)].map(([, name = ""]) => name));
  return pieces
    .map((piece, index) => {
      // Between them lie the pieces of code, where brackets are brackets.
      if (index % 2 === 1) return piece;
      const kept: string[] = [];
      const marked = piece.replace(ESCAPED, (_, inner: string) => `\uE000${kept.push(inner) - 1}\uE000`);
      return marked
        .replace(WITHOUT_TEXT, "")
        .replace(OPENING, (whole, name: string, attributes: string | undefined) =>
          closed.has(name) || KNOWN_BARE.test(name) || /=\s*["'\d]/.test(attributes ?? "") ? "" : whole,
        )
        .replace(/\[\/[a-z][a-z\d_-]{1,50}\]/g, "")
        .replace(/\uE000(\d+)\uE000/g, (_, number: string) => kept[Number(number)] ?? "");
    })
    .join("");
}

const BLOCK =
  /^<\/?(?:p|div|ul|ol|li|dl|dt|dd|h[1-6]|table|thead|tbody|tfoot|tr|td|th|pre|blockquote|figure|figcaption|section|article|aside|details|summary|form|hr|iframe|address|style|script)\b/i;

/** A line that is empty ends a paragraph, and any other line end is a break. */
function paragraphs(html: string): string {
  return html
    .split(/(<pre\b[\s\S]*?<\/pre>)/i)
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      return piece
        .replace(/\r\n?/g, "\n")
        .split(/\n[ \t]*\n+/)
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .map((part) => (BLOCK.test(part) ? part : `<p>${part.replace(/\n/g, "<br>")}</p>`))
        .join("\n");
    })
    .join("\n")
    .trim();
}

/** Helpers of Middleman and of the Tech Docs Template that pages call, as the HTML that they write. */
import { shownText, UNKNOWN, isHash } from "./ruby-value.ts";
import type { RubyArguments } from "./evaluate-ruby.ts";

/** @param block what stands between the call and its `end`; undefined where it has none. Undefined for other names. */
export function callHelper(name: string, given: RubyArguments, block?: string): unknown {
  const helper = HELPERS.get(name);
  if (helper !== undefined) return helper(given, block);
  if (isSilent(name)) return "";
  if (name.startsWith("govuk")) return componentText(given, block);
  return block;
}

type Helper = (given: RubyArguments, block: string | undefined) => unknown;

const HELPERS: ReadonlyMap<string, Helper> = new Map<string, Helper>([
  [
    "link_to",
    ({ list }, block) => {
      const [text, address] = block === undefined ? list : [block, list[0]];
      const shown = shownText(text);
      const target = shownText(address ?? text);
      if (shown === undefined) return UNKNOWN;
      const words = block ?? escapeHtml(shown);
      return target === undefined ? words : `<a href="${escapeHtml(target)}">${words}</a>`;
    },
  ],
  [
    "mail_to",
    ({ list: [address, text] }) => {
      const target = shownText(address);
      const shown = shownText(text ?? address);
      if (shown === undefined || target === undefined) return UNKNOWN;
      return `<a href="mailto:${escapeHtml(target)}">${escapeHtml(shown)}</a>`;
    },
  ],
  [
    "image_tag",
    ({ list, named }) => {
      const path = shownText(list[0]);
      const alternative = shownText(named["alt"]) ?? "";
      return path === undefined ? "" : `<img src="${escapeHtml(path)}" alt="${escapeHtml(alternative)}">`;
    },
  ],
  ["warning_text", ({ list: [text] }) => inParagraph(text)],
  ["content_tag", contentTag],
  ["tag", contentTag],
  ["h", escaped],
  ["html_escape", escaped],
  ["escape_html", escaped],
  ["raw", ({ list: [text] }) => text],
  ["concat", ({ list: [text] }) => text],
  ["url_for", ({ list: [address] }) => address],
  ["image_path", ({ list: [address] }) => address],
  ["asset_path", ({ list }) => list.at(-1)],
  ["format_date", ({ list: [date] }) => formatDate(date)],
]);

/** What stands in the frame of a page, or is no text. */
const SILENT =
  /^(?:stylesheet_link_tag|javascript_include_tag|favicon_tag|auto_discovery_link_tag|yield_content|content_for|set_meta_tags|inline_svg|livereload)$/;

export function isSilent(name: string): boolean {
  return SILENT.test(name);
}

function contentTag({ list, named }: RubyArguments, block: string | undefined): unknown {
  const [element, text] = list;
  const words = block ?? shownText(text);
  if (typeof element !== "string" || !/^[a-z][a-z\d]*$/i.test(element) || words === undefined) return UNKNOWN;
  const id = shownText(named["id"]) ?? "";
  return `<${element}${id === "" ? "" : ` id="${escapeHtml(id)}"`}>${words}</${element}>`;
}

/** Of the Design System: `text` or `html` of its first table, and what it encloses. */
function componentText({ list, named }: RubyArguments, block: string | undefined): unknown {
  const [first] = list;
  const fields = isHash(first) ? { ...first, ...named } : named;
  const texts = [fields["summaryText"], fields["titleText"], fields["text"], fields["html"], block].filter(
    (text) => typeof text === "string" && text !== "",
  );
  return texts.length === 0 ? UNKNOWN : texts.map(inParagraph).join("\n");
}

function inParagraph(text: unknown): unknown {
  const shown = shownText(text);
  return shown === undefined ? UNKNOWN : `<p>${shown}</p>`;
}

function escaped({ list: [text] }: RubyArguments): unknown {
  const shown = shownText(text);
  return shown === undefined ? UNKNOWN : escapeHtml(shown);
}

/** The day without a zero in front: `5 April 2024`. */
function formatDate(date: unknown): unknown {
  const time = Date.parse(shownText(date) ?? "");
  if (Number.isNaN(time)) return UNKNOWN;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(time);
}

function escapeHtml(text: string): string {
  return text
    .replace(/&(?!#?\w{1,40};)/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

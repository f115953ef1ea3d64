/**
 * Marks inside of lines, of pymdownx, CriticMarkup, Obsidian and others: `==marked==`, `^^inserted^^`, `++ctrl+c++`,
 * `:material-check:`, `{++added++}`, `[[page|text]]`. Read only where they can be nothing else: `a++ + b++` is C++,
 * `x == y == z` a comparison.
 *
 * @see https://facelessuser.github.io/pymdown-extensions/
 */
import type { DialectContext } from "./dialect-context.ts";

const ICON =
  /:(material|octicons|fontawesome|simple|lucide|bootstrap|tabler|heroicons|mdi)[-:]([a-z\d][a-z\d-]{0,80}):(?:\{[^{}\n]{0,200}\})?/g;
/** Standing for itself: not a role as of reStructuredText, which a backtick follows. */
const EMOJI = /(?<=^|[\s([])(?::[a-z][\w-]{0,60}:|:[+-]1:)(?=[\s.,;!?)\]]|$)/gim;
const CRITIC =
  /\{\+\+([^{}]{1,1000}?)\+\+\}|\{--([^{}]{1,1000}?)--\}|\{~~([^{}]{0,1000}?)~>([^{}]{0,1000}?)~~\}|\{==([^{}]{1,1000}?)==\}|\{>>([^{}]{0,1000}?)<<\}/g;
/** @see https://docs.gitlab.com/user/markdown/#inline-diff */
const GITLAB_ADDED = /\[\+ ([^\n+]{1,500}?) \+\]|\{\+ ([^\n+]{1,500}?) \+\}/g;
const GITLAB_REMOVED = /\[- [^\n[\]]{1,500}? -\]|\{- [^\n{}]{1,500}? -\}/g;
const MARKED = /(?<![\w=!<>\\])==(?=[^\s=])([^=\n]{1,500}?)(?<=\S)==(?![\w=])/g;
const INSERTED = /(?<![\w^\\])\^\^(?=[^\s^])([^^\n]{1,500}?)(?<=\S)\^\^(?![\w^])/g;
const KEYS =
  /(?<![\w+\\])\+\+((?:"[^"\n]{1,50}"|[\w-]{1,30})(?:\+(?:"[^"\n]{1,50}"|[\w-]{1,30})){0,6})\+\+(?![\w+])/g;
const SUPERSCRIPT = /(?<=[\p{L}\p{N})])\^([\p{L}\p{N}+-]{1,20})\^/gu;
const WIKI_LINK = /(!?)\[\[([\p{L}\p{N}][^[\]\n|\\]{0,200})(?:\\?\|([^[\]\n]{1,200}))?\]\](?![([])/gu;
const ABBREVIATION = /^[ ]{0,3}\*\[[^\]\n]{1,100}\]:[ \t]*\S.*$/gm;

const KEY_NAMES: Readonly<Record<string, string>> = {
  ctrl: "Ctrl",
  control: "Ctrl",
  cmd: "Cmd",
  command: "Cmd",
  meta: "Meta",
  win: "Win",
  windows: "Win",
  alt: "Alt",
  option: "Option",
  opt: "Option",
  shift: "Shift",
  fn: "Fn",
  esc: "Esc",
  escape: "Esc",
  del: "Del",
  delete: "Delete",
  ins: "Ins",
  pg: "Page",
};
const NAMED_KEY =
  /^(?:f\d{1,2}|enter|return|tab|space|spacebar|backspace|home|end|page-?(?:up|down)|(?:arrow-)?(?:up|down|left|right)|caps-?lock|num-?lock|print-?screen|scroll-?lock|pause|break|insert|menu|plus|minus)$/;

export function readInlineMarks(source: string, { generator, include }: DialectContext): string {
  const isMkdocs = generator === "mkdocs";
  let text = source;
  if (text.includes(":")) {
    // In the cell of a table that holds nothing else an icon is all that is said.
    text = text.replace(ICON, (icon, _, __, offset: number) =>
      isAloneInCell(text, offset, icon.length) ? icon.replace(/\{.*$/, "") : "",
    );
    const mkdocsFile = (): string => include("/mkdocs.yml") ?? include("/mkdocs.yaml") ?? "";
    if (isMkdocs && text.search(EMOJI) >= 0 && mkdocsFile().includes("pymdownx.emoji"))
      text = text.replace(EMOJI, (emoji, offset: number) =>
        isAloneInCell(text, offset, emoji.length) ? emoji : "",
      );
  }
  if (/\{(?:\+\+|--|~~|==|>>)/.test(text)) {
    text = text.replace(
      CRITIC,
      (_, added = "", __, ___, replacement = "", marked = "") => `${added}${replacement}${marked}`,
    );
  }
  if (/[[{][+-] /.test(text)) text = text.replace(GITLAB_ADDED, "$1$2").replace(GITLAB_REMOVED, "");
  if (text.includes("==")) text = text.replace(MARKED, "$1");
  if (text.includes("^^")) text = text.replace(INSERTED, "$1");
  if (text.includes("++"))
    text = text.replace(KEYS, (whole, keys: string) => keyNames(keys, isMkdocs) ?? whole);
  if (isMkdocs && text.includes("][")) {
    // A reference to an API or to a heading elsewhere, which a plug-in resolves: `[text][package.name]`.
    const defined = new Set([...source.matchAll(/^ {0,3}\[([^\]\n]{1,200})\]:/gm)].map(([, id]) => id));
    text = text.replace(
      /(?<!!)\[([^[\]\n]{1,200})\]\[([\w./-]{1,200})\]/g,
      (whole, label: string, target: string) => (defined.has(target) ? whole : label),
    );
  }
  if (isMkdocs && text.includes("^")) text = text.replace(SUPERSCRIPT, "^$1");
  if (text.includes("*[")) text = text.replace(ABBREVIATION, "");
  if (text.includes("[[")) text = text.replace(WIKI_LINK, wikiText);
  return text;
}

function isAloneInCell(text: string, offset: number, length: number): boolean {
  const before = /(\|)[ \t]*$/.exec(text.slice(Math.max(0, offset - 80), offset));
  const after = /^[ \t]*(?:\{[^{}\n]{0,200}\})?[ \t]*(?:\||\n|$)/.exec(
    text.slice(offset + length, offset + length + 280),
  );
  return before !== null && after !== null;
}

/** `ctrl+c` → "Ctrl+C"; undefined where it may be no key at all. */
function keyNames(written: string, isSure: boolean): string | undefined {
  const keys = written.match(/"[^"]*"|[^+]+/g) ?? [];
  const isKey = (key: string): boolean =>
    Object.hasOwn(KEY_NAMES, key.toLowerCase()) || NAMED_KEY.test(key.toLowerCase());
  if (!isSure && !keys.some(isKey)) return undefined;
  return keys
    .map((key) => {
      if (key.startsWith('"')) return key.slice(1, -1);
      const known = Object.hasOwn(KEY_NAMES, key.toLowerCase()) ? KEY_NAMES[key.toLowerCase()] : undefined;
      return (
        known ??
        key
          .split("-")
          .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
          .join(" ")
      );
    })
    .join("+");
}

/** `[[nodiscard]]` is C++, `[[1, 2]]` a list of lists; a page has a name with a capital, a space, a path or a text. */
function wikiText(whole: string, embed: string, target: string, text: string | undefined): string {
  if (/^_?to(?:c|sp)_?$/i.test(target)) return whole;
  if (text === undefined && (!/[\p{Lu}\s/#]/u.test(target) || /["',;=()]/.test(target))) return whole;
  if (embed === "!") return /\.\w{2,4}$/.test(target) ? "" : whole;
  return text?.trim() ?? target.replace(/\.md$/, "").replace(/#\^?/g, " > ").replace(/^ > /, "").trim();
}

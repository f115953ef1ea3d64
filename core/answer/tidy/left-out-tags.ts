/**
 * HTML in a reply, which nobody asked for and nobody renders: its tags are left out and its words stay. A tag that the
 * pages or the question hold is spoken of and stays, and so does what is no element of HTML: "Array<string>".
 */
export type TagStep = { consumed: number; output: string; citation?: string } | "incomplete";

const ELEMENTS = new Set(
  "a abbr article aside b big blockquote body br button center cite code dd del details div dl dt em figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main mark meta nav object ol p pre q ref s script section small span strong style sub summary sup svg table tbody td tfoot th thead title tr u ul video".split(
    " ",
  ),
);
/** What these hold is no text. */
const SILENT = new Set(["script", "style", "iframe", "svg", "object"]);

const TAG = /^<(\/?)([a-z][a-z0-9]{0,12})(\s[^<>]{0,400}|)\/?>/i;
const MAY_BECOME_TAG = /^<\/?(?:[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,400})?\/?)?$/i;
const COMMENT = /^<!--[\s\S]{0,400}?-->/;
const MAY_BECOME_COMMENT = /^<!(?:-(?:-[\s\S]{0,400})?)?$/;
/** `<sup>[1]</sup>` and its like are citations. */
const CITATION =
  /^<(sup|cite|ref|citation|source)>\s{0,2}\[?\s{0,2}(\d{1,3}(?:\s{0,2}[,;]\s{0,2}\d{1,3}){0,5})\s{0,2}\]?\s{0,2}<\/\1>/i;
const MAY_BECOME_CITATION =
  /^<(?:sup|cite|ref|citation|source)>\s{0,2}\[?[\d,;\s]{0,20}\]?\s{0,2}(?:<\/?[a-z]{0,8})?$/i;
/** A line of the prompt that fences its data, copied or made up. */
const FENCE = /^<\/?[a-z]{2,16}(?: \d{1,3})? [0-9a-f]{16,64}>/i;
const MAX_SILENT_CHARS = 2_000;

export function createTagReader(
  isQuoted: (text: string) => boolean,
): (text: string, place: { isEnd: boolean; isInTable: boolean }) => TagStep {
  return (text, { isEnd, isInTable }) => {
    const start = text.slice(0, 500);
    if (!isEnd && MAY_BECOME_CITATION.test(start)) return "incomplete";
    const citation = CITATION.exec(start);
    if (citation !== null && !isQuoted(citation[0]))
      return { consumed: citation[0].length, output: "", citation: citation[2] ?? "" };
    if (!isEnd && (MAY_BECOME_TAG.test(start) || MAY_BECOME_COMMENT.test(start))) {
      const name = /^<\/?([a-z][a-z0-9]*)\s/i.exec(start)?.[1]?.toLowerCase();
      const isFence = /^<\/?[a-z]{2,16} (?:\d{1,3} )?[0-9a-f]{0,64}$|^<\/?[a-z]{2,16} \d{0,3}$/i.test(start);
      if (name === undefined || ELEMENTS.has(name) || isFence) return "incomplete";
    }
    const dropped = COMMENT.exec(start)?.[0] ?? FENCE.exec(start)?.[0];
    if (dropped !== undefined && !isQuoted(dropped)) return { consumed: dropped.length, output: "" };
    const tag = TAG.exec(start);
    const name = tag?.[2]?.toLowerCase() ?? "";
    if (tag === null || !ELEMENTS.has(name) || isSpokenOf(tag, name)) return { consumed: 1, output: "<" };
    const [whole, closes = ""] = tag;
    if (SILENT.has(name) && closes === "" && !whole.endsWith("/>")) {
      const close = new RegExp(`</${name}\\s{0,3}>`, "i").exec(text);
      if (close !== null) return { consumed: close.index + close[0].length, output: "" };
      if (!isEnd && text.length < MAX_SILENT_CHARS) return "incomplete";
    }
    return { consumed: whole.length, output: name === "br" ? (isInTable ? " " : "\n") : "" };
  };

  function isSpokenOf([whole]: RegExpExecArray, name: string): boolean {
    return isQuoted(whole) || isQuoted(`<${name}>`) || isQuoted(`<${name} `) || isQuoted(`</${name}>`);
  }
}

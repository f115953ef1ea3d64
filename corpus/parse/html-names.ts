/** Elements that Markdown authors use inline. A tag of any other name may be text, such as `vector<int>`. */
const HTML_NAMES = new Set(
  (
    "a abbr address article aside audio b bdi bdo blockquote body br button canvas caption center cite code col " +
    "colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 " +
    "h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta " +
    "nav nobr noscript object ol optgroup option output p picture pre q rp rt ruby s samp script section select " +
    "slot small source span strike strong style sub summary sup svg path table tbody td template textarea tfoot th " +
    "thead time title tr track tt u ul use var video wbr"
  ).split(" "),
);

export interface InlineTag {
  name: string;
  closing: boolean;
  attributes: string;
  selfClosing: boolean;
}

/** Reads one tag; undefined for comments, declarations and what is no tag. */
export function readTag(html: string): InlineTag | undefined {
  const match = /^<(\/?)([A-Za-z][\w:.-]*)([\s\S]*?)(\/?)>$/.exec(html);
  if (match === null) return undefined;
  return {
    closing: match[1] === "/",
    name: match[2] ?? "",
    attributes: (match[3] ?? "").trim(),
    selfClosing: match[4] === "/",
  };
}

export function isHtmlName(name: string): boolean {
  return HTML_NAMES.has(name.toLowerCase());
}

export function tagAttribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  );
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

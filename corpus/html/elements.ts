/** Elements by what a browser makes of them. */

/** Never text of the page, wherever it stands. */
export const MACHINERY: ReadonlySet<string> = new Set(
  (
    "script style template noscript svg iframe object embed canvas audio video link meta head base input select " +
    "textarea datalist progress meter map area param source track dialog frameset frame applet lite-youtube lite-vimeo"
  ).split(" "),
);

/** Stand on lines of their own. An element of another name, a custom one too, is part of the text around it. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section " +
    "summary table tbody td tfoot th thead tr caption ul xmp"
  ).split(" "),
);

export function isBlockName(name: string): boolean {
  return BLOCKS.has(name);
}

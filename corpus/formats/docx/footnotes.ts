/** Notes of a converted document stand at its end; a reader needs them where they are referred to. */

const REFERENCE = /<sup><a href="#((?:foot|end)note-\d+)"[^>]*>\[\d+\]<\/a><\/sup>/g;
const NOTE = /<li id="((?:foot|end)note-\d+)">([\s\S]*?)<\/li>/g;
const BACK = /\s*<a href="#(?:foot|end)note-ref-\d+">[^<]*<\/a>/g;

/** Puts each note in brackets behind what refers to it. */
export function footnotesInPlace(html: string): string {
  const list = /<ol><li id="(?:foot|end)note-\d+">[\s\S]*<\/ol>$/.exec(html);
  if (list === null) return html;
  const notes = new Map<string, string>();
  for (const [, id = "", content = ""] of list[0].matchAll(NOTE)) {
    notes.set(
      id,
      content
        .replace(BACK, "")
        .replace(/<\/?(?:p|ol|ul|li|table|tr|td|tbody|h[1-6])\b[^>]*>/g, " ")
        .trim(),
    );
  }
  return html.slice(0, list.index).replace(REFERENCE, (whole, id: string) => {
    const note = notes.get(id);
    return note === undefined || note === "" ? whole : ` (${note})`;
  });
}

/**
 * The objects in `entities.xml` of a Confluence space that was exported as XML: machine-written, an object an element,
 * never one in another. Texts stand in CDATA sections, as they are.
 *
 * @see https://confluence.atlassian.com/doc/export-content-to-word-pdf-html-and-xml-139475.html
 */
import { decodeReferences } from "../../parse/character-references.ts";

export interface ConfluenceObject {
  class: string;
  id: string;
  /** Texts, and ids of other objects, by property. */
  properties: ReadonlyMap<string, string>;
}

const START = /<object class="([\w.]+)"[^<>]*>/g;
const PROPERTY =
  /<property name="([\w.]{1,80})"[^<>]*>\s*(?:<id name="\w+">\s*(?:<!\[CDATA\[)?([^<\]]*)|(<!\[CDATA\[|[^<]*))/g;
const ID = /<id name="id">\s*(?:<!\[CDATA\[)?(\w+)/;

/**
 * @param classes of the objects that are read; the others are passed over.
 * @throws Error with one line where the text ends in the middle of an object.
 */
export function* confluenceObjects(text: string, classes: ReadonlySet<string>): Generator<ConfluenceObject> {
  START.lastIndex = 0;
  let from = 0;
  for (;;) {
    START.lastIndex = from;
    const start = START.exec(text);
    if (start === null) return;
    const end = endOfObject(text, START.lastIndex);
    if (end < 0) throw new Error("it ends in the middle of an object: export the space anew");
    const name = start[1] ?? "";
    if (classes.has(name)) {
      const body = text.slice(start.index + start[0].length, end);
      yield { class: name, id: ID.exec(body)?.[1] ?? "", properties: propertiesOf(body) };
    }
    from = end;
  }
}

/** CDATA may hold what looks like the end. */
function endOfObject(text: string, from: number): number {
  let at = from;
  for (;;) {
    const end = text.indexOf("</object>", at);
    if (end < 0) return -1;
    const data = text.indexOf("<![CDATA[", at);
    if (data < 0 || data > end) return end;
    const dataEnd = text.indexOf("]]>", data);
    if (dataEnd < 0) return -1;
    at = dataEnd + 3;
  }
}

function propertiesOf(body: string): Map<string, string> {
  const properties = new Map<string, string>();
  PROPERTY.lastIndex = 0;
  for (let match = PROPERTY.exec(body); match !== null; match = PROPERTY.exec(body)) {
    const [whole, name = "", id, value = ""] = match;
    if (id !== undefined) properties.set(name, id.trim());
    else if (value === "<![CDATA[") {
      const { text, end } = dataFrom(body, match.index + whole.length);
      properties.set(name, text);
      PROPERTY.lastIndex = end;
    } else properties.set(name, decodeReferences(value.trim()));
  }
  return properties;
}

/** The end of a section inside of a text is written with a space, or parted between two sections. */
function dataFrom(body: string, start: number): { text: string; end: number } {
  let text = "";
  let from = start;
  for (;;) {
    const end = body.indexOf("]]>", from);
    text += body.slice(from, end < 0 ? body.length : end);
    if (end < 0 || !body.startsWith("<![CDATA[", end + 3)) {
      return { text: text.replace(/\]\] >/g, "]]>"), end: end < 0 ? body.length : end };
    }
    from = end + 3 + "<![CDATA[".length;
  }
}

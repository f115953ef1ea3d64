import { reasonOf } from "../error-reason.ts";
import { lazyRequire } from "../lazy-require.ts";

const library = lazyRequire<typeof import("fast-xml-parser")>(import.meta.url, "fast-xml-parser");

/**
 * An element as an object: children by name, a list where `lists` names it, text alone as a string. Attributes are left
 * out. Entities that a document defines itself are not expanded: they are how a small file becomes a large one.
 *
 * @throws Error with one line for what is no XML.
 */
export function parseXml(text: string, { lists }: { lists: readonly string[] }): unknown {
  const parser = new (library().XMLParser)({
    ignoreAttributes: true,
    parseTagValue: false,
    trimValues: true,
    processEntities: false,
    isArray: (name) => lists.includes(name),
  });
  try {
    return parser.parse(text) as unknown;
  } catch (error) {
    throw new Error(`it is not valid XML: ${reasonOf(error)}`, { cause: error });
  }
}

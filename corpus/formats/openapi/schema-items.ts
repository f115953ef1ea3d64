import type { OutlineItem } from "../../parse/outline.ts";
import { listOf, objectOf, textOf } from "../../parse/parse-data.ts";
import { markdownFragment } from "../fragments.ts";
import { exampleCode } from "./examples.ts";
import type { Description } from "./description.ts";
import { constraintWords, propertyRows, typeWords } from "./schema-words.ts";
import { propertyTables } from "./tables.ts";

/** A schema of a name as a passage: what it is for, and its properties. */
export function schemaItems(
  name: string,
  schema: unknown,
  description: Description,
  depth: number,
): OutlineItem[] {
  const { references } = description;
  const object = references.resolve(schema);
  const rows = propertyRows(object, references);
  const options = listOf(object["oneOf"] ?? object["anyOf"]);
  const isOneOf = options.length > 0;
  const type = typeWords(object);
  const parents = listOf(object["allOf"]).flatMap((part) => {
    const words = typeWords(part);
    return words === "object" || words === "any" ? [] : [words];
  });
  const discriminator = textOf(objectOf(object["discriminator"])["propertyName"] ?? object["discriminator"]);
  const constraints = constraintWords({ ...object, example: undefined, examples: undefined });
  const said = [
    isOneOf ? `One of: ${type}.` : "",
    !isOneOf && parents.length > 0 ? `All that ${parents.join(" and ")} has, and besides:` : "",
    rows.length === 0 && !isOneOf && parents.length === 0 ? `Type: ${type}.` : "",
    discriminator === undefined ? "" : `The property \`${discriminator}\` tells which.`,
    constraints,
  ].filter((text) => text !== "");
  const body: OutlineItem[] = [
    ...markdownFragment(textOf(object["description"]) ?? "", { headingDepth: depth + 1 }).items,
    ...(said.length === 0 ? [] : [{ kind: "paragraph", text: said.join(" "), isUnshown: true } as const]),
    ...propertyTables(rows),
    ...exampleCode(object["example"] ?? listOf(object["examples"])[0]),
  ];
  return body.length === 0
    ? []
    : [{ kind: "heading", depth, text: `\`${name}\``, anchor: "", standsAlone: true }, ...body];
}

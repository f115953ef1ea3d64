import type { Nodes } from "mdast";
import type {} from "remark-mdx";

export type JsxElement = Extract<Nodes, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** Of a component that stands between paragraphs: shown as its heading and its text. */
const VISIBLE_FLOW_ATTRIBUTES = ["title", "label", "heading", "summary", "description", "caption"];
/** Of a component in a line, where the first one found is what is shown. */
const VISIBLE_TEXT_ATTRIBUTES = ["text", "label", "title", "alt"];

export function isJsxElement(node: Nodes): node is JsxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** A component by whose name nobody would expect words. */
export function isDecoration(name: string): boolean {
  return /(?:Icon|Logo|Emoji|Image|Img|Br|Break|Spacer|Anchor|Dot|Arrow|Star|Check|Cross)$|^(?:Icon|Fa|Md|Io|Lu|Tb|Hi|Bs)[A-Z]?/.test(
    name,
  );
}

/** The value of an attribute that is a text; undefined for other values and where the attribute is absent. */
export function attributeText(element: JsxElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.type !== "mdxJsxAttribute" || attribute.name !== name) continue;
    if (typeof attribute.value === "string") return attribute.value;
    if (attribute.value !== null && attribute.value !== undefined) return literalText(attribute.value.value);
  }
  return undefined;
}

/** The text of `"…"`, `'…'` and of a template without substitutions; undefined for any other expression. */
export function literalText(expression: string): string | undefined {
  const match = /^\s*(["'`])([\s\S]*)\1\s*$/.exec(expression);
  const value = match?.[2];
  if (value === undefined || value.includes("${") || value.includes(match?.[1] ?? "")) return undefined;
  return value;
}

/** What a reader sees of the component itself, one text per line. */
export function visibleFlowTexts(element: JsxElement): string[] {
  const texts = VISIBLE_FLOW_ATTRIBUTES.map((name) => attributeText(element, name));
  return [describedField(element), ...texts].filter(
    (text): text is string => text !== undefined && text.trim() !== "",
  );
}

/** Components that describe a field: Mintlify's `<ParamField path="speed" type="number" required>`, and their like. */
const FIELD_COMPONENT =
  /^(?:Param|Parameter|Response|Request|Prop|Property|Option|Attribute|Argument)(?:Field)?$/;
const FIELD_NAMES = ["name", "path", "query", "body", "header", "attribute", "field"];

/** "speed (number, required)". */
function describedField(element: JsxElement): string | undefined {
  if (!FIELD_COMPONENT.test(element.name ?? "")) return undefined;
  const name = FIELD_NAMES.map((key) => attributeText(element, key)).find((text) => text !== undefined);
  if (name === undefined) return undefined;
  const isRequired = element.attributes.some(
    (attribute) =>
      attribute.type === "mdxJsxAttribute" &&
      attribute.name === "required" &&
      (attribute.value === null || attribute.value === undefined),
  );
  const kind = [attributeText(element, "type"), isRequired ? "required" : undefined].filter(
    (text) => text !== undefined,
  );
  return kind.length === 0 ? name : `${name} (${kind.join(", ")})`;
}

export function visibleInlineText(element: JsxElement): string {
  return VISIBLE_TEXT_ATTRIBUTES.map((name) => attributeText(element, name)).find(Boolean) ?? "";
}

/**
 * Labels of tabs: of Docusaurus (`values={[{label, value}]}` on the group, or `label` and `value` on each tab), Nextra and
 * Fumadocs (`items={['npm', 'yarn']}`), Starlight and Mintlify (`label`, `title`).
 */
import type { Nodes } from "mdast";
import type {} from "remark-mdx";
import type { JsxElement } from "./jsx.ts";
import { expressionValue, type PageConstants } from "./jsx-values.ts";

const GROUP = /^(?:Tabs|CodeTabs|CodeGroup|TabGroup|TabsGroup|Tabs\.Root|TabBlock|CodeBlocks)$|Tabs$/;
const PANEL = /^(?:TabItem|Tab|Tabs\.Tab|TabPanel|TabsContent|Tabs\.Content|CodeTab)$/;

/** By panel; undefined for an element that is no group of tabs. */
export function tabLabels(
  group: JsxElement,
  constants: PageConstants,
): ReadonlyMap<Nodes, string> | undefined {
  if (!GROUP.test(group.name ?? "")) return undefined;
  const labelOf = new Map<string, string>();
  const listed: string[] = [];
  for (const name of ["values", "items", "tabs", "labels"]) {
    for (const entry of asList(attributeValue(group, name, constants))) {
      if (typeof entry === "string") listed.push(entry);
      else if (isRecord(entry)) {
        const label =
          textOf(entry["label"]) ?? textOf(entry["title"]) ?? textOf(entry["name"]) ?? textOf(entry["value"]);
        listed.push(label ?? "");
        for (const key of ["value", "id", "key"]) {
          const value = textOf(entry[key]);
          if (value !== undefined && label !== undefined) labelOf.set(value, label);
        }
      }
    }
  }
  const labels = new Map<Nodes, string>();
  let index = 0;
  for (const child of panelsOf(group)) {
    const own = (name: string): string | undefined => textOf(attributeValue(child, name, constants));
    const value = own("value") ?? own("id") ?? own("slot");
    const label =
      own("label") ??
      own("title") ??
      own("tabName") ??
      own("name") ??
      (value === undefined ? undefined : labelOf.get(value)) ??
      (labelOf.size === 0 || value === undefined ? listed[index] : undefined) ??
      value;
    index++;
    if (label !== undefined && label.trim() !== "") labels.set(child, label);
  }
  return labels;
}

function panelsOf(group: JsxElement): JsxElement[] {
  const children = (group.children as Nodes[]).flatMap((child) =>
    child.type === "paragraph" ? child.children : [child],
  );
  return children.filter(
    (child): child is JsxElement =>
      (child.type === "mdxJsxFlowElement" || child.type === "mdxJsxTextElement") &&
      (PANEL.test(child.name ?? "") ||
        child.attributes.some((attribute) => "name" in attribute && attribute.name === "slot")),
  );
}

/** The value of an attribute, read as far as it is written in the page. */
export function attributeValue(element: JsxElement, name: string, constants: PageConstants): unknown {
  for (const attribute of element.attributes) {
    if (attribute.type !== "mdxJsxAttribute" || attribute.name !== name) continue;
    const { value } = attribute;
    return value === null || value === undefined || typeof value === "string"
      ? value
      : expressionValue(value, constants);
  }
  return undefined;
}

/** The text of an element that shows code: `<CodeBlock>…</CodeBlock>`, also as an expression. */
export function codeText(element: JsxElement, constants: PageConstants): string | undefined {
  const parts = (element.children as Nodes[]).map((child) => codePart(child, constants));
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
  return parts.join("\n").replace(/^\n+|\s+$/g, "");
}

function codePart(node: Nodes, constants: PageConstants): string | undefined {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression")
    return textOf(expressionValue(node, constants));
  if (node.type !== "paragraph") return undefined;
  const parts = node.children.map((child) => codePart(child, constants));
  return parts.some((part) => part === undefined) ? undefined : parts.join("");
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
}

function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? value.split(",").map((item) => item.trim()) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Fields of an object: parameters, what is returned, what is raised. @see https://www.sphinx-doc.org/en/master/usage/domains/python.html#info-field-lists */
import type { Block } from "../../../core/corpus/format.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import { itemText, listOf } from "../../parse/blocks.ts";
import type { BlockRenderer } from "./block-renderer.ts";
import type { Entry } from "./node.ts";
import { parseBody } from "./parse-body.ts";

interface Group {
  label: string;
  names: RegExp;
  /** Of the fields that only name a type. */
  types?: RegExp;
  hasArgument: boolean;
}

const GROUPS: readonly Group[] = [
  {
    label: "Parameters",
    names: /^(?:param|parameter|arg|argument|key|keyword|kwarg|kwparam)$/,
    types: /^(?:paramtype|type)$/,
    hasArgument: true,
  },
  { label: "Variables", names: /^(?:var|ivar|cvar)$/, types: /^vartype$/, hasArgument: true },
  { label: "Raises", names: /^(?:raises?|except|exception)$/, hasArgument: true },
  { label: "Throws", names: /^throws$/, hasArgument: true },
  { label: "Return values", names: /^retvals?$/, hasArgument: true },
  { label: "Template parameters", names: /^tparam$/, hasArgument: true },
  { label: "Query parameters", names: /^(?:queryparameter|queryparam|qparam|query)$/, hasArgument: true },
  { label: "Form parameters", names: /^(?:formparameter|formparam|fparam|form)$/, hasArgument: true },
  { label: "JSON parameters", names: /^(?:jsonparameter|jsonparam|json|reqjson|<json)$/, hasArgument: true },
  { label: "Request headers", names: /^(?:reqheader|>header|requestheader)$/, hasArgument: true },
  { label: "Response headers", names: /^(?:resheader|<header|responseheader)$/, hasArgument: true },
  { label: "Status codes", names: /^(?:statuscode|status|code)$/, hasArgument: true },
  { label: "Returns", names: /^returns?$/, hasArgument: false },
  { label: "Return type", names: /^rtype$/, hasArgument: false },
];

/** The text of an object, its fields grouped as they are shown. */
export function fieldItems(
  content: readonly string[],
  domain: string,
  renderer: BlockRenderer,
): OutlineItem[] {
  if (!content.some((line) => line.startsWith(":"))) return renderer.sections(content, "here");
  const nodes = parseBody(content, { hasTitles: true });
  return nodes.flatMap((node) =>
    node.kind === "fields" && domain !== "std" ? groupedFields(node.items, renderer) : renderer.nodes([node]),
  );
}

function groupedFields(entries: readonly Entry[], renderer: BlockRenderer): OutlineItem[] {
  const types = new Map<string, string>();
  for (const entry of entries) {
    const [kind, argument] = partsOf(entry.name);
    if (GROUPS.some((group) => group.types?.test(kind) === true))
      types.set(argument, renderer.inline(entry.lines.join("\n")));
  }
  const groups = new Map<string, Block[][]>();
  for (const { name, children } of entries) {
    const [kind, argument] = partsOf(name);
    if (kind === "meta" || GROUPS.some((group) => group.types?.test(kind) === true)) continue;
    const blocks = renderer
      .nodes(children)
      .flatMap((item): Block[] => (item.kind === "heading" ? [] : [item]));
    const group = GROUPS.find(({ names }) => names.test(kind));
    const label = group?.label ?? renderer.inline(name.charAt(0).toUpperCase() + name.slice(1));
    const shown = group?.hasArgument === true ? argumentText(argument, types) : "";
    groups.set(label, [...(groups.get(label) ?? []), withTerm(shown, blocks)]);
  }
  return [...groups].flatMap(([label, items]): OutlineItem[] => {
    const [only = []] = items;
    if (items.length === 1) return withLabel(label, only);
    return [{ kind: "paragraph", text: `${label}:` }, ...listOf(items, { ordered: false })];
  });
}

function partsOf(name: string): [string, string] {
  const at = name.search(/\s/);
  return at < 0 ? [name.toLowerCase(), ""] : [name.slice(0, at).toLowerCase(), name.slice(at + 1).trim()];
}

/** `:param int count:` names the type before the parameter. */
function argumentText(argument: string, types: ReadonlyMap<string, string>): string {
  const written = argument.replace(/\\(.)/g, "$1").replace(/`/g, "'");
  const known = types.get(argument);
  if (known !== undefined) return `${written} (${known.replace(/`/g, "")})`;
  const at = written.lastIndexOf(" ");
  return at < 0 ? written : `${written.slice(at + 1)} (${written.slice(0, at)})`;
}

function withTerm(term: string, blocks: readonly Block[]): Block[] {
  if (term === "") return [...blocks];
  const [first, ...rest] = blocks;
  if (first?.kind === "paragraph") return [{ ...first, text: `${term} – ${first.text}` }, ...rest];
  return [{ kind: "paragraph", text: term }, ...blocks];
}

function withLabel(label: string, blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind === "paragraph") return [{ ...first, text: `${label}: ${first.text}` }, ...rest];
  const text = itemText(blocks);
  return text === "" ? [] : [{ kind: "paragraph", text: `${label}:` }, ...blocks];
}

/**
 * Descriptions of HTTP interfaces: OpenAPI 3.0 and 3.1, and Swagger 2.0. Each operation and each schema is a passage.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
import type { OutlineItem } from "../../parse/outline.ts";
import {
  isObject,
  listOf,
  objectOf,
  parseJsonOrYaml,
  textOf,
  type DataObject,
} from "../../parse/parse-data.ts";
import type { ReadDocument } from "../document.ts";
import {
  EXPORT_MAX_BYTES,
  type DocumentResult,
  type FormatInput,
  type FormatReader,
} from "../format-reader.ts";
import { markdownFragment } from "../fragments.ts";
import { operationPlace, pagePlace, schemaPlace, type ApiPlace } from "./api-address.ts";
import { operationsOf, serverUrls, type Description, type Operation } from "./description.ts";
import { operationItems } from "./operation-items.ts";
import { createReferences } from "./references.ts";
import { schemaItems } from "./schema-items.ts";
import { authenticationItems } from "./security.ts";
import { fromSwagger2 } from "./swagger-2.ts";

export const openApiReader: FormatReader = {
  name: "OpenAPI",
  extensions: [".json", ".yaml", ".yml"],
  maxBytes: EXPORT_MAX_BYTES,
  // Tools that sort the fields write the version far below the beginning: what can't be one is told by reading.
  recognises: ({ head }) =>
    /^[\s\uFEFF]*\{/.test(head)
      ? /"(?:openapi|swagger)"\s*:\s*"[23]\.|"(?:components|paths|definitions|basePath|info|externalDocs)"\s*:/.test(
          head,
        )
      : /^["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\.|^(?:components|paths|definitions|basePath|info)\s*:/m.test(
          head,
        ),
  read: (input) => readOpenApi(input),
};

export function readOpenApi({ text, include, apiUrlPattern }: FormatInput): DocumentResult[] {
  if (!/(?:^|["'\s,{])(?:openapi|swagger)["']?\s*:\s*["']?[23]\./m.test(text)) return [];
  const root = parseJsonOrYaml(text);
  if (!isObject(root) || !isVersion(root)) return [];
  const references = createReferences(root, include);
  const isOld = textOf(root["swagger"]) !== undefined;
  const current = isOld ? fromSwagger2(root, references) : root;
  const description = { root: current, references, servers: serverUrls(current["servers"]) };
  return describe(description, apiUrlPattern);
}

function isVersion(root: DataObject): boolean {
  return (
    (textOf(root["openapi"])?.startsWith("3.") ?? false) ||
    (textOf(root["swagger"])?.startsWith("2") ?? false)
  );
}

/** The pages that a description is spread over, each with its items. */
class PageSet {
  readonly #pages = new Map<string, { items: OutlineItem[]; anchors: string[]; heading?: string }>();

  /** A heading once on each page that has something below it. */
  add(
    { address = "", anchor }: ApiPlace,
    items: readonly OutlineItem[],
    group?: readonly OutlineItem[],
  ): void {
    if (items.length === 0) return;
    const page = this.#pages.get(address) ?? { items: [], anchors: [] };
    this.#pages.set(address, page);
    const [heading] = group ?? [];
    const name = heading?.kind === "heading" ? heading.text : undefined;
    if (group !== undefined && page.heading !== name) page.items.push(...group);
    if (name !== undefined) page.heading = name;
    page.items.push(...items);
    if (anchor !== "") page.anchors.push(anchor);
  }

  documents(title: string, lead: ApiPlace): ReadDocument[] {
    return [...this.#pages].map(([address, { items, anchors }]) => {
      const tags = items.filter((item) => item.kind === "heading" && item.depth === 2);
      const [only] = tags;
      // A page about one tag is named after it; a heading would say so once more.
      const tag =
        tags.length === 1 && address !== (lead.address ?? "") && only?.kind === "heading" ? only : undefined;
      return {
        ...(address !== "" && { address }),
        title: tag === undefined ? title : `${title}: ${tag.text}`,
        fields: {},
        items: tag === undefined ? items : items.filter((item) => item !== tag),
        links: [],
        anchors,
        dropped: [],
        problems: [],
      };
    });
  }
}

function describe(description: Description, pattern: string | undefined): DocumentResult[] {
  const { root } = description;
  const lead = pagePlace(pattern);
  const pages = new PageSet();
  const title = textOf(objectOf(root["info"])["title"]) ?? "API";
  pages.add(lead, leadItems(description, title));
  pages.add(lead, authenticationItems(description, 2));
  for (const { tag, items: group, operations } of groups(description)) {
    const heading: OutlineItem[] = [{ kind: "heading", depth: 2, text: tag, anchor: "" }, ...group];
    for (const operation of operations) {
      const place = operationPlace(operation, pattern);
      const at = place.address === undefined ? { ...lead, anchor: "" } : place;
      pages.add(at, operationItems({ operation, description, depth: 3, anchor: at.anchor }), heading);
    }
  }
  const schemas: OutlineItem[] = [{ kind: "heading", depth: 2, text: "Schemas", anchor: "" }];
  for (const [name, schema] of Object.entries(objectOf(objectOf(root["components"])["schemas"]))) {
    const place = schemaPlace(name, pattern);
    const at = place.address === undefined ? { ...lead, anchor: "" } : place;
    const [heading, ...body] = schemaItems(name, schema, description, 3);
    if (heading?.kind === "heading") pages.add(at, [{ ...heading, anchor: at.anchor }, ...body], schemas);
  }
  return pages.documents(title, lead);
}

interface Group {
  tag: string;
  /** What the description says about the tag. */
  items: OutlineItem[];
  operations: Operation[];
}

/** By tag, in the order in which the description lists them; the others in the order of their operations. */
function groups(description: Description): Group[] {
  const found = new Map<string, Group>();
  for (const value of listOf(description.root["tags"])) {
    const tag = objectOf(value);
    const name = textOf(tag["name"]);
    if (name === undefined) continue;
    const items = markdownFragment(textOf(tag["description"]) ?? "", { headingDepth: 3 }).items;
    found.set(name, { tag: textOf(tag["x-displayName"]) ?? name, items, operations: [] });
  }
  for (const operation of operationsOf(description)) {
    const name = operation.tag ?? (operation.isWebhook ? "Webhooks" : "Operations");
    const group = found.get(name) ?? { tag: name, items: [], operations: [] };
    group.operations.push(operation);
    found.set(name, group);
  }
  return [...found.values()];
}

function leadItems({ root, servers }: Description, title: string): OutlineItem[] {
  const info = objectOf(root["info"]);
  const contact = objectOf(info["contact"]);
  const licence = objectOf(info["license"]);
  const docs = objectOf(root["externalDocs"]);
  const sentence = (label: string, ...parts: unknown[]): string => {
    const given = parts.flatMap((part) => textOf(part) ?? []);
    return given.length === 0 ? "" : `${label}: ${given.join(", ")}.`;
  };
  const facts = [
    sentence("Version", info["version"]),
    sentence(servers.length > 1 ? "Base addresses" : "Base address", ...servers.map((url) => `\`${url}\``)),
    sentence("Contact", contact["name"], contact["email"], contact["url"]),
    sentence("Licence", licence["name"], licence["url"]),
    sentence("Terms of service", info["termsOfService"]),
    sentence("More", docs["description"], docs["url"]),
  ].filter((text) => text !== "");
  return [
    { kind: "heading", depth: 1, text: title, anchor: "" },
    ...(textOf(info["summary"]) === undefined ? [] : markdownFragment(textOf(info["summary"]) ?? "").items),
    ...markdownFragment(textOf(info["description"]) ?? "", { headingDepth: 2 }).items,
    ...(facts.length === 0 ? [] : [{ kind: "paragraph", text: facts.join(" "), isUnshown: true } as const]),
  ];
}

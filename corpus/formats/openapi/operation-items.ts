/** An operation as a passage: what it does, what it takes and what it gives back. */
import type { Block } from "../../../core/corpus/format.ts";
import { objectOf, textOf, type DataObject } from "../../parse/parse-data.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import { markdownFragment } from "../fragments.ts";
import type { Description, Operation } from "./description.ts";
import { exampleBlocks } from "./examples.ts";
import type { References } from "./references.ts";
import { constraintWords, oneLine, propertyRows, sentences, typeWords } from "./schema-words.ts";
import { securityWords } from "./security.ts";
import { propertyTables, tables } from "./tables.ts";

const TITLE_CHARS = 120;

/** "List pets: `GET /pets`": what people ask for in words, and by name. */
function operationHeading({ method, path, isWebhook, id, object }: Operation): string {
  const signature = isWebhook ? `Webhook \`${path}\`` : `\`${method} ${path}\``;
  const summary = oneLine(textOf(object["summary"])).replace(/`/g, "'").replace(/[.:]$/, "");
  const words = summary === "" || summary.length > TITLE_CHARS ? wordsOfId(id) : summary;
  return words === undefined || words === path ? signature : `${words}: ${signature}`;
}

/** `listAllPets` → "List all pets"; undefined for what holds no words. */
function wordsOfId(id: string | undefined): string | undefined {
  const words = (id ?? "")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .split(/[\s_./-]+/)
    .filter((word) => word !== "");
  if (words.length < 2) return undefined;
  const text = words.map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase())).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export interface OperationItemsInput {
  operation: Operation;
  description: Description;
  depth: number;
  anchor: string;
}

export function operationItems({
  operation,
  description,
  depth,
  anchor,
}: OperationItemsInput): OutlineItem[] {
  const { object, method, path, isWebhook, id, parameters } = operation;
  const { references } = description;
  const part = (title: string, blocks: readonly OutlineItem[]): OutlineItem[] =>
    blocks.length === 0 ? [] : [{ kind: "heading", depth: depth + 1, text: title, anchor: "" }, ...blocks];
  const summary = oneLine(textOf(object["summary"]));
  const [server = ""] = description.servers;
  const callback = Object.keys(objectOf(object["callbacks"]));
  const items: OutlineItem[] = [
    ...paragraph(summary.length > TITLE_CHARS ? summary : ""),
    ...paragraph(object["deprecated"] === true ? "This operation is deprecated." : ""),
    ...markdownFragment(textOf(object["description"]) ?? "", { headingDepth: depth + 1 }).items,
    ...(isWebhook
      ? paragraph(`Webhook \`${path}\`, sent with the method \`${method}\`.`)
      : [{ kind: "code", language: "http", code: `${method} ${server}${path}` } as const]),
    ...paragraph(id === undefined ? "" : `Operation: \`${id}\`.`),
    ...part("Parameters", parameterTables(parameters, references)),
    ...part("Request body", bodyItems(references.resolve(object["requestBody"]), references)),
    ...part("Responses", responseItems(objectOf(object["responses"]), references)),
    ...part("Callbacks", paragraph(callback.map((name) => `\`${name}\``).join(", "))),
    ...part("Authentication", paragraph(securityWords(object["security"], description))),
    ...part("Example", exampleBlocks(operation, references)),
  ];
  return [
    { kind: "heading", depth, text: operationHeading(operation), anchor, standsAlone: true },
    // The parts of an operation have no sure place of their own, so they open where it begins.
    ...items.map((item) => (item.kind === "heading" ? { ...item, anchor } : item)),
  ];
}

function parameterTables(parameters: readonly DataObject[], references: References): Block[] {
  const rows = parameters.map((parameter) => {
    const media = objectOf(Object.values(objectOf(parameter["content"]))[0]);
    const given = parameter["schema"] ?? media["schema"];
    const schema = references.resolve(given);
    const own = parameter["example"] === undefined ? schema : { ...schema, example: parameter["example"] };
    const deprecated = parameter["deprecated"] === true && schema["deprecated"] !== true ? "Deprecated." : "";
    const description = oneLine(textOf(parameter["description"]) ?? textOf(schema["description"]));
    return [
      `\`${textOf(parameter["name"]) ?? ""}\``,
      textOf(parameter["in"]) ?? "",
      typeWords(given),
      parameter["required"] === true ? "yes" : "",
      sentences(description, deprecated, constraintWords(own)),
    ];
  });
  return tables(["Parameter", "In", "Type", "Required", "Description"], rows);
}

function bodyItems(body: DataObject, references: References): OutlineItem[] {
  const content = Object.entries(objectOf(body["content"]));
  const [first] = content;
  if (first === undefined) return paragraph(oneLine(textOf(body["description"])));
  const schema = objectOf(first[1])["schema"];
  const types = content.map(([type]) => `\`${type}\``).join(", ");
  const required = body["required"] === true ? "Required. " : "";
  return [
    ...markdownFragment(textOf(body["description"]) ?? "").items.map(asBlock),
    ...paragraph(`${required}${types}: ${typeWords(schema)}.`),
    ...propertyTables(propertyRows(schema, references), "Field"),
  ];
}

function responseItems(responses: DataObject, references: References): Block[] {
  const entries = Object.entries(responses).map(([status, value]) => {
    const response = references.resolve(value);
    const [media] = Object.values(objectOf(response["content"]));
    return { status, response, schema: objectOf(media)["schema"] };
  });
  const rows = entries.map(({ status, response, schema }) => [
    status === "default" ? "any other" : `\`${status}\``,
    oneLine(textOf(response["description"])),
    schema === undefined ? "" : typeWords(schema),
  ]);
  const success = entries.find(({ status, schema }) => status.startsWith("2") && schema !== undefined);
  // What has a name is described there; what is written here is described nowhere else.
  const inline = objectOf(success?.schema);
  const shown = inline["$ref"] === undefined ? (inline["items"] ?? inline) : undefined;
  const fields =
    shown === undefined || objectOf(shown)["$ref"] !== undefined ? [] : propertyRows(shown, references);
  return [
    ...tables(["Status", "Description", "Body"], rows),
    ...(fields.length === 0 ? [] : paragraph(`Fields of the answer ${success?.status ?? ""}:`)),
    ...propertyTables(fields, "Field"),
  ];
}

function paragraph(text: string): Block[] {
  return text === "" ? [] : [{ kind: "paragraph", text, isUnshown: true }];
}

function asBlock(item: OutlineItem): OutlineItem {
  return item.kind === "heading" ? { kind: "paragraph", text: item.text, isHeading: true } : item;
}

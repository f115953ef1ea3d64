/**
 * What `typedoc --json` writes: a page as TypeDoc's HTML has it, on which each member is a passage. Addresses are those
 * of its default router, below the place of the file.
 *
 * @see https://typedoc.org/documents/Options.Output.html#router
 */
import { posix } from "node:path";
import { isObject, listOf, objectOf, parseJson, textOf, type DataObject } from "../../parse/parse-data.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import type { ReadDocument } from "../document.ts";
import {
  EXPORT_MAX_BYTES,
  type DocumentResult,
  type FormatInput,
  type FormatReader,
} from "../format-reader.ts";
import { markdownFragment } from "../fragments.ts";
import { tables } from "../openapi/tables.ts";
import { commentItems, commentLine } from "./comment.ts";
import { childrenOf, kindOf, MODULE_KINDS, nameOf, PAGE_KINDS, signaturesOf } from "./reflection.ts";
import { signatureWords, typeWords } from "./type-words.ts";

export const typedocReader: FormatReader = {
  name: "TypeDoc",
  extensions: [".json"],
  maxBytes: EXPORT_MAX_BYTES,
  recognises: ({ head }) =>
    /"variant"\s*:\s*"project"/.test(head) || (/"kindString"\s*:/.test(head) && /"kind"\s*:\s*\d/.test(head)),
  read: (input) => readTypedoc(input),
};

export function readTypedoc({ text, sitePath }: FormatInput): DocumentResult[] {
  const project = parseJson(text);
  if (!isObject(project) || (project["variant"] !== "project" && project["kindString"] === undefined))
    return [];
  const folder = posix.dirname(sitePath) === "." ? "" : `${posix.dirname(sitePath)}/`;
  const isLowerCase = project["schemaVersion"] !== undefined;
  const context: Context = { folder, isLowerCase, used: new Set(), documents: [] };
  const readme = listOf(project["readme"])
    .filter(isObject)
    .map((part) => textOf(part["text"]) ?? "")
    .join("");
  const lead = [...markdownFragment(readme).items, ...commentItems(project["comment"])];
  if (lead.length > 0) context.documents.push(document(`${folder}index.html`, nameOf(project), lead, []));
  for (const child of childrenOf(project)) addPages(child, [], context);
  const { documents } = context;
  return documents.length > 0
    ? documents
    : [{ skipped: "empty", detail: "it describes nothing that is exported", problems: [] }];
}

interface Context {
  folder: string;
  isLowerCase: boolean;
  /** Addresses in lower case: file systems do not tell cases apart, so neither does TypeDoc. */
  used: Set<string>;
  documents: ReadDocument[];
}

function addPages(reflection: DataObject, parents: readonly string[], context: Context): void {
  const page = PAGE_KINDS[kindOf(reflection)];
  if (page === undefined) return;
  const name = nameOf(reflection);
  const names = [...parents, name];
  const address = freeAddress(`${context.folder}${page.folder}/${names.map(safeName).join(".")}`, context);
  const title = `${page.label} ${name}`;
  const body = bodyOf(reflection, name);
  const pages = childrenOf(reflection).filter(
    (child) => MODULE_KINDS.has(kindOf(reflection)) && PAGE_KINDS[kindOf(child)] !== undefined,
  );
  const members = childrenOf(reflection).filter((child) => !pages.includes(child));
  const anchors = memberAnchors(members, context.isLowerCase);
  const items: OutlineItem[] = [
    ...body,
    ...members.flatMap((member) => memberItems(member, anchors.get(member) ?? "", name)),
  ];
  if (items.length > 0)
    context.documents.push(
      document(
        address,
        title,
        items,
        [...anchors.values()].filter((anchor) => anchor !== ""),
      ),
    );
  for (const child of pages) addPages(child, names, context);
}

function document(address: string, title: string, items: OutlineItem[], anchors: string[]): ReadDocument {
  return { address, title, fields: {}, items, links: [], anchors, dropped: [], problems: [] };
}

/** Two names that differ in case alone get numbers, in their order. */
function freeAddress(wanted: string, { used }: Context): string {
  let address = `${wanted}.html`;
  for (let number = 1; used.has(address.toLowerCase()); number++) address = `${wanted}-${number}.html`;
  used.add(address.toLowerCase());
  return address;
}

function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}$.-]+/gu, "_");
}

/**
 * The id of a member is its name, from version 0.27 on in lower case. The version is told since 0.28, so that before,
 * the id of a name with capitals is not sure; nor is that of names which differ in case alone, or hold other signs.
 */
function memberAnchors(members: readonly DataObject[], isLowerCase: boolean): Map<DataObject, string> {
  const counts = new Map<string, number>();
  for (const member of members) {
    const key = nameOf(member).toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map(
    members.map((member) => {
      const name = nameOf(member);
      const lower = name.toLowerCase();
      const isSure =
        /^[a-z\d][a-z\d_]*$/.test(lower) && counts.get(lower) === 1 && (isLowerCase || lower === name);
      return [member, isSure ? lower : ""];
    }),
  );
}

/** What stands above the members: the signatures or the type, and what the comment says. */
function bodyOf(reflection: DataObject, name: string): OutlineItem[] {
  const signatures = signaturesOf(reflection);
  if (signatures.length > 0) return signatures.flatMap((signature) => signatureItems(signature, name));
  const type = reflection["type"];
  const extended = listOf(reflection["extendedTypes"]).map((value) => typeWords(value));
  return [
    ...(type === undefined ? [] : [code(`${name}: ${typeWords(type)}${valueOf(reflection)}`)]),
    ...commentItems(reflection["comment"]),
    ...(extended.length === 0
      ? []
      : [
          {
            kind: "paragraph",
            text: `Extends ${extended.map((words) => `\`${words}\``).join(", ")}.`,
            isUnshown: true,
          } as const,
        ]),
    ...propertyTable(type),
  ];
}

function memberItems(member: DataObject, anchor: string, owner: string): OutlineItem[] {
  const name = nameOf(member);
  const signatures = signaturesOf(member);
  const isCall = listOf(member["signatures"]).length > 0;
  const label = name === "constructor" ? `new ${owner}()` : isCall ? `${name}()` : name;
  const optional = objectOf(member["flags"])["isOptional"] === true ? "?" : "";
  const said =
    signatures.length > 0
      ? signatures.flatMap((signature) =>
          signatureItems(signature, name === "constructor" ? `new ${owner}` : name),
        )
      : [
          ...(member["type"] === undefined
            ? []
            : [code(`${name}${optional}: ${typeWords(member["type"])}${valueOf(member)}`)]),
          ...commentItems(member["comment"]),
          ...propertyTable(member["type"]),
        ];
  return said.length === 0
    ? []
    : [{ kind: "heading", depth: 2, text: `\`${label}\``, anchor, standsAlone: true }, ...said];
}

/** A property that is read by a function is a property to those who use it. */
const GET_SIGNATURE = 524_288;

function signatureItems(signature: DataObject, name: string): OutlineItem[] {
  const rows = listOf(signature["parameters"])
    .filter(isObject)
    .map((parameter) => [
      `\`${nameOf(parameter)}\``,
      typeWords(parameter["type"]),
      objectOf(parameter["flags"])["isOptional"] === true || parameter["defaultValue"] !== undefined
        ? ""
        : "yes",
      textOf(parameter["defaultValue"]) ?? "",
      commentLine(parameter["comment"]),
    ]);
  const isTold = rows.some((row) => row[4] !== "");
  return [
    code(
      kindOf(signature) === GET_SIGNATURE
        ? `${name}: ${typeWords(signature["type"])}`
        : signatureWords(signature, name),
    ),
    ...commentItems(signature["comment"]),
    ...(isTold ? tables(["Parameter", "Type", "Required", "Default", "Description"], rows) : []),
  ];
}

/** The fields of a type that is written in place. */
function propertyTable(type: unknown): OutlineItem[] {
  const members = listOf(objectOf(objectOf(type)["declaration"])["children"]).filter(isObject);
  const rows = members.map((member) => [
    `\`${nameOf(member)}\``,
    typeWords(member["type"]),
    commentLine(member["comment"]),
  ]);
  return rows.some((row) => row[2] !== "") ? tables(["Property", "Type", "Description"], rows) : [];
}

function valueOf(reflection: DataObject): string {
  const value = textOf(reflection["defaultValue"]);
  return value === undefined || value === "..." ? "" : ` = ${value}`;
}

function code(text: string): OutlineItem {
  return { kind: "code", language: "ts", code: text };
}

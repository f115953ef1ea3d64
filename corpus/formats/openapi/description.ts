/** A description while it is read: its operations in order, its references, its address pattern. */
import { listOf, objectOf, textOf, type DataObject } from "../../parse/parse-data.ts";
import { isMethod } from "./methods.ts";
import type { References } from "./references.ts";

export interface Description {
  root: DataObject;
  references: References;
  /** Base addresses, with the defaults of their variables. */
  servers: string[];
}

export interface Operation {
  /** Upper case. */
  method: string;
  /** `/pets/{id}`; of a webhook its name. */
  path: string;
  isWebhook: boolean;
  /** Absent where its author named none. */
  id?: string;
  /** The first of its tags. */
  tag?: string;
  object: DataObject;
  /** Those of its path first, unless it has its own of the same name. */
  parameters: DataObject[];
}

export function serverUrls(servers: unknown): string[] {
  return listOf(servers).flatMap((value) => {
    const server = objectOf(value);
    const variables = objectOf(server["variables"]);
    const url = textOf(server["url"])?.replace(/\{([^{}]{1,100})\}/g, (whole, name: string) => {
      const variable = objectOf(Object.hasOwn(variables, name) ? variables[name] : undefined);
      return textOf(variable["default"]) ?? whole;
    });
    return url === undefined || url === "/" ? [] : [url.replace(/\/+$/, "")];
  });
}

/** In the order of the description: of its paths, then of its webhooks. */
export function operationsOf({ root, references }: Description): Operation[] {
  const of = (items: DataObject, isWebhook: boolean): Operation[] =>
    Object.entries(items).flatMap(([path, value]) => {
      const item = references.resolve(value);
      return Object.entries(item).flatMap(([key, operation]) => {
        if (!isMethod(key)) return [];
        const object = objectOf(operation);
        const id = textOf(object["operationId"]);
        const tag = textOf(listOf(object["tags"])[0]);
        return [
          {
            method: key.toUpperCase(),
            path,
            isWebhook,
            ...(id !== undefined && { id }),
            ...(tag !== undefined && { tag }),
            object,
            parameters: parametersOf(item, object, references),
          },
        ];
      });
    });
  return [
    ...of(objectOf(root["paths"]), false),
    ...of(objectOf(root["webhooks"] ?? root["x-webhooks"]), true),
  ];
}

function parametersOf(item: DataObject, operation: DataObject, references: References): DataObject[] {
  const byPlace = new Map<string, DataObject>();
  for (const value of [...listOf(item["parameters"]), ...listOf(operation["parameters"])]) {
    const parameter = references.resolve(value);
    const name = textOf(parameter["name"]);
    if (name !== undefined) byPlace.set(`${textOf(parameter["in"]) ?? ""} ${name}`, parameter);
  }
  return [...byPlace.values()];
}

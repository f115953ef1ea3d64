/** What `typedoc --json` writes, as far as it is read. @see https://typedoc.org/api/modules/JSONOutput.html */
import { isObject, listOf, objectOf, textOf, type DataObject } from "../../parse/parse-data.ts";

/** The kinds that have a page of their own, with the folder that it lies in. @see https://typedoc.org/documents/Options.Output.html#router */
export const PAGE_KINDS: Readonly<Record<number, { folder: string; label: string }>> = {
  2: { folder: "modules", label: "Module" },
  4: { folder: "modules", label: "Namespace" },
  8: { folder: "enums", label: "Enumeration" },
  32: { folder: "variables", label: "Variable" },
  64: { folder: "functions", label: "Function" },
  128: { folder: "classes", label: "Class" },
  256: { folder: "interfaces", label: "Interface" },
  2_097_152: { folder: "types", label: "Type" },
};
export const MODULE_KINDS: ReadonlySet<number> = new Set([2, 4]);

export function kindOf(reflection: DataObject): number {
  return typeof reflection["kind"] === "number" ? reflection["kind"] : 0;
}

export function nameOf(reflection: DataObject): string {
  return textOf(reflection["name"]) ?? "";
}

export function childrenOf(reflection: DataObject): DataObject[] {
  return listOf(reflection["children"]).filter(isObject).filter(isShown);
}

export function signaturesOf(reflection: DataObject): DataObject[] {
  const accessors = [reflection["getSignature"], reflection["setSignature"]].flat();
  return [...listOf(reflection["signatures"]), ...accessors].filter(isObject);
}

/** What is private or for the authors alone is not on the page either; what is inherited is told of where it comes from. */
function isShown(reflection: DataObject): boolean {
  const flags = objectOf(reflection["flags"]);
  if (flags["isPrivate"] === true || flags["isExternal"] === true) return false;
  if (reflection["inheritedFrom"] !== undefined) return false;
  const comments = [reflection, ...signaturesOf(reflection)].map((part) => objectOf(part["comment"]));
  return !comments.some((comment) =>
    listOf(comment["modifierTags"]).some(
      (tag) => tag === "@internal" || tag === "@hidden" || tag === "@ignore",
    ),
  );
}

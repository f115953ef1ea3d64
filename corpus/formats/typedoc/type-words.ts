import { isObject, listOf, objectOf, textOf } from "../../parse/parse-data.ts";
import { nameOf, signaturesOf } from "./reflection.ts";

/** A type deeper than this is written as dots. */
const MAX_DEPTH = 6;

/** A type as TypeScript writes it. */
export function typeWords(value: unknown, depth = 0): string {
  if (!isObject(value)) return "any";
  if (depth > MAX_DEPTH) return "…";
  const inner = (type: unknown): string => typeWords(type, depth + 1);
  const inners = (types: unknown, separator: string): string => listOf(types).map(inner).join(separator);
  const name = nameOf(value);
  const args = listOf(value["typeArguments"]).length > 0 ? `<${inners(value["typeArguments"], ", ")}>` : "";
  switch (value["type"]) {
    case "array":
      return /[ |&]/.test(inner(value["elementType"]))
        ? `(${inner(value["elementType"])})[]`
        : `${inner(value["elementType"])}[]`;
    case "union":
      return inners(value["types"], " | ");
    case "intersection":
      return inners(value["types"], " & ");
    case "literal":
      return typeof value["value"] === "string"
        ? `"${value["value"]}"`
        : (JSON.stringify(value["value"]) ?? "null");
    case "tuple":
      return `[${inners(value["elements"], ", ")}]`;
    case "namedTupleMember":
      return `${name}: ${inner(value["element"])}`;
    case "optional":
      return `${inner(value["elementType"])}?`;
    case "rest":
      return `...${inner(value["elementType"])}`;
    case "typeOperator":
      return `${textOf(value["operator"]) ?? ""} ${inner(value["target"])}`;
    case "query":
      return `typeof ${inner(value["queryType"])}`;
    case "predicate":
      return `${value["asserts"] === true ? "asserts " : ""}${name}${value["targetType"] === undefined ? "" : ` is ${inner(value["targetType"])}`}`;
    case "indexedAccess":
      return `${inner(value["objectType"])}[${inner(value["indexType"])}]`;
    case "conditional":
      return `${inner(value["checkType"])} extends ${inner(value["extendsType"])} ? ${inner(value["trueType"])} : ${inner(value["falseType"])}`;
    case "mapped":
      return `{ [${textOf(value["parameter"]) ?? "key"} in ${inner(value["parameterType"])}]: ${inner(value["templateType"])} }`;
    case "reflection":
      return declarationWords(value["declaration"], depth);
    default:
      return name === "" ? "any" : `${name}${args}`;
  }
}

function declarationWords(value: unknown, depth: number): string {
  const declaration = objectOf(value);
  const [signature] = signaturesOf(declaration);
  if (signature !== undefined)
    return `(${parameterWords(signature, depth)}) => ${typeWords(signature["type"], depth + 1)}`;
  const members = listOf(declaration["children"])
    .filter(isObject)
    .map((member) => {
      const [method] = signaturesOf(member);
      const type =
        method === undefined ? typeWords(member["type"], depth + 1) : declarationWords(member, depth + 1);
      return `${nameOf(member)}${isOptional(member) ? "?" : ""}: ${type}`;
    });
  return members.length === 0 ? "object" : `{ ${members.join("; ")} }`;
}

function isOptional(reflection: unknown): boolean {
  return objectOf(objectOf(reflection)["flags"])["isOptional"] === true;
}

function parameterWords(signature: unknown, depth: number): string {
  return listOf(objectOf(signature)["parameters"])
    .filter(isObject)
    .map((parameter) => {
      const rest = objectOf(parameter["flags"])["isRest"] === true ? "..." : "";
      const value = textOf(parameter["defaultValue"]);
      const optional = isOptional(parameter) ? "?" : "";
      return `${rest}${nameOf(parameter)}${optional}: ${typeWords(parameter["type"], depth + 1)}${value === undefined ? "" : ` = ${value}`}`;
    })
    .join(", ");
}

/** `render(text: string, options?: Options): string`. */
export function signatureWords(signature: unknown, name: string): string {
  const types = listOf(objectOf(signature)["typeParameters"] ?? objectOf(signature)["typeParameter"]).filter(
    isObject,
  );
  const generic = types.length === 0 ? "" : `<${types.map(nameOf).join(", ")}>`;
  return `${name}${generic}(${parameterWords(signature, 0)}): ${typeWords(objectOf(signature)["type"])}`;
}

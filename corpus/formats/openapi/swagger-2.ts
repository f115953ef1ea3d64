/**
 * Swagger 2.0 in the shape of OpenAPI 3, as far as it is read. Its references lead to the places that they always led
 * to, since they are followed in the document as it was.
 *
 * @see https://swagger.io/specification/v2/
 */
import { listOf, objectOf, textOf, type DataObject } from "../../parse/parse-data.ts";
import { isMethod } from "./methods.ts";
import type { References } from "./references.ts";

export function fromSwagger2(root: DataObject, references: References): DataObject {
  const host = textOf(root["host"]);
  const basePath = textOf(root["basePath"]) ?? "";
  const schemes = listOf(root["schemes"]).map(String);
  const scheme = schemes.includes("https") ? "https" : (schemes[0] ?? "https");
  const url = host === undefined ? basePath : `${scheme}://${host}${basePath}`;
  const paths = Object.entries(objectOf(root["paths"])).map(([path, item]) => {
    const pathItem = references.resolve(item);
    const shared = listOf(pathItem["parameters"]);
    const operations = Object.entries(pathItem).map(([key, value]) => [
      key,
      isMethod(key) ? operationOf(objectOf(value), { root, references, shared }) : value,
    ]);
    return [path, { ...Object.fromEntries(operations), parameters: [] }] as const;
  });
  const schemes2 = Object.entries(objectOf(root["securityDefinitions"])).map(([name, value]) => {
    const definition = objectOf(value);
    return [
      name,
      definition["type"] === "basic" ? { ...definition, type: "http", scheme: "basic" } : definition,
    ] as const;
  });
  return {
    ...root,
    servers: url === "" || url === "/" ? [] : [{ url: url.replace(/\/$/, "") }],
    paths: Object.fromEntries(paths),
    components: { schemas: root["definitions"], securitySchemes: Object.fromEntries(schemes2) },
  };
}

interface OperationContext {
  root: DataObject;
  references: References;
  shared: readonly unknown[];
}

function operationOf(operation: DataObject, { root, references, shared }: OperationContext): DataObject {
  const consumes = listOf(operation["consumes"] ?? root["consumes"]).map(String);
  const produces = listOf(operation["produces"] ?? root["produces"]).map(String);
  const parameters = [...shared, ...listOf(operation["parameters"])].map((value) =>
    references.resolve(value),
  );
  const body = parameters.find((parameter) => parameter["in"] === "body");
  const form = parameters.filter((parameter) => parameter["in"] === "formData");
  const formSchema = {
    type: "object",
    required: form.filter((field) => field["required"] === true).map((field) => field["name"]),
    // Beside a parameter stand the words of its schema.
    properties: Object.fromEntries(
      form.map((field) => [textOf(field["name"]) ?? "", { ...field, required: undefined }]),
    ),
  };
  const schema = body?.["schema"] ?? (form.length === 0 ? undefined : formSchema);
  const formType = consumes.find((type) => /form/.test(type)) ?? "application/x-www-form-urlencoded";
  const bodyType = body === undefined ? formType : (consumes[0] ?? "application/json");
  const responses = Object.entries(objectOf(operation["responses"])).map(([status, value]) => {
    const response = references.resolve(value);
    const examples = Object.values(objectOf(response["examples"]));
    const media = { schema: response["schema"], ...(examples.length > 0 && { example: examples[0] }) };
    const content = response["schema"] === undefined ? {} : { [produces[0] ?? "application/json"]: media };
    return [status, { ...response, content }] as const;
  });
  return {
    ...operation,
    parameters: parameters
      .filter((parameter) => parameter["in"] !== "body" && parameter["in"] !== "formData")
      .map((parameter) => ({ ...parameter, schema: parameter })),
    ...(schema !== undefined && {
      requestBody: {
        description: body?.["description"],
        required: body?.["required"],
        content: { [bodyType]: { schema } },
      },
    }),
    responses: Object.fromEntries(responses),
  };
}

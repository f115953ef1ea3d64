import type { Block } from "../../../core/corpus/format.ts";
import { listOf, objectOf, textOf, type DataObject } from "../../parse/parse-data.ts";
import type { Operation } from "./description.ts";
import type { References } from "./references.ts";

/** An example longer than this is a file, and not read in an answer. */
const MAX_LINES = 80;
const MAX_SAMPLES = 2;

/** Samples that the author wrote, and the first examples of the request and of an answer. */
export function exampleBlocks({ object }: Operation, references: References): Block[] {
  const samples = listOf(object["x-codeSamples"] ?? object["x-code-samples"]).flatMap((value): Block[] => {
    const sample = objectOf(value);
    const code = textOf(sample["source"]);
    return code === undefined ? [] : [codeBlock((textOf(sample["lang"]) ?? "").toLowerCase(), code)];
  });
  const request = exampleOf(references.resolve(object["requestBody"]), references);
  const answers = Object.entries(objectOf(object["responses"])).filter(([status]) => status.startsWith("2"));
  const answer = answers
    .map(([, value]) => exampleOf(references.resolve(value), references))
    .find((example) => example !== undefined);
  return [...samples.slice(0, MAX_SAMPLES), ...labelled("Request:", request), ...labelled("Answer:", answer)];
}

/** An example under its schema; a value of its own says nothing there. */
export function exampleCode(example: unknown): Block[] {
  return typeof example === "object" && example !== null ? labelled("Example:", example) : [];
}

function labelled(label: string, example: unknown): Block[] {
  if (example === undefined) return [];
  const code = typeof example === "string" ? example : JSON.stringify(example, null, 2);
  return [{ kind: "paragraph", text: label }, codeBlock(typeof example === "string" ? "" : "json", code)];
}

function codeBlock(language: string, code: string): Block {
  const lines = code.replace(/\s+$/, "").split("\n");
  const shown = lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), "…"] : lines;
  return { kind: "code", language, code: shown.join("\n") };
}

function exampleOf(holder: DataObject, references: References): unknown {
  for (const value of Object.values(objectOf(holder["content"]))) {
    const media = objectOf(value);
    if (media["example"] !== undefined) return media["example"];
    const [first] = Object.values(objectOf(media["examples"]));
    const named = references.resolve(first)["value"];
    if (named !== undefined) return named;
    const schema = references.resolve(media["schema"]);
    if (schema["example"] !== undefined) return schema["example"];
  }
  return undefined;
}

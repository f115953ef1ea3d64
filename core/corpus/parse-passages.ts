import type { Block, Chunk } from "./format.ts";

/**
 * Reads a passage file. Checked by hand: a schema takes longer than all else that an answer costs, and the bytes
 * are known to be what was written by their hash.
 *
 * @returns undefined where it is no list of chunks.
 */
export function parsePassages(text: string): Chunk[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(isChunk) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isChunk(value: unknown): value is Chunk {
  if (!isRecord(value)) return false;
  const { id, title, headingPath, url, language, updatedOn, blocks } = value;
  return (
    typeof id === "string" &&
    typeof title === "string" &&
    isTexts(headingPath) &&
    typeof url === "string" &&
    typeof language === "string" &&
    (updatedOn === undefined || typeof updatedOn === "string") &&
    Array.isArray(blocks) &&
    blocks.every(isBlock)
  );
}

function isBlock(value: unknown): value is Block {
  if (!isRecord(value)) return false;
  switch (value["kind"]) {
    case "paragraph":
      return typeof value["text"] === "string";
    case "list":
      return typeof value["ordered"] === "boolean" && isTexts(value["items"]);
    case "code":
      return typeof value["language"] === "string" && typeof value["code"] === "string";
    case "table":
      return Array.isArray(value["rows"]) && value["rows"].every(isTexts);
    default:
      return false;
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/**
 * Passage files: one chunk a line, as JSON. An answer needs one or two of the chunks of a file, so each line is
 * parsed when it is asked for, and once.
 */
import type { Block, Chunk, Prepared } from "./format.ts";

const LINE_END = 0x0a;

export function encodePassages(chunks: readonly Chunk[]): string {
  return chunks.map((chunk) => `${JSON.stringify(chunk)}\n`).join("");
}

export interface PassageFile {
  /** The chunk on a line, from 0; undefined where there is no such line or it holds no chunk. */
  read(line: number): Chunk | undefined;
}

const DECODER = new TextDecoder();

/** @param bytes the whole file; kept. */
export function openPassages(bytes: Uint8Array): PassageFile {
  /** Of the lines that were looked for so far. */
  const ends: number[] = [];
  const chunks: (Chunk | undefined)[] = [];
  const endOf = (line: number): number | undefined => {
    while (ends.length <= line) {
      const end = bytes.indexOf(LINE_END, (ends.at(-1) ?? -1) + 1);
      if (end < 0) return undefined;
      ends.push(end);
    }
    return ends[line];
  };
  return {
    read(line) {
      const end = endOf(line);
      if (end === undefined) return undefined;
      const start = line === 0 ? 0 : (ends[line - 1] ?? 0) + 1;
      return (chunks[line] ??= parseChunk(DECODER.decode(bytes.subarray(start, end))));
    },
  };
}

/**
 * Checked by hand: a schema takes longer than all else that an answer costs, and the bytes are known to be what
 * was written by their hash.
 */
function parseChunk(text: string): Chunk | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isChunk(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isChunk(value: unknown): value is Chunk {
  if (!isRecord(value)) return false;
  const { id, title, headingPath, url, language, updatedOn, blocks, prepared } = value;
  return (
    typeof id === "string" &&
    typeof title === "string" &&
    isTexts(headingPath) &&
    typeof url === "string" &&
    typeof language === "string" &&
    (updatedOn === undefined || typeof updatedOn === "string") &&
    Array.isArray(blocks) &&
    blocks.every(isBlock) &&
    (prepared === undefined || isPrepared(prepared))
  );
}

function isPrepared(value: unknown): value is Prepared {
  if (!isRecord(value) || !isTexts(value["questions"])) return false;
  const { answer } = value;
  if (answer === undefined) return true;
  return (
    isRecord(answer) &&
    typeof answer["text"] === "string" &&
    Array.isArray(answer["answers"]) &&
    answer["answers"].every(Number.isInteger)
  );
}

function isBlock(value: unknown): value is Block {
  if (!isRecord(value) || !["undefined", "string"].includes(typeof value["anchor"])) return false;
  switch (value["kind"]) {
    case "paragraph":
      return typeof value["text"] === "string" && ["undefined", "number"].includes(typeof value["depth"]);
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

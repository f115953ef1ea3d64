/**
 * Checks a manifest field by field. By hand, for it is the first thing that a fresh isolate reads, and read again
 * every few seconds: a schema takes longer to set up than the index to open.
 */
import { LIMITS } from "../protocol.ts";
import {
  CORPUS_FORMAT_VERSION,
  INDEX_FORMATS,
  SITE_ID_PATTERN,
  type CorpusFile,
  type CorpusManifest,
  type IndexFile,
  type VectorsFile,
} from "./format.ts";

/** A starter is shown as a button. */
const MAX_STARTER_CHARS = 300;

type Check = (value: unknown) => boolean;
type Checks<T> = { [Field in keyof T]-?: Check };

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);
const isText =
  (maxChars: number): Check =>
  (value) =>
    typeof value === "string" && value !== "" && value.length <= maxChars;
const isListOf =
  (holds: Check, maxLength = Infinity): Check =>
  (value) =>
    Array.isArray(value) && value.length <= maxLength && value.every(holds);
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const hasFields =
  (checks: Record<string, Check>): Check =>
  (value) =>
    invalidField(value, checks) === undefined;
const isAbsentOr =
  (holds: Check): Check =>
  (value) =>
    value === undefined || holds(value);

const FILE: Checks<CorpusFile> = {
  name: matches(/^[a-z0-9][a-z0-9.-]{0,99}$/),
  bytes: isCount,
  sha256: matches(/^[0-9a-f]{64}$/),
};
const INDEX_FILE: Checks<IndexFile> = {
  ...FILE,
  format: (value) => INDEX_FORMATS.some((format) => format === value),
};
const VECTORS_FILE: Checks<VectorsFile> = {
  ...FILE,
  model: isText(Infinity),
  dimensions: (value) => isCount(value) && value !== 0,
};
const MANIFEST: Checks<CorpusManifest> = {
  formatVersion: (value) => value === CORPUS_FORMAT_VERSION,
  site: matches(SITE_ID_PATTERN),
  language: matches(/^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/),
  corpusVersion: matches(/^[0-9a-f]{16}$/),
  documentCount: isCount,
  chunkCount: isCount,
  index: hasFields(INDEX_FILE),
  catalogue: isAbsentOr(hasFields(FILE)),
  vectors: isAbsentOr(hasFields(VECTORS_FILE)),
  encoder: isAbsentOr(hasFields(FILE)),
  preparedAnswers: isAbsentOr(isCount),
  starters: isAbsentOr(isListOf(isText(MAX_STARTER_CHARS), LIMITS.startersMax)),
  passages: isListOf(hasFields(FILE)),
};

/** @returns what is wrong with a manifest, as a clause; undefined where nothing is. */
export function manifestProblem(value: unknown): string | undefined {
  const field = invalidField(value, MANIFEST);
  if (field !== undefined) return `its field "${field}" is missing or wrong`;
  const { index, catalogue } = value as CorpusManifest;
  if ((index.format === "lunr") === (catalogue !== undefined)) return undefined;
  return "a catalogue belongs to an index in Lunr's format, and only there";
}

/** The first field that is not what it should be. What is no object has none. */
function invalidField(value: unknown, checks: Record<string, Check>): string | undefined {
  const fields = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  for (const name in checks) if (checks[name]?.(fields[name]) !== true) return name;
  return undefined;
}

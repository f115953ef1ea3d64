/** The artefact's files as zod schemas: whatever is read back is checked before it is believed. */
import * as z from "zod";
import { LIMITS } from "../protocol.ts";
import {
  CORPUS_FORMAT_VERSION,
  INDEX_FORMATS,
  SITE_ID_PATTERN,
  type Catalogue,
  type CorpusFile,
  type CorpusManifest,
} from "./format.ts";

/** A starter is shown as a button. */
const MAX_STARTER_CHARS = 300;

const FILE_NAME = /^[a-z0-9][a-z0-9.-]{0,99}$/;
const SHA256 = /^[0-9a-f]{64}$/;

const fileSchema = z.object({
  name: z.string().regex(FILE_NAME),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(SHA256),
});

/** The same by hand: of passage files there are hundreds, and the manifest is read every few seconds. */
function areFiles(value: unknown): value is CorpusFile[] {
  return (
    Array.isArray(value) &&
    value.every((file: Partial<Record<keyof CorpusFile, unknown>> | null) => {
      if (typeof file !== "object" || file === null) return false;
      const { name, bytes, sha256 } = file;
      return (
        typeof name === "string" &&
        FILE_NAME.test(name) &&
        Number.isSafeInteger(bytes) &&
        (bytes as number) >= 0 &&
        typeof sha256 === "string" &&
        SHA256.test(sha256)
      );
    })
  );
}

export const manifestSchema = z
  .object({
    formatVersion: z.literal(CORPUS_FORMAT_VERSION),
    site: z.string().regex(SITE_ID_PATTERN),
    language: z.string().regex(/^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/),
    corpusVersion: z.string().regex(/^[0-9a-f]{16}$/),
    documentCount: z.number().int().nonnegative(),
    chunkCount: z.number().int().nonnegative(),
    index: fileSchema.extend({ format: z.enum(INDEX_FORMATS) }),
    catalogue: fileSchema.optional(),
    vectors: fileSchema
      .extend({ model: z.string().min(1), dimensions: z.number().int().positive() })
      .optional(),
    starters: z.array(z.string().min(1).max(MAX_STARTER_CHARS)).max(LIMITS.startersMax).optional(),
    passages: z.custom<CorpusFile[]>(areFiles, "a list of files is expected"),
  })
  .refine(({ index, catalogue }) => (index.format === "lunr") === (catalogue !== undefined), {
    message: "a catalogue belongs to an index in Lunr's format, and only there",
    path: ["catalogue"],
  }) satisfies z.ZodType<CorpusManifest>;

export const catalogueSchema = z.object({
  documents: z.array(
    z.object({
      url: z.string(),
      title: z.string(),
      language: z.string(),
      updatedOn: z.iso.date().optional(),
    }),
  ),
  chunkDocuments: z.array(z.number().int().nonnegative()),
}) satisfies z.ZodType<Catalogue>;

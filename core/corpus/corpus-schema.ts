/** The artefact's files as zod schemas: whatever is read back is checked before it is believed. */
import * as z from "zod";
import { LIMITS } from "../protocol.ts";
import {
  CORPUS_FORMAT_VERSION,
  INDEX_FORMATS,
  SITE_ID_PATTERN,
  type Catalogue,
  type CorpusManifest,
} from "./format.ts";

/** A starter is shown as a button. */
const MAX_STARTER_CHARS = 300;

const fileSchema = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

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
    passages: z.array(fileSchema),
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

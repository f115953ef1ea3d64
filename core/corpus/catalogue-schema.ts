/** The catalogue as a zod schema: whatever is read back is checked before it is believed. */
import * as z from "zod";
import type { Catalogue } from "./format.ts";

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

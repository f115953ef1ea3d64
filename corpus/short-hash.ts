import { createHash } from "node:crypto";

/** 64 bits: of the sections, or the questions, of one site. */
const HASH_CHARS = 16;

/** The same text has the same hash; two texts of one site do not. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, HASH_CHARS);
}

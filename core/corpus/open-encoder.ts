/** Opens the table that a corpus was encoded by. Without it the corpus still answers, by words alone. */
import { createStaticEncoder, type StaticEncoder } from "../search/encoder/static-encoder.ts";
import { EncoderTableError } from "../search/encoder/table-file.ts";
import type { CorpusFileSource } from "./corpus.ts";
import type { CorpusManifest } from "./format.ts";
import { sha256Hex } from "./hash.ts";

/** Open tables by their SHA-256: corpora that were built by one version share one. */
export type EncoderCache = Map<string, StaticEncoder>;

export interface OpenedEncoder {
  encoder?: StaticEncoder | undefined;
  /** Why there is none though the corpus has one, as a clause. */
  problem?: string | undefined;
}

/** Tables that are kept: the last one, and that of a version that is being replaced. */
const KEPT_ENCODERS = 2;

/** Never throws for a table that is missing or damaged; whatever the source throws passes through. */
export async function openEncoder(
  { encoder: file }: Pick<CorpusManifest, "encoder">,
  source: Pick<CorpusFileSource, "readFile">,
  kept: EncoderCache = new Map(),
): Promise<OpenedEncoder> {
  if (file === undefined) return {};
  const known = kept.get(file.sha256);
  if (known !== undefined) return { encoder: known };
  const bytes = await source.readFile(file.name);
  if (bytes === undefined) return { problem: `the encoder's table ${file.name} is missing` };
  if ((await sha256Hex(bytes)) !== file.sha256) {
    return { problem: `the encoder's table ${file.name} is damaged: its content does not match its hash` };
  }
  try {
    const encoder = await createStaticEncoder(bytes);
    for (const [oldest] of kept) if (kept.size >= KEPT_ENCODERS) kept.delete(oldest);
    kept.set(file.sha256, encoder);
    return { encoder };
  } catch (error) {
    if (!(error instanceof EncoderTableError)) throw error;
    return { problem: `the encoder's table ${file.name} cannot be used: ${error.message}` };
  }
}

/** A small table of an encoder: words of one group mean the same, those of different groups nothing to each other. */
import { createWordStemmer } from "../../core/search/encoder/static-encoder.ts";
import { encodeEncoderTable } from "../../core/search/encoder/table-file.ts";

export async function sketchTable(groups: readonly string[][], language = "en"): Promise<Uint8Array> {
  const stem = await createWordStemmer(language);
  const dimensions = groups.length + (groups.length % 2);
  const placed = groups.flatMap((words, group) => words.map((word): [string, number] => [stem(word), group]));
  const groupOf = new Map(placed);
  const stems = [...groupOf.keys()];
  const rows = new Float32Array(stems.length * dimensions);
  stems.forEach((word, row) => (rows[row * dimensions + (groupOf.get(word) ?? 0)] = 1));
  return encodeEncoderTable({ language, dimensions, stems, rows });
}

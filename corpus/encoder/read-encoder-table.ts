/** The tables of static encoders that come with this package, one a language. */
import { readFile } from "node:fs/promises";
import { baseLanguage } from "../../core/language/base-language.ts";
import { EncoderTableError, openEncoderTable } from "../../core/search/encoder/table-file.ts";

const TABLES: Readonly<Record<string, string>> = { en: "encoder-en.bin" };

export interface ReadEncoderTable {
  /** Absent for a language that has none, and where there is a problem. */
  bytes?: Uint8Array | undefined;
  /** What is wrong with this installation, and how to mend it. */
  problem?: string | undefined;
}

/**
 * A language's table, checked. Never throws for a file that is missing or damaged: a corpus is built without it.
 *
 * @param language BCP 47.
 * @param folder of the tables; default: where this package has them.
 */
export async function readEncoderTable(
  language: string,
  folder = new URL("./", import.meta.url),
): Promise<ReadEncoderTable> {
  const name = TABLES[baseLanguage(language)];
  if (name === undefined) return {};
  try {
    const bytes = await readFile(new URL(name, folder));
    openEncoderTable(bytes);
    return { bytes };
  } catch (error) {
    const reason = error instanceof EncoderTableError ? error.message : "it cannot be read";
    return {
      problem: `The encoder's table ${name} is not used: ${reason}. Questions are compared by words alone. Install assistant-chat again, or build with --no-encoder.`,
    };
  }
}

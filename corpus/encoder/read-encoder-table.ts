/** The tables of static encoders that come with this package. */
import { readFile } from "node:fs/promises";
import { baseLanguage } from "../../core/language/base-language.ts";
import { EncoderTableError, openEncoderTable } from "../../core/search/encoder/table-file.ts";

interface Tables {
  /** Learned from public documentation. */
  documentation?: string;
  /** Learned from what visitors ask of businesses. */
  smallSite: string;
}

const TABLES: Readonly<Record<string, Tables>> = {
  en: { documentation: "encoder-en.bin", smallSite: "everyday-en.bin" },
  de: { smallSite: "everyday-de.bin" },
  es: { smallSite: "everyday-es.bin" },
  fr: { smallSite: "everyday-fr.bin" },
  it: { smallSite: "everyday-it.bin" },
  nl: { smallSite: "everyday-nl.bin" },
  pt: { smallSite: "everyday-pt.bin" },
};

export interface ReadEncoderTable {
  /** Absent for a language that has none, and where there is a problem. */
  bytes?: Uint8Array | undefined;
  /** What is wrong with this installation, and how to mend it. */
  problem?: string | undefined;
}

export interface ReadEncoderTableOptions {
  /** As `core/corpus/small-site.ts` tells it; default false. */
  isSmallSite?: boolean;
  /** Of the tables; default: where this package has them. */
  folder?: URL;
}

/**
 * The table for a site of a language, checked. Never throws for a file that is missing or damaged: a corpus is built without it.
 *
 * @param language BCP 47.
 */
export async function readEncoderTable(
  language: string,
  { isSmallSite = false, folder = new URL("./", import.meta.url) }: ReadEncoderTableOptions = {},
): Promise<ReadEncoderTable> {
  const tables = TABLES[baseLanguage(language)];
  const name = isSmallSite ? tables?.smallSite : tables?.documentation;
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

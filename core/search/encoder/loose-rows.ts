/**
 * Rows for words that a table does not have as they are written: without their accents, as people type fast; with ae for
 * ä; or put together of words that it has, as German and Dutch do without end.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { splitCompound } from "../../language/compounds.ts";
import { writtenOutUmlauts } from "../../language/umlauts.ts";
import type { EncoderTable } from "./table-file.ts";
import type { StemWord } from "./static-encoder.ts";

/** English writes few accents, and its words apart: a word that is not known there is a name. */
const EXACT_LANGUAGE = "en";

/** Of a word whose own stem has no row; none where nothing like it has one. */
export function createLooseRows(table: EncoderTable, stem: StemWord): (word: string) => number[] {
  const language = baseLanguage(table.language);
  if (language === EXACT_LANGUAGE) return () => [];
  let rowOfPlain: Map<string, number> | undefined;
  const plainRows = (): Map<string, number> => {
    // Made when it is first needed: most questions are typed as the table has them.
    if (rowOfPlain === undefined) {
      rowOfPlain = new Map();
      for (const one of table.stems()) {
        const plain = withoutAccents(one);
        if (plain !== one && !rowOfPlain.has(plain)) rowOfPlain.set(plain, table.rowOf(one));
      }
    }
    return rowOfPlain;
  };
  const rowOf = (word: string): number | undefined => {
    const own = stem(word);
    const row = table.rowOf(own);
    return row >= 0 ? row : plainRows().get(withoutAccents(own));
  };
  const rowOfAnyForm = (word: string): number | undefined => {
    const row = rowOf(word);
    if (row !== undefined || language !== "de") return row;
    for (const form of writtenOutUmlauts(word)) {
      const ofForm = rowOf(form);
      if (ofForm !== undefined) return ofForm;
    }
    return undefined;
  };
  return (word) => {
    const lower = word.toLowerCase();
    const row = rowOfAnyForm(lower);
    if (row !== undefined) return [row];
    const parts = splitCompound(lower, language, (part) => rowOf(part) !== undefined);
    return parts?.flatMap((part) => rowOf(part) ?? []) ?? [];
  };
}

function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

import type { SearchStrings } from "../search/search-strings.ts";
import type { Strings } from "../strings.ts";
import type { WordCount } from "./plurals.ts";

/** All that is said in one language. */
export interface LocaleStrings {
  strings: Strings;
  searchStrings: SearchStrings;
}

/** What the file of each language exports. @param plural words a count by the rules of the language. */
export type CreateLocale = (plural: WordCount) => LocaleStrings;

import { ENGLISH } from "../strings.ts";
import type { SpokenLanguage } from "../spoken-language.ts";
import { directionOf } from "./direction.ts";
import { loadLocale } from "./load-locale.ts";

/** Gives a panel the sentences and the direction of a language. Rejects where its file does not load. */
export async function changeLanguage(language: SpokenLanguage, tag: string): Promise<void> {
  const file = await loadLocale(tag);
  // Another one was asked for meanwhile.
  if (language.tag !== tag) return;
  Object.assign(language.strings, file?.strings ?? ENGLISH);
  language.direction = directionOf(tag);
}

import type { CreateLocale, LocaleStrings } from "./create-locale.ts";
import { matchLocale, type Locale } from "./match-locale.ts";
import { pluralsOf } from "./plurals.ts";

const FILES: Record<Locale, () => Promise<{ createLocale: CreateLocale }>> = {
  "ar": () => import("./ar.ts"),
  "de": () => import("./de.ts"),
  "es": () => import("./es.ts"),
  "fr": () => import("./fr.ts"),
  "he": () => import("./he.ts"),
  "hi": () => import("./hi.ts"),
  "it": () => import("./it.ts"),
  "ja": () => import("./ja.ts"),
  "ko": () => import("./ko.ts"),
  "nl": () => import("./nl.ts"),
  "pl": () => import("./pl.ts"),
  "pt": () => import("./pt.ts"),
  "tr": () => import("./tr.ts"),
  "zh-Hans": () => import("./zh-Hans.ts"),
};

/** The sentences for a language tag; undefined where they are English. Rejects where their file does not load. */
export async function loadLocale(tag: string): Promise<LocaleStrings | undefined> {
  const locale = matchLocale(tag);
  return locale && (await FILES[locale]()).createLocale(pluralsOf(locale));
}

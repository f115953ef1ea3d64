/** Languages that the panel speaks, besides English. */
export const LOCALES = [
  "ar",
  "de",
  "es",
  "fr",
  "he",
  "hi",
  "it",
  "ja",
  "ko",
  "nl",
  "pl",
  "pt",
  "tr",
  "zh-Hans",
] as const;

export type Locale = (typeof LOCALES)[number];

/**
 * The language of the panel's own sentences for a language tag: the same language in the same script, whatever the country
 * (RFC 4647, lookup). Undefined for English and for languages that the panel does not speak.
 *
 * @param tag BCP 47; what is none counts as English.
 */
export function matchLocale(tag: string): Locale | undefined {
  const asked = fullTag(tag);
  return LOCALES.find((locale) => {
    const { language, script } = fullTag(locale)!;
    return asked?.language === language && asked.script === script;
  });
}

/** With the script that the language is usually written in: `zh-TW` is written in another one than `zh-CN`. */
function fullTag(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

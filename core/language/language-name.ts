/** `de` in Spanish → "alemán"; `undefined` for what is no language tag. */
export function languageName(language: string, locale: string): string | undefined {
  try {
    return new Intl.DisplayNames(locale, { type: "language", fallback: "none" }).of(language);
  } catch {
    return undefined;
  }
}

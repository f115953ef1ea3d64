/** Forms of one phrase by the plural category of its number; `#` stands for the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Words a count. */
export type WordCount = (count: number, forms: PluralForms) => string;

/**
 * @param language BCP 47.
 * @returns a function that words a count by the rules of the language, with the digits that it writes.
 */
export function pluralsOf(language: string): WordCount {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace("#", digits.format(count));
}

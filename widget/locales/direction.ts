/** Scripts that are written from right to left (ISO 15924). */
const RIGHT_TO_LEFT = /^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/;

/** The direction in which a language is written. @param tag BCP 47; what is none counts as English. */
export function directionOf(tag: string): "ltr" | "rtl" {
  try {
    return RIGHT_TO_LEFT.test(new Intl.Locale(tag).maximize().script ?? "") ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}

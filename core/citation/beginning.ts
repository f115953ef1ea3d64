/** As much as a link names of the beginning of a sentence. */
const CHARS = 36;
const READ_CHARS = 90;

/** Of a text its first letters and digits, in small letters, without spaces and punctuation. */
export function beginningOf(text: string): string {
  return text
    .slice(0, READ_CHARS)
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .slice(0, CHARS)
    .toLowerCase();
}

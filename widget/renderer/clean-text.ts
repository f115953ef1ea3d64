/**
 * Characters that a reader cannot see but that change what is seen: bidirectional controls, zero-width
 * characters, soft hyphens and tag characters. The two joiners stay where scripts and emoji need them.
 */
const INVISIBLE =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\p{EMod}\p{Mn}\ufe0f])[\u200c\u200d]/gu;

/** Removes invisible and NUL characters and makes every line end `\n`. */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, "").replace(/\r\n?/g, "\n").replaceAll("\0", "");
}

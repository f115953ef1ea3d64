/**
 * Removes characters that a reader does not see but a model reads: tag characters, zero-width characters,
 * directional controls, variation selectors beyond the emoji one, and control characters but tab and newline.
 */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

const INVISIBLE =
  // oxlint-disable-next-line no-control-regex no-misleading-character-class -- the invisible ones are the point
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0E\uFEFF\u{E0000}-\u{E01EF}]/gu;

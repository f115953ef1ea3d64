/** How a question is brought to the plain words that routing compares. */

/** Longer texts are questions; what follows is not looked at. */
export const MAX_UTTERANCE_CHARS = 600;

/**
 * Plain words: lower case, accents and apostrophes dropped, everything that is no letter or digit a space. The
 * text is cut at {@link MAX_UTTERANCE_CHARS}.
 */
export function plainWords(text: string): string[] {
  return text
    .slice(0, MAX_UTTERANCE_CHARS)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/gu, "ss")
    .replace(/[\p{Mn}\p{Cf}'’ʼ`´]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
}

/** `helllo`, `hello` and `helo` → `helo`: people stretch and shorten what they say out of courtesy. */
export function squeeze(word: string): string {
  return word.replace(/(.)\1+/gu, "$1");
}

/** An address, a path, a call, an assignment, a tag, an identifier, an error code: nobody chats in these. */
const CODE =
  /:\/\/|[{}<>=\\|]|\w\(|\(\)|::|`|^\s*[$#>] |\p{Ll}\p{Lu}\p{Ll}|[\p{L}\p{N}][_/.@][\p{L}\p{N}]|\p{Lu}[\p{Lu}\p{N}_]{3,}\d|\b0x/u;

/** Marks that look like code, and faces that people type. */
const TYPED_FACES = /(?:^|\s)[:;=8xX]['^-]?[)(DPpOo3*/|\\[\]]+|<3+|\^_*\^|¯\\_\(ツ\)_\/¯/gu;

export function holdsCode(text: string): boolean {
  return CODE.test(text.slice(0, MAX_UTTERANCE_CHARS).replace(TYPED_FACES, " "));
}

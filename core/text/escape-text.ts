/**
 * Writes text that Markdown may not turn into a link, an image, HTML or a citation, whatever stands around it.
 *
 * Nothing is understood here, only escaped, character by character: so it holds for every reader of Markdown,
 * and pieces that are joined later cannot become what neither was. What is shown stays the same.
 */
export interface TextEscaper {
  /** Escapes the next piece of text. */
  text(piece: string): string;
  /** Passes a piece on as it is: code, or a citation that was checked. */
  raw(piece: string): string;
}

/** Each of these could begin a link, an image, HTML, an entity, an e-mail address, a code span or a fence. */
const ALWAYS_ESCAPED = new Set(["[", "]", "<", "`", "~", "@", "&"]);

/** @param marks further characters to escape: markup that the text is not meant to have. */
export function createTextEscaper(marks = ""): TextEscaper {
  /** The last characters that were shown, escapes left out; at most three. */
  let before = "";
  let isAfterCitation = false;

  const escape = (character: string): string => {
    const isJoint =
      // `https://` and `www.` are made into links wherever they stand.
      (character === "/" && before.endsWith("/")) ||
      (character === "." && before.toLowerCase() === "www") ||
      // `[1](…` would be a link and `[1]: …` the definition of one.
      (isAfterCitation && (character === "(" || character === ":"));
    before = (before + character).slice(-3);
    isAfterCitation = false;
    return isJoint || ALWAYS_ESCAPED.has(character) || marks.includes(character)
      ? `\\${character}`
      : character;
  };

  return {
    text(piece) {
      let output = "";
      for (const character of piece) output += escape(character);
      return output;
    },
    raw(piece) {
      before = piece.slice(-3);
      isAfterCitation = piece.endsWith("]");
      return piece;
    },
  };
}

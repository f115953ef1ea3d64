import { decodeNamedCharacterReference } from "decode-named-character-reference";

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi;

/**
 * A text with the characters that its references stand for: `&lt;`, `&#8364;`, `&#x20AC;`. What stands for none stays.
 *
 * @see https://html.spec.whatwg.org/multipage/named-characters.html
 */
export function decodeReferences(text: string): string {
  return text.replace(
    REFERENCE,
    (written, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || written;
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
    },
  );
}

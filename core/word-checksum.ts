/**
 * The checksum of our binary files: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over their 32-bit words, not
 * their bytes, so that megabytes are checked within a millisecond or two.
 */

/** Files of whole words are checked: what is stored ends at a multiple of 4. */
export function alignToWord(bytes: number): number {
  return (bytes + 3) & ~3;
}

/**
 * @param bytes at a multiple of 4 within their buffer.
 * @param checksumWord place of the checksum's own word, which is left out.
 * @returns 32 bits, unsigned.
 */
export function wordChecksum(bytes: Uint8Array, checksumWord: number): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) {
    if (index === checksumWord) continue;
    hash = Math.imul(hash ^ (words[index] as number), 0x01000193);
  }
  return hash >>> 0;
}

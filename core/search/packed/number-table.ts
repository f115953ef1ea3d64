/**
 * A table of whole numbers that is read where it lies: first the lowest bytes of all numbers, then the next ones, as
 * many as the largest number needs. Beside each other, bytes of one place are alike, which is what compression
 * lives on: such tables take half of what numbers of four bytes take, and nothing to open.
 */
import { PackedIndexError } from "./layout.ts";

const MAX_BYTES = 4;

/** @param numbers below 2³². */
export function encodeTable(numbers: ArrayLike<number>): Uint8Array {
  const count = numbers.length;
  let largest = 0;
  for (let index = 0; index < count; index++) largest = Math.max(largest, numbers[index] as number);
  let width = 1;
  while (width < MAX_BYTES && largest >= 2 ** (8 * width)) width++;
  const table = new Uint8Array(count * width);
  for (let index = 0; index < count; index++) {
    const number = numbers[index] as number;
    for (let byte = 0; byte < width; byte++) table[byte * count + index] = number >>> (8 * byte);
  }
  return table;
}

/** The number at a place; 0 where there is no such place. */
export type NumberTable = (index: number) => number;

/** @throws PackedIndexError where it does not hold just so many numbers. */
export function openTable(table: Uint8Array, count: number): NumberTable {
  const width = count === 0 ? 0 : table.length / count;
  if (!Number.isInteger(width) || width > MAX_BYTES || (count > 0 ? width < 1 : table.length > 0)) {
    throw new PackedIndexError("its tables have other sizes than it says");
  }
  return (index) => {
    if (!(index >= 0 && index < count)) return 0;
    let number = table[index] as number;
    for (let byte = 1; byte < width; byte++) number |= (table[byte * count + index] as number) << (8 * byte);
    return number >>> 0;
  };
}

/**
 * Bounds what a document unpacks to before it is read: a few kilobytes can hold gigabytes of nothing. Pictures and
 * attached files are never unpacked, so they may be of any size.
 */
import { constants, inflateSync } from "node:zlib";

/** A page of a map has a few megabytes of drawing. */
const MAX_STREAM_BYTES = 128 * 1024 * 1024;
const MAX_TOTAL_BYTES = 1024 * 1024 * 1024;
/** What is packed smaller than this holds two megabytes at most. */
const MIN_PACKED_BYTES = 2048;
/** The dictionary of a stream stands before it. */
const DICTIONARY_BYTES = 2048;

export interface StreamLimits {
  maxStreamBytes: number;
  maxTotalBytes: number;
}

/** @throws an error that says so, where a stream, or all of them, unpack to more than a document needs. */
export function checkStreams(
  bytes: Uint8Array,
  { maxStreamBytes, maxTotalBytes }: StreamLimits = {
    maxStreamBytes: MAX_STREAM_BYTES,
    maxTotalBytes: MAX_TOTAL_BYTES,
  },
): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = file.indexOf("stream"); at !== -1;) {
    const end = file.indexOf("endstream", at + 6);
    if (end === -1) return;
    const before = file.toString("latin1", Math.max(0, at - DICTIONARY_BYTES), at);
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(" obj")));
    const start = at + 6 + (file[at + 6] === 13 ? 2 : 1);
    const rounds = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0;
    const isRead = !/\/Subtype\s*\/Image\b|\/EmbeddedFile\b/.test(dictionary);
    if (isRead && rounds > 0 && end - start >= MIN_PACKED_BYTES) {
      total += unpackedBytes(file.subarray(start, end), rounds, maxStreamBytes);
      if (total > maxTotalBytes) throw tooLarge();
    }
    at = file.indexOf("stream", end + 9);
  }
}

function unpackedBytes(packed: Buffer, rounds: number, maxOutputLength: number): number {
  let data = packed;
  for (let round = 0; round < rounds; round++) {
    try {
      // What is cut off is read as far as it goes, as the reader does.
      data = inflateSync(data, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
      return 0;
    }
  }
  return data.length;
}

function tooLarge(): Error {
  return new Error("unpacked it is larger than a document should be; split it");
}

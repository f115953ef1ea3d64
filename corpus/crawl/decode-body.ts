/** What a body is once it is unpacked: its kind by its first bytes, and text as UTF-8. */
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

/** A body unpacks to more than is read. */
export class BodyTooLargeError extends Error {
  constructor(maxBytes: number) {
    super(`larger than ${maxBytes} bytes`);
    this.name = "BodyTooLargeError";
  }
}

/**
 * Unpacks a body by its `content-encoding`. Never makes more than `maxBytes`: a small body can unpack to gigabytes.
 *
 * @throws BodyTooLargeError, or an error where the body is not what its header says.
 */
export function unpackBody(bytes: Buffer, encodings: string | undefined, maxBytes: number): Buffer {
  let unpacked = bytes;
  const names = (encodings ?? "").toLowerCase().split(",");
  for (const name of names.reverse()) unpacked = unpackOnce(unpacked, name.trim(), maxBytes);
  return unpacked;
}

function unpackOnce(bytes: Buffer, encoding: string, maxBytes: number): Buffer {
  if (bytes.length === 0) return bytes;
  // What was cut off by a server that ends too early is better than nothing.
  const options = { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    if (encoding === "gzip" || encoding === "x-gzip")
      return isGzip(bytes) ? gunzipSync(bytes, options) : bytes;
    if (encoding === "br") return brotliDecompressSync(bytes, { maxOutputLength: maxBytes });
    if (encoding === "deflate") {
      // Some servers send it without the header of zlib.
      return (bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new BodyTooLargeError(maxBytes);
    throw error;
  }
  if (encoding === "" || encoding === "identity") return bytes;
  throw new Error(`it is packed as ${encoding}, which was not asked for`);
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

export type SniffedKind = "html" | "xml" | "pdf" | "zip" | "gzip" | "image" | "text" | "binary";

/** How much of a body tells its kind. */
const SNIFF_BYTES = 1024;

/** @see https://mimesniff.spec.whatwg.org/ */
export function sniffKind(bytes: Uint8Array): SniffedKind {
  const head = headOf(bytes);
  // Some programs write a line before the mark of a PDF; readers allow that.
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("PK\u0003\u0004")) return "zip";
  if (isGzip(bytes)) return "gzip";
  if (/^(?:\u0089PNG|GIF8|\u00FF\u00D8\u00FF|RIFF)/.test(head)) return "image";
  if (isUtf16(bytes)) return "text";
  const text = head.replace(/^\u00EF\u00BB\u00BF/, "").trimStart();
  if (/^<(?:!doctype html|html|head|body)\b/i.test(text)) return "html";
  if (text.startsWith("<!--") && /<(?:!doctype html|html)\b/i.test(text)) return "html";
  if (/^<(?:\?xml|urlset|sitemapindex|rss|feed)\b/i.test(text)) return /<html\b/i.test(text) ? "html" : "xml";
  return bytes.subarray(0, SNIFF_BYTES).includes(0) ? "binary" : "text";
}

/** A character a byte: what the standard calls latin1 is Windows-1252, and has other characters for some. */
function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SNIFF_BYTES)).toString("latin1");
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

export interface DecodedText {
  text: string;
  /** Where what is said of the encoding is not true: what was said, and what it was read as. */
  lie?: string;
}

/**
 * Text by its byte order mark, else by the `charset` of the header, else by what the document itself says, else UTF-8.
 * Bytes that are not in the encoding that was named are read as what they are most likely.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(bytes) };
  const named = charsetOf(contentType) ?? declaredCharset(bytes);
  const encoding = named === undefined ? "utf-8" : encodingOf(named);
  const utf8 = decodeStrictly("utf-8", bytes);
  if (encoding === "utf-8" || encoding === undefined) {
    if (utf8 !== undefined) return { text: utf8 };
    const text = new TextDecoder("windows-1252").decode(bytes);
    return { text, lie: `says ${named ?? "nothing of its encoding"} and is not UTF-8; read as Windows-1252` };
  }
  // Text of another encoding is hardly ever valid UTF-8 by chance, unless all of it is ASCII.
  if (
    utf8 !== undefined &&
    utf8.length !== bytes.length &&
    !/^(?:utf-16|iso-2022|gb|big5|euc|shift)/.test(encoding)
  )
    return { text: utf8, lie: `says ${named} and is UTF-8; read as UTF-8` };
  return { text: new TextDecoder(encoding).decode(bytes) };
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function charsetOf(contentType: string | undefined): string | undefined {
  return /\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1];
}

/** Of `<meta charset>`, `<meta http-equiv>` and `<?xml encoding>`, all within the first kilobyte. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = headOf(bytes);
  return (
    /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  );
}

/** The name of the standard; undefined for a name that nobody knows. */
function encodingOf(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label);
    // A document that can be read so far is none of 16 bits, whatever it says.
    return encoding.startsWith("utf-16") ? "utf-8" : encoding;
  } catch {
    return undefined;
  }
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

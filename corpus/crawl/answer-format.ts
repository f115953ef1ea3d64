/** Which reader takes what was answered: by its media type, its address, and its first bytes. */
import { extname } from "node:path";
import { FORMAT_READERS, mayBeDocument } from "../formats/format-readers.ts";
import { percentDecoded } from "../parse/percent-encoding.ts";
import type { SniffedKind } from "./decode-body.ts";

/** Types that servers send for what they know nothing of: there the extension tells. */
const GENERIC_TYPES: ReadonlySet<string> = new Set([
  "",
  "application/octet-stream",
  "binary/octet-stream",
  "application/x-download",
  "text/plain",
  "application/json",
  "text/x-markdown",
]);
const HTML_TYPES: ReadonlySet<string> = new Set(["text/html", "application/xhtml+xml"]);

/** Name of a file that holds the answer, with the extension of its format; undefined where no reader takes it. */
export function fileNameOf(address: string, mediaType: string): string | undefined {
  const segment =
    percentDecoded(new URL(address).pathname.replace(/\/+$/, "")).replace(/^.*\//, "") || "index";
  const ownExtension = extname(segment).toLowerCase();
  const hasOwn = ownExtension !== "" && mayBeDocument(segment);
  const isHtml = HTML_TYPES.has(mediaType);
  if (GENERIC_TYPES.has(mediaType) && hasOwn) return segment;
  const reader = FORMAT_READERS.find((candidate) => candidate.mediaTypes?.includes(mediaType));
  const [extension] = reader?.extensions ?? [];
  if (reader === undefined || extension === undefined)
    return mediaType === "" ? `${segment}.html` : undefined;
  if (reader.extensions.includes(ownExtension)) return segment;
  // `page.php` and `v1.2` end in what is no extension of a page.
  return `${isHtml ? segment.replace(/\.\w{2,5}$/, "") || "index" : segment}${extension}`;
}

/** What is wrong where the bytes are not of the kind that the type says. */
export function mislabelling(mediaType: string, name: string, kind: SniffedKind): string | undefined {
  const extension = extname(name).toLowerCase();
  const said = mediaType === "" ? `ends in ${extension}` : `says ${mediaType}`;
  if (extension === ".pdf") return kind === "pdf" ? undefined : `${said} and is ${KIND_NAMES[kind]}`;
  if (extension === ".docx") return kind === "zip" ? undefined : `${said} and is ${KIND_NAMES[kind]}`;
  if (HTML_TYPES.has(mediaType) || mediaType === "") {
    return ["html", "xml", "text", "pdf"].includes(kind) ? undefined : `${said} and is ${KIND_NAMES[kind]}`;
  }
  return kind === "html" && mediaType.startsWith("text/") ? `${said} and is HTML` : undefined;
}

const KIND_NAMES: Readonly<Record<SniffedKind, string>> = {
  html: "HTML",
  xml: "XML",
  pdf: "a PDF",
  zip: "an archive",
  gzip: "packed",
  image: "an image",
  text: "text",
  binary: "binary",
};

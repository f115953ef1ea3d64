/** What a DOCX file is made of, looked at before it is opened: its size unpacked, its metadata, whether it has macros. */
import { decodeReferences } from "../../parse/character-references.ts";
import { zip } from "../../parse/zip.ts";

/** A novel with its pictures has 20 MB; what is compressed a hundredfold is an attack. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
/** Of a part that is read as text. */
const MAX_PART_BYTES = 100 * 1024 * 1024;

export interface DocxArchive {
  title?: string;
  description?: string;
  /** As the document writes it. */
  language?: string;
  /** ISO 8601. */
  modified?: string;
  hasMacros: boolean;
  /** The same archive with its parts of text only, none of them larger than the original says. */
  text: Uint8Array;
}

/** @throws an error that says what is wrong with the file. */
export function openDocxArchive(bytes: Uint8Array): DocxArchive {
  const names: string[] = [];
  let unpacked = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = zip().unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        unpacked += originalSize;
        if (unpacked > MAX_UNPACKED_BYTES || names.length > MAX_ENTRIES || originalSize > MAX_PART_BYTES)
          throw new TooLarge();
        return /\.(?:xml|rels)$/i.test(name);
      },
    });
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
    throw new Error(
      isOld
        ? "it is protected by a password, or of Word before 2007; save it as DOCX without a password"
        : "its archive is damaged; open it in Word and save it anew",
      { cause: error },
    );
  }
  if (!names.includes("word/document.xml") && !names.some((name) => /^word\/document\d*\.xml$/.test(name)))
    throw new Error("it is an archive, but no Word document");
  const core = textOf(parts["docProps/core.xml"]);
  const title = elementText(core, "dc:title");
  const description = elementText(core, "dc:description");
  const language =
    elementText(core, "dc:language") ??
    /<w:docDefaults>[\s\S]{0,4000}?<w:lang\b[^>]*?\bw:val="([^"]+)"/.exec(
      textOf(parts["word/styles.xml"]),
    )?.[1];
  const modified = elementText(core, "dcterms:modified");
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(language !== undefined && { language }),
    ...(modified !== undefined && { modified }),
    text: zip().zipSync(parts, { level: 0 }),
    hasMacros: names.some((name) => /vbaProject\.bin$/i.test(name)),
  };
}

class TooLarge extends Error {
  constructor() {
    super("unpacked it is larger than a document should be; split it");
  }
}

function textOf(part: Uint8Array | undefined): string {
  return part === undefined ? "" : new TextDecoder().decode(part);
}

function elementText(xml: string, name: string): string | undefined {
  const value = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]{1,2000})</${name}>`).exec(xml)?.[1];
  const text = decodeReferences(value ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? undefined : text;
}

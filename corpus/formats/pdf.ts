import type { FormatReader } from "./format-reader.ts";

/**
 * PDF. A passage opens at its page (`#page=7`), which every viewer of browsers knows; nothing in the file is run.
 * @see https://www.rfc-editor.org/rfc/rfc8118#section-3
 */
export const pdfReader: FormatReader = {
  name: "PDF",
  extensions: [".pdf"],
  mediaTypes: ["application/pdf"],
  isBinary: true,
  maxBytes: 50 * 1024 * 1024,
  // Loaded with the first file that needs it: every thread would pay for it.
  read: async (input) => [await (await import("./pdf/read-pdf.ts")).readPdf(input)],
};

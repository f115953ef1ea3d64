import type { FormatReader } from "./format-reader.ts";

/** Word documents. A browser opens no place in them, so their passages have the address of the file. */
export const docxReader: FormatReader = {
  name: "Word",
  extensions: [".docx", ".docm", ".dotx", ".dotm"],
  mediaTypes: [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.ms-word.document.macroenabled.12",
  ],
  isBinary: true,
  maxBytes: 50 * 1024 * 1024,
  // Loaded with the first file that needs it: every thread would pay for it.
  read: async (input) => [await (await import("./docx/read-docx.ts")).readDocx(input)],
};

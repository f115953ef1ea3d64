import type { FormatReader } from "./format-reader.ts";

/** AsciiDoc, as Asciidoctor and Antora read it; the ids of its headings are Asciidoctor's own. */
export const asciidocReader: FormatReader = {
  name: "AsciiDoc",
  extensions: [".adoc", ".asciidoc", ".asc"],
  mediaTypes: ["text/asciidoc"],
  // Armoured keys have the extension, too.
  recognises: ({ head }) => !/^-----BEGIN /m.test(head),
  // Loaded with the first file that needs it: every thread would pay for it.
  read: async (input) => [await (await import("./asciidoc/read-asciidoc.ts")).readAsciidoc(input)],
};

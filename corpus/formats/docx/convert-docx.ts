/** The only file that knows the library: a Word document as HTML. */
import mammoth from "mammoth";

/** What Word calls by names of its own; headings, lists and tables the library knows. */
const STYLES = [
  "p[style-name='Title'] => h1.document-title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Heading 7'] => h6:fresh",
  "p[style-name='Heading 8'] => h6:fresh",
  "p[style-name='Heading 9'] => h6:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='Code'] => pre:separator('\\n')",
  "p[style-name='Macro Text'] => pre:separator('\\n')",
  "r[style-name='Source Text'] => code",
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='HTML Code'] => code",
  "r[style-name='Code'] => code",
  // Tables of contents repeat the headings.
  ...Array.from({ length: 9 }, (_, index) => [
    `p[style-name='toc ${index + 1}'] => !`,
    `p[style-name='TOC ${index + 1}'] => !`,
  ]).flat(),
  "p[style-name='TOC Heading'] => !",
  "p[style-name='Contents Heading'] => !",
  ...Array.from({ length: 9 }, (_, index) => `p[style-name='Contents ${index + 1}'] => !`),
  "comment-reference => !",
];

/**
 * Insertions that are tracked are text, deletions and comments are not; pictures are their alternatives. Nothing in the
 * document is run, and no file outside of it is read.
 */
export async function convertDocx(bytes: Uint8Array): Promise<{ html: string; hasTitle: boolean }> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
    },
  );
  return { html: value, hasTitle: value.includes('<h1 class="document-title">') };
}

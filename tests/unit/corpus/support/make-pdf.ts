/** Writes small PDF files: text at places of a page, bookmarks, pictures, and encryption as old programs do it. */
import { createHash } from "node:crypto";

export interface PdfText {
  text: string;
  /** In points from the left. */
  x: number;
  /** In points from the top. */
  y: number;
  /** Default 10. */
  size?: number;
  font?: "regular" | "bold" | "mono";
  /** Counter-clockwise; default 0. */
  degrees?: number;
}

export interface PdfPageSource {
  texts?: readonly PdfText[];
  /** Fills the page with a picture. */
  picture?: boolean;
  /** How a viewer turns the page, clockwise. */
  rotate?: 0 | 90 | 180 | 270;
}

export interface PdfSource {
  pages: readonly PdfPageSource[];
  title?: string;
  language?: string;
  /** As a PDF writes it: `D:20240301120000Z`. */
  modified?: string;
  /** Pages from 1. */
  bookmarks?: readonly { title: string; page: number; below?: readonly { title: string; page: number }[] }[];
  /** The password that opens it; "" for a document that only its owner's password protects. */
  password?: string;
}

const WIDTH = 595;
const HEIGHT = 842;
const FONTS = { regular: "Helvetica", bold: "Helvetica-Bold", mono: "Courier" };

export function makePdf(source: PdfSource): Uint8Array {
  const objects: { head: string; stream?: Buffer }[] = [];
  const add = (head: string, stream?: Buffer): number => {
    objects.push({ head, ...(stream !== undefined && { stream }) });
    return objects.length;
  };
  const key = source.password === undefined ? undefined : encryption(source.password);
  const text = (value: string, object: number): string => {
    const bytes = Buffer.from(`\uFEFF${value}`, "utf16le").swap16();
    const shown = key === undefined ? bytes : rc4(objectKey(key.key, object), bytes);
    return `<${shown.toString("hex")}>`;
  };
  const catalog = add("");
  const tree = add("");
  const fonts = Object.entries(FONTS).map(
    ([name, base]) =>
      `/${name} ${add(`/Type /Font /Subtype /Type1 /BaseFont /${base} /Encoding /WinAnsiEncoding`)} 0 R`,
  );
  const picture = add(
    "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
    Buffer.from([0, 255, 255, 0]),
  );
  const pages = source.pages.map(({ texts = [], picture: hasPicture = false, rotate = 0 }) => {
    const content = [
      ...(hasPicture ? [`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /picture Do Q`] : []),
      ...texts.map(({ text: shown, x, y, size = 10, font = "regular", degrees = 0 }) => {
        const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
        const matrix = [cosine, sine, -sine, cosine, x, HEIGHT - y]
          .map((value) => value.toFixed(4))
          .join(" ");
        const escaped = Buffer.from(shown, "latin1").toString("hex");
        return `BT /${font} ${size} Tf ${matrix} Tm <${escaped}> Tj ET`;
      }),
    ].join("\n");
    const stream = add("", Buffer.from(content, "latin1"));
    return add(
      `/Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Rotate ${rotate} /Contents ${stream} 0 R ` +
        `/Resources << /Font << ${fonts.join(" ")} >> /XObject << /picture ${picture} 0 R >> >>`,
    );
  });
  const info = add("");
  const outline = add("");
  set(
    info,
    [
      ...(source.title === undefined ? [] : [`/Title ${text(source.title, info)}`]),
      ...(source.modified === undefined || key !== undefined ? [] : [`/ModDate (${source.modified})`]),
    ].join(" "),
  );
  set(tree, `/Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(" ")}]`);
  const language = source.language === undefined || key !== undefined ? "" : ` /Lang (${source.language})`;
  set(catalog, `/Type /Catalog /Pages ${tree} 0 R /Outlines ${outline} 0 R${language}`);
  addBookmarks(outline, source.bookmarks ?? []);

  function set(object: number, head: string): void {
    objects[object - 1] = { head };
  }
  function addBookmarks(parent: number, entries: NonNullable<PdfSource["bookmarks"]>): void {
    const numbers = entries.map(() => add(""));
    for (const [index, { title, page, below = [] }] of entries.entries()) {
      const own = numbers[index] ?? 0;
      addBookmarks(own, below);
      const links = [
        ...(index > 0 ? [`/Prev ${numbers[index - 1]} 0 R`] : []),
        ...(index < numbers.length - 1 ? [`/Next ${numbers[index + 1]} 0 R`] : []),
      ].join(" ");
      const children = objects[own - 1]?.head ?? "";
      set(
        own,
        `/Title ${text(title, own)} /Parent ${parent} 0 R /Dest [${pages[page - 1]} 0 R /Fit] ${links} ${children}`,
      );
    }
    if (numbers.length > 0)
      set(parent, `/First ${numbers[0]} 0 R /Last ${numbers.at(-1)} 0 R /Count ${numbers.length}`);
  }

  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", "latin1")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const write = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, { head, stream }] of objects.entries()) {
    offsets.push(length);
    const data =
      stream === undefined || key === undefined ? stream : rc4(objectKey(key.key, index + 1), stream);
    write(
      Buffer.from(
        `${index + 1} 0 obj\n<< ${head}${data === undefined ? "" : ` /Length ${data.length}`} >>\n`,
      ),
    );
    if (data !== undefined)
      write(Buffer.concat([Buffer.from("stream\n"), data, Buffer.from("\nendstream\n")]));
    write(Buffer.from("endobj\n"));
  }
  const start = length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const encrypt = key === undefined ? "" : ` /Encrypt << ${key.dictionary} >> /ID [<${ID}> <${ID}>]`;
  write(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R${encrypt} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const ID = "00112233445566778899aabbccddeeff";
const PADDING = Buffer.from("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A", "hex");

/** Revision 2 of the standard handler: RC4 with 40 bits. */
function encryption(password: string): { key: Buffer; dictionary: string } {
  const padded = (text: string): Buffer =>
    Buffer.concat([Buffer.from(text, "latin1"), PADDING]).subarray(0, 32);
  const ownerKey = md5(padded("owner")).subarray(0, 5);
  const owner = rc4(ownerKey, padded(password));
  const permissions = -4;
  const bits = Buffer.alloc(4);
  bits.writeInt32LE(permissions);
  const key = md5(Buffer.concat([padded(password), owner, bits, Buffer.from(ID, "hex")])).subarray(0, 5);
  const user = rc4(key, PADDING);
  return {
    key,
    dictionary: `/Filter /Standard /V 1 /R 2 /O <${owner.toString("hex")}> /U <${user.toString("hex")}> /P ${permissions}`,
  };
}

function objectKey(key: Buffer, object: number): Buffer {
  const number = Buffer.from([object & 255, (object >> 8) & 255, (object >> 16) & 255, 0, 0]);
  return md5(Buffer.concat([key, number])).subarray(0, Math.min(16, key.length + 5));
}

function md5(bytes: Buffer): Buffer {
  return createHash("md5").update(bytes).digest();
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  let swap = 0;
  for (let index = 0; index < 256; index++) {
    swap = (swap + (state[index] ?? 0) + (key[index % key.length] ?? 0)) & 255;
    [state[index], state[swap]] = [state[swap] ?? 0, state[index] ?? 0];
  }
  let first = 0;
  let second = 0;
  return Buffer.from(
    bytes.map((byte) => {
      first = (first + 1) & 255;
      second = (second + (state[first] ?? 0)) & 255;
      [state[first], state[second]] = [state[second] ?? 0, state[first] ?? 0];
      return byte ^ (state[((state[first] ?? 0) + (state[second] ?? 0)) & 255] ?? 0);
    }),
  );
}

/** Lines below each other, 12 points apart unless told otherwise. */
export function textLines(
  lines: readonly string[],
  { x = 60, y, pitch = 12, ...style }: Omit<PdfText, "text" | "x"> & { x?: number; pitch?: number },
): PdfText[] {
  return lines.map((text, index) => ({ text, x, y: y + index * pitch, ...style }));
}

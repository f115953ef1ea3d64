/** PDF files whose fonts do not lie in them, and only name how their characters are numbered. */
import { describe, expect, it } from "vitest";
import { CharacterMaps } from "../../../../corpus/formats/pdf/character-maps.ts";
import { pdfReader } from "../../../../corpus/formats/pdf.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import { pageOf } from "../../../../corpus/page.ts";

interface Numbered {
  /** Name of the numbering. */
  encoding: string;
  /** Of the characters of its language. */
  ordering: string;
  font: string;
  /** The text in it. */
  hex: string;
}

/** One page with one line. */
function numberedPdf({ encoding, ordering, font, hex }: Numbered): Uint8Array {
  const content = `BT /F1 24 Tf 72 700 Td <${hex}> Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `<</Type/Font/Subtype/Type0/BaseFont/${font}/Encoding/${encoding}/DescendantFonts[6 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/${font}/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>`,
    `<</Type/FontDescriptor/FontName/${font}/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`,
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`;
  return new TextEncoder().encode(file);
}

const utf16 = (text: string): string =>
  [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("");

describe("fonts of PDF that only name their numbering", () => {
  it.each<[text: string, language: string, Omit<Numbered, "hex">, hex?: string]>([
    ["保修期为两年。请联系客服。", "zh", { encoding: "UniGB-UCS2-H", ordering: "GB1", font: "STSong-Light" }],
    ["保証期間は二年です。", "ja", { encoding: "UniJIS-UCS2-H", ordering: "Japan1", font: "HeiseiMin-W3" }],
    [
      "保証は二年",
      "ja",
      { encoding: "90ms-RKSJ-H", ordering: "Japan1", font: "HeiseiMin-W3" },
      // In Shift JIS.
      "95db8fd882cd93f1944e",
    ],
    [
      "보증 기간은 이 년입니다.",
      "ko",
      { encoding: "UniKS-UCS2-H", ordering: "Korea1", font: "HYSMyeongJo-Medium" },
    ],
  ])("%s", async (text, language, numbered, hex = utf16(text)) => {
    const [document] = await pdfReader.read({
      path: "a.pdf",
      sitePath: "a.pdf",
      bytes: numberedPdf({ ...numbered, hex }),
      text: "",
      site: unconfiguredSite("/"),
      language: "en",
      include: () => undefined,
    });
    if (document === undefined || isLeftOut(document)) throw new Error("it has no text");
    expect(document.items).toContainEqual(expect.objectContaining({ kind: "paragraph", text }));
    expect(pageOf(document, { path: "a.pdf", url: "/a.pdf", language: "en" })).toMatchObject({ language });
  });

  it("reads nothing but such tables", async () => {
    const maps = new CharacterMaps();
    expect((await maps.fetch({ kind: "cMapUrl", filename: "90ms-RKSJ-H" })).length).toBeGreaterThan(100);
    await expect(maps.fetch({ kind: "cMapUrl", filename: "../package.json" })).rejects.toThrow("is not read");
    await expect(maps.fetch({ kind: "wasmUrl", filename: "a.wasm" })).rejects.toThrow("is not read");
  });
});

import { deflateSync } from "node:zlib";

export interface PdfPage {
  /** Content stream: operators that draw the page. */
  readonly content: string | Uint8Array;
  /** Draws a picture of one pixel. */
  readonly picture?: boolean;
}

const FONT_OBJECTS = 3;

/** A PDF of these pages, with a Chinese font that is not inside the file: `/F1`, its text in GBK, as old programs write it. */
export function pdfWith(pages: readonly PdfPage[]): Buffer {
  const pageAt = (index: number): number => 4 + FONT_OBJECTS + index * 2;
  const stream = (dictionary: string, content: string | Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`<<${dictionary}/Length ${Buffer.from(content).length}>>stream\n`),
      Buffer.from(content),
      Buffer.from("\nendstream"),
    ]);
  const objects: (string | Buffer)[] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${pageAt(index)} 0 R`).join(" ")}]>>`,
    pages.some((page) => page.picture)
      ? stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "x")
      : "null",
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[5 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 6 0 R>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>",
  ];
  for (const [index, page] of pages.entries()) {
    const parent =
      "/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>/XObject<</Im1 3 0 R>>>>";
    objects.push(`<</Type/Page${parent}/Contents ${pageAt(index) + 1} 0 R>>`);
    const draw = page.picture ? "q 500 0 0 700 40 60 cm /Im1 Do Q\n" : "";
    objects.push(stream("", Buffer.concat([Buffer.from(draw), Buffer.from(page.content)])));
  }
  return written(objects);
}

function written(objects: readonly (string | Buffer)[]): Buffer {
  const pieces: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  let length = pieces[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const piece = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from("\nendobj\n"),
    ]);
    pieces.push(piece);
    length += piece.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const tail = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(tail)]);
}

/** A PDF of a few kilobytes whose page unfolds to this many bytes. */
export function pdfBomb(bytes: number): Buffer {
  const content = deflateSync(deflateSync(Buffer.alloc(bytes, " ")));
  return written([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
    Buffer.concat([
      Buffer.from(`<</Length ${content.length}/Filter[/FlateDecode/FlateDecode]>>stream\n`),
      content,
      Buffer.from("\nendstream"),
    ]),
  ]);
}

/** Operators that show GBK bytes (as hex) at a place, 16 points high. */
export const shown = (hex: string, x: number, y: number, size = 16): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET\n`;

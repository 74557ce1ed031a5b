import { namedHeadingLevel } from "../flow/typed-heading.ts";
import type { Destination } from "./destinations.ts";
import { codePageEncoding, decodeRtf, SYMBOL_CHARSET } from "./rtf-text.ts";

interface Font {
  charset: number | null;
  name: string;
}

/** The code page, fonts and styles an RTF file declares before its text. */
export class RtfTables {
  private encoding = "windows-1252";
  private readonly fonts = new Map<number, Font>();
  private readonly outlines = new Map<number, number>();
  private font: Font = { charset: null, name: "" };
  private style = 0;

  /** True when the word belongs to one of the tables. */
  word(destination: Destination, name: string, value: number | null): boolean {
    if (name === "ansicpg") this.encoding = codePageEncoding(value ?? 0);
    else if (name === "mac") this.encoding = "macintosh";
    else if (destination === "fonts") this.fontWord(name, value);
    else if (destination === "styles") this.styleWord(name, value);
    else return false;
    return true;
  }

  private fontWord(name: string, value: number | null): void {
    if (name === "f") {
      this.font = { charset: null, name: "" };
      this.fonts.set(value ?? 0, this.font);
    } else if (name === "fcharset") this.font.charset = value;
  }

  private styleWord(name: string, value: number | null): void {
    if (name === "s") this.style = value ?? 0;
    else if (name === "outlinelevel") this.outlines.set(this.style, value ?? 9);
  }

  nameFont(bytes: Buffer): void {
    this.font.name += bytes.toString("latin1").replace(/;.*$/s, "");
  }

  /** A style without an outline level may still be called a heading. */
  nameStyle(bytes: Buffer): void {
    const level = namedHeadingLevel(bytes.toString("latin1").replace(/;.*$/s, ""));
    if (level !== null && !this.outlines.has(this.style)) this.outlines.set(this.style, level - 1);
  }

  fontName(font: number): string {
    return this.fonts.get(font)?.name ?? "";
  }

  outlineOf(style: number): number | null {
    return this.outlines.get(style) ?? null;
  }

  /** Text of bytes under a font; characters of symbol fonts in the private use area, as Word keeps them. */
  decode(bytes: Buffer, font: number): string {
    const charset = this.fonts.get(font)?.charset ?? null;
    if (charset !== SYMBOL_CHARSET) return decodeRtf(bytes, charset, this.encoding);
    return [...bytes].map((byte) => String.fromCharCode(byte < 0x20 ? byte : 0xf000 + byte)).join("");
  }
}

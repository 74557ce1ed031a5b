import XLSX from "@e965/xlsx";
import mammoth from "mammoth";
import type { RawFile } from "./sources.ts";

/** What the usual libraries need to parse the same files, and nothing else. */
export async function parseWithLibraries(files: readonly RawFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    if (name.endsWith(".docx")) await mammoth.extractRawText({ buffer: bytes });
    else XLSX.read(bytes, { dense: true });
  }
}

export async function parseWithMammothHtml(files: readonly RawFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    if (name.endsWith(".docx")) await mammoth.convertToHtml({ buffer: bytes });
    else XLSX.read(bytes, { dense: true });
  }
}

import { readFileSync } from "node:fs";
import mammoth from "mammoth";

/** The text of a .docx as another program reads it. */
export const officeText = async (path: string): Promise<string> =>
  (await mammoth.extractRawText({ buffer: readFileSync(path) })).value;

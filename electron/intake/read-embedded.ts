import type { Block } from "../../shared/submission/document.ts";
import { CompoundFile } from "./compound/compound-file.ts";
import { type Draft, newParagraph } from "./flow/drafts.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import { oldReaders } from "./old-readers.ts";
import { openPackage, type Package } from "./open-package.ts";
import { readXlsx } from "./read-xlsx.ts";
import type { Reading, ReadResult } from "./reading.ts";
import { sniffBytes, sniffPackage } from "./sniff.ts";

const toDraft = (block: Block): Draft[] => {
  if (block.kind === "table") {
    const { rows, columns, cells, hiddenRows = [] } = block;
    return [{ kind: "table", rows, columns, cells, hiddenRows, after: [] }];
  }
  if (block.kind === "image") return [];
  const outline = block.kind === "heading" ? block.level - 1 : null;
  return [{ ...newParagraph(), text: block.text, outline }];
};

type ReadPackage = (source: Package) => ReadResult;

function readZip(bytes: Uint8Array, reading: Reading, readDocx: ReadPackage): ReadResult | null {
  const source = openPackage(bytes, reading.limits);
  const names = source.entries.map((entry) => entry.name);
  const content = sniffPackage(names, null);
  if (content === "docx") return readDocx(source);
  return content === "xlsx" ? readXlsx(source, reading) : null;
}

function readAny(bytes: Uint8Array, reading: Reading, readDocx: ReadPackage): ReadResult | null {
  switch (sniffBytes(bytes)) {
    case "zip":
      return readZip(bytes, reading, readDocx);
    case "doc":
      return oldReaders().readDoc(bytes, reading);
    case "xls":
      return oldReaders().readXls(bytes, reading);
    case "cfb": {
      const inner = new CompoundFile(bytes).stream("Package");
      return inner === null ? null : readZip(inner, reading, readDocx);
    }
    default:
      return null;
  }
}

/** What a workbook or text document embedded in another says; `null` when it is neither or cannot be read. */
export function readEmbedded(bytes: Uint8Array, reading: Reading, readDocx: ReadPackage): Draft[] | null {
  try {
    return readAny(bytes, reading, readDocx)?.document.blocks.flatMap(toDraft) ?? null;
  } catch (error) {
    if (error instanceof IntakeRefusal && (error.code === "timeout" || error.code === "cancelled"))
      throw error;
    return null;
  }
}

import cmaps from "./cmaps.json" with { type: "json" };

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

let loading: Promise<Pdfjs> | null = null;

/** pdf.js makes some of these while it loads; only drawing, which is never asked for, uses them. */
function standIn(name: "DOMMatrix" | "Path2D"): void {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, configurable: true });
}

/**
 * pdf.js, loaded when the first PDF arrives. While it loads it must not find Node's `require`: it would look for a native
 * drawing library, and no native code is to come near foreign files.
 */
async function load(): Promise<Pdfjs> {
  standIn("DOMMatrix");
  standIn("Path2D");
  const { getBuiltinModule } = process;
  const { warn, log } = console;
  process.getBuiltinModule = () => undefined;
  console.warn = console.log = () => {};
  try {
    await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    process.getBuiltinModule = getBuiltinModule;
    console.warn = warn;
    console.log = log;
  }
}

export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= load();
  return loading;
}

const tables: Readonly<Record<string, string>> = cmaps;

/** Gives pdf.js the character tables it asks for by name, and nothing else: no fonts, no files, no network. */
export class BundledTables {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const table = kind === "cMapUrl" ? tables[filename] : undefined;
    if (table === undefined) throw new Error(`no ${filename}`);
    return new Uint8Array(Buffer.from(table, "base64"));
  }
}
